/* What was promised to people at the points, and what is at the desk in the end. */
#ifndef COURIER_TALLY_H
#define COURIER_TALLY_H

#include "work.h"

#define TALLY_ROOM 4096

/* What the library promised about a report before the power was cut, or the day ended. */
enum promise {
    PROMISE_ABSENT,   /* nobody has come to tell it, for the power was cut before */
    PROMISE_NONE,     /* nothing yet: it may arrive, once */
    PROMISE_KEPT,     /* it arrives, once */
    PROMISE_FORGOTTEN /* it does not arrive */
};

struct tally {
    enum promise promises[TALLY_ROOM];
    int found[TALLY_ROOM];
    long next_number; /* of the next report */
    long unknown;     /* reports at the desk that nobody has told */
};

/* What the tally comes to. */
struct sum {
    long told;      /* reports that somebody began to tell */
    long promised;  /* reports that had to arrive */
    long arrived;   /* of those, there */
    long lost;      /* of those, not there */
    long twice;     /* there more than once, whatever was promised */
    long forgotten; /* reports that were not to arrive */
    long betrayed;  /* of those, there all the same */
    long cut_off;   /* reports about which the power was cut before anything was promised */
    long unfounded; /* reports at the desk that nobody has told */
};

/* Gives numbers to people who are about to come; the first of them. */
long tally_numbers(struct tally *tally, int count);

/* Hears what a point says about a report; other words it does not heed. */
void tally_hear(struct tally *tally, struct said said);

/* Counts a report that is at the desk. */
void tally_find(void *tally, long number);

struct sum tally_sum(const struct tally *tally);

/* Whether every promise was held. */
int sum_holds(const struct sum *sum);

#endif
