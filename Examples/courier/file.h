/* Files that are whole or not there at all. */
#ifndef COURIER_FILE_H
#define COURIER_FILE_H

#include <stddef.h>
#include <stdint.h>

/* The longest path that this program makes. */
#define PATH_ROOM 400

/* The bytes of a file; free `data`. */
struct content {
    uint8_t *data;
    size_t size;
};

/* Reads a file; ends the program when it cannot. */
struct content file_read(const char *path);

/* Writes a file under a passing name first: after a power cut it is there with everything in it, or it is not there. */
void file_write(const char *path, const uint8_t *data, size_t size);

/* Whether there is a file. */
int file_exists(const char *path);

#endif
