/* Chance that is the same in every run of a seed. */
#ifndef COURIER_CHANCE_H
#define COURIER_CHANCE_H

#include <stdint.h>

/* Where a row of random numbers has got to. */
struct chance {
    uint64_t state;
};

/* Begins the row of a seed. */
struct chance chance_of(uint64_t seed);

/* The next number from 0 to `limit` - 1; 0 when the limit is 0. */
long chance_below(struct chance *chance, long limit);

/* Whether something happens that happens in so many of a hundred times. */
int chance_happens(struct chance *chance, long percent);

/* Begins a row of its own for somebody, such as a child process, that goes on independently of this one. */
struct chance chance_fork(struct chance *chance);

#endif
