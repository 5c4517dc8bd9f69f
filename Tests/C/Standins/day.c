#define _GNU_SOURCE
#include "day.h"

#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* The first day's noon, and how long the machine has been running then: a day. */
enum { FIRST_NOON = 1772427600, DAY = 86400 };

static long long told = FIRST_NOON;

void tell_day(long day) {
    told = FIRST_NOON + (long long)DAY * day;
}

/* Stands before libc's; what counts from the machine's start goes on with the days. */
int clock_gettime(clockid_t clock, struct timespec *time) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC && clock != CLOCK_BOOTTIME)
        return (int)syscall(SYS_clock_gettime, clock, time);
    time->tv_sec = (time_t)(clock == CLOCK_REALTIME ? told : told - FIRST_NOON + DAY);
    time->tv_nsec = 0;
    return 0;
}
