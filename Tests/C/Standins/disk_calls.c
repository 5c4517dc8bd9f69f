/* The library's own way to the disk: the functions of libc that it calls beside SQLite. They stand before libc's because a
 * program's symbols come first. SQLite's calls and the test's own pass through. */
#define _GNU_SOURCE
#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { DESCRIPTORS = 256, PATH_SIZE = 512 };

/* The paths of files that were opened to be written, and of folders. */
static char *paths[DESCRIPTORS];
static int is_folder[DESCRIPTORS];
static int allows_nameless = 1;

void disk_allow_nameless(int allowed) {
    allows_nameless = allowed;
}

static int is_counted(const char *path) {
    return !disk_inside && disk_watches(path);
}

/* The path of an open file that is counted, or NULL. */
static const char *path_of(int file) {
    if (file < 0 || file >= DESCRIPTORS || paths[file] == NULL || !is_counted(paths[file]))
        return NULL;
    return paths[file];
}

/* Writes the path of a name in an open folder. */
static void join(char path[PATH_SIZE], int folder, const char *name) {
    const char *parent = name[0] != '/' && folder >= 0 && folder < DESCRIPTORS ? paths[folder] : NULL;
    snprintf(path, PATH_SIZE, "%s%s%s", parent != NULL ? parent : "", parent != NULL ? "/" : "", name);
}

/* Gives 0, or -1 with the error. */
static int answer(int error) {
    if (error)
        errno = error;
    return error ? -1 : 0;
}

static void remember(int file, const char *path, int flags) {
    if (file < 0 || file >= DESCRIPTORS)
        return;
    free(paths[file]);
    is_folder[file] = (flags & O_DIRECTORY) != 0 && (flags & O_TMPFILE) != O_TMPFILE;
    paths[file] = is_folder[file] || (flags & O_ACCMODE) != O_RDONLY ? strdup(path) : NULL;
}

/* Makes a file without a name, known by a path that no other has. */
static int open_nameless(const char *folder, int flags, mode_t mode) {
    static long number;
    char path[PATH_SIZE];
    int file;
    snprintf(path, sizeof path, "%s/nameless %ld", folder, ++number);
    if (!allows_nameless)
        return answer(EOPNOTSUPP);
    if (is_counted(path) && answer(disk_make_nameless(path)) != 0)
        return -1;
    file = (int)syscall(SYS_openat, AT_FDCWD, folder, flags, mode);
    remember(file, path, flags);
    return file;
}

static int open_counted(const char *path, int flags, mode_t mode) {
    int file;
    if (is_counted(path)) {
        int error = 0;
        if (access(path, F_OK) != 0 && (flags & O_CREAT))
            error = disk_make(path);
        else if (disk_is_dead())
            error = EIO;
        if (answer(error) != 0)
            return -1;
    }
    file = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    remember(file, path, flags);
    return file;
}

static mode_t mode_of(int flags, va_list arguments) {
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, mode_t) : 0;
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

int openat(int folder, const char *name, int flags, ...) {
    char path[PATH_SIZE];
    va_list arguments;
    mode_t mode;
    va_start(arguments, flags);
    mode = mode_of(flags, arguments);
    va_end(arguments);
    if ((flags & O_TMPFILE) == O_TMPFILE && folder >= 0 && folder < DESCRIPTORS && paths[folder] != NULL)
        return open_nameless(paths[folder], flags, mode);
    join(path, folder, name);
    return open_counted(path, flags, mode);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
    const char *path = path_of(file);
    size_t allowed = size;
    if (path != NULL) {
        int error = disk_write(path, bytes, size, offset, &allowed);
        if (error && allowed == 0)
            return answer(error);
    }
    return (ssize_t)syscall(SYS_pwrite64, file, bytes, allowed, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
    return pwrite(file, bytes, size, offset);
}

int fsync(int file) {
    const char *path = path_of(file);
    if (path != NULL && answer(is_folder[file] ? disk_sync_names(path) : disk_sync(path)) != 0)
        return -1;
    return (int)syscall(SYS_fsync, file);
}

int unlink(const char *path) {
    if (is_counted(path) && access(path, F_OK) == 0 && answer(disk_remove(path)) != 0)
        return -1;
    return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int unlinkat(int folder, const char *name, int flags) {
    char path[PATH_SIZE];
    join(path, folder, name);
    if (is_counted(path) && access(path, F_OK) == 0 && answer(disk_remove(path)) != 0)
        return -1;
    return (int)syscall(SYS_unlinkat, folder, name, flags);
}

int mkdir(const char *path, mode_t mode) {
    if (is_counted(path) && access(path, F_OK) != 0 && answer(disk_make_folder(path)) != 0)
        return -1;
    return (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

/* The library names only files that have none, through the descriptor. */
int linkat(int from, const char *old, int folder, const char *name, int flags) {
    const char *number = strrchr(old, '/'), *nameless = number != NULL ? path_of(atoi(number + 1)) : NULL;
    char path[PATH_SIZE];
    join(path, folder, name);
    if (nameless != NULL && is_counted(path) && answer(disk_link(nameless, path)) != 0)
        return -1;
    return (int)syscall(SYS_linkat, from, old, folder, name, flags);
}

int renameat(int from, const char *old, int folder, const char *name) {
    char path[PATH_SIZE], other[PATH_SIZE];
    join(path, from, old);
    join(other, folder, name);
    if (is_counted(path) && access(path, F_OK) == 0 && answer(disk_rename(path, other)) != 0)
        return -1;
    return (int)syscall(SYS_renameat2, from, old, folder, name, 0);
}
