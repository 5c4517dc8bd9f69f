/* The days that this program plays: three weeks in a few seconds.
 *
 * A real program has no such file. The library asks the system what time it is, as everybody does; here the program has a
 * clock_gettime of its own that stands before the system's, so that days go by when it says so. */
#ifndef COURIER_CALENDAR_H
#define COURIER_CALENDAR_H

/* What the clock of a machine tells. */
enum clock_state {
    CLOCK_RIGHT, /* the day that it is */
    CLOCK_UNSET, /* 1970: its battery is empty and nobody has set it */
    CLOCK_AHEAD  /* ten years later: somebody has mistyped */
};

/* Begins the morning of a day, counted from 0, on a machine with such a clock. */
void calendar_tell(long day, enum clock_state state);

/* Lets some of the day go by. */
void calendar_pass(long seconds);

#endif
