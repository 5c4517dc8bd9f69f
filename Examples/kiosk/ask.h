/* Asking a form's questions one by one in a terminal. */
#ifndef KIOSK_ASK_H
#define KIOSK_ASK_H

#include "drop.h"

/* Asks until the person sends or leaves. What to ask, in which words and in which order, the form says; what was told so
 * far lies in the box as a draft. `idle` is how many seconds without a key count as having left; it should be less than
 * the box's own idle_seconds. Nobody else can open the box meanwhile. */
enum outcome ask(const char *box_path, const struct asked *asked, const char *profile, const struct audience *audience,
                 int idle);

#endif
