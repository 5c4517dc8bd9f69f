/* What the library answered, put on the screen. */
#ifndef KIOSK_SHOW_H
#define KIOSK_SHOW_H

#include <stdio.h>

#include "pick.h"

/* How to speak and to whom. */
struct audience {
    const char *language;
    int child; /* the answers are a child's: kind words, never an urgency */
    int staff; /* the urgency and its reasons as well */
};

/* Prints bytes with every control character replaced: what came from outside must not steer the terminal. */
void show_text(FILE *out, const uint8_t *text, size_t size);

/* Prints the value at `pointer`; 1 when there is one. */
int show_value(FILE *out, struct span json, const char *pointer);

/* Prints the findings of a result, those that stand in the way first. */
void show_findings(struct span result, const struct audience *audience);

/* Prints what a report that was accepted deserves: thanks, urgency where it may be seen, whom to call. */
void show_accepted(struct span result, const struct audience *audience);

/* Prints the hotlines of a result, of the form when there is no result, and 111 when there is nothing at all. */
void show_hotlines(struct span result, struct span form, const struct audience *audience);

/* Says that nothing was kept, and whom to call instead. */
void show_failure(struct span result, struct span form, const struct audience *audience);

#endif
