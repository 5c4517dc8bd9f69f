/* Work in a process of its own, which a power cut may end at any moment.
 *
 * A kiosk is a process that somebody may switch off; here it is a child process that may be killed, so that what is left in
 * its files is what a power cut would leave. Nothing of the library may be open in the parent meanwhile. */
#ifndef COURIER_WORK_H
#define COURIER_WORK_H

#include "chance.h"

/* What a working process says, each once it is so: what it said before a power cut has to hold after it. */
enum word {
    WORD_READY,     /* the work begins */
    WORD_COMES,     /* somebody begins to tell report `number`: it may arrive or not */
    WORD_KEPT,      /* the library has acknowledged report `number`: it has to arrive */
    WORD_LEAVES,    /* report `number` is about to be forgotten: it may still arrive or not */
    WORD_FORGOTTEN, /* the library has said that report `number` is forgotten: it must not arrive */
    WORD_SETTLED,   /* the receipt on stick `number` has been taken in */
    WORD_COLLECTED, /* the bundle on stick `number` has been taken in */
    WORD_WAITING    /* `number` bundles are waiting for receipts */
};

struct said {
    enum word word;
    long number;
};

/* The work: says what it has done by `say`, and returns when all is done. */
typedef void work_function(const void *plan, int told);

/* Hears what the work says. */
typedef void hear_function(void *hearer, struct said said);

/* When the power is cut: so many microseconds after the work has said so many things. */
struct cut {
    int comes;
    long after;
    long microseconds;
};

/* A cut at some moment of work that says about so many things. */
struct cut cut_within(struct chance *chance, long things);

/* Says something to the parent. */
void say(int told, enum word word, long number);

/* Does work in a child process and hears what it says; 1 when the power was cut before it was done. */
int work(work_function *function, const void *plan, struct cut cut, hear_function *hear, void *hearer);

#endif
