#define _GNU_SOURCE
#include "desks.h"

#include <sqlite3.h>

enum { TYPE_SIZE = 40, CASES = 32, CASE_SIZE = 500 };

const char *desk_path;
tincay_desk *desk;
tincay_form *form;

const char SECOND[] = "second";

void make_first_desk(void) {
    desk_path = in_folder("desk.tincay");
    tell_day(0);
    make_desk(desk_path);
    desk = open_desk(desk_path);
    form = small_form();
    EXPECT(TINCAY_OK, tincay_desk_keep(desk, form));
    EXPECT(TINCAY_OK, tincay_desk_add_person(desk, SECOND, BYTES(PASSPHRASE), NULL, 0,
                                             BYTES("[\"reports\",\"identities\",\"intake\",\"people\"]")));
}

char *file_report(const char *answers) {
    tincay_bytes result;
    char *id;
    EXPECT(TINCAY_OK, tincay_desk_file(desk, form, BYTES(answers), NULL, &result));
    id = pick(result, "/id");
    tincay_bytes_free(&result);
    return id;
}

void record(const char *report, const char *event) {
    EXPECT(TINCAY_OK, tincay_desk_record(desk, report, BYTES(event)));
}

struct image finish_desk(void) {
    struct image image;
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    image = take(desk_path);
    clear_database(desk_path);
    return image;
}

void clear_desk(void) {
    clear_database(desk_path);
    desk = NULL;
}

void begin_desk(void) {
    desk = open_desk(desk_path);
}

void begin_as_second(void) {
    EXPECT(TINCAY_OK, tincay_desk_open(desk_path, SECOND, BYTES(PASSPHRASE), &desk));
}

void end_desk(void) {
    tincay_status status = tincay_desk_close(desk);
    CHECK(status == TINCAY_OK || desk == NULL);
    desk = NULL;
}

void log_of_desk_is_empty(void) {
    CHECK(is_blank(beside(desk_path, "-wal")));
}

/* ---------------------------------------------------------------------------------------------- what is seen */

/* Sees the kinds of all entries in their order, as a number and the last few. A try of a passphrase is counted before it is
 * made, so an unlocking that was cut off leaves an entry of a failed one, which is left out. */
static void see_entries(void) {
    static const char mark[] = "\"type\":\"";
    char last[4][TYPE_SIZE] = {"", "", "", ""};
    unsigned long hash = 5381, count = 0;
    tincay_bytes log;
    const char *at;
    EXPECT(TINCAY_OK, tincay_desk_log(desk, BYTES("{\"order\":\"oldest\",\"limit\":1000}"), &log));
    CHECK(pick_is(log, "/next", "null"));
    for (at = (const char *)log.data; (at = strstr(at, mark)) != NULL;) {
        size_t size;
        at += sizeof mark - 1;
        size = (size_t)(strchr(at, '"') - at);
        CHECK(size < TYPE_SIZE);
        if (strncmp(at, "failed_unlock", size) == 0)
            continue;
        memmove(last, last + 1, sizeof last - sizeof *last);
        snprintf(last[3], sizeof last[3], "%.*s", (int)size, at);
        count++;
        while (size-- > 0)
            hash = hash * 33 + (unsigned char)*at++;
    }
    see_words("%lu entries (%04lx), at last %s %s %s %s", count, hash & 0xffff, last[0], last[1], last[2], last[3]);
    tincay_bytes_free(&log);
}

/* Sees one value after another of a result. */
static void see_value(tincay_bytes result, const char *format, int row, const char *name) {
    char pointer[100], *value;
    snprintf(pointer, sizeof pointer, format, row);
    value = pick(result, pointer);
    see_words("%s%s", name, value != NULL ? value : "-");
    free(value);
}

/* How many rows of a list are there. */
static int count_rows(tincay_bytes list, const char *format) {
    char pointer[100], *value = NULL;
    int row = -1;
    do {
        free(value);
        snprintf(pointer, sizeof pointer, format, ++row);
        value = pick(list, pointer);
    } while (value != NULL);
    return row;
}

/* Reads a case: all that was told is there, or the person may not have it. */
static void see_report(const char *id) {
    tincay_bytes report;
    tincay_status status = tincay_desk_read(desk, id, &report);
    if (status == TINCAY_OK) {
        int files = count_rows(report, "/attachments/%d/id");
        CHECK(pick_is(report, "/closed", "[]"));
        see_value(report, "/sections/facts/number", 0, ", number ");
        see_value(report, "/work/outcome", 0, ", outcome ");
        see_words(", steps %d, needs %d, services %d, links %d, holds %d, files %d, referred %d",
                  count_rows(report, "/work/steps/%d/step"), count_rows(report, "/work/needs/%d/need"),
                  count_rows(report, "/work/services/%d/service"), count_rows(report, "/work/links/%d/with"),
                  count_rows(report, "/work/holds/%d/hold"), files, count_rows(report, "/referrals/%d/id"));
        see_value(report, "/work/proposal/urgency", 0, ", proposed ");
        see_value(report, "/work/verification", 0, ", verification ");
    } else {
        see_words(", %s", tincay_status_name(status));
    }
    tincay_bytes_free(&report);
}

static int compare_texts(const void *one, const void *other) {
    return strcmp(one, other);
}

/* Sees all cases in an order that does not depend on their identifiers, which are random. */
static void see_cases(void) {
    static char cases[CASES][CASE_SIZE];
    size_t start = strlen(seen);
    tincay_bytes list;
    int rows, row;
    EXPECT(TINCAY_OK, tincay_desk_list(desk, BYTES("{\"limit\":1000}"), &list));
    rows = count_rows(list, "/cases/%d/id");
    CHECK(pick_number(list, "/total") == rows && rows <= CASES);
    for (row = 0; row < rows; row++) {
        char pointer[40], *id;
        snprintf(pointer, sizeof pointer, "/cases/%d/id", row);
        id = pick(list, pointer);
        see_value(list, "/cases/%d/status", row, "; case ");
        see_value(list, "/cases/%d/urgency", row, " ");
        see_value(list, "/cases/%d/assigned", row, " of ");
        see_value(list, "/cases/%d/notes", row, ", notes ");
        see_report(id);
        free(id);
        CHECK(snprintf(cases[row], CASE_SIZE, "%s", seen + start) < CASE_SIZE);
        seen[start] = 0;
    }
    tincay_bytes_free(&list);
    qsort(cases, (size_t)rows, CASE_SIZE, compare_texts);
    for (row = 0; row < rows; row++)
        see_words("%s", cases[row]);
}

static void see_lists(void) {
    tincay_bytes list;
    int row, rows;
    EXPECT(TINCAY_OK, tincay_desk_people(desk, &list));
    see_words("; people %d", count_rows(list, "/people/%d/name"));
    see_value(list, "/generation", 0, ", generation ");
    see_value(list, "/recovery/needed", 0, ", shares needed ");
    tincay_bytes_free(&list);
    EXPECT(TINCAY_OK, tincay_desk_releases(desk, &list));
    see_words("; releases %d", count_rows(list, "/releases/%d/release"));
    tincay_bytes_free(&list);
    EXPECT(TINCAY_OK, tincay_desk_referrals(desk, NULL, 0, &list));
    rows = count_rows(list, "/referrals/%d/id");
    for (row = 0; row < rows; row++) {
        see_value(list, "/referrals/%d/direction", row, "; referral ");
        see_value(list, "/referrals/%d/state", row, " ");
        see_value(list, "/referrals/%d/withdrawal", row, " withdrawn ");
        see_value(list, "/referrals/%d/unacknowledged", row, " unacknowledged ");
    }
    rows = count_rows(list, "/desks/%d/desk");
    for (row = 0; row < rows; row++)
        see_value(list, "/desks/%d/trust", row, "; desk ");
    tincay_bytes_free(&list);
    EXPECT(TINCAY_OK, tincay_desk_rules(desk, &list));
    see_value(list, "/decided/deadlines/0/step", 0, "; decided on ");
    tincay_bytes_free(&list);
}

void see_open_desk(void) {
    tincay_bytes verified;
    tincay_status status = tincay_desk_verify(desk, &verified);
    EXPECT(TINCAY_OK, status);
    CHECK(pick_is(verified, "/ok", "true"));
    tincay_bytes_free(&verified);
    EXPECT(TINCAY_OK, tincay_desk_verify_attachments(desk, NULL, &verified));
    see_value(verified, "/count", 0, "files ");
    tincay_bytes_free(&verified);
    see_words(", ");
    see_entries();
    see_cases();
    see_lists();
}

/* ---------------------------------------------------------------------------------------------- rows */

static long ask(sqlite3 *database, const char *sql) {
    sqlite3_stmt *statement;
    long number;
    CHECK(sqlite3_prepare_v2(database, sql, -1, &statement, NULL) == SQLITE_OK);
    CHECK(sqlite3_step(statement) == SQLITE_ROW);
    number = (long)sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

/* Sees how many rows have keys, and how many bodies there are: one that was shredded has neither. */
static void see_rows(void) {
    char address[600];
    sqlite3 *database;
    snprintf(address, sizeof address, "file:%s?immutable=1", desk_path);
    CHECK(sqlite3_open_v2(address, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK);
    see_words("; keys %ld, bodies %ld, keys of files %ld, forms %ld, notices %ld",
              ask(database, "SELECT count(*) FROM ledger WHERE key IS NOT NULL AND key <> zeroblob(length(key))"),
              ask(database, "SELECT count(*) FROM body"),
              ask(database, "SELECT count(*) FROM file WHERE key <> zeroblob(length(key))"),
              ask(database, "SELECT count(*) FROM form"), ask(database, "SELECT count(*) FROM notice"));
    CHECK(ask(database, "SELECT count(*) FROM ledger WHERE head IS NOT NULL") == 1);
    sqlite3_close(database);
}

void see_desk(void) {
    begin_desk();
    see_open_desk();
    end_desk();
    see_rows();
}
