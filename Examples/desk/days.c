/* The days that this example plays: half a year in half a minute.
 *
 * A real program has no such file. The library asks the system what time it is, as everybody does; this stands before the
 * system's own for the whole process, so that days go by when the program says so. Built as a library to be loaded first. */
#define _GNU_SOURCE

#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Midnight of 2027-04-01 in Indochina, in seconds since 1970, and for how long the machine has been running then. */
#define FIRST_MIDNIGHT 1806512400LL
#define DAY 86400LL

static long long wall = FIRST_MIDNIGHT;

/* Makes it a moment, in seconds since 1970; what counts from the machine's start goes on with it. */
void clock_tell(long long seconds);

void clock_tell(long long seconds) {
    wall = seconds;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC && clock != CLOCK_BOOTTIME) {
        return (int)syscall(SYS_clock_gettime, clock, time);
    }
    time->tv_sec = (time_t)(clock == CLOCK_REALTIME ? wall : wall - FIRST_MIDNIGHT + DAY);
    time->tv_nsec = 0;
    return 0;
}
