/* SQLite's way to the disk: its own functions for files, with each operation told before it is done. */
#include "disk.h"
#include "support.h"

#include <errno.h>
#include <sqlite3.h>

/* An open file, behind which SQLite's own lies in memory. */
struct file {
    sqlite3_file base;
    const char *path;
    int syncs_folder;
};

static sqlite3_vfs *real, mounted;
static int last_error;

int disk_inside;

#define REAL(file) ((sqlite3_file *)((struct file *)(file) + 1))
#define PATH(file) (((struct file *)(file))->path)

/* Calls one of SQLite's own functions, whose calls of the system are not to be counted again. */
#define INSIDE(call)                                                                                                   \
    ({                                                                                                                 \
        int result_;                                                                                                   \
        disk_inside++;                                                                                                 \
        result_ = (call);                                                                                              \
        disk_inside--;                                                                                                 \
        result_;                                                                                                       \
    })

static int is_watched(sqlite3_file *file) {
    return PATH(file) != NULL && disk_watches(PATH(file));
}

/* Notes an error number, which SQLite asks for later. */
static int failing(int error, int code) {
    last_error = error;
    return error == ENOSPC && code == SQLITE_IOERR_WRITE ? SQLITE_FULL : code;
}

/* Lays down the names of the folder that a file is in. */
static void sync_folder_of(const char *path) {
    char folder[512];
    snprintf(folder, sizeof folder, "%s", path);
    *strrchr(folder, '/') = 0;
    disk_sync_folder(folder);
}

/* ---------------------------------------------------------------------------------------------- files */

static int file_close(sqlite3_file *file) {
    return INSIDE(REAL(file)->pMethods->xClose(REAL(file)));
}

static int file_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
    if (is_watched(file) && disk_is_dead())
        return failing(EIO, SQLITE_IOERR_READ);
    return INSIDE(REAL(file)->pMethods->xRead(REAL(file), bytes, size, offset));
}

static int file_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
    size_t allowed = (size_t)size;
    int error = is_watched(file) ? disk_write(PATH(file), bytes, (size_t)size, offset, &allowed) : 0;
    if (allowed > 0) {
        int status = INSIDE(REAL(file)->pMethods->xWrite(REAL(file), bytes, (int)allowed, offset));
        if (status != SQLITE_OK)
            return status;
    }
    return error ? failing(error, SQLITE_IOERR_WRITE) : SQLITE_OK;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    int error = is_watched(file) ? disk_truncate(PATH(file), size) : 0;
    return error ? failing(error, SQLITE_IOERR_TRUNCATE) : INSIDE(REAL(file)->pMethods->xTruncate(REAL(file), size));
}

/* Nothing is really synced: it is the test that decides what is there afterwards. */
static int file_sync(sqlite3_file *file, int flags) {
    int error;
    (void)flags;
    if (!is_watched(file))
        return SQLITE_OK;
    error = disk_sync(PATH(file));
    if (error)
        return failing(error, SQLITE_IOERR_FSYNC);
    if (((struct file *)file)->syncs_folder)
        sync_folder_of(PATH(file));
    ((struct file *)file)->syncs_folder = 0;
    return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    return REAL(file)->pMethods->xFileSize(REAL(file), size);
}

static int file_lock(sqlite3_file *file, int lock) {
    return INSIDE(REAL(file)->pMethods->xLock(REAL(file), lock));
}

static int file_unlock(sqlite3_file *file, int lock) {
    return INSIDE(REAL(file)->pMethods->xUnlock(REAL(file), lock));
}

static int file_check_lock(sqlite3_file *file, int *result) {
    return INSIDE(REAL(file)->pMethods->xCheckReservedLock(REAL(file), result));
}

static int file_control(sqlite3_file *file, int what, void *argument) {
    return INSIDE(REAL(file)->pMethods->xFileControl(REAL(file), what, argument));
}

static int file_sector_size(sqlite3_file *file) {
    return REAL(file)->pMethods->xSectorSize(REAL(file));
}

static int file_characteristics(sqlite3_file *file) {
    return REAL(file)->pMethods->xDeviceCharacteristics(REAL(file));
}

/* Without shared memory, which a file held by one connection does not need. */
static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_check_lock,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_characteristics,
};

/* ---------------------------------------------------------------------------------------------- names */

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags) {
    struct file *mine = (struct file *)file;
    int status;
    (void)vfs;
    memset(mine, 0, (size_t)mounted.szOsFile);
    mine->path = path;
    if (path != NULL && disk_watches(path)) {
        int error = 0;
        if (access(path, F_OK) != 0 && (flags & SQLITE_OPEN_CREATE)) {
            error = disk_make(path);
            mine->syncs_folder = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0;
        } else if (disk_is_dead()) {
            error = EIO;
        }
        if (error)
            return failing(error, SQLITE_CANTOPEN);
    }
    last_error = 0;
    status = INSIDE(real->xOpen(real, path, REAL(file), flags, out_flags));
    if (status == SQLITE_OK)
        mine->base.pMethods = &methods;
    return status;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int syncs_folder) {
    (void)vfs;
    if (disk_watches(path) && access(path, F_OK) == 0) {
        int error = disk_remove(path);
        if (error)
            return failing(error, SQLITE_IOERR_DELETE);
        if (syncs_folder)
            sync_folder_of(path);
    }
    return INSIDE(real->xDelete(real, path, 0));
}

static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags, int *result) {
    (void)vfs;
    return INSIDE(real->xAccess(real, path, flags, result));
}

static int vfs_last_error(sqlite3_vfs *vfs, int size, char *text) {
    (void)vfs;
    return last_error ? last_error : real->xGetLastError(real, size, text);
}

void disk_mount(void) {
    real = sqlite3_vfs_find(NULL);
    CHECK(real != NULL);
    mounted = *real;
    mounted.zName = "treacherous";
    mounted.szOsFile = (int)sizeof(struct file) + real->szOsFile;
    mounted.xOpen = vfs_open;
    mounted.xDelete = vfs_delete;
    mounted.xAccess = vfs_access;
    mounted.xGetLastError = vfs_last_error;
    CHECK(sqlite3_vfs_register(&mounted, 1) == SQLITE_OK);
}
