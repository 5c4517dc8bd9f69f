/* The library's own way to the disk: the functions of libc that it calls beside SQLite. They stand before libc's because a
 * program's symbols come first. SQLite's calls and the test's own pass through. */
#define _GNU_SOURCE
#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { DESCRIPTORS = 256 };

/* The paths of files that were opened to be written. */
static char *paths[DESCRIPTORS];

static int is_counted(const char *path) {
    return !disk_inside && disk_watches(path);
}

static int open_counted(const char *path, int flags, mode_t mode) {
    int file, error = 0;
    if (is_counted(path)) {
        if (access(path, F_OK) != 0 && (flags & O_CREAT))
            error = disk_make(path);
        else if (disk_is_dead())
            error = EIO;
    }
    if (error) {
        errno = error;
        return -1;
    }
    file = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (file >= 0 && file < DESCRIPTORS) {
        free(paths[file]);
        paths[file] = is_counted(path) && (flags & O_ACCMODE) != O_RDONLY ? strdup(path) : NULL;
    }
    return file;
}

static mode_t mode_of(int flags, va_list arguments) {
    return (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
    va_list arguments;
    mode_t mode;
    va_start(arguments, flags);
    mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_counted(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list arguments;
    mode_t mode;
    va_start(arguments, flags);
    mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_counted(path, flags | O_LARGEFILE, mode);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
    size_t allowed = size;
    if (file >= 0 && file < DESCRIPTORS && paths[file] != NULL && is_counted(paths[file])) {
        int error = disk_write(paths[file], bytes, size, offset, &allowed);
        if (error && allowed == 0) {
            errno = error;
            return -1;
        }
    }
    return (ssize_t)syscall(SYS_pwrite64, file, bytes, allowed, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
    return pwrite(file, bytes, size, offset);
}

int fsync(int file) {
    if (file >= 0 && file < DESCRIPTORS && paths[file] != NULL && is_counted(paths[file])) {
        int error = disk_sync(paths[file]);
        if (error) {
            errno = error;
            return -1;
        }
    }
    return (int)syscall(SYS_fsync, file);
}

int unlink(const char *path) {
    if (is_counted(path) && access(path, F_OK) == 0) {
        int error = disk_remove(path);
        if (error) {
            errno = error;
            return -1;
        }
    }
    return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}
