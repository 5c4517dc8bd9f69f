#define _POSIX_C_SOURCE 200809L

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int read_all(int descriptor, size_t limit, struct buffer *content) {
    uint8_t piece[4096];
    while (content->size <= limit) {
        size_t left = limit + 1 - content->size;
        ssize_t got = read(descriptor, piece, left < sizeof piece ? left : sizeof piece);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            wipe(piece, sizeof piece);
            return 0;
        }
        if (got == 0) {
            break;
        }
        buffer_add(content, piece, (size_t)got);
        if (content->failed) {
            wipe(piece, sizeof piece);
            errno = ENOMEM;
            return 0;
        }
    }
    wipe(piece, sizeof piece);
    return 1;
}

int read_file(const char *path, size_t limit, struct buffer *content) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    int done;
    int saved;
    if (descriptor < 0) {
        return 0;
    }
    done = read_all(descriptor, limit, content);
    saved = errno;
    (void)close(descriptor);
    errno = saved;
    return done;
}

static int write_all(int descriptor, const uint8_t *data, size_t size) {
    while (size > 0) {
        ssize_t put = write(descriptor, data, size);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put <= 0) {
            return 0;
        }
        data += put;
        size -= (size_t)put;
    }
    return fsync(descriptor) == 0;
}

int write_file(const char *path, const uint8_t *data, size_t size) {
    char passing[4096];
    int length = snprintf(passing, sizeof passing, "%s.part", path);
    int descriptor;
    int done;
    int saved;
    if (length < 0 || (size_t)length >= sizeof passing) {
        errno = ENAMETOOLONG;
        return 0;
    }
    descriptor = open(passing, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return 0;
    }
    done = write_all(descriptor, data, size);
    saved = errno;
    if (close(descriptor) != 0 && done) {
        done = 0;
        saved = errno;
    }
    if (done && rename(passing, path) != 0) {
        done = 0;
        saved = errno;
    }
    if (!done) {
        (void)unlink(passing);
        errno = saved;
    }
    return done;
}
