#define _XOPEN_SOURCE 700

#include "file.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "must.h"

struct content file_read(const char *path) {
    struct content content = {NULL, 0};
    struct stat status;
    size_t got = 0;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    must_do(path, descriptor >= 0 && fstat(descriptor, &status) == 0);
    content.size = (size_t)status.st_size;
    content.data = malloc(content.size + 1);
    must_do(path, content.data != NULL);
    while (got < content.size) {
        ssize_t piece = read(descriptor, content.data + got, content.size - got);
        must_do(path, piece > 0);
        got += (size_t)piece;
    }
    (void)close(descriptor);
    return content;
}

void file_write(const char *path, const uint8_t *data, size_t size) {
    char passing[PATH_ROOM + 8];
    size_t put = 0;
    int descriptor;
    (void)snprintf(passing, sizeof passing, "%s.part", path);
    descriptor = open(passing, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    must_do(passing, descriptor >= 0);
    while (put < size) {
        ssize_t piece = write(descriptor, data + put, size - put);
        must_do(passing, piece > 0);
        put += (size_t)piece;
    }
    must_do(passing, fsync(descriptor) == 0 && close(descriptor) == 0);
    must_do(path, rename(passing, path) == 0);
}

int file_exists(const char *path) {
    return access(path, F_OK) == 0;
}
