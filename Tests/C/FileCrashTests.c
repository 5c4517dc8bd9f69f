/* A power cut, a full disk or a failing one at any operation leaves the files that are kept with reports as they were before
 * or as they are afterwards: a file is there with all of its bytes, or it is not, and once the desk was opened again
 * nothing lies beside it that was never entered. */
#define _GNU_SOURCE
#include "desks.h"

#include <dirent.h>
#include <sys/stat.h>

enum { FILE_SIZE = 70000, MOST_FILES = 8, NAME_SIZE = 64 };

/* A desk with the files beside it. */
struct kept {
    struct image desk;
    int count;
    char names[MOST_FILES][NAME_SIZE];
    struct image files[MOST_FILES];
};

static const char *folder;
static struct kept empty, one, left;
static char *report, *attachment;
static uint8_t content[FILE_SIZE];

/* ---------------------------------------------------------------------------------------------- what is worked on */

/* Lists the files beside the desk; gives how many there are. */
static int list_files(char names[MOST_FILES][NAME_SIZE]) {
    DIR *directory = opendir(folder);
    struct dirent *entry;
    int count = 0;
    while (directory != NULL && (entry = readdir(directory)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        CHECK(count < MOST_FILES && strlen(entry->d_name) < NAME_SIZE);
        strcpy(names[count++], entry->d_name);
    }
    if (directory != NULL)
        closedir(directory);
    return count;
}

static const char *in_files(const char *name) {
    static char path[600];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void clear_all(void) {
    char names[MOST_FILES][NAME_SIZE];
    int count = list_files(names);
    while (count > 0)
        unlink(in_files(names[--count]));
    rmdir(folder);
    disk_allow_nameless(1);
    clear_desk();
}

static struct kept take_all(void) {
    struct kept kept;
    int index;
    kept.desk = take(desk_path);
    kept.count = list_files(kept.names);
    for (index = 0; index < kept.count; index++)
        kept.files[index] = take(in_files(kept.names[index]));
    return kept;
}

static void lay_all(const struct kept *kept) {
    int index;
    lay(desk_path, kept->desk);
    CHECK(kept->count == 0 || mkdir(folder, 0700) == 0);
    for (index = 0; index < kept->count; index++)
        lay(in_files(kept->names[index]), kept->files[index]);
}

/* Takes in a file, piece by piece; gives its identifier. */
static tincay_status attach(char **id) {
    tincay_bytes result = {NULL, 0};
    tincay_upload *upload;
    tincay_status status =
        tincay_desk_attach(desk, report, BYTES("{\"name\":\"a picture\",\"type\":\"image/jpeg\"}"), &upload);
    if (status == TINCAY_OK)
        status = tincay_upload_write(upload, content, FILE_SIZE / 3);
    if (status == TINCAY_OK)
        status = tincay_upload_write(upload, content + FILE_SIZE / 3, FILE_SIZE - FILE_SIZE / 3);
    if (status == TINCAY_OK)
        status = tincay_upload_end(upload, &result);
    if (id != NULL)
        *id = pick(result, "/id");
    tincay_bytes_free(&result);
    CHECK(tincay_upload_close(upload) == TINCAY_OK || upload == NULL);
    return status;
}

static void make_everything(void) {
    char part[NAME_SIZE + 8];
    size_t index;
    for (index = 0; index < FILE_SIZE; index++)
        content[index] = (uint8_t)(index * 2654435761u >> 13);
    memcpy(content, "\xff\xd8\xff\xe0", 4);
    make_first_desk();
    folder = strdup(beside(desk_path, ".files"));
    report = file_report("{\"story\":\"a story\",\"number\":1}");
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    empty = take_all();
    begin_desk();
    EXPECT(TINCAY_OK, attach(&attachment));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    one = take_all();
    CHECK(one.count == 1);
    /* A file that was entered and has not got its name yet, and one that was never entered. */
    left = one;
    snprintf(part, sizeof part, "%s.part", one.names[0]);
    strcpy(left.names[0], part);
    snprintf(left.names[1], NAME_SIZE, "%032x.part", 7);
    left.files[1] = one.files[0];
    left.count = 2;
    clear_all();
}

static void lay_empty(void) {
    lay_all(&empty);
}

static void lay_one(void) {
    lay_all(&one);
}

static void lay_left(void) {
    lay_all(&left);
}

static void lay_empty_with_names(void) {
    lay_empty();
    disk_allow_nameless(0);
}

static void lay_one_with_names(void) {
    lay_one();
    disk_allow_nameless(0);
}

/* ---------------------------------------------------------------------------------------------- what is seen */

/* Reads a file, which has all of its bytes. */
static void read_file_of_desk(const char *id) {
    static uint8_t buffer[FILE_SIZE + 1];
    tincay_download *download;
    size_t size;
    EXPECT(TINCAY_OK, tincay_desk_attachment(desk, report, id, &download, NULL));
    EXPECT(TINCAY_OK, tincay_download_read(download, buffer, sizeof buffer, &size));
    CHECK(size == FILE_SIZE && memcmp(buffer, content, size) == 0);
    EXPECT(TINCAY_OK, tincay_download_close(download));
}

static void see_files(void) {
    char names[MOST_FILES][NAME_SIZE];
    int count, files = 0;
    tincay_bytes read;
    begin_desk();
    if (tincay_desk_read(desk, report, &read) == TINCAY_OK) {
        for (;; files++) {
            char pointer[40], *id;
            snprintf(pointer, sizeof pointer, "/attachments/%d/id", files);
            id = pick(read, pointer);
            if (id == NULL)
                break;
            read_file_of_desk(id);
            free(id);
        }
        tincay_bytes_free(&read);
    }
    end_desk();
    count = list_files(names);
    CHECK(count == files);
    while (count-- > 0)
        CHECK(strstr(names[count], ".part") == NULL);
    see_words("%d in the folder, ", files);
    see_desk();
}

/* ---------------------------------------------------------------------------------------------- kinds of work */

static tincay_status run_attach(void) {
    return attach(NULL);
}

/* An upload that nobody ends leaves nothing, whatever happens to it. */
static tincay_status run_give_up(void) {
    tincay_upload *upload;
    tincay_status status = tincay_desk_attach(desk, report, BYTES("{\"name\":\"a picture\"}"), &upload);
    if (status == TINCAY_OK)
        status = tincay_upload_write(upload, content, FILE_SIZE);
    CHECK(tincay_upload_close(upload) == TINCAY_OK || upload == NULL);
    return status;
}

static tincay_status run_download(void) {
    tincay_download *download;
    uint8_t byte;
    size_t size = 0;
    tincay_status status = tincay_desk_attachment(desk, report, attachment, &download, NULL);
    if (status == TINCAY_OK)
        status = tincay_download_read(download, &byte, 1, &size);
    CHECK(status != TINCAY_OK || (size == 1 && byte == content[0]));
    CHECK(tincay_download_close(download) == TINCAY_OK || download == NULL);
    return status;
}

static tincay_status run_detach(void) {
    return tincay_desk_detach(desk, report, attachment, BYTES("sent twice"));
}

static tincay_status run_shred(void) {
    return tincay_desk_shred(desk, report, BYTES("asked for"));
}

static tincay_status run_remove_person(void) {
    return tincay_desk_remove_person(desk, SECOND);
}

static tincay_status run_open(void) {
    return tincay_desk_open(desk_path, PERSON, BYTES(PASSPHRASE), &desk);
}

static const struct work works[] = {
    WORK_AT_DESK("attach, the first file", lay_empty, run_attach, do_nothing, see_files),
    WORK_AT_DESK("attach, one more", lay_one, run_attach, do_nothing, see_files),
    WORK_AT_DESK("attach, all have names", lay_empty_with_names, run_attach, do_nothing, see_files),
    WORK_AT_DESK("begin and give up", lay_one, run_give_up, do_nothing, see_files),
    WORK_AT_DESK("give up, all have names", lay_one_with_names, run_give_up, do_nothing, see_files),
    WORK_AT_DESK("download", lay_one, run_download, do_nothing, see_files),
    WORK_AT_DESK("detach", lay_one, run_detach, log_of_desk_is_empty, see_files),
    WORK_AT_DESK("shred, with a file", lay_one, run_shred, log_of_desk_is_empty, see_files),
    WORK_AT_DESK("every key anew", lay_one, run_remove_person, log_of_desk_is_empty, see_files),
    {"open, after an interruption", lay_left, do_nothing, run_open, do_nothing, end_desk, see_files, 0},
};

int main(int argc, char **argv) {
    return run_matrix(argc, argv, works, sizeof works / sizeof *works, make_everything, clear_all);
}
