/* Files that lie beside a desk, always reached through the descriptor of their folder. Every call gives 0 or an errno. */
#ifndef TINCAY_CPLATFORM_FILE_H
#define TINCAY_CPLATFORM_FILE_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Where a process finds its own descriptors, to give a nameless file a name. */
#define TINCAY_DESCRIPTORS "/proc/self/fd"

/* What the C library shows only to programs that ask for all of its extensions. */
#if !defined(O_TMPFILE) && defined(__O_TMPFILE)
#define O_TMPFILE __O_TMPFILE
#endif
#ifndef AT_EMPTY_PATH
#define AT_EMPTY_PATH 0x1000
#endif

/* Lays a file's or a folder's changes down on the disk. */
static inline int tincay_file_sync(int file) {
    return fsync(file) == 0 ? 0 : errno;
}

/* Closes a descriptor. */
static inline void tincay_file_close(int file) {
    if (file >= 0)
        close(file);
}

/* Opens a folder that is no link; gives its descriptor in `folder`. */
static inline int tincay_folder_open(const char *path, int *folder) {
    *folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return *folder < 0 ? errno : 0;
}

/* Makes a folder that only its owner may enter, unless there is one, and sees to it that its parent remembers it. */
static inline int tincay_folder_make(const char *path) {
    char parent[PATH_MAX + 1];
    const char *slash = strrchr(path, '/');
    size_t size = slash ? (size_t)(slash - path) : 0;
    int folder, error;
    /* Also when it is there: whoever made it may not have come to the rest. */
    if (mkdir(path, 0700) != 0 && errno != EEXIST)
        return errno;
    if (size > PATH_MAX)
        return ENAMETOOLONG;
    memcpy(parent, path, size);
    parent[size] = 0;
    folder = open(size ? parent : slash ? "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return errno;
    error = tincay_file_sync(folder);
    close(folder);
    return error;
}

/* Makes an empty file that only its owner may read, without a name where the file system can do that, else under `name`,
 * which must be free. `named` asks for the name and tells whether it was given. Whoever looks at it from elsewhere sees that it is being written. */
static inline int tincay_file_make(int folder, const char *name, int *file, int *named) {
    *file = -1;
#ifdef O_TMPFILE
    if (!*named && access(TINCAY_DESCRIPTORS, X_OK) == 0)
        *file = openat(folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
#endif
    if (*file < 0) {
        *file = openat(folder, name, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);
        *named = 1;
    }
    if (*file < 0)
        return errno;
    /* A file system without locks is no reason to refuse: only who clears up would have asked. */
    (void)flock(*file, LOCK_EX | LOCK_NB);
    return 0;
}

/* Gives a nameless file a name that must be free. */
static inline int tincay_file_link(int file, int folder, const char *name) {
    char path[64];
    snprintf(path, sizeof path, TINCAY_DESCRIPTORS "/%d", file);
    return linkat(AT_FDCWD, path, folder, name, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

/* Gives a file another name in its folder. */
static inline int tincay_file_rename(int folder, const char *from, const char *to) {
    return renameat(folder, from, folder, to) == 0 ? 0 : errno;
}

/* Takes a file's name away. */
static inline int tincay_file_remove(int folder, const char *name) {
    return unlinkat(folder, name, 0) == 0 ? 0 : errno;
}

/* Tells how large an open file is, and refuses what is no regular file. */
static inline int tincay_file_size(int file, int64_t *size) {
    struct stat status;
#ifdef SYS_newfstatat
    /* By its number: the C library's own function would not be found on systems older than glibc 2.33. */
    if (syscall(SYS_newfstatat, file, "", &status, AT_EMPTY_PATH) != 0)
        return errno;
#else
    if (fstat(file, &status) != 0)
        return errno;
#endif
    *size = status.st_size;
    return S_ISREG(status.st_mode) ? 0 : ELOOP;
}

/* Opens a file for reading; a link, a pipe or a device is refused. */
static inline int tincay_file_open(int folder, const char *name, int *file, int64_t *size) {
    int error;
    *file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (*file < 0)
        return errno;
    error = tincay_file_size(*file, size);
    if (error != 0) {
        close(*file);
        *file = -1;
    }
    return error;
}

/* Tells whether nobody is writing a file of this name. */
static inline int tincay_file_is_left(int folder, const char *name) {
    int64_t size;
    int file, left;
    if (tincay_file_open(folder, name, &file, &size) != 0)
        return 0;
    left = flock(file, LOCK_EX | LOCK_NB) == 0;
    close(file);
    return left;
}

/* Writes all of some bytes at a file's end. */
static inline int tincay_file_write(int file, const void *bytes, size_t size) {
    const char *rest = (const char *)bytes;
    off_t place = lseek(file, 0, SEEK_END);
    if (place < 0)
        return errno;
    while (size > 0) {
        ssize_t written = pwrite(file, rest, size, place);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : ENOSPC;
        rest += written;
        place += written;
        size -= (size_t)written;
    }
    return 0;
}

/* Has the system begin to lay down what was written so far, so that nobody waits for all of it at the end. */
static inline void tincay_file_begin_sync(int file, int64_t from, int64_t size) {
#ifdef SYS_sync_file_range
    /* 2 is SYNC_FILE_RANGE_WRITE: begin, and wait for nothing. */
    (void)syscall(SYS_sync_file_range, file, from, size, 2);
#else
    (void)file, (void)from, (void)size;
#endif
}

/* Reads as many bytes as there are, up to `size`; gives how many in `got`. */
static inline int tincay_file_read(int file, void *bytes, size_t size, size_t *got) {
    *got = 0;
    while (*got < size) {
        ssize_t count = read(file, (char *)bytes + *got, size - *got);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        if (count == 0)
            break;
        *got += (size_t)count;
    }
    return 0;
}

/* A folder that is being listed. */
typedef struct tincay_listing {
    DIR *entries;
} tincay_listing;

/* Begins to list a folder. */
static inline int tincay_listing_begin(int folder, tincay_listing *listing) {
    int own = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    listing->entries = own < 0 ? NULL : fdopendir(own);
    if (listing->entries)
        return 0;
    if (own >= 0)
        close(own);
    return errno ? errno : EIO;
}

/* Copies the next name, which has up to 255 bytes; gives 0 at the end. */
static inline int tincay_listing_next(tincay_listing *listing, char name[256]) {
    const struct dirent *entry = readdir(listing->entries);
    if (!entry)
        return 0;
    strncpy(name, entry->d_name, 255);
    name[255] = 0;
    return 1;
}

/* Ends a listing. */
static inline void tincay_listing_end(tincay_listing *listing) {
    closedir(listing->entries);
}

#endif
