/* The answers of one sitting, in the order they were given, until they are sent or forgotten. */
#ifndef KIOSK_ANSWERS_H
#define KIOSK_ANSWERS_H

#include "buffer.h"

#define ANSWERS_LIMIT 256

/* One question that was answered or skipped. */
struct answer {
    struct buffer path; /* a JSON Pointer with one or two names, such as "/safe_now" */
    struct buffer json; /* the value as JSON; empty when the question was skipped */
};

/* Start with {0}. */
struct answers {
    struct answer list[ANSWERS_LIMIT];
    size_t count;
};

/* Keeps an answer behind the others, or that a question was skipped when `json` is empty. 0 when there is no room. */
int answers_add(struct answers *answers, const uint8_t *path, size_t path_size, const struct buffer *json);

/* Finds a question: its place plus one, or 0. */
size_t answers_find(const struct answers *answers, const uint8_t *path, size_t path_size);

/* Forgets the answer at a place, wiped. */
void answers_remove(struct answers *answers, size_t place);

/* Forgets all, wiped. */
void answers_free(struct answers *answers);

/* Writes the JSON object to check and to send, with the profile in front. `json->failed` tells when memory ran out. */
void answers_write(const struct answers *answers, const char *profile, struct buffer *json);

/* Tells whether any question has an answer. */
int answers_any(const struct answers *answers);

#endif
