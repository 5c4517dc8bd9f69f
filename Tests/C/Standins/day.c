#define _GNU_SOURCE
#include "day.h"

#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static long long told = 1772427600;

void tell_day(long day) {
    told = 1772427600 + 86400ll * day;
}

/* Stands before libc's, for the wall clock alone. */
int clock_gettime(clockid_t clock, struct timespec *time) {
    if (clock != CLOCK_REALTIME)
        return (int)syscall(SYS_clock_gettime, clock, time);
    time->tv_sec = (time_t)told;
    time->tv_nsec = 0;
    return 0;
}
