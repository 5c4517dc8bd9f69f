/* One person at the screen, from the first question until the draft is sent or abandoned. */
#ifndef KIOSK_SITTING_H
#define KIOSK_SITTING_H

#include "drop.h"
#include "line.h"
#include "trail.h"

/* What the box and the person have come to. The answers themselves are in the draft alone. */
struct sitting {
    tincay_draft *draft;
    const struct asked *asked;
    const struct audience *audience;
    struct patience patience;
    struct trail trail;
    tincay_status trouble; /* what kept the last answer off the disk; OK when nothing did */
};

/* Clears the screen and what was scrolled off it: the next person sees nothing. */
void clear_screen(void);

/* Reads the screen as the form wants it after the answers so far; 0 when the draft has ended. */
int read_state(struct sitting *sitting, tincay_bytes *state);

/* Notes whether the box keeps what is told. When that has just changed for the worse, says so, and whom to call. */
void note_trouble(struct sitting *sitting, tincay_status status);

#endif
