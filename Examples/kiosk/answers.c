#include "answers.h"

#include <string.h>

int answers_add(struct answers *answers, const uint8_t *path, size_t path_size, const struct buffer *json) {
    struct answer *answer;
    if (answers->count == ANSWERS_LIMIT || path_size < 2 || path[0] != '/') {
        return 0;
    }
    answer = &answers->list[answers->count];
    buffer_add(&answer->path, path, path_size);
    buffer_add(&answer->json, json->data, json->size);
    if (answer->path.failed || answer->json.failed) {
        buffer_free(&answer->path);
        buffer_free(&answer->json);
        return 0;
    }
    answers->count++;
    return 1;
}

size_t answers_find(const struct answers *answers, const uint8_t *path, size_t path_size) {
    size_t place;
    for (place = 0; place < answers->count; place++) {
        const struct buffer *known = &answers->list[place].path;
        if (known->size == path_size && memcmp(known->data, path, path_size) == 0) {
            return place + 1;
        }
    }
    return 0;
}

void answers_remove(struct answers *answers, size_t place) {
    static const struct answer none;
    if (place >= answers->count) {
        return;
    }
    buffer_free(&answers->list[place].path);
    buffer_free(&answers->list[place].json);
    memmove(&answers->list[place], &answers->list[place + 1], (answers->count - place - 1) * sizeof answers->list[0]);
    answers->count--;
    answers->list[answers->count] = none;
}

void answers_free(struct answers *answers) {
    while (answers->count > 0) {
        answers_remove(answers, answers->count - 1);
    }
}

/* The length of the first name in a path, without its slash. */
static size_t first_name(const struct buffer *path) {
    size_t size = 0;
    while (size + 1 < path->size && path->data[size + 1] != '/') {
        size++;
    }
    return size;
}

/* Adds a name of a path as a JSON name: the escapes of JSON Pointer undone. */
static void write_name(struct buffer *json, const uint8_t *name, size_t size) {
    struct buffer plain = {0};
    size_t index;
    for (index = 0; index < size; index++) {
        if (name[index] == '~' && index + 1 < size) {
            index++;
            buffer_text(&plain, name[index] == '1' ? "/" : "~");
        } else {
            buffer_add(&plain, &name[index], 1);
        }
    }
    buffer_json(json, plain.data, plain.size);
    json->failed = json->failed || plain.failed;
    buffer_free(&plain);
    buffer_text(json, ":");
}

/* Tells whether two answers belong into one group: two names each, the first the same. */
static int same_group(const struct answer *one, const struct answer *other) {
    size_t size = first_name(&one->path);
    return one->path.size > size + 1 && other->path.size > size + 1 && first_name(&other->path) == size &&
           memcmp(one->path.data, other->path.data, size + 1) == 0;
}

/* Writes a group once, at the place of its first answer. */
static void write_group(const struct answers *answers, size_t place, struct buffer *json) {
    const struct answer *first = &answers->list[place];
    size_t size = first_name(&first->path) + 2;
    size_t index;
    int written = 0;
    for (index = 0; index < place; index++) {
        if (answers->list[index].json.size > 0 && same_group(first, &answers->list[index])) {
            return;
        }
    }
    buffer_text(json, ",");
    write_name(json, first->path.data + 1, size - 2);
    buffer_text(json, "{");
    for (index = place; index < answers->count; index++) {
        const struct answer *answer = &answers->list[index];
        if (answer->json.size > 0 && same_group(first, answer)) {
            buffer_text(json, written ? "," : "");
            write_name(json, answer->path.data + size, answer->path.size - size);
            buffer_add(json, answer->json.data, answer->json.size);
            written = 1;
        }
    }
    buffer_text(json, "}");
}

void answers_write(const struct answers *answers, const char *profile, struct buffer *json) {
    size_t place;
    buffer_text(json, "{\"profile\":");
    buffer_json(json, profile, strlen(profile));
    for (place = 0; place < answers->count; place++) {
        const struct answer *answer = &answers->list[place];
        size_t size = first_name(&answer->path);
        if (answer->json.size == 0) {
            continue;
        }
        if (answer->path.size > size + 1) {
            write_group(answers, place, json);
        } else {
            buffer_text(json, ",");
            write_name(json, answer->path.data + 1, size);
            buffer_add(json, answer->json.data, answer->json.size);
        }
    }
    buffer_text(json, "}");
}

int answers_any(const struct answers *answers) {
    size_t place;
    for (place = 0; place < answers->count; place++) {
        if (answers->list[place].json.size > 0) {
            return 1;
        }
    }
    return 0;
}
