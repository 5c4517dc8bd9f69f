/* The rows of a box, written by hand with SQLite alone: what storing costs any program. */
#ifndef TINCAY_BENCHMARKS_ROWS_H
#define TINCAY_BENCHMARKS_ROWS_H

#include "measure.h"

#include <sqlite3.h>
#include <stdint.h>

enum { SLOTS = 32, ENVELOPE = 16384, STATE = 160, IDENTIFIER = 16 };

/* What is asked in both benchmarks. */
static const char FORM[] =
    "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"$id\": \"urn:example:benchmark\","
    " \"type\": \"object\", \"required\": [\"told\"], \"additionalProperties\": false, \"properties\": {"
    "  \"told\": {\"type\": \"string\", \"minLength\": 1, \"maxLength\": 4000},"
    "  \"age\": {\"type\": \"integer\", \"minimum\": 0, \"maximum\": 120},"
    "  \"safe_now\": {\"type\": \"boolean\"},"
    "  \"place\": {\"enum\": [\"home\", \"school\", \"online\", \"other\"]}}}";

/* The peer: a database with the tables of a box. */
struct peer {
    sqlite3 *database;
    sqlite3_stmt *slot, *state, *start, *commit;
};

static inline void peer_run(sqlite3_stmt *statement) {
    MUST(sqlite3_step(statement) == SQLITE_DONE);
    sqlite3_reset(statement);
}

static inline sqlite3_stmt *peer_prepare(struct peer *peer, const char *sql) {
    sqlite3_stmt *statement;
    MUST(sqlite3_prepare_v2(peer->database, sql, -1, &statement, NULL) == SQLITE_OK);
    return statement;
}

static inline void peer_write(struct peer *peer, int number, const uint8_t *bytes) {
    peer_run(peer->start);
    sqlite3_bind_int(peer->slot, 1, number);
    sqlite3_bind_blob(peer->slot, 2, bytes, IDENTIFIER, SQLITE_STATIC);
    sqlite3_bind_blob(peer->slot, 3, bytes, ENVELOPE, SQLITE_STATIC);
    peer_run(peer->slot);
    sqlite3_bind_blob(peer->state, 1, bytes, STATE, SQLITE_STATIC);
    peer_run(peer->state);
    peer_run(peer->commit);
}

static inline void peer_open(struct peer *peer, const char *path) {
    MUST(sqlite3_open_v2(path, &peer->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                         NULL) == SQLITE_OK);
    MUST(sqlite3_exec(peer->database,
                      "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                      "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; BEGIN;"
                      "CREATE TABLE state (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;"
                      "CREATE TABLE slot (number INTEGER PRIMARY KEY, id BLOB NOT NULL, envelope BLOB NOT NULL) STRICT;"
                      "INSERT INTO state VALUES (1, zeroblob(160));"
                      "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 32)"
                      "INSERT INTO slot SELECT i, randomblob(16), randomblob(16384) FROM n;"
                      "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)",
                      NULL, NULL, NULL) == SQLITE_OK);
    peer->start = peer_prepare(peer, "BEGIN IMMEDIATE");
    peer->slot = peer_prepare(peer, "UPDATE slot SET id = ?2, envelope = ?3 WHERE number = ?1");
    peer->state = peer_prepare(peer, "UPDATE state SET body = ?1 WHERE id = 1");
    peer->commit = peer_prepare(peer, "COMMIT");
}

static inline void peer_close(struct peer *peer) {
    sqlite3_finalize(peer->start);
    sqlite3_finalize(peer->slot);
    sqlite3_finalize(peer->state);
    sqlite3_finalize(peer->commit);
    MUST(sqlite3_close(peer->database) == SQLITE_OK);
}

#endif
