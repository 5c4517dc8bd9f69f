/* SQLite, and wrappers for what Swift cannot call: variadic functions and casts of integers to pointers. */
#ifndef TINCAY_CSQLITE_SHIM_H
#define TINCAY_CSQLITE_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Room for any path that tincay_sqlite_resolve gives. */
enum { TINCAY_SQLITE_PATH_SIZE = PATH_MAX + NAME_MAX + 2 };

/* After how many frames the write-ahead log is moved into the file and started anew: SQLite's own default. */
enum { TINCAY_SQLITE_LOG_FRAMES = 1000 };

/* Makes a connection treat the file as hostile: no writable schema, no triggers, no views, no functions in the schema,
 * no extensions and no double-quoted strings. */
static inline int tincay_sqlite_harden(sqlite3 *database) {
    static const int off[] = {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                              SQLITE_DBCONFIG_ENABLE_VIEW,    SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
                              SQLITE_DBCONFIG_DQS_DML,        SQLITE_DBCONFIG_DQS_DDL};
    int status = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    for (size_t i = 0; status == SQLITE_OK && i < sizeof off / sizeof *off; i++)
        status = sqlite3_db_config(database, off[i], 0, (int *)0);
    return status;
}

/* Binds a copy of bytes; no bytes bind an empty blob, not NULL. */
static inline int tincay_sqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, size_t size) {
    if (size == 0)
        return sqlite3_bind_zeroblob(statement, index, 0);
    return sqlite3_bind_blob64(statement, index, bytes, size, SQLITE_TRANSIENT);
}

/* Writes the absolute path of a file, with every link in its folder's path followed, and gives 0 or an errno. */
static inline int tincay_sqlite_resolve(const char *path, char *out) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t folder_size = (size_t)(name - path);
    char folder[PATH_MAX + 1];
    size_t used;
    if (*name == 0 || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return EISDIR;
    if (folder_size > PATH_MAX || strlen(name) > NAME_MAX)
        return ENAMETOOLONG;
    memcpy(folder, path, folder_size);
    folder[folder_size] = 0;
    if (!realpath(folder_size ? folder : ".", out))
        return errno;
    used = strlen(out);
    if (used > 1)
        out[used++] = '/';
    strcpy(out + used, name);
    return 0;
}

/* Tells whether a path names a regular file of the caller's: gives 0 or an errno, ELOOP for a link,
 * EINVAL for anything else that is no file. */
static inline int tincay_sqlite_inspect(const char *path) {
    struct stat status;
#ifdef SYS_newfstatat
    /* By its number: the C library's own function would not be found on systems older than glibc 2.33. */
    if (syscall(SYS_newfstatat, AT_FDCWD, path, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno;
#else
    if (lstat(path, &status) != 0)
        return errno;
#endif
    if (S_ISLNK(status.st_mode))
        return ELOOP;
    return S_ISREG(status.st_mode) ? 0 : EINVAL;
}

/* Lengthens a file that exists to at least `size` bytes with zeros that are really written; gives the size that it has
 * then, and why it has not more: 0 or an errno. They are written a page at a time, so that the system does not keep, and
 * later write, larger pieces as one. One that was cut to nothing is so on the disk first: a power cut could otherwise
 * leave zeros among what it held, and the beginning of a write-ahead log counts by itself. */
static inline off_t tincay_sqlite_lengthen(const char *path, off_t size, int *error) {
    /* Not constant, so that the zeros are not part of the library's file. */
    static char zeros[4096];
    int file = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    *error = file < 0 ? errno : 0;
    if (file < 0)
        return 0;
    off_t end = lseek(file, 0, SEEK_END);
    if (end == 0 && size > 0 && fsync(file) != 0)
        *error = errno;
    while (*error == 0 && end >= 0 && end < size) {
        off_t rest = size - end;
        ssize_t written = pwrite(file, zeros, rest < (off_t)sizeof zeros ? (size_t)rest : sizeof zeros, end);
        if (written <= 0) {
            *error = written < 0 ? errno : ENOSPC;
            break;
        }
        end += written;
    }
    close(file);
    return end < 0 ? 0 : end;
}

/* Notes how many frames of the write-ahead log are in use, and moves them into the file once they are many, as SQLite does
 * when nobody watches. */
static inline int tincay_sqlite_logged(void *used, sqlite3 *database, const char *name, int frames) {
    int logged = 0, moved = 0;
    if (frames >= TINCAY_SQLITE_LOG_FRAMES &&
        sqlite3_wal_checkpoint_v2(database, name, SQLITE_CHECKPOINT_PASSIVE, &logged, &moved) == SQLITE_OK &&
        logged == moved)
        frames = 0;
    *(int *)used = frames;
    return SQLITE_OK;
}

/* Keeps the number of the log's frames that are in use at `used`, which must outlive the connection. */
static inline void tincay_sqlite_watch(sqlite3 *database, int *used) {
    sqlite3_wal_hook(database, tincay_sqlite_logged, used);
}

/* Tells whether there is memory for any row that a file may have. SQLite says that there is none also when a damaged page
 * claims that a row has gigabytes. */
static inline int tincay_sqlite_has_memory(void) {
    const size_t size = (size_t)256 << 20;
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return 0;
    munmap(memory, size);
    return 1;
}

/* Makes an empty file that only its owner may read, where none was; gives 0 or an errno. */
static inline int tincay_sqlite_make(const char *path) {
    int file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return errno;
    close(file);
    return 0;
}

#endif
