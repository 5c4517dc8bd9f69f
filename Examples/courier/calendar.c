#define _GNU_SOURCE

#include "calendar.h"

#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Eight in the morning of Monday 2026-03-02 in Indochina, and how long a day is. */
#define FIRST_MORNING 1772413200LL
#define DAY 86400LL
#define TEN_YEARS (3652 * DAY)

/* What the wall clock tells, and how long the machine has been running: the second goes on whatever the first says. */
static long long wall = FIRST_MORNING;
static long long running = DAY;

void calendar_tell(long day, enum clock_state state) {
    wall = FIRST_MORNING + DAY * day;
    running = DAY + DAY * day;
    if (state == CLOCK_UNSET) {
        wall = 3600;
    } else if (state == CLOCK_AHEAD) {
        wall += TEN_YEARS;
    }
}

void calendar_pass(long seconds) {
    wall += seconds;
    running += seconds;
}

/* Stands before the system's own for the whole program, the library in it included. */
int clock_gettime(clockid_t clock, struct timespec *time) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC && clock != CLOCK_BOOTTIME) {
        return (int)syscall(SYS_clock_gettime, clock, time);
    }
    time->tv_sec = (time_t)(clock == CLOCK_REALTIME ? wall : running);
    time->tv_nsec = 0;
    return 0;
}
