/* Files, and texts of one line each. */
#ifndef TINCAY_BENCHMARKS_LINES_H
#define TINCAY_BENCHMARKS_LINES_H

#include "measure.h"

#include <stdint.h>

/* Bytes of a file or of a part of it. */
struct text {
    uint8_t *bytes;
    size_t size;
};

static inline struct text read_text(const char *path) {
    struct text text;
    FILE *file = fopen(path, "rb");
    long size;
    MUST(file);
    fseek(file, 0, SEEK_END);
    size = ftell(file);
    rewind(file);
    MUST(size >= 0 && (text.bytes = malloc((size_t)size + 1)));
    text.size = fread(text.bytes, 1, (size_t)size, file);
    text.bytes[text.size] = 0;
    fclose(file);
    return text;
}

/* The lines of a file, which share its memory. */
static inline size_t read_lines(const char *path, struct text **out_lines) {
    struct text all = read_text(path);
    size_t count = 0, room = 1, start = 0;
    for (size_t i = 0; i < all.size; i++)
        room += all.bytes[i] == '\n';
    MUST((*out_lines = malloc(room * sizeof **out_lines)));
    for (size_t i = 0; i < all.size; i++) {
        if (all.bytes[i] == '\n') {
            (*out_lines)[count++] = (struct text){all.bytes + start, i - start};
            start = i + 1;
        }
    }
    return count;
}

#endif
