/* Files of a box: bytes that the disk has changed, and rows that somebody has. */
#include "rows.h"

static struct sample box_file;

sqlite3 *open_database(const char *path) {
    sqlite3 *database;
    CHECK(sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK);
    return database;
}

/* Sets the calendar days of a box's state two days back. */
static void set_back(const char *path) {
    sqlite3 *database = open_database(path);
    sqlite3_stmt *statement;
    int64_t numbers[20];
    CHECK(sqlite3_prepare_v2(database, "SELECT body FROM state", -1, &statement, NULL) == SQLITE_OK);
    CHECK(sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_bytes(statement, 0) == sizeof numbers);
    memcpy(numbers, sqlite3_column_blob(statement, 0), sizeof numbers);
    sqlite3_finalize(statement);
    numbers[0] -= 2;
    numbers[1] -= 2;
    CHECK(sqlite3_prepare_v2(database, "UPDATE state SET body = ?1", -1, &statement, NULL) == SQLITE_OK);
    sqlite3_bind_blob(statement, 1, numbers, sizeof numbers, SQLITE_STATIC);
    CHECK(sqlite3_step(statement) == SQLITE_DONE);
    sqlite3_finalize(statement);
    sqlite3_close(database);
}

/* A box that has been in use for days: closed slots, marks, a receipt and a pack. */
static void make_old_box(void) {
    tincay_bytes result, bundle, receipt;
    struct sample body, notice;
    open_world();
    tell_box();
    EXPECT(TINCAY_OK, tincay_box_close(world.box));
    set_back(in_fuzz("live-box"));
    world.box = open_box(in_fuzz("live-box"));
    tell_box();
    EXPECT(TINCAY_OK, tincay_box_pack(world.box, &bundle));
    EXPECT(TINCAY_OK, tincay_desk_collect(world.desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_box_settle(world.box, receipt.data, receipt.size, &result));
    body = sample_of_text("{\"tincay\":\"pack\",\"version\":1,\"name\":\"n\",\"number\":1,\"issued\":\"2026-11-01\","
                          "\"form\":{\"x-tincay-form\":{\"id\":\"sent\",\"version\":\"1\"},\"type\":\"object\"}}");
    notice = sign_notice(2, body, 1);
    EXPECT(TINCAY_OK, tincay_box_news(world.box, notice.bytes, notice.size, &result));
    EXPECT(TINCAY_OK, tincay_box_close(world.box));
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
    copy_file(in_fuzz("live-box"), in_fuzz("old-box"));
    world.box = NULL;
    world.desk = NULL;
    world.told = 0;
}

static void begin_boxes(void) {
    make_old_box();
    box_file = sample_of_file(in_fuzz("old-box"));
    open_desk_of_world();
}

/* Does with a box whatever a point does; gives how many reports it acknowledged. */
static int use_box(const char *path) {
    tincay_box *box = (tincay_box *)16;
    tincay_status status = tincay_box_open(path, &box), told;
    tincay_bytes result = rubbish();
    tincay_draft *draft = NULL;
    uint8_t value[] = "\"something\"";
    int kept;
    IS_ANSWER(status, NULL);
    CHECK((status == TINCAY_OK) == (box != NULL));
    if (status != TINCAY_OK)
        return 0;
    told = tincay_box_submit(box, world.form, answers_sample.bytes, answers_sample.size, NULL, &result);
    IS_ANSWER(told, &result);
    IS_ANSWER(tincay_draft_begin(box, world.form, NULL, NULL, &draft), NULL);
    result = rubbish();
    IS_ANSWER(tincay_draft_answer(draft, "/story", value, sizeof value - 1, 0, &result), draft ? &result : NULL);
    result = rubbish();
    status = tincay_draft_abandon(draft, TINCAY_DRAFT_KEEP, &result);
    kept = status == TINCAY_OK && strstr((char *)result.data, "\"kept\":true") != NULL;
    IS_ANSWER(status, &result);
    IS_ANSWER(tincay_draft_close(draft), NULL);
    result = rubbish();
    IS_ANSWER(tincay_box_pack(box, &result), &result);
    result = rubbish();
    IS_ANSWER(tincay_box_settle(box, receipt_sample.bytes, receipt_sample.size, &result), &result);
    result = rubbish();
    IS_ANSWER(tincay_box_status(box, &result), &result);
    result = rubbish();
    IS_ANSWER(tincay_box_directory(box, NULL, &result), &result);
    IS_ANSWER(tincay_box_tick(box), NULL);
    EXPECT(TINCAY_OK, tincay_box_close(box));
    return (told == TINCAY_OK) + kept;
}

/* What a box acknowledged arrives. */
static void carry(const char *path, int told) {
    long before = total_cases();
    tincay_box *box = open_box(path);
    CHECK(carry_round(box) >= before + told);
    EXPECT(TINCAY_OK, tincay_box_close(box));
}

/* What a box with damaged pages acknowledges arrives, or the box says that it cannot pack. */
static void carry_or_be_told(const char *path, int told) {
    long before = total_cases(), packs;
    tincay_box *box;
    tincay_status status = tincay_box_open(path, &box);
    IS_ANSWER(status, NULL);
    for (packs = 0; status == TINCAY_OK && packs < 3; packs++) {
        tincay_bytes bundle = rubbish(), receipt;
        status = tincay_box_pack(box, &bundle);
        if (status == TINCAY_OK) {
            EXPECT(TINCAY_OK, tincay_desk_collect(world.desk, bundle.data, bundle.size, &receipt));
            tincay_bytes_free(&receipt);
        }
        IS_ANSWER(status, &bundle);
    }
    CHECK(status != TINCAY_OK || total_cases() >= before + told);
    if (box != NULL)
        EXPECT(TINCAY_OK, tincay_box_close(box));
}

/* Names the first places at which a box's file was changed, to be told when it fails. */
static void tell_changes(struct sample file) {
    char what[200] = "changed the bytes at";
    size_t place;
    for (place = 0; place < file.size && place < box_file.size && strlen(what) < 180; place++) {
        if (file.bytes[place] != box_file.bytes[place])
            snprintf(what + strlen(what), sizeof what - strlen(what), " %zu", place);
    }
    during(what);
}

static void try_box_file(void) {
    struct sample file = changed(box_file);
    const char *path = in_fuzz("changed");
    if (random_number() % 2) {
        /* The pages before the slots hold all but noise. */
        free(file.bytes);
        file = sample_of(box_file.bytes, box_file.size);
        change_in_place(file.bytes, 12 * 4096);
    }
    tell_changes(file);
    remove_database(path);
    write_file(path, file.bytes, file.size);
    carry_or_be_told(path, use_box(path));
    remove_database(path);
    free(file.bytes);
}

/* ---------------------------------------------------------------------------------------------- rows */

static const struct column BOX_COLUMNS[] = {
    {"setup", "seed", 1},  {"setup", "body", 1},   {"state", "body", 0},    {"state", "id", 0},
    {"slot", "number", 0}, {"slot", "id", 0},      {"slot", "envelope", 0}, {"mark", "number", 0},
    {"mark", "since", 0},  {"mark", "covered", 0}, {"desk", "bit", 0},      {"desk", "id", 0},
    {"desk", "body", 1},   {"notice", "name", 1},  {"notice", "number", 1}, {"notice", "body", 1}};
static const char *const SCHEMA_CHANGES[] = {
    "CREATE TABLE more (a)",
    "CREATE VIEW more AS SELECT * FROM %s",
    "CREATE TRIGGER more AFTER INSERT ON %s BEGIN DELETE FROM %s; END",
    "DROP TABLE %s",
    "PRAGMA user_version = 1",
    "PRAGMA user_version = 99",
    "PRAGMA user_version = -1",
    "PRAGMA application_id = 7",
    "PRAGMA journal_mode = DELETE",
    "ALTER TABLE %s ADD COLUMN more",
};

/* Sets a column of one row to what it was, changed; a row that then would be there twice stays as it is. */
static void change_value(sqlite3 *database, struct column column) {
    char *sql = text("SELECT rowid, %s FROM %s ORDER BY random() LIMIT 1", column.name, column.table);
    sqlite3_stmt *found, *update;
    if (sqlite3_prepare_v2(database, sql, -1, &found, NULL) != SQLITE_OK) {
        free(sql);
        return; /* another change has taken the table away */
    }
    free(sql);
    sql = text("UPDATE OR IGNORE %s SET %s = ?1 WHERE rowid = ?2", column.table, column.name);
    CHECK(sqlite3_prepare_v2(database, sql, -1, &update, NULL) == SQLITE_OK);
    free(sql);
    if (sqlite3_step(found) == SQLITE_ROW) {
        sqlite3_bind_int64(update, 2, sqlite3_column_int64(found, 0));
        if (sqlite3_column_type(found, 1) == SQLITE_INTEGER) {
            sqlite3_bind_int64(
                update, 1, random_number() % 3 ? odd_number() : sqlite3_column_int64(found, 1) + (int64_t)below(7) - 3);
        } else {
            struct sample value = sample_of(sqlite3_column_blob(found, 1), (size_t)sqlite3_column_bytes(found, 1));
            int is_text = sqlite3_column_type(found, 1) == SQLITE_TEXT;
            struct sample other = value.size > 0 && value.bytes[0] == '{' ? changed_json(value) : changed(value);
            if (random_number() % 2) {
                free(other.bytes);
                other = sample_of(value.bytes, value.size);
                change_in_place(other.bytes, other.size);
            }
            if (is_text)
                sqlite3_bind_text(update, 1, (const char *)other.bytes, (int)other.size, SQLITE_TRANSIENT);
            else
                sqlite3_bind_blob(update, 1, other.bytes, (int)other.size, SQLITE_TRANSIENT);
            free(value.bytes);
            free(other.bytes);
        }
        (void)sqlite3_step(update);
    }
    sqlite3_finalize(found);
    sqlite3_finalize(update);
}

int change_rows(const char *path, const struct column *columns, size_t count) {
    sqlite3 *database = open_database(path);
    int times = 1 + (int)below(3), vital = 0;
    char *sql, what[240] = "changed";
    while (times-- > 0) {
        struct column column = columns[below(count)];
        snprintf(what + strlen(what), sizeof what - strlen(what), " %s.%s", column.table, column.name);
        during(what);
        vital |= column.vital;
        switch (random_number() % 12) {
        case 0:
            sql = text("DELETE FROM %s WHERE rowid IN (SELECT rowid FROM %s ORDER BY random() LIMIT 1)", column.table,
                       column.table);
            break;
        case 1:
            sql = text("DELETE FROM %s", column.table);
            break;
        case 2: {
            const char *change = SCHEMA_CHANGES[below(sizeof SCHEMA_CHANGES / sizeof *SCHEMA_CHANGES)];
            size_t size = strlen(change) + 2 * strlen(column.table) + 1;
            sql = malloc(size);
            snprintf(sql, size, change, column.table, column.table);
            vital = 1;
            break;
        }
        default:
            change_value(database, column);
            continue;
        }
        (void)sqlite3_exec(database, sql, NULL, NULL, NULL);
        free(sql);
    }
    sqlite3_close(database);
    return vital;
}

static void try_box_rows(void) {
    const char *path = in_fuzz("changed");
    int vital, told;
    copy_file(in_fuzz("old-box"), path);
    vital = change_rows(path, BOX_COLUMNS, sizeof BOX_COLUMNS / sizeof *BOX_COLUMNS);
    told = use_box(path);
    if (told > 0 && !vital)
        carry(path, told);
    remove_database(path);
}

const struct target FILE_TARGETS[] = {{"box-file", begin_boxes, try_box_file, NULL},
                                      {"box-rows", begin_boxes, try_box_rows, NULL},
                                      {NULL, NULL, NULL, NULL}};
