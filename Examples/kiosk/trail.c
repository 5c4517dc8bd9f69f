#include "trail.h"

#include <string.h>

int trail_add(struct trail *trail, const void *path, size_t path_size, enum pass pass) {
    struct step *step;
    if (trail->count == TRAIL_LIMIT) {
        return 0;
    }
    step = &trail->list[trail->count];
    buffer_add(&step->path, path, path_size);
    if (step->path.failed) {
        buffer_free(&step->path);
        return 0;
    }
    step->pass = pass;
    trail->count++;
    return 1;
}

/* Finds the last step at a question: its place plus one, or 0. */
static size_t find(const struct trail *trail, const void *path, size_t path_size) {
    size_t place;
    for (place = trail->count; place > 0; place--) {
        const struct buffer *known = &trail->list[place - 1].path;
        if (known->size == path_size && path_size > 0 && memcmp(known->data, path, path_size) == 0) {
            return place;
        }
    }
    return 0;
}

enum pass trail_find(const struct trail *trail, const void *path, size_t path_size) {
    size_t place = find(trail, path, path_size);
    return place > 0 ? trail->list[place - 1].pass : PASS_NONE;
}

/* Takes out the step at a place, wiped. */
static void take_out(struct trail *trail, size_t place) {
    static const struct step none;
    buffer_free(&trail->list[place].path);
    memmove(&trail->list[place], &trail->list[place + 1], (trail->count - place - 1) * sizeof trail->list[0]);
    trail->count--;
    trail->list[trail->count] = none;
}

void trail_reopen(struct trail *trail, const void *path, size_t path_size) {
    size_t place = find(trail, path, path_size);
    if (place > 0 && trail->list[place - 1].pass == PASS_SKIPPED) {
        take_out(trail, place - 1);
    }
}

enum pass trail_back(struct trail *trail) {
    enum pass pass = PASS_NONE;
    if (trail->count > 0) {
        pass = trail->list[trail->count - 1].pass;
        take_out(trail, trail->count - 1);
    }
    return pass;
}

int trail_any_told(const struct trail *trail) {
    size_t place;
    for (place = 0; place < trail->count; place++) {
        if (trail->list[place].pass == PASS_TOLD) {
            return 1;
        }
    }
    return 0;
}

void trail_free(struct trail *trail) {
    while (trail->count > 0) {
        take_out(trail, trail->count - 1);
    }
}
