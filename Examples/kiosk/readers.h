/* Asking whether somebody must not read what is told here. */
#ifndef KIOSK_READERS_H
#define KIOSK_READERS_H

#include "reply.h"
#include "sitting.h"

/* Asks, where there is more than one desk, which of them must not read it, before anything is told.
 * REPLY_ANSWER and REPLY_SKIP say that the sitting goes on. */
enum reply ask_readers(struct sitting *sitting);

#endif
