#define _XOPEN_SOURCE 700

#include "parcel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "must.h"

/* Where a stick is, and the file on it. */
struct stick {
    char path[PATH_ROOM];
    char file[PATH_ROOM];
};

static struct stick find(const char *folder, long number, enum way way) {
    const char *name = way == WAY_TO_DESK ? TINCAY_BUNDLE_NAME : TINCAY_RECEIPT_NAME;
    struct stick stick;
    (void)snprintf(stick.path, sizeof stick.path, "%.300s/stick-%ld", folder, number);
    (void)snprintf(stick.file, sizeof stick.file, "%.300s/stick-%ld/%s", folder, number, name);
    return stick;
}

static void put(const char *folder, long number, enum way way, const tincay_bytes *bytes) {
    struct stick stick = find(folder, number, way);
    must_do(stick.path, mkdir(stick.path, S_IRWXU) == 0);
    file_write(stick.file, bytes->data, bytes->size);
}

static struct content get(const char *folder, long number, enum way way) {
    struct stick stick = find(folder, number, way);
    return file_read(stick.file);
}

static int is_there(const char *folder, long number, enum way way) {
    struct stick stick = find(folder, number, way);
    return file_exists(stick.file);
}

void parcel_write(const struct parcel *parcel, const char *folder, const tincay_bytes *bytes) {
    tincay_bytes first = {NULL, 0}, second = {NULL, 0};
    if (parcel->second == 0) {
        put(folder, parcel->stick, parcel->way, bytes);
        return;
    }
    must("tincay_bundle_split", tincay_bundle_split(bytes->data, bytes->size, &first, &second));
    put(folder, parcel->stick, parcel->way, &first);
    put(folder, parcel->second, parcel->way, &second);
    tincay_bytes_free(&first);
    tincay_bytes_free(&second);
}

struct content parcel_read(const struct parcel *parcel, const char *folder) {
    struct content first = get(folder, parcel->stick, parcel->way), second;
    tincay_bytes whole = {NULL, 0};
    if (parcel->second == 0) {
        return first;
    }
    second = get(folder, parcel->second, parcel->way);
    must("tincay_bundle_join", tincay_bundle_join(first.data, first.size, second.data, second.size, &whole));
    memcpy(first.data, whole.data, first.size);
    free(second.data);
    tincay_bytes_free(&whole);
    return first;
}

int parcel_is_whole(const struct parcel *parcel, const char *folder) {
    return is_there(folder, parcel->stick, parcel->way) &&
           (parcel->second == 0 || is_there(folder, parcel->second, parcel->way));
}

struct parcel parcel_copy(const struct parcel *parcel, const char *folder, long stick) {
    struct parcel copy = *parcel;
    struct content content = parcel_read(parcel, folder);
    tincay_bytes bytes;
    bytes.data = content.data;
    bytes.size = content.size;
    copy.stick = stick;
    copy.second = 0;
    parcel_write(&copy, folder, &bytes);
    free(content.data);
    return copy;
}

static void drop(const char *folder, long number, enum way way) {
    struct stick stick = find(folder, number, way);
    /* What was never written is gone already. */
    (void)unlink(stick.file);
    (void)rmdir(stick.path);
}

void parcel_drop(const struct parcel *parcel, const char *folder) {
    drop(folder, parcel->stick, parcel->way);
    if (parcel->second != 0) {
        drop(folder, parcel->second, parcel->way);
    }
}
