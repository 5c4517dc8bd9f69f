#include "chance.h"

/* SplitMix64: small, and good enough for the weather. */
static uint64_t next(struct chance *chance) {
    uint64_t number = chance->state += 0x9e3779b97f4a7c15u;
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9u;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebu;
    return number ^ (number >> 31);
}

struct chance chance_of(uint64_t seed) {
    struct chance chance;
    chance.state = seed;
    return chance;
}

long chance_below(struct chance *chance, long limit) {
    uint64_t number = next(chance);
    return limit > 0 ? (long)(number % (uint64_t)limit) : 0;
}

int chance_happens(struct chance *chance, long percent) {
    return chance_below(chance, 100) < percent;
}

struct chance chance_fork(struct chance *chance) {
    return chance_of(next(chance));
}
