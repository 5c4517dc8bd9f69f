/* Which questions were passed in one sitting, in what order, so that one can go back; never an answer. */
#ifndef KIOSK_TRAIL_H
#define KIOSK_TRAIL_H

#include "buffer.h"

#define TRAIL_LIMIT 1024

/* How a question was passed: by a step that the draft has as well, or by nothing. */
enum pass { PASS_NONE, PASS_TOLD, PASS_SKIPPED };

/* One question that was passed. */
struct step {
    struct buffer path;
    enum pass pass;
};

/* Start with {0}. */
struct trail {
    struct step list[TRAIL_LIMIT];
    size_t count;
};

/* Adds a step; 0 when there is no room. */
int trail_add(struct trail *trail, const void *path, size_t path_size, enum pass pass);

/* Tells how a question was passed last. */
enum pass trail_find(const struct trail *trail, const void *path, size_t path_size);

/* Forgets that a question was skipped, so that it is asked again. */
void trail_reopen(struct trail *trail, const void *path, size_t path_size);

/* Takes the last step off and tells which it was. */
enum pass trail_back(struct trail *trail);

/* Tells whether the draft has a step. */
int trail_any_told(const struct trail *trail);

/* Forgets all, wiped. */
void trail_free(struct trail *trail);

#endif
