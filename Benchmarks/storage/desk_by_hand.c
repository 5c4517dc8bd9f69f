#include "desk_by_hand.h"

#include "../measure.h"
#include "database.h"
#include "desk_store.h"
#include "options.h"
#include "primitives.h"
#include "stream.h"

/* Sizes of a report of this corpus in a desk: what stands in clear in each part of the body, padded; what the two parts of
 * the row with its keys hold; its detail; its entry. */
enum {
    KEY = 32,
    NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    INDEX = 128,
    HEAD = 256,
    CONTACT = 64,
    FACTS = 2112,
    BODY = INDEX + HEAD + FACTS + CONTACT + 4 * TAG,
    FACTS_KEYS = 7 * KEY,
    IDENTITY_KEYS = 2 * KEY,
    DETAIL = 192,
    ENTRY = 512,
    SUBKEYS = 9,
    ROW = NONCE + TAG,
    KEYS = FACTS_KEYS + IDENTITY_KEYS + KEY + 3 * ROW,
    END = 8 + 32 + 32
};

/* The keys of the desk: of entries, of each part of a report's keys, of details, and of the ledger's end. */
static uint8_t ledger_key[KEY], facts_key[KEY], identity_key[KEY], detail_key[KEY], end_key[KEY];

/* A desk that is open. */
struct by_hand {
    struct connection connection;
    sqlite3_stmt *begin, *commit, *enter, *pass, *keep;
    int64_t number;
    uint8_t hash[KEY];
};

static int by_hand_load(struct store *store) {
    struct by_hand *desk = calloc(1, sizeof *desk);
    MUST(desk);
    store->state = desk;
    if (!load_primitives(OPTIONS.sodium) || !load_sqlite(&desk->connection.api, OPTIONS.sqlite, NULL))
        return 0;
    memset(ledger_key, 1, KEY);
    memset(facts_key, 2, KEY);
    memset(identity_key, 3, KEY);
    memset(detail_key, 4, KEY);
    memset(end_key, 5, KEY);
    return 1;
}

static void by_hand_open(struct store *store, int how) {
    struct by_hand *desk = store->state;
    if (how & CREATE)
        remove_database(store->path);
    open_database(&desk->connection, store->path);
    run(&desk->connection, "PRAGMA page_size = 8192; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                           "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -8000");
    if (how & CREATE) {
        run(&desk->connection, "CREATE TABLE ledger (number INTEGER PRIMARY KEY, entry BLOB NOT NULL, key BLOB,"
                               " head BLOB) STRICT;"
                               "CREATE TABLE body (number INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT");
        desk->number = 0;
        memset(desk->hash, 0, KEY);
    }
    desk->begin = prepare(&desk->connection, "BEGIN IMMEDIATE");
    desk->commit = prepare(&desk->connection, "COMMIT");
    desk->enter = prepare(&desk->connection, "INSERT INTO ledger (number, entry, key, head) VALUES (?1, ?2, ?3, ?4)");
    desk->pass = prepare(&desk->connection, "UPDATE ledger SET head = NULL WHERE number = ?1");
    desk->keep = prepare(&desk->connection, "INSERT INTO body (number, body) VALUES (?1, ?2)");
}

static void by_hand_close(struct store *store) {
    struct by_hand *desk = store->state;
    desk->connection.api.finalize(desk->begin);
    desk->connection.api.finalize(desk->commit);
    desk->connection.api.finalize(desk->enter);
    desk->connection.api.finalize(desk->pass);
    desk->connection.api.finalize(desk->keep);
    must_do(&desk->connection, desk->connection.api.close(desk->connection.database));
}

/* Seals once, under a key that seals nothing else; gives the end. */
static uint8_t *seal_once(uint8_t *out, const uint8_t *plain, size_t size, const uint8_t *key) {
    static const uint8_t nonce[NONCE];
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(out, NULL, plain, size, (const uint8_t *)"bound to", 8, NULL,
                                                      nonce, key);
    return out + size + TAG;
}

/* Opens what `seal_once` sealed. */
static void open_once(uint8_t *out, const uint8_t *sealed, size_t size, const uint8_t *key) {
    static const uint8_t nonce[NONCE];
    MUST(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL, sealed, size + TAG,
                                                           (const uint8_t *)"bound to", 8, nonce, key) == 0);
}

/* Seals a row behind a random nonce; gives the end. */
static uint8_t *seal_row(uint8_t *out, const uint8_t *plain, size_t size, const uint8_t *key) {
    sodium.randombytes_buf(out, NONCE);
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(out + NONCE, NULL, plain, size, (const uint8_t *)"bound to", 8,
                                                      NULL, out, key);
    return out + NONCE + size + TAG;
}

/* Opens what `seal_row` sealed. */
static void open_row(uint8_t *out, const uint8_t *row, size_t size, const uint8_t *key) {
    MUST(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL, row + NONCE, size + TAG,
                                                           (const uint8_t *)"bound to", 8, row, key) == 0);
}

/* Seals a report under subkeys of a key of its own: index, head and sections; and the subkeys for those who may read. */
static void seal_report(const char *report, uint8_t body[BODY], uint8_t keys[KEYS], uint8_t detail[ROW + DETAIL]) {
    uint8_t key[KEY], own_key[KEY], subkeys[SUBKEYS][KEY], padded[FACTS] = {0}, other[HEAD] = {1}, *end = body;
    sodium.randombytes_buf(key, sizeof key);
    sodium.randombytes_buf(own_key, sizeof own_key);
    for (unsigned number = 0; number < SUBKEYS; number++)
        sodium.crypto_kdf_derive_from_key(subkeys[number], KEY, number, "tincayrp", key);
    memcpy(padded, report, REPORT);
    end = seal_once(end, other, INDEX, subkeys[0]);
    end = seal_once(end, other, HEAD, subkeys[1]);
    end = seal_once(end, padded, FACTS, subkeys[2]);
    seal_once(end, other, CONTACT, subkeys[3]);
    end = seal_row(keys, subkeys[0], FACTS_KEYS, facts_key);
    end = seal_row(end, subkeys[7], IDENTITY_KEYS, identity_key);
    seal_row(end, own_key, KEY, detail_key);
    seal_row(detail, other, DETAIL, own_key);
}

/* Enters a report that was sealed, chained to everything before it, and authenticates the ledger's new end. */
static void enter(struct by_hand *desk, const uint8_t body[BODY], const uint8_t keys[KEYS],
                  const uint8_t detail[ROW + DETAIL]) {
    uint8_t plain[KEY + 8 + ENTRY] = {0}, row[KEY + ROW + ENTRY], end[END] = {0}, *entry = plain + KEY + 8;
    desk->number++;
    sodium.crypto_generichash(entry + 56, KEY, body, BODY, NULL, 0);
    memcpy(entry + 56 + KEY, detail, ROW + DETAIL);
    sodium.randombytes_buf(entry + 40, 16);
    memcpy(row, desk->hash, KEY);
    seal_row(row + KEY, entry, ENTRY, ledger_key);
    memcpy(plain, desk->hash, KEY);
    memcpy(plain + KEY, &desk->number, 8);
    sodium.crypto_generichash(desk->hash, KEY, plain, sizeof plain, NULL, 0);
    memcpy(end, &desk->number, 8);
    memcpy(end + 8, desk->hash, KEY);
    sodium.crypto_generichash(end + 40, KEY, end, 40, end_key, KEY);
    desk->connection.api.bind_int64(desk->enter, 1, desk->number);
    desk->connection.api.bind_blob(desk->enter, 2, row, sizeof row, SQLITE_STATIC);
    desk->connection.api.bind_blob(desk->enter, 3, keys, KEYS, SQLITE_STATIC);
    desk->connection.api.bind_blob(desk->enter, 4, end, sizeof end, SQLITE_STATIC);
    step(&desk->connection, desk->enter);
    desk->connection.api.bind_int64(desk->pass, 1, desk->number - 1);
    step(&desk->connection, desk->pass);
    desk->connection.api.bind_int64(desk->keep, 1, desk->number);
    desk->connection.api.bind_blob(desk->keep, 2, body, BODY, SQLITE_STATIC);
    step(&desk->connection, desk->keep);
}

static void by_hand_keep(struct store *store, long first, long count) {
    struct by_hand *desk = store->state;
    uint8_t body[BODY], keys[KEYS], detail[ROW + DETAIL];
    step(&desk->connection, desk->begin);
    for (long number = first; number < first + count; number++) {
        const char *report = corpus(number + 1) + number * REPORT;
        if (store->kind)
            check_report(report);
        seal_report(report, body, keys, detail);
        enter(desk, body, keys, detail);
    }
    step(&desk->connection, desk->commit);
}

static void by_hand_take(struct store *store, long number) {
    by_hand_keep(store, number, 1);
}

/* Opens every report's keys, index, head and sections; gives how many there were. */
static long by_hand_scan(struct store *store) {
    struct by_hand *desk = store->state;
    sqlite3_stmt *statement =
        prepare(&desk->connection, "SELECT key, body FROM ledger JOIN body USING (number) ORDER BY ledger.number");
    uint8_t subkeys[SUBKEYS][KEY], plain[FACTS];
    long count = 0;
    for (; desk->connection.api.step(statement) == SQLITE_ROW; count++) {
        const uint8_t *keys = desk->connection.api.column_blob(statement, 0),
                      *body = desk->connection.api.column_blob(statement, 1);
        MUST(desk->connection.api.column_bytes(statement, 0) == KEYS &&
             desk->connection.api.column_bytes(statement, 1) == BODY);
        open_row(subkeys[0], keys, FACTS_KEYS, facts_key);
        open_row(subkeys[7], keys + ROW + FACTS_KEYS, IDENTITY_KEYS, identity_key);
        open_once(plain, body, INDEX, subkeys[0]);
        open_once(plain, body + INDEX + TAG, HEAD, subkeys[1]);
        open_once(plain, body + INDEX + HEAD + 2 * TAG, FACTS, subkeys[2]);
        MUST(plain[0] == '{');
        open_once(plain, body + BODY - CONTACT - TAG, CONTACT, subkeys[3]);
    }
    desk->connection.api.finalize(statement);
    return count;
}

static long by_hand_filter(struct store *store, int status, int commune) {
    (void)store, (void)status, (void)commune;
    return -1;
}

const struct store_calls BY_HAND_CALLS = {
    .load = by_hand_load,
    .open = by_hand_open,
    .close = by_hand_close,
    .keep = by_hand_keep,
    .take = by_hand_take,
    .scan = by_hand_scan,
    .filter = by_hand_filter,
    .put = stream_put,
    .get = stream_get,
};
