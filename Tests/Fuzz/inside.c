/* What lies inside the rows of a desk, written by somebody who works there and so has keys: seals, marks, the chain and its
 * end hold, and what they hold was changed. */
#include "rows.h"

#include <sodium.h>

enum { RING = 328, ENTRY_HEAD = 56, SHEET_HEAD = 16, FOLD_HEAD = 96, MOST_ENTRIES = 200, DETAIL_KEY = 72, NONCE = 24 };

/* The keys of a desk, and its number. */
static struct {
    uint8_t desk[16], ledger[32], detail_wrap[32], end[32], fold[32], facts_sieve[32], identity_sieve[32];
} keys;

/* An entry of the ledger, opened, and whether its detail is to be changed. */
static struct entry {
    struct sample opened;
    uint8_t before[32];
} entries[MOST_ENTRIES];
static size_t entry_count;

#define REPORT ((const char *)report_sample.bytes)

/* ---------------------------------------------------------------------------------------------- seals */

static struct sample bound_to(const char *use, const void *place, size_t size) {
    struct sample bytes = sample_of_text(use);
    append(&bytes, "\1", 1);
    append(&bytes, keys.desk, 16);
    append(&bytes, place, size);
    return bytes;
}

static struct sample open_row(struct sample row, struct sample bound, const uint8_t key[32]) {
    struct sample plain = sample_of(NULL, 0);
    CHECK(row.size > NONCE + 16);
    pad(&plain, row.size - NONCE - 16);
    CHECK(crypto_aead_xchacha20poly1305_ietf_decrypt(plain.bytes, NULL, NULL, row.bytes + NONCE, row.size - NONCE,
                                                     bound.bytes, bound.size, row.bytes, key) == 0);
    free(bound.bytes);
    return plain;
}

static struct sample close_row(struct sample plain, struct sample bound, const uint8_t key[32]) {
    struct sample row = sample_of(NULL, 0);
    pad(&row, NONCE + plain.size + 16);
    fill_random(row.bytes, NONCE);
    crypto_aead_xchacha20poly1305_ietf_encrypt(row.bytes + NONCE, NULL, plain.bytes, plain.size, bound.bytes,
                                               bound.size, NULL, row.bytes, key);
    free(bound.bytes);
    return row;
}

/* ---------------------------------------------------------------------------------------------- rows */

static struct sample blob_of(sqlite3 *database, const char *sql, int64_t number) {
    sqlite3_stmt *statement;
    struct sample blob = sample_of(NULL, 0);
    CHECK(sqlite3_prepare_v2(database, sql, -1, &statement, NULL) == SQLITE_OK);
    sqlite3_bind_int64(statement, 1, number);
    if (sqlite3_step(statement) == SQLITE_ROW)
        append(&blob, sqlite3_column_blob(statement, 0), (size_t)sqlite3_column_bytes(statement, 0));
    sqlite3_finalize(statement);
    return blob;
}

static void set_blob(sqlite3 *database, const char *sql, int64_t number, struct sample blob) {
    sqlite3_stmt *statement;
    CHECK(sqlite3_prepare_v2(database, sql, -1, &statement, NULL) == SQLITE_OK);
    sqlite3_bind_int64(statement, 1, number);
    sqlite3_bind_blob(statement, 2, blob.bytes, (int)blob.size, SQLITE_TRANSIENT);
    CHECK(sqlite3_step(statement) == SQLITE_DONE);
    sqlite3_finalize(statement);
}

static int64_t number_in(const uint8_t *bytes, int size) {
    uint64_t number = 0;
    while (size-- > 0)
        number = number << 8 | bytes[size];
    return (int64_t)number;
}

/* ---------------------------------------------------------------------------------------------- keys */

/* Opens the row of the first person as whoever knows the passphrase does, and takes the keys out of the ring. */
static void read_keys(sqlite3 *database) {
    struct sample header = blob_of(database, "SELECT header FROM desk WHERE id = ?1", 1), slot, wrap, ring, bound;
    struct party person;
    uint8_t id[16], key[32], secret[32], passphrase_key[32];
    sqlite3_stmt *statement;
    number_of_key("tincay desk 1", header.bytes + 8, keys.desk);
    hash_of("tincay person 1", keys.desk, 16, PERSON, strlen(PERSON), id, 16);
    CHECK(sqlite3_prepare_v2(database, "SELECT slot, wrap FROM person WHERE id = ?1", -1, &statement, NULL) ==
          SQLITE_OK);
    sqlite3_bind_blob(statement, 1, id, 16, SQLITE_STATIC);
    CHECK(sqlite3_step(statement) == SQLITE_ROW);
    slot = sample_of(sqlite3_column_blob(statement, 0), (size_t)sqlite3_column_bytes(statement, 0));
    wrap = sample_of(sqlite3_column_blob(statement, 1), (size_t)sqlite3_column_bytes(statement, 1));
    sqlite3_finalize(statement);
    CHECK(crypto_pwhash(passphrase_key, 32, PASSPHRASE, strlen(PASSPHRASE), slot.bytes + 16, 2, 64 << 20,
                        crypto_pwhash_ALG_ARGON2ID13) == 0);
    bound = sample_of_text("tincay slot 2");
    append(&bound, keys.desk, 16);
    append(&bound, id, 16);
    append(&bound, slot.bytes + 8, 88);
    CHECK(crypto_aead_xchacha20poly1305_ietf_decrypt(secret, NULL, NULL, slot.bytes + 96, 48, bound.bytes, bound.size,
                                                     (const uint8_t[24]){0}, passphrase_key) == 0);
    crypto_box_seed_keypair(person.seal_public, person.seal_secret, secret);
    CHECK(open_wraps(wrap.bytes, "person", &person, key));
    ring = open_row((struct sample){wrap.bytes + WRAPS, wrap.size - WRAPS}, bound_to("tincay ring 1", id, 16), key);
    CHECK(ring.size == RING);
    crypto_kdf_derive_from_key(keys.ledger, 32, 1, "tincaydk", ring.bytes + 40);
    crypto_kdf_derive_from_key(keys.detail_wrap, 32, 2, "tincaydk", ring.bytes + 40);
    crypto_kdf_derive_from_key(keys.end, 32, 6, "tincaydk", ring.bytes + 40);
    crypto_kdf_derive_from_key(keys.fold, 32, 1, "tincayfd", keys.detail_wrap);
    crypto_kdf_derive_from_key(key, 32, 1, "tincaydk", ring.bytes + 72);
    crypto_kdf_derive_from_key(keys.facts_sieve, 32, 1, "tincaysv", key);
    crypto_kdf_derive_from_key(key, 32, 1, "tincaydk", ring.bytes + 104);
    crypto_kdf_derive_from_key(keys.identity_sieve, 32, 1, "tincaysv", key);
    free(header.bytes);
    free(slot.bytes);
    free(wrap.bytes);
    free(ring.bytes);
    free(bound.bytes);
}

/* ---------------------------------------------------------------------------------------------- the ledger */

static void hash_on(uint8_t hash[32], uint64_t number, struct sample opened) {
    struct sample bytes = sample_of(hash, 32);
    append_number(&bytes, number, 8);
    append(&bytes, opened.bytes, opened.size);
    hash_of("tincay chain 2", bytes.bytes, bytes.size, "", 0, hash, 32);
    free(bytes.bytes);
}

static struct sample place_of_entry(uint64_t number, const uint8_t before[32]) {
    struct sample place = sample_of(NULL, 0), bound;
    append_number(&place, number, 8);
    append(&place, before, 32);
    bound = bound_to("tincay entry 1", place.bytes, place.size);
    free(place.bytes);
    return bound;
}

/* Opens all entries, and sees that they are a chain. */
static void read_ledger(sqlite3 *database) {
    uint8_t hash[32];
    hash_of("tincay ledger 1", keys.desk, 16, "", 0, hash, 32);
    for (entry_count = 0; entry_count < MOST_ENTRIES; entry_count++) {
        struct sample row = blob_of(database, "SELECT entry FROM ledger WHERE number = ?1", (int64_t)entry_count + 1);
        if (row.size == 0)
            break;
        CHECK(memcmp(row.bytes, hash, 32) == 0);
        entries[entry_count].opened = open_row((struct sample){row.bytes + 32, row.size - 32},
                                               place_of_entry(entry_count + 1, hash), keys.ledger);
        memcpy(entries[entry_count].before, hash, 32);
        hash_on(hash, entry_count + 1, entries[entry_count].opened);
        free(row.bytes);
    }
    CHECK(entry_count > 10 && entry_count < MOST_ENTRIES);
}

/* Writes the ledger from an entry on, with one in the place of another, and its end. */
static void write_ledger(sqlite3 *database, size_t from, struct sample changed_entry) {
    struct sample end = sample_of(NULL, 0), told = sample_of_text("tincay end 1tincay head 1");
    uint8_t hash[32], tag[32];
    size_t place;
    memcpy(hash, entries[from].before, 32);
    for (place = from; place < entry_count; place++) {
        struct sample opened = place == from ? changed_entry : entries[place].opened, row, whole = sample_of(hash, 32);
        row = close_row(opened, place_of_entry(place + 1, hash), keys.ledger);
        append(&whole, row.bytes, row.size);
        set_blob(database, "UPDATE ledger SET entry = ?2 WHERE number = ?1", (int64_t)place + 1, whole);
        hash_on(hash, place + 1, opened);
        free(row.bytes);
        free(whole.bytes);
    }
    append_number(&end, entry_count, 8);
    append(&end, hash, 32);
    append(&told, keys.desk, 16);
    append(&told, end.bytes, end.size);
    crypto_generichash(tag, sizeof tag, told.bytes, told.size, keys.end, sizeof keys.end);
    append(&end, tag, sizeof tag);
    set_blob(database, "UPDATE ledger SET head = ?2 WHERE number = ?1", (int64_t)entry_count, end);
    free(end.bytes);
    free(told.bytes);
}

/* The number of the entry that filed the report of an entry, or 0. */
static size_t filing_of(const uint8_t *id) {
    size_t place;
    for (place = 0; place < entry_count; place++)
        if (entries[place].opened.bytes[1] == 4 && memcmp(entries[place].opened.bytes + 12, id, 16) == 0)
            return place + 1;
    return 0;
}

/* Changes the detail that an entry tells about a report, under its key; gives whether it has one. */
static int change_detail(sqlite3 *database, struct sample entry) {
    const uint8_t *bytes = entry.bytes;
    size_t at = ENTRY_HEAD + bytes[3] + (size_t)number_in(bytes + 28, 4), size = (size_t)number_in(bytes + 32, 4);
    size_t filing = bytes[2] == 1 ? filing_of(bytes + 12) : 0;
    struct sample row, key, plain, place, closed;
    if (filing == 0 || size <= NONCE + 16)
        return 0;
    row = blob_of(database, "SELECT key FROM ledger WHERE number = ?1", (int64_t)filing);
    CHECK(row.size > DETAIL_KEY);
    key = open_row((struct sample){row.bytes + row.size - DETAIL_KEY, DETAIL_KEY},
                   bound_to("tincay detail key 1", bytes + 12, 16), keys.detail_wrap);
    place = sample_of(bytes + 1, 1);
    append(&place, bytes + 12, 16);
    plain = open_row((struct sample){entry.bytes + at, size}, bound_to("tincay detail 1", place.bytes, place.size),
                     key.bytes);
    change_in_place(plain.bytes, random_number() % 4 ? (size_t)number_in(plain.bytes, 4) + 4 : plain.size);
    if (random_number() % 4 && plain.size > 4)
        change_in_place(plain.bytes + 4, (size_t)number_in(plain.bytes, 4) < plain.size - 4
                                             ? (size_t)number_in(plain.bytes, 4)
                                             : plain.size - 4);
    closed = close_row(plain, bound_to("tincay detail 1", place.bytes, place.size), key.bytes);
    CHECK(closed.size == size);
    memcpy(entry.bytes + at, closed.bytes, size);
    free(row.bytes);
    free(key.bytes);
    free(plain.bytes);
    free(place.bytes);
    free(closed.bytes);
    return 1;
}

/* Changes one entry somewhere. */
static void change_ledger(sqlite3 *database) {
    size_t place = below(entry_count);
    struct sample original = entries[place].opened, entry = sample_of(original.bytes, original.size);
    size_t open_size = (size_t)number_in(entry.bytes + 28, 4);
    char what[80];
    snprintf(what, sizeof what, "changed entry %zu of type %d", place + 1, entry.bytes[1]);
    during(what);
    if (random_number() % 2 == 0 || !change_detail(database, entry)) {
        switch (random_number() % 4) {
        case 0:
            change_in_place(entry.bytes, ENTRY_HEAD);
            break;
        case 1: { /* another length */
            struct sample other = changed(entry);
            free(entry.bytes);
            entry = other;
            break;
        }
        case 2:
            entry.bytes[1] = (uint8_t)below(84);
            break;
        default:
            change_in_place(entry.bytes + ENTRY_HEAD + entry.bytes[3], open_size > 0 ? open_size : 1);
            break;
        }
    }
    write_ledger(database, place, entry);
    free(entry.bytes);
}

/* ---------------------------------------------------------------------------------------------- the snapshot */

static struct sample place_of_sheet(const char *use, int64_t number) {
    struct sample place = sample_of(NULL, 0), bound;
    append_number(&place, (uint64_t)number, 8);
    bound = bound_to(use, place.bytes, place.size);
    free(place.bytes);
    return bound;
}

/* Changes what a sheet says of itself, or the numbers and texts in it. */
static void change_sheet(struct sample plain) {
    size_t size = (size_t)number_in(plain.bytes + 12, 4), room = plain.size - SHEET_HEAD;
    if (random_number() % 4 == 0)
        change_in_place(plain.bytes, SHEET_HEAD);
    else
        change_in_place(plain.bytes + SHEET_HEAD, size > 0 && size < room ? size : room);
}

/* Changes sheets, and makes the marks agree. */
static void change_snapshot(sqlite3 *database) {
    struct sample marks = sample_of(NULL, 0), row, plain, closed;
    int64_t sheets, number, chosen;
    row = blob_of(database, "SELECT body FROM fold WHERE number = ?1", 1);
    plain = open_row(row, place_of_sheet("tincay fold 1", 1), keys.fold);
    sheets = number_in(plain.bytes + 56, 8);
    chosen = 1 + (int64_t)below((size_t)sheets);
    free(row.bytes);
    for (number = 2; number <= sheets; number++) {
        row = blob_of(database, "SELECT body FROM fold WHERE number = ?1", number);
        if (number == chosen || random_number() % 16 == 0) {
            struct sample sheet = open_row(row, place_of_sheet("tincay fold 1", number), keys.fold);
            change_sheet(sheet);
            free(row.bytes);
            row = close_row(sheet, place_of_sheet("tincay fold 1", number), keys.fold);
            set_blob(database, "UPDATE fold SET body = ?2 WHERE number = ?1", number, row);
            free(sheet.bytes);
        }
        append(&marks, row.bytes, NONCE);
        append(&marks, row.bytes + row.size - 16, 16);
        free(row.bytes);
    }
    if (chosen == 1)
        change_in_place(plain.bytes, 64);
    hash_of("", marks.bytes, marks.size, "", 0, plain.bytes + 64, 32);
    closed = close_row(plain, place_of_sheet("tincay fold 1", 1), keys.fold);
    set_blob(database, "UPDATE fold SET body = ?2 WHERE number = ?1", 1, closed);
    free(marks.bytes);
    free(plain.bytes);
    free(closed.bytes);
}

/* Changes the sieves. */
static void change_sieves(sqlite3 *database) {
    int is_identity = random_number() % 2;
    const char *use = is_identity ? "tincay identity sieve 1" : "tincay facts sieve 1";
    const uint8_t *key = is_identity ? keys.identity_sieve : keys.facts_sieve;
    struct sample row = blob_of(database,
                                is_identity ? "SELECT body FROM identity_sieve WHERE number = ?1"
                                            : "SELECT body FROM facts_sieve WHERE number = ?1",
                                0),
                  plain, closed;
    CHECK(row.size > 0);
    plain = open_row(row, place_of_sheet(use, 0), key);
    change_in_place(plain.bytes, random_number() % 2 ? 16 : plain.size);
    closed = close_row(plain, place_of_sheet(use, 0), key);
    set_blob(database,
             is_identity ? "UPDATE identity_sieve SET body = ?2 WHERE number = ?1"
                         : "UPDATE facts_sieve SET body = ?2 WHERE number = ?1",
             0, closed);
    free(row.bytes);
    free(plain.bytes);
    free(closed.bytes);
}

/* ---------------------------------------------------------------------------------------------- trying */

/* What was taken apart and put together again is as good as before. */
static void check_forging(void) {
    const char *path = in_fuzz("changed");
    sqlite3 *database;
    tincay_desk *desk;
    copy_desk(in_fuzz("worked-desk"), path);
    database = open_database(path);
    write_ledger(database, 0, entries[0].opened);
    sqlite3_close(database);
    desk = open_desk(path);
    verify_desk(desk);
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    remove_desk(path);
}

static void begin_inside(void) {
    sqlite3 *database;
    begin_desks();
    database = open_database(in_fuzz("worked-desk"));
    read_keys(database);
    read_ledger(database);
    sqlite3_close(database);
    check_forging();
}

static void try_inside(void (*change)(sqlite3 *)) {
    const char *path = in_fuzz("changed");
    sqlite3 *database;
    copy_desk(in_fuzz("worked-desk"), path);
    database = open_database(path);
    CHECK(sqlite3_exec(database, "BEGIN", NULL, NULL, NULL) == SQLITE_OK);
    change(database);
    CHECK(sqlite3_exec(database, "COMMIT", NULL, NULL, NULL) == SQLITE_OK);
    sqlite3_close(database);
    use_desk(path, random_number() % 4 ? PERSON : "second");
    remove_desk(path);
}

static void try_ledger(void) {
    try_inside(change_ledger);
}

static void try_snapshot(void) {
    try_inside(change_snapshot);
}

static void try_sieves(void) {
    try_inside(change_sieves);
}

const struct target INSIDE_TARGETS[] = {{"ledger", begin_inside, try_ledger, NULL},
                                        {"snapshot", begin_inside, try_snapshot, NULL},
                                        {"sieves", begin_inside, try_sieves, NULL},
                                        {NULL, NULL, NULL, NULL}};
