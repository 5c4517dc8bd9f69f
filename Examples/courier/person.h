/* Somebody who comes to a point and tells something. */
#ifndef COURIER_PERSON_H
#define COURIER_PERSON_H

#include "chance.h"
#include "tincay.h"

/* How somebody tells it. */
enum manner {
    FILLS_IN_A_SHEET,   /* all at once */
    ANSWERS_TO_THE_END, /* question by question, and sends it */
    LEAVES_IT_TO_US,    /* says on the way that it is to be kept, and walks away */
    SAYS_STOP,          /* walks away, and says so */
    JUST_LEAVES,        /* walks away without a word */
    IS_CALLED_AWAY,     /* walks away, and nobody comes for a long time */
    WANTS_NO_TRACE,     /* says at the beginning that nothing is to be kept, and walks away */
    MANNERS
};

struct person {
    long number; /* the report's, in the words that are told */
    enum manner manner;
    int in_danger;
};

/* Somebody, by chance: one in four is in danger. */
struct person person_of(struct chance *chance, long number);

/* Tells it at a box, and says in the pipe what the library has promised about it. */
void person_tells(const struct person *person, tincay_box *box, tincay_form *form, int told);

/* The number in what somebody told; -1 when there is none. */
long person_number(const tincay_bytes *report);

#endif
