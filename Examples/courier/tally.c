#include "tally.h"

#include "must.h"

long tally_numbers(struct tally *tally, int count) {
    long first = tally->next_number;
    must_hold("there are more people than the tally has room for", count <= TALLY_ROOM - first);
    tally->next_number += count;
    return first;
}

void tally_hear(struct tally *tally, struct said said) {
    switch (said.word) {
    case WORD_COMES:
    case WORD_LEAVES:
        tally->promises[said.number] = PROMISE_NONE;
        break;
    case WORD_KEPT:
        tally->promises[said.number] = PROMISE_KEPT;
        break;
    case WORD_FORGOTTEN:
        tally->promises[said.number] = PROMISE_FORGOTTEN;
        break;
    default:
        break;
    }
}

void tally_find(void *told, long number) {
    struct tally *tally = told;
    if (number < 0 || number >= tally->next_number) {
        tally->unknown++;
    } else {
        tally->found[number]++;
    }
}

struct sum tally_sum(const struct tally *tally) {
    struct sum sum = {0};
    long number;
    sum.unfounded = tally->unknown;
    for (number = 0; number < tally->next_number; number++) {
        int found = tally->found[number];
        sum.told += tally->promises[number] != PROMISE_ABSENT;
        sum.twice += found > 1;
        switch (tally->promises[number]) {
        case PROMISE_ABSENT:
            sum.unfounded += found;
            break;
        case PROMISE_NONE:
            sum.cut_off++;
            break;
        case PROMISE_KEPT:
            sum.promised++;
            sum.arrived += found > 0;
            sum.lost += found == 0;
            break;
        case PROMISE_FORGOTTEN:
            sum.forgotten++;
            sum.betrayed += found > 0;
            break;
        }
    }
    return sum;
}

int sum_holds(const struct sum *sum) {
    return sum->lost == 0 && sum->twice == 0 && sum->betrayed == 0 && sum->unfounded == 0;
}
