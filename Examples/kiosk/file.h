/* Reading and writing without stdio, whose own buffers would keep a copy of what was told. */
#ifndef KIOSK_FILE_H
#define KIOSK_FILE_H

#include "buffer.h"

/* Reads to the end, but at most `limit` bytes and one more, so that the library sees what is too large.
 * Gives 1, or 0 with errno set. */
int read_all(int descriptor, size_t limit, struct buffer *content);

/* The same for a file. */
int read_file(const char *path, size_t limit, struct buffer *content);

/* Writes a file that only its owner may read, under a passing name first: there is never half a file under `path`.
 * Gives 1, or 0 with errno set. */
int write_file(const char *path, const uint8_t *data, size_t size);

#endif
