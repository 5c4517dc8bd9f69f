/* What a durable submission costs, beside the same rows written by hand in C with SQLite alone.
 *
 *     submit FOLDER        a folder on the disk to be measured; what is made there is removed again
 *
 * Both sides write an envelope of 16 KiB over one of 32 slots and a state of 168 bytes in one transaction, with the same
 * page size, write-ahead log, synchronous=FULL, secure_delete and exclusive lock. They take turns, so that a slow
 * moment of the disk meets both. The library also checks the answers, seals them to a desk and makes the next key pair.
 */
#include "measure.h"
#include "rows.h"

#include <stdint.h>
#include <tincay.h>
#include <unistd.h>

enum { ROUNDS = 12, SAMPLES = ROUNDS * SLOTS };

/* What one side took, a number a submission. */
struct side {
    double wall[SAMPLES], cpu[SAMPLES], written[SAMPLES];
    size_t count;
};

/* Bytes that this process has had written to the disk so far. */
static double bytes_written(void) {
    char line[128];
    double bytes = 0;
    FILE *file = fopen("/proc/self/io", "r");
    while (file && fgets(line, sizeof line, file))
        sscanf(line, "write_bytes: %lf", &bytes);
    if (file)
        fclose(file);
    return bytes;
}

static void begin(struct side *side) {
    side->written[side->count] = -bytes_written();
    side->cpu[side->count] = -microseconds(CLOCK_PROCESS_CPUTIME_ID);
    side->wall[side->count] = -microseconds(CLOCK_MONOTONIC);
}

static void end(struct side *side) {
    side->wall[side->count] += microseconds(CLOCK_MONOTONIC);
    side->cpu[side->count] += microseconds(CLOCK_PROCESS_CPUTIME_ID);
    side->written[side->count] += bytes_written();
    side->count++;
}

/* A box of 32 slots a day for one desk, opened. */
static tincay_box *box_open(const char *path, const tincay_bytes *card) {
    tincay_box *box;
    char *setup = malloc(card->size + 256);
    int size = sprintf(setup,
                       "{\"point\": {\"name\": \"A trusted address\", \"kind\": \"NODE-TRUSTED\"}, \"desks\": [%s],"
                       " \"slots_per_day\": 32, \"reserve\": 0, \"flood\": {\"burst\": 100000}}",
                       (const char *)card->data);
    MUST(tincay_box_create(path, (const uint8_t *)setup, (size_t)size) == TINCAY_OK);
    MUST(tincay_box_open(path, &box) == TINCAY_OK);
    free(setup);
    return box;
}

static void print_side(const char *name, struct side *side) {
    printf("  %-28s %9.0f %9.0f %9.0f %11.1f\n", name, quantile(side->wall, side->count, 0.5),
           quantile(side->wall, side->count, 0.99), quantile(side->cpu, side->count, 0.5),
           quantile(side->written, side->count, 0.5) / 1024);
}

int main(int count, char **arguments) {
    static struct side ours, theirs;
    static uint8_t bytes[ENVELOPE];
    static char answers[4096], told[2001];
    char desk_path[4096], box_path[4096], peer_path[4096];
    tincay_bytes card, result;
    tincay_desk *desk;
    tincay_form *form;
    MUST(count == 2 && strlen(arguments[1]) < 4000);
    snprintf(desk_path, sizeof desk_path, "%s/submit-desk.tincay", arguments[1]);
    snprintf(box_path, sizeof box_path, "%s/submit-box.tincay", arguments[1]);
    snprintf(peer_path, sizeof peer_path, "%s/submit-peer.db", arguments[1]);
    unlink(desk_path);
    MUST(tincay_desk_create(desk_path, "a counsellor", (const uint8_t *)"eight or more", 13, NULL, 0) == TINCAY_OK);
    MUST(tincay_desk_open(desk_path, "a counsellor", (const uint8_t *)"eight or more", 13, &desk) == TINCAY_OK);
    MUST(tincay_desk_card(desk, &card) == TINCAY_OK);
    MUST(tincay_form_open((const uint8_t *)FORM, sizeof FORM - 1, &form) == TINCAY_OK);
    memset(told, 'a', sizeof told - 1);
    for (int round = 0; round < ROUNDS; round++) {
        struct peer peer;
        tincay_box *box;
        unlink(box_path);
        unlink(peer_path);
        box = box_open(box_path, &card);
        peer_open(&peer, peer_path);
        for (int number = 1; number <= SLOTS; number++) {
            int size = sprintf(answers, "{\"told\": \"%s\", \"age\": %d, \"safe_now\": false, \"place\": \"home\"}",
                               told, number);
            begin(&ours);
            MUST(tincay_box_submit(box, form, (const uint8_t *)answers, (size_t)size, "vi", &result) == TINCAY_OK);
            end(&ours);
            tincay_bytes_free(&result);
            sqlite3_randomness(ENVELOPE, bytes);
            begin(&theirs);
            peer_write(&peer, number, bytes);
            end(&theirs);
        }
        peer_close(&peer);
        tincay_box_close(box);
    }
    unlink(box_path);
    unlink(peer_path);
    unlink(desk_path);
    tincay_bytes_free(&card);
    tincay_form_close(form);
    tincay_desk_close(desk);
    printf("A durable submission of 2 KiB into a slot of 16 KiB, %d on each side\n", SAMPLES);
    printf("  %-28s %9s %9s %9s %11s\n", "", "p50 us", "p99 us", "CPU us", "KiB written");
    print_side("tincay_box_submit", &ours);
    print_side("the same rows, C and SQLite", &theirs);
    printf("  rate %.2f of the peer's by the medians (goal: at least 0.70)\n",
           quantile(theirs.wall, theirs.count, 0.5) / quantile(ours.wall, ours.count, 0.5));
    printf("  99th percentile %.2f of the peer's (goal: at most 2.00)\n",
           quantile(ours.wall, ours.count, 0.99) / quantile(theirs.wall, theirs.count, 0.99));
    return 0;
}
