#include "sql_store.h"

#include "../measure.h"
#include "database.h"
#include "options.h"
#include "rowseal.h"

#define RAW_KEY "2dd29ca851e7b56e4697b0e1f08507293d761a05ce4d1b628663f411a8086d99"

/* A store that is open. */
struct sql {
    struct connection connection;
    sqlite3_stmt *insert, *begin, *commit;
};

static size_t seal_secretbox(const uint8_t *plain, size_t size, int people, uint8_t *out) {
    (void)people;
    return secretbox_row(plain, size, out);
}

static size_t open_secretbox(const uint8_t *row, size_t size, int people, uint8_t *out) {
    (void)people;
    return open_secretbox_row(row, size, out);
}

const struct sql_kind PLAIN_KIND = {&OPTIONS.sqlite, NULL, NULL, NULL, NULL, NULL};
const struct sql_kind SQLCIPHER_KIND = {
    &OPTIONS.sqlcipher, &OPTIONS.stub, "PRAGMA key = \"x'" RAW_KEY "'\"", "PRAGMA key = 'eight or more'", NULL, NULL};
const struct sql_kind MULTIPLE_KIND = {&OPTIONS.multiple,
                                       NULL,
                                       "PRAGMA cipher = 'aegis'; PRAGMA key = 'raw:" RAW_KEY "'",
                                       "PRAGMA cipher = 'aegis'; PRAGMA key = 'eight or more'",
                                       NULL,
                                       NULL};
const struct sql_kind SECRETBOX_KIND = {&OPTIONS.sqlite, NULL, NULL, NULL, seal_secretbox, open_secretbox};
const struct sql_kind SEALED_KIND = {&OPTIONS.sqlite, NULL, NULL, NULL, sealed_row, open_sealed_row};

static const struct sql_kind *kind_of(const struct store *store) {
    return store->kind;
}

static int sql_load(struct store *store) {
    const struct sql_kind *kind = kind_of(store);
    struct sql *sql = calloc(1, sizeof *sql);
    MUST(sql);
    store->state = sql;
    return load_sqlite(&sql->connection.api, *kind->library, kind->before ? *kind->before : NULL) &&
           (!kind->seal || load_rows(OPTIONS.sodium));
}

static void sql_open(struct store *store, int how) {
    const struct sql_kind *kind = kind_of(store);
    struct sql *sql = store->state;
    if (how & CREATE)
        remove_database(store->path);
    open_database(&sql->connection, store->path);
    if (kind->raw_key)
        run(&sql->connection, how & PASSPHRASE ? kind->passphrase : kind->raw_key);
    if (kind->seal && how & PASSPHRASE)
        spend_passphrase();
    run(&sql->connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;"
                          "PRAGMA cache_size = -8000");
    if (how & CREATE) {
        run(&sql->connection,
            kind->seal ? "CREATE TABLE report (number INTEGER PRIMARY KEY, id BLOB NOT NULL, blind INTEGER NOT NULL,"
                         " created INTEGER NOT NULL, body BLOB NOT NULL);"
                         "CREATE INDEX report_blind ON report (blind)"
                       : "CREATE TABLE report (number INTEGER PRIMARY KEY, id BLOB NOT NULL, status INTEGER NOT NULL,"
                         " commune INTEGER NOT NULL, created INTEGER NOT NULL, body TEXT NOT NULL);"
                         "CREATE INDEX report_case ON report (status, commune)");
        run(&sql->connection, "CREATE UNIQUE INDEX report_id ON report (id)");
        run(&sql->connection,
            "CREATE TABLE file (file INTEGER, number INTEGER, content BLOB NOT NULL, PRIMARY KEY (file, number))");
    }
    sql->begin = prepare(&sql->connection, "BEGIN IMMEDIATE");
    sql->commit = prepare(&sql->connection, "COMMIT");
    sql->insert =
        prepare(&sql->connection, kind->seal ? "INSERT INTO report (id, blind, created, body) VALUES (?1, ?2, ?4, ?5)"
                                             : "INSERT INTO report (id, status, commune, created, body)"
                                               " VALUES (?1, ?2, ?3, ?4, ?5)");
}

static void sql_close(struct store *store) {
    struct sql *sql = store->state;
    sql->connection.api.finalize(sql->begin);
    sql->connection.api.finalize(sql->commit);
    sql->connection.api.finalize(sql->insert);
    must_do(&sql->connection, sql->connection.api.close(sql->connection.database));
}

static void insert(struct store *store, long number) {
    const struct sql_kind *kind = kind_of(store);
    struct sql *sql = store->state;
    struct columns columns = columns_of(number);
    const char *report = corpus(number + 1) + number * REPORT;
    uint8_t row[ROW_ROOM];
    sql->connection.api.bind_blob(sql->insert, 1, columns.id, IDENTIFIER, SQLITE_STATIC);
    sql->connection.api.bind_int64(sql->insert, 2,
                                   kind->seal ? blind_index(columns.status, columns.commune) : columns.status);
    if (!kind->seal)
        sql->connection.api.bind_int64(sql->insert, 3, columns.commune);
    sql->connection.api.bind_int64(sql->insert, 4, columns.created);
    if (kind->seal) {
        size_t size = kind->seal((const uint8_t *)report, REPORT, store->people, row);
        sql->connection.api.bind_blob(sql->insert, 5, row, (int)size, SQLITE_STATIC);
    } else {
        sql->connection.api.bind_text(sql->insert, 5, report, REPORT, SQLITE_STATIC);
    }
    step(&sql->connection, sql->insert);
}

static void sql_keep(struct store *store, long first, long count) {
    struct sql *sql = store->state;
    step(&sql->connection, sql->begin);
    for (long number = first; number < first + count; number++)
        insert(store, number);
    step(&sql->connection, sql->commit);
}

static void sql_take(struct store *store, long number) {
    sql_keep(store, number, 1);
}

static void sql_settle(struct store *store) {
    struct sql *sql = store->state;
    must_do(&sql->connection, sql->connection.api.wal_checkpoint_v2(sql->connection.database, NULL,
                                                                    SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL));
}

/* Puts a row's body in clear into `out`; gives its size. */
static size_t body_of(struct store *store, sqlite3_stmt *statement, int column, uint8_t *out) {
    const struct sql_kind *kind = kind_of(store);
    struct sql *sql = store->state;
    const void *bytes = sql->connection.api.column_blob(statement, column);
    size_t size = (size_t)sql->connection.api.column_bytes(statement, column);
    MUST(size <= ROW_ROOM);
    if (kind->open)
        return kind->open(bytes, size, store->people, out);
    memcpy(out, bytes, size);
    return size;
}

static void sql_read(struct store *store, long count) {
    struct sql *sql = store->state;
    struct columns columns = columns_of(count / 2);
    char expected[REPORT];
    uint8_t body[ROW_ROOM];
    sqlite3_stmt *statement = prepare(&sql->connection, "SELECT body FROM report WHERE id = ?1");
    sql->connection.api.bind_blob(statement, 1, columns.id, IDENTIFIER, SQLITE_STATIC);
    MUST(sql->connection.api.step(statement) == SQLITE_ROW);
    write_report(count / 2, expected);
    MUST(body_of(store, statement, 0, body) == REPORT && memcmp(body, expected, REPORT) == 0);
    sql->connection.api.finalize(statement);
}

/* Goes through all bodies in clear; gives how many there are, or in how many words stand. */
static long walk(struct store *store, const char *words) {
    struct sql *sql = store->state;
    sqlite3_stmt *statement = prepare(&sql->connection, "SELECT body FROM report");
    uint8_t body[ROW_ROOM];
    long found = 0;
    while (sql->connection.api.step(statement) == SQLITE_ROW) {
        size_t size = body_of(store, statement, 0, body);
        found += !words || memmem(body, size, words, strlen(words)) != NULL;
    }
    sql->connection.api.finalize(statement);
    return found;
}

static long sql_scan(struct store *store) {
    return walk(store, NULL);
}

static long sql_filter(struct store *store, int status, int commune) {
    const struct sql_kind *kind = kind_of(store);
    struct sql *sql = store->state;
    sqlite3_stmt *statement = prepare(
        &sql->connection, kind->seal ? "SELECT id, created, body FROM report WHERE blind = ?1"
                                     : "SELECT id, created, body FROM report WHERE status = ?1 AND commune = ?2");
    uint8_t body[ROW_ROOM];
    long found = 0;
    sql->connection.api.bind_int64(statement, 1, kind->seal ? blind_index(status, commune) : status);
    if (!kind->seal)
        sql->connection.api.bind_int64(statement, 2, commune);
    for (; sql->connection.api.step(statement) == SQLITE_ROW; found++)
        body_of(store, statement, 2, body);
    sql->connection.api.finalize(statement);
    return found;
}

static long sql_search(struct store *store, const char *words) {
    struct sql *sql = store->state;
    sqlite3_stmt *statement;
    long found;
    if (kind_of(store)->seal)
        return walk(store, words);
    statement = prepare(&sql->connection, "SELECT count(*) FROM report WHERE instr(body, ?1) > 0");
    sql->connection.api.bind_text(statement, 1, words, -1, SQLITE_STATIC);
    MUST(sql->connection.api.step(statement) == SQLITE_ROW);
    found = sql->connection.api.column_int64(statement, 0);
    sql->connection.api.finalize(statement);
    return found;
}

/* Keeps a file in rows of a mebibyte, because one value may not be as large as a file, some of them at a time. */
static void sql_put(struct store *store, int file, long mebibytes) {
    enum { TOGETHER = 64 };
    struct sql *sql = store->state;
    sqlite3_stmt *statement;
    statement = prepare(&sql->connection, "INSERT INTO file (file, number, content) VALUES (?1, ?2, ?3)");
    for (long number = 0; number < mebibytes; number++) {
        if (number % TOGETHER == 0)
            step(&sql->connection, sql->begin);
        sql->connection.api.bind_int64(statement, 1, file);
        sql->connection.api.bind_int64(statement, 2, number);
        sql->connection.api.bind_blob(statement, 3, file_block(number), MEBIBYTE, SQLITE_STATIC);
        step(&sql->connection, statement);
        if (number % TOGETHER == TOGETHER - 1 || number == mebibytes - 1)
            step(&sql->connection, sql->commit);
    }
    sql->connection.api.finalize(statement);
    if (mebibytes > TOGETHER)
        sql_settle(store);
}

static void sql_get(struct store *store, int file, long mebibytes) {
    struct sql *sql = store->state;
    sqlite3_stmt *statement = prepare(&sql->connection, "SELECT content FROM file WHERE file = ?1 ORDER BY number");
    long number = 0;
    sql->connection.api.bind_int64(statement, 1, file);
    for (; sql->connection.api.step(statement) == SQLITE_ROW; number++) {
        const void *block = sql->connection.api.column_blob(statement, 0);
        MUST(sql->connection.api.column_bytes(statement, 0) == MEBIBYTE &&
             memcmp(block, file_block(number), MEBIBYTE) == 0);
    }
    MUST(number == mebibytes);
    sql->connection.api.finalize(statement);
}

const struct store_calls SQL_CALLS = {
    .load = sql_load,
    .open = sql_open,
    .close = sql_close,
    .keep = sql_keep,
    .take = sql_take,
    .settle = sql_settle,
    .read = sql_read,
    .scan = sql_scan,
    .filter = sql_filter,
    .search = sql_search,
    .put = sql_put,
    .get = sql_get,
};
