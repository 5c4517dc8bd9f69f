/* Files kept with reports, streamed in and out, beside libsodium's secretstream written and synced by hand in the same run.
 *
 *     attachments FOLDER [MEBIBYTES]...   by default 5 and 1024
 *
 * Prints MiB/s of both, the ratio, and by how much the peak of memory grew. */
#include "measure.h"

#include <fcntl.h>
#include <sodium.h>
#include <stdint.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tincay.h"

enum { BLOCK = 1 << 20, PIECE = 64 << 10, SEALED = PIECE + crypto_secretstream_xchacha20poly1305_ABYTES, RUNS = 3 };

static uint8_t block[BLOCK], sealed[SEALED], buffer[BLOCK];
static char hand[4096], desk_path[4096];
static uint8_t key[crypto_secretstream_xchacha20poly1305_KEYBYTES];

static double now(void) {
    return microseconds(CLOCK_MONOTONIC) / 1e6;
}

static long peak(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* Seals and writes by hand, with the file and its folder on the disk at the end. */
static void hand_write(size_t mebibytes, const char *folder) {
    uint8_t header[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
    crypto_secretstream_xchacha20poly1305_state state;
    int file = open(hand, O_CREAT | O_TRUNC | O_WRONLY, 0600), parent = open(folder, O_RDONLY | O_DIRECTORY);
    size_t i, from;
    MUST(file >= 0 && parent >= 0);
    crypto_secretstream_xchacha20poly1305_init_push(&state, header, key);
    MUST(write(file, header, sizeof header) == (ssize_t)sizeof header);
    for (i = 0; i < mebibytes; i++)
        for (from = 0; from < BLOCK; from += PIECE) {
            crypto_secretstream_xchacha20poly1305_push(&state, sealed, NULL, block + from, PIECE, NULL, 0, 0);
            MUST(write(file, sealed, SEALED) == SEALED);
        }
    MUST(fsync(file) == 0 && fsync(parent) == 0);
    close(file);
    close(parent);
}

static void hand_read(size_t mebibytes) {
    uint8_t header[crypto_secretstream_xchacha20poly1305_HEADERBYTES], tag;
    crypto_secretstream_xchacha20poly1305_state state;
    int file = open(hand, O_RDONLY);
    size_t pieces = mebibytes * (BLOCK / PIECE);
    MUST(file >= 0 && read(file, header, sizeof header) == (ssize_t)sizeof header);
    crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key);
    while (pieces-- > 0) {
        MUST(read(file, sealed, SEALED) == SEALED);
        MUST(crypto_secretstream_xchacha20poly1305_pull(&state, buffer, NULL, &tag, sealed, SEALED, NULL, 0) == 0);
    }
    close(file);
}

/* Picks a string out of a JSON object. */
static void pick(tincay_bytes json, const char *pointer, char out[64]) {
    tincay_bytes value;
    MUST(tincay_json_pick(json.data, json.size, pointer, &value) == TINCAY_OK);
    MUST(value.size > 0 && value.size < 64);
    memcpy(out, value.data, value.size);
    out[value.size] = 0;
    tincay_bytes_free(&value);
}

static void desk_write(tincay_desk *desk, const char *report, size_t mebibytes, char id[64]) {
    static const char about[] = "{\"name\":\"a film\"}";
    tincay_upload *upload;
    tincay_bytes result;
    MUST(tincay_desk_attach(desk, report, (const uint8_t *)about, strlen(about), &upload) == TINCAY_OK);
    while (mebibytes-- > 0)
        MUST(tincay_upload_write(upload, block, BLOCK) == TINCAY_OK);
    MUST(tincay_upload_end(upload, &result) == TINCAY_OK);
    pick(result, "/id", id);
    tincay_bytes_free(&result);
    MUST(tincay_upload_close(upload) == TINCAY_OK);
}

static void desk_read(tincay_desk *desk, const char *report, const char *id, size_t mebibytes) {
    tincay_download *download;
    size_t size, all = 0;
    MUST(tincay_desk_attachment(desk, report, id, &download, NULL) == TINCAY_OK);
    do {
        MUST(tincay_download_read(download, buffer, BLOCK, &size) == TINCAY_OK);
        all += size;
    } while (size > 0);
    MUST(all == mebibytes * BLOCK);
    MUST(tincay_download_close(download) == TINCAY_OK);
}

static void measure(tincay_desk *desk, const char *folder, const char *report, size_t mebibytes) {
    double times[4][RUNS], start;
    long before = peak();
    char id[64];
    size_t run;
    for (run = 0; run < RUNS; run++) {
        start = now();
        hand_write(mebibytes, folder);
        times[0][run] = now() - start;
        start = now();
        desk_write(desk, report, mebibytes, id);
        times[1][run] = now() - start;
        start = now();
        hand_read(mebibytes);
        times[2][run] = now() - start;
        start = now();
        desk_read(desk, report, id, mebibytes);
        times[3][run] = now() - start;
        MUST(tincay_desk_detach(desk, report, id, (const uint8_t *)"measured", 8) == TINCAY_OK);
    }
    for (run = 0; run < 4; run += 2) {
        double by_hand = (double)mebibytes / quantile(times[run], RUNS, 0.5);
        double here = (double)mebibytes / quantile(times[run + 1], RUNS, 0.5);
        printf("%5zu MiB %-5s  tincay %7.0f MiB/s   by hand %7.0f MiB/s   ratio %.2f\n", mebibytes,
               run ? "read" : "write", here, by_hand, here / by_hand);
    }
    printf("%5zu MiB memory  %ld KiB more at the peak\n", mebibytes, peak() - before);
}

int main(int count, char **arguments) {
    static const char setup[] = "{\"kdf\":{\"memory_mib\":64,\"passes\":2}}", pass[] = "correct horse battery";
    static const char schema[] = "{\"type\":\"object\"}";
    tincay_desk *desk;
    tincay_form *form;
    tincay_bytes result;
    char report[64];
    MUST(count > 1 && sodium_init() >= 0);
    randombytes_buf(block, sizeof block);
    randombytes_buf(key, sizeof key);
    memcpy(block, "\xff\xd8\xff\xe0", 4);
    snprintf(hand, sizeof hand, "%s/by-hand", arguments[1]);
    snprintf(desk_path, sizeof desk_path, "%s/desk.tincay", arguments[1]);
    MUST(tincay_desk_create(desk_path, "a counsellor", (const uint8_t *)pass, strlen(pass), (const uint8_t *)setup,
                            strlen(setup)) == TINCAY_OK);
    MUST(tincay_desk_open(desk_path, "a counsellor", (const uint8_t *)pass, strlen(pass), &desk) == TINCAY_OK);
    MUST(tincay_form_open((const uint8_t *)schema, strlen(schema), &form) == TINCAY_OK);
    MUST(tincay_desk_file(desk, form, (const uint8_t *)"{}", 2, NULL, &result) == TINCAY_OK);
    pick(result, "/id", report);
    tincay_bytes_free(&result);
    if (count > 2) {
        int index;
        for (index = 2; index < count; index++)
            measure(desk, arguments[1], report, strtoul(arguments[index], NULL, 10));
    } else {
        measure(desk, arguments[1], report, 5);
        measure(desk, arguments[1], report, 1024);
    }
    MUST(tincay_form_close(form) == TINCAY_OK);
    MUST(tincay_desk_close(desk) == TINCAY_OK);
    return 0;
}
