/* Files of a desk that has been worked with: bytes that the disk has changed, rows that somebody has, and the sealed files
 * beside it. */
#define _GNU_SOURCE
#include "rows.h"

#include <dirent.h>
#include <sys/stat.h>

enum { FILE_SIZE = 150000, MOST_FILES = 16 };

#define REPORT ((const char *)report_sample.bytes)

static const struct column DESK_COLUMNS[] = {
    {"desk", "header", 0},
    {"desk", "setup", 0},
    {"person", "id", 0},
    {"person", "slot", 0},
    {"person", "wrap", 0},
    {"person", "endorsement", 0},
    {"generation", "number", 0},
    {"generation", "body", 0},
    {"failure", "id", 0},
    {"failure", "body", 0},
    {"ledger", "number", 0},
    {"ledger", "entry", 0},
    {"ledger", "key", 0},
    {"ledger", "head", 0},
    {"body", "number", 0},
    {"body", "body", 0},
    {"form", "id", 0},
    {"form", "body", 0},
    {"notice", "id", 0},
    {"notice", "body", 0},
    {"fold", "number", 0},
    {"fold", "body", 0},
    {"facts_sieve", "number", 0},
    {"facts_sieve", "body", 0},
    {"identity_sieve", "number", 0},
    {"identity_sieve", "body", 0},
    {"file", "number", 0},
    {"file", "key", 0},
};

static struct sample desk_file;
static char *attachment;

/* ---------------------------------------------------------------------------------------------- a desk at work */

static char *attach(tincay_desk *desk, const char *about) {
    uint8_t *content = calloc(1, FILE_SIZE);
    tincay_upload *upload;
    tincay_bytes result;
    char *id;
    memcpy(content, "\xff\xd8\xff\xe0", 4);
    EXPECT(TINCAY_OK, tincay_desk_attach(desk, REPORT, BYTES(about), &upload));
    EXPECT(TINCAY_OK, tincay_upload_write(upload, content, FILE_SIZE));
    EXPECT(TINCAY_OK, tincay_upload_end(upload, &result));
    id = pick(result, "/id");
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_upload_close(upload));
    free(content);
    return id;
}

static void folder_beside(const char *desk, char *folder, size_t size) {
    snprintf(folder, size, "%s.files", desk);
}

void remove_desk(const char *path) {
    char folder[400];
    folder_beside(path, folder, sizeof folder);
    remove_database(path);
    remove_folder_of_fuzz(folder);
}

void copy_desk(const char *from, const char *to) {
    char source[400], target[400];
    struct dirent *entry;
    DIR *directory;
    remove_desk(to);
    copy_file(from, to);
    folder_beside(from, source, sizeof source);
    folder_beside(to, target, sizeof target);
    directory = opendir(source);
    if (directory == NULL)
        return;
    CHECK(mkdir(target, 0700) == 0);
    while ((entry = readdir(directory)) != NULL) {
        char *one, *other;
        struct sample file;
        if (entry->d_name[0] == '.')
            continue;
        one = text("%s/%s", source, entry->d_name);
        other = text("%s/%s", target, entry->d_name);
        file = sample_of_file(one);
        write_file(other, file.bytes, file.size);
        free(one);
        free(other);
        free(file.bytes);
    }
    closedir(directory);
}

/* What is done about a case, often enough that the snapshot is written when the desk is closed. */
static void work_on(tincay_desk *desk, const char *other) {
    static const char *const events[] = {
        "{\"type\":\"note\",\"text\":\"called back\"}",
        "{\"type\":\"status\",\"status\":\"ASSESSING\",\"reason\":\"begun\"}",
        "{\"type\":\"assigned\",\"person\":\"second\"}",
        "{\"type\":\"step\",\"step\":\"2\",\"form\":\"M01\",\"needed\":true,\"reason\":\"seen\"}",
        "{\"type\":\"need\",\"need\":\"SAFETY\",\"state\":\"OPEN\",\"reason\":\"seen\"}",
        "{\"type\":\"service\",\"service\":\"SVC-PSY\",\"item\":3,\"need\":\"PSYCH\",\"status\":\"SENT\"}",
        "{\"type\":\"verification\",\"result\":\"PARTLY\",\"reason\":\"seen\"}",
        "{\"type\":\"urgency\",\"urgency\":\"U1\",\"reason\":\"danger\"}",
        "{\"type\":\"urgency\",\"urgency\":\"U4\",\"reason\":\"over\"}",
        "{\"type\":\"hold\",\"until\":\"2030-01-01\",\"reason\":\"court\"}"};
    char *link = text("{\"type\":\"link\",\"with\":\"%s\",\"kind\":\"SIBLING\",\"reason\":\"told\"}", other);
    size_t place;
    for (place = 0; place < sizeof events / sizeof *events; place++)
        EXPECT(TINCAY_OK, tincay_desk_record(desk, REPORT, BYTES(events[place])));
    EXPECT(TINCAY_OK, tincay_desk_record(desk, REPORT, BYTES(link)));
    EXPECT(TINCAY_OK, tincay_desk_record(desk, other, BYTES("{\"type\":\"status\",\"status\":\"ASSESSING\"}")));
    EXPECT(TINCAY_OK,
           tincay_desk_record(desk, other, BYTES("{\"type\":\"status\",\"status\":\"CLOSED\",\"outcome\":\"OTH\"}")));
    for (place = 0; place < 32; place++)
        EXPECT(TINCAY_OK, tincay_desk_record(desk, other, BYTES(events[2])));
    free(link);
}

void begin_desks(void) {
    struct sample body, notice;
    tincay_bytes result;
    tincay_desk *desk;
    open_desk_of_world();
    desk = world.desk;
    EXPECT(TINCAY_OK, tincay_desk_add_person(desk, "second", BYTES(PASSPHRASE), NULL, 0, BYTES("[\"reports\"]")));
    EXPECT(TINCAY_OK, tincay_desk_add_person(desk, "leaver", BYTES(PASSPHRASE), NULL, 0, BYTES("[\"reports\"]")));
    EXPECT(TINCAY_OK, tincay_desk_make_recovery(desk, BYTES("{\"shares\":3,\"needed\":2}"), &result));
    EXPECT(TINCAY_OK, tincay_desk_remove_person(desk, "leaver"));
    EXPECT(TINCAY_OK, tincay_form_open(form_sample.bytes, form_sample.size, &world.form));
    EXPECT(TINCAY_OK, tincay_desk_file(desk, world.form, answers_sample.bytes, answers_sample.size, NULL, &result));
    work_on(desk, pick(result, "/id"));
    EXPECT(TINCAY_OK,
           tincay_desk_decide(desk,
                              BYTES("{\"deadlines\":[{\"step\":\"1\",\"local_max\":\"PT1H\",\"source\":\"ours\"}]}")));
    EXPECT(TINCAY_OK, tincay_desk_release(desk,
                                          BYTES("{\"shape\":\"total\",\"period\":{\"year\":2024},\"unit\":{\"level\":"
                                                "\"desk\",\"children\":100000}}"),
                                          &result));
    EXPECT(TINCAY_OK, tincay_desk_find(desk, BYTES("{\"text\":\"somebody\"}"), &result));
    attachment = attach(desk, "{\"name\":\"a picture\"}");
    free(attach(desk, "{\"name\":\"another\"}"));
    body = sample_of_text("{\"tincay\":\"pack\",\"version\":1,\"name\":\"n\",\"number\":1,\"issued\":\"2026-11-01\","
                          "\"form\":{\"x-tincay-form\":{\"id\":\"sent\",\"version\":\"1\"},\"type\":\"object\"}}");
    notice = sign_notice(2, body, 1);
    EXPECT(TINCAY_OK, tincay_desk_post(desk, notice.bytes, notice.size));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    world.desk = NULL;
    /* Somebody who tried a passphrase leaves a row, too. */
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_open(in_fuzz("live-desk"), "nobody", BYTES("no passphrase"), &desk));
    copy_desk(in_fuzz("live-desk"), in_fuzz("worked-desk"));
    desk_file = sample_of_file(in_fuzz("worked-desk"));
    free(body.bytes);
    free(notice.bytes);
}

static void download(tincay_desk *desk) {
    static uint8_t buffer[65536];
    tincay_download *download = (tincay_download *)16;
    tincay_bytes about = rubbish();
    tincay_status status = tincay_desk_attachment(desk, REPORT, attachment, &download, &about);
    size_t size = 1, total = 0;
    IS_ANSWER(status, &about);
    CHECK((status == TINCAY_OK) == (download != NULL));
    if (status != TINCAY_OK)
        return;
    while (status == TINCAY_OK && size > 0) {
        status = tincay_download_read(download, buffer, sizeof buffer, &size);
        IS_ANSWER(status, NULL);
        total += size;
    }
    /* What ends well is what was taken in. */
    CHECK(status != TINCAY_OK || total == FILE_SIZE);
    EXPECT(TINCAY_OK, tincay_download_close(download));
}

#define ASK(call)                                                                                                      \
    do {                                                                                                               \
        result = rubbish();                                                                                            \
        IS_ANSWER(call, &result);                                                                                      \
    } while (0)

void use_desk(const char *path, const char *person) {
    tincay_desk *desk = (tincay_desk *)16;
    tincay_status status = tincay_desk_open(path, person, BYTES(PASSPHRASE), &desk);
    tincay_bytes result, second;
    IS_ANSWER(status, NULL);
    CHECK((status == TINCAY_OK) == (desk != NULL));
    if (status != TINCAY_OK)
        return;
    ASK(tincay_desk_verify(desk, &result));
    ASK(tincay_desk_people(desk, &result));
    ASK(tincay_desk_list(desk, NULL, 0, &result));
    ASK(tincay_desk_log(desk, NULL, 0, &result));
    ASK(tincay_desk_read(desk, REPORT, &result));
    ASK(tincay_desk_timeline(desk, REPORT, &result));
    ASK(tincay_desk_find(desk, BYTES("{\"text\":\"called\",\"snippet\":true}"), &result));
    ASK(tincay_desk_due(desk, NULL, 0, &result));
    ASK(tincay_desk_retention(desk, BYTES("{\"all\":true}"), &result));
    ASK(tincay_desk_rules(desk, &result));
    ASK(tincay_desk_releases(desk, &result));
    ASK(tincay_desk_referrals(desk, NULL, 0, &result));
    ASK(tincay_desk_similar(desk, REPORT, &result));
    ASK(tincay_desk_verify_attachments(desk, NULL, &result));
    download(desk);
    ASK(tincay_desk_collect(desk, bundle_sample.bytes, bundle_sample.size, &result));
    IS_ANSWER(tincay_desk_combine(desk, share_sample.bytes, share_sample.size), NULL);
    IS_ANSWER(tincay_desk_record(desk, REPORT, BYTES("{\"type\":\"note\",\"text\":\"once more\"}")), NULL);
    ASK(tincay_desk_release(desk,
                            BYTES("{\"shape\":\"total\",\"period\":{\"year\":2024},\"unit\":{\"level\":\"desk\","
                                  "\"children\":100000}}"),
                            &result));
    result = rubbish();
    second = rubbish();
    status = tincay_desk_refer(desk, REPORT, BYTES("{}"), &result, &second);
    IS_ANSWER(status, &result);
    IS_ANSWER(status, &second);
    IS_ANSWER(tincay_desk_detach(desk, REPORT, attachment, BYTES("a reason")), NULL);
    IS_ANSWER(tincay_desk_remove_person(desk, "second"), NULL);
    IS_ANSWER(tincay_desk_shred(desk, REPORT, BYTES("a reason")), NULL);
    ASK(tincay_desk_verify(desk, &result));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
}

/* ---------------------------------------------------------------------------------------------- bytes and rows */

static void try_desk_file(void) {
    struct sample file = changed(desk_file);
    const char *path = in_fuzz("changed");
    remove_database(path);
    write_file(path, file.bytes, file.size);
    use_desk(path, PERSON);
    remove_database(path);
    free(file.bytes);
}

static void try_desk_rows(void) {
    const char *path = in_fuzz("changed");
    copy_desk(in_fuzz("worked-desk"), path);
    (void)change_rows(path, DESK_COLUMNS, sizeof DESK_COLUMNS / sizeof *DESK_COLUMNS);
    use_desk(path, random_number() % 4 ? PERSON : "second");
    remove_desk(path);
}

/* ---------------------------------------------------------------------------------------------- sealed files */

/* The names of the files beside a desk. */
static int list_files(const char *desk, char names[MOST_FILES][256]) {
    char folder[400];
    struct dirent *entry;
    DIR *directory;
    int count = 0;
    folder_beside(desk, folder, sizeof folder);
    directory = opendir(folder);
    while (directory != NULL && (entry = readdir(directory)) != NULL && count < MOST_FILES)
        if (entry->d_name[0] != '.')
            snprintf(names[count++], 256, "%s", entry->d_name);
    if (directory != NULL)
        closedir(directory);
    return count;
}

/* Does something to the files beside a desk, or to one of them. */
static void change_files(const char *desk) {
    char names[MOST_FILES][256], *path, *other;
    int count = list_files(desk, names);
    struct sample file, copy;
    struct stat about;
    if (count == 0)
        return;
    path = text("%s.files/%s", desk, names[below((size_t)count)]);
    other = text("%s.files/%s", desk, names[below((size_t)count)]);
    /* What is no file any more stays as it is. */
    switch (lstat(path, &about) == 0 && S_ISREG(about.st_mode) ? random_number() % 10 : 6) {
    case 0:
        unlink(path);
        break;
    case 1: /* what an interrupted run leaves */
        free(other);
        other = text("%s.part", path);
        CHECK(rename(path, other) == 0);
        break;
    case 2:
        (void)rename(path, other);
        break;
    case 3:
        unlink(path);
        CHECK(symlink(random_number() % 2 ? "/dev/zero" : other, path) == 0);
        break;
    case 4:
        unlink(path);
        CHECK(mkdir(path, 0700) == 0);
        break;
    case 5:
        unlink(path);
        CHECK(mkfifo(path, 0600) == 0);
        break;
    case 6: /* strange names */
        free(other);
        other = text("%s.files/%032x.part%s", desk, random_number(), random_number() % 2 ? "" : ".part");
        write_file(other, "TcAt", 4);
        break;
    default:
        file = sample_of_file(path);
        copy = random_number() % 2 ? changed(file) : sample_of(file.bytes, file.size);
        change_in_place(copy.bytes, random_number() % 2 ? (copy.size < 96 ? copy.size : 96) : copy.size);
        write_file(path, copy.bytes, copy.size);
        free(file.bytes);
        free(copy.bytes);
        break;
    }
    free(path);
    free(other);
}

static void try_sealed_files(void) {
    const char *path = in_fuzz("changed");
    copy_desk(in_fuzz("worked-desk"), path);
    change_files(path);
    if (random_number() % 4 == 0)
        change_files(path);
    use_desk(path, PERSON);
    remove_desk(path);
}

const struct target DESK_TARGETS[] = {{"desk-file", begin_desks, try_desk_file, NULL},
                                      {"desk-rows", begin_desks, try_desk_rows, NULL},
                                      {"sealed-files", begin_desks, try_sealed_files, NULL},
                                      {NULL, NULL, NULL, NULL}};
