#include "diary.h"

#include <stdio.h>
#include <string.h>

/* Adds text at the end, as far as there is room. */
static void add(struct diary *diary, const char *text) {
    size_t used = strlen(diary->text);
    (void)snprintf(diary->text + used, sizeof diary->text - used, "%s", text);
}

void diary_begin(struct diary *diary, long day) {
    (void)snprintf(diary->text, sizeof diary->text, "Day %2ld ", day + 1);
    diary->parts = 0;
}

void diary_place(struct diary *diary, const char *name) {
    add(diary, " ");
    add(diary, name);
    add(diary, ":");
    diary->parts = 0;
}

void diary_flag(struct diary *diary, int happened, const char *what) {
    if (happened) {
        add(diary, diary->parts++ > 0 ? ", " : " ");
        add(diary, what);
    }
}

void diary_count(struct diary *diary, long count, const char *one, const char *many) {
    char text[80];
    (void)snprintf(text, sizeof text, "%ld %s", count, count == 1 ? one : many);
    diary_flag(diary, count > 0, text);
}

void diary_clock(struct diary *diary, enum clock_state clock) {
    diary_flag(diary, clock == CLOCK_UNSET, "the clock says 1970");
    diary_flag(diary, clock == CLOCK_AHEAD, "the clock is ten years ahead");
}

void diary_end(struct diary *diary) {
    add(diary, diary->parts == 0 ? " nothing." : ".");
}

void diary_print(const struct diary *diary) {
    printf("%s\n", diary->text);
    (void)fflush(stdout);
}
