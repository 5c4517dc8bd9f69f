/* What a box of a year opens and packs like, beside what any program would have to do for the same bundle.
 *
 *     carry FOLDER [REPORTS]     a folder on the disk to be measured; what is made there is removed again
 *
 * The box has a year of slots, four a day, and 10,000 reports more. Its clock is the machine's, so that the year's slots
 * are reports of one day, too: rows are rows. The peer reads as many slots of the same file in the same order with SQLite
 * alone, hashes them, seals them in place and copies them out, with the same libsodium.
 */
#include "measure.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdint.h>
#include <tincay.h>
#include <unistd.h>

enum { YEAR = 1460, REPORTS = 10000, OPENINGS = 15, SLOT = 16384, OVERHEAD = 465 + 4096 + 64 + 16 };

static const char FORM[] =
    "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"$id\": \"urn:example:benchmark\","
    " \"type\": \"object\", \"required\": [\"told\"], \"additionalProperties\": false, \"properties\": {"
    "  \"told\": {\"type\": \"string\", \"minLength\": 1, \"maxLength\": 4000}}}";

static char box_path[4096], desk_path[4096];

/* What the packs of one side took. */
struct side {
    double wall[4096], cpu[4096];
    size_t count;
};

static void begin(struct side *side) {
    side->cpu[side->count] = -microseconds(CLOCK_PROCESS_CPUTIME_ID);
    side->wall[side->count] = -microseconds(CLOCK_MONOTONIC);
}

static void end(struct side *side) {
    side->wall[side->count] += microseconds(CLOCK_MONOTONIC);
    side->cpu[side->count] += microseconds(CLOCK_PROCESS_CPUTIME_ID);
    side->count++;
}

/* Prints how fast a side packs, and returns the median of its time. */
static double print_side(const char *name, struct side *side, size_t size, const char *goal) {
    double mebibytes = (double)size / 1048576, wall = quantile(side->wall, side->count, 0.5);
    printf("  %-30s %8.0f MiB/s, %6.0f of processor time%s\n", name, mebibytes / wall * 1e6,
           mebibytes / quantile(side->cpu, side->count, 0.5) * 1e6, goal);
    return wall;
}

/* Makes a box with so many reports in it. */
static void fill(int reports) {
    static const char answers[] = "{\"told\": \"something\"}";
    tincay_bytes card, result;
    tincay_desk *desk;
    tincay_form *form;
    tincay_box *box;
    char *setup;
    int size;
    unlink(desk_path);
    unlink(box_path);
    MUST(tincay_desk_create(desk_path, "a counsellor", (const uint8_t *)"eight or more", 13, NULL, 0) == TINCAY_OK);
    MUST(tincay_desk_open(desk_path, "a counsellor", (const uint8_t *)"eight or more", 13, &desk) == TINCAY_OK);
    MUST(tincay_desk_card(desk, &card) == TINCAY_OK);
    tincay_desk_close(desk);
    setup = malloc(card.size + 256);
    size = sprintf(setup,
                   "{\"point\": {\"name\": \"A trusted address\", \"kind\": \"NODE-TRUSTED\"}, \"desks\": [%s],"
                   " \"flood\": {\"burst\": 100000}}",
                   (const char *)card.data);
    MUST(tincay_box_create(box_path, (const uint8_t *)setup, (size_t)size) == TINCAY_OK);
    free(setup);
    tincay_bytes_free(&card);
    MUST(tincay_form_open((const uint8_t *)FORM, sizeof FORM - 1, &form) == TINCAY_OK);
    MUST(tincay_box_open(box_path, &box) == TINCAY_OK);
    while (reports-- > 0) {
        MUST(tincay_box_submit(box, form, (const uint8_t *)answers, sizeof answers - 1, NULL, &result) == TINCAY_OK);
        tincay_bytes_free(&result);
    }
    tincay_box_close(box);
    tincay_form_close(form);
}

/* The peer's bundle. */
static void peer_pack(struct side *side, sqlite3_stmt *statement, int64_t *cursor, size_t size) {
    static const uint8_t key[32], nonce[24];
    uint8_t secret[crypto_sign_SECRETKEYBYTES], public[crypto_sign_PUBLICKEYBYTES], hash[32], *bytes, *copy;
    size_t filled = 465 + 4096;
    crypto_sign_keypair(public, secret);
    begin(side);
    MUST(bytes = calloc(1, size));
    sqlite3_bind_int64(statement, 1, *cursor);
    sqlite3_bind_int64(statement, 2, (int64_t)((size - OVERHEAD) / SLOT));
    *cursor = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        memcpy(bytes + filled, sqlite3_column_blob(statement, 0), SLOT);
        filled += SLOT;
        *cursor = sqlite3_column_int64(statement, 1);
    }
    sqlite3_reset(statement);
    crypto_generichash(hash, sizeof hash, bytes, size - 80, NULL, 0);
    crypto_sign_detached(bytes + size - 80, NULL, hash, sizeof hash, secret);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + 465, NULL, bytes + 465, size - 465 - 16, bytes, 465, NULL, nonce,
                                               key);
    MUST(copy = malloc(size));
    memcpy(copy, bytes, size);
    free(bytes);
    end(side);
    free(copy);
}

int main(int count, char **arguments) {
    static double opened[OPENINGS];
    static struct side ours, theirs;
    int reports = count > 2 ? atoi(arguments[2]) : YEAR + REPORTS;
    size_t size = 0;
    int64_t cursor = 0;
    double us, them;
    tincay_bytes bundle;
    tincay_box *box;
    sqlite3 *database;
    sqlite3_stmt *statement;
    MUST((count == 2 || count == 3) && strlen(arguments[1]) < 4000 && sodium_init() >= 0);
    snprintf(box_path, sizeof box_path, "%s/carry-box.tincay", arguments[1]);
    snprintf(desk_path, sizeof desk_path, "%s/carry-desk.tincay", arguments[1]);
    fill(reports);
    for (int opening = 0; opening < OPENINGS; opening++) {
        opened[opening] = -microseconds(CLOCK_MONOTONIC);
        MUST(tincay_box_open(box_path, &box) == TINCAY_OK);
        opened[opening] += microseconds(CLOCK_MONOTONIC);
        tincay_box_close(box);
    }
    MUST(tincay_box_open(box_path, &box) == TINCAY_OK);
    do {
        begin(&ours);
        MUST(tincay_box_pack(box, &bundle) == TINCAY_OK);
        end(&ours);
        size = bundle.size;
        tincay_bytes_free(&bundle);
    } while (ours.count * ((size - OVERHEAD) / SLOT) < (size_t)reports && ours.count < 4096);
    tincay_box_close(box);
    MUST(sqlite3_open_v2(box_path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK);
    MUST(sqlite3_exec(database, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK);
    MUST(sqlite3_prepare_v2(database, "SELECT envelope, number FROM slot WHERE number > ?1 ORDER BY number LIMIT ?2",
                            -1, &statement, NULL) == SQLITE_OK);
    while (theirs.count < ours.count)
        peer_pack(&theirs, statement, &cursor, size);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    unlink(box_path);
    unlink(desk_path);
    printf("A box of %d slots, and a round of %zu bundles of %.0f MiB\n", reports, ours.count, (double)size / 1048576);
    printf("  opening, median of %-11d %8.2f ms (goal: below 10)\n", OPENINGS, quantile(opened, OPENINGS, 0.5) / 1e3);
    us = print_side("tincay_box_pack", &ours, size, " (goal: at least 100)");
    them = print_side("the same reads and primitives", &theirs, size, "");
    printf("  ratio of the medians %.2f, of processor time %.2f\n", us / them,
           quantile(ours.cpu, ours.count, 0.5) / quantile(theirs.cpu, theirs.count, 0.5));
    return 0;
}
