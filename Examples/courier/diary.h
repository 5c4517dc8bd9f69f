/* The diary: a line for each day, in plain words. */
#ifndef COURIER_DIARY_H
#define COURIER_DIARY_H

#include "calendar.h"

struct diary {
    char text[600];
    int parts; /* of what is being told of one place */
};

/* Begins the line of a day. */
void diary_begin(struct diary *diary, long day);

/* Begins with a place. */
void diary_place(struct diary *diary, const char *name);

/* Adds how many of something there were; nothing when there was none. */
void diary_count(struct diary *diary, long count, const char *one, const char *many);

/* Adds something that happened, or not. */
void diary_flag(struct diary *diary, int happened, const char *what);

/* Adds what is wrong with a clock. */
void diary_clock(struct diary *diary, enum clock_state clock);

/* Ends with a place. */
void diary_end(struct diary *diary);

/* Prints the line. */
void diary_print(const struct diary *diary);

#endif
