/* How a sitting ends that is not sent. */
#ifndef KIOSK_LEAVE_H
#define KIOSK_LEAVE_H

#include "reply.h"
#include "sitting.h"

/* Asks what is to become of what was told and ends the draft; REPLY_GONE, for whoever is not there, asks nothing.
 * Gives 1, or 0 when the person wants to go on. */
int leave(struct sitting *sitting, enum reply reply);

#endif
