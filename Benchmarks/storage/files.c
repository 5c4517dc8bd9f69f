#include "../measure.h"
#include "child.h"
#include "options.h"
#include "parts.h"
#include "verdict.h"

#include <stddef.h>
#include <unistd.h>

/* Who keeps files: a desk, the peers that keep them in rows, and whoever seals them by hand. */
static const int ASKED[] = {DESK, SQLITE, SQLCIPHER, MULTIPLE, BY_HAND};
enum { ASKED_COUNT = sizeof ASKED / sizeof ASKED[0], SMALL = 5, MANY = 21, LARGE = 1024, ROUNDS = 3 };

/* What a store takes to keep a file and to read it: milliseconds, and the most KiB of memory more. */
struct carried {
    double put, get, memory;
};

/* Makes the store of this part, with one report, and lets the disk come to rest. */
static void make(struct store *store) {
    store->calls->open(store, CREATE);
    store->calls->take(store, 0);
    store->calls->close(store);
    sync();
}

/* Removes all that was kept. */
static void remove_all(void) {
    char command[8400];
    snprintf(command, sizeof command, "rm -rf '%s'/files-*", OPTIONS.folder);
    MUST(system(command) == 0);
}

/* The milliseconds of a call for one file. */
static double time_of(void (*call)(struct store *, int, long), struct store *store, int file) {
    double start = microseconds(CLOCK_MONOTONIC);
    call(store, file, SMALL);
    return (microseconds(CLOCK_MONOTONIC) - start) / 1e3;
}

/* Files in and out of an open store: many, so that no memory holds what was kept until it is read. */
static void carry_here(struct store *store, struct carried *samples) {
    make(store);
    store->calls->open(store, 0);
    /* The first makes everything ready and does not count. */
    store->calls->put(store, 0, SMALL);
    for (int file = 1; file <= MANY; file++)
        samples[file - 1].put = time_of(store->calls->put, store, file);
    sync();
    store->calls->get(store, 0, SMALL);
    for (int file = 1; file <= MANY; file++)
        samples[file - 1].get = time_of(store->calls->get, store, file);
    store->calls->close(store);
}

/* A large file in and out, by processes of their own, which tell what memory it takes. */
static void carry_apart(struct store *store, struct carried *sample) {
    struct said put, get;
    make(store);
    start_child(store, "files-", "put", 0, LARGE, &put);
    sync();
    start_child(store, "files-", "get", 0, LARGE, &get);
    *sample = (struct carried){put.opened, get.opened, put.resident > get.resident ? put.resident : get.resident};
}

/* The median of one of the figures. */
static double median(const struct carried *samples, int rounds, size_t place) {
    double values[MANY];
    for (int round = 0; round < rounds; round++)
        memcpy(&values[round], (const char *)&samples[round] + place, sizeof(double));
    return quantile(values, (size_t)rounds, 0.5);
}

/* Measures a store once: many small files, or a large one, of which the sample has the round. */
static void measure_once(struct store *store, long mebibytes, struct carried *samples, int round) {
    char path[sizeof store->path];
    memcpy(path, store->path, sizeof path);
    MUST(snprintf(store->path, sizeof store->path, "%s/files-%s", OPTIONS.folder, store->file) > 0);
    if (mebibytes == LARGE)
        carry_apart(store, &samples[round]);
    else
        carry_here(store, samples);
    memcpy(store->path, path, sizeof path);
    remove_all();
}

/* Measures all stores, which take turns, and prints the medians. */
static void measure(long mebibytes, struct carried *medians) {
    static struct carried samples[STORE_COUNT][MANY];
    int count = mebibytes == LARGE ? ROUNDS : MANY;
    memset(samples, 0, sizeof samples);
    for (int round = 0; round < (mebibytes == LARGE ? ROUNDS : 1); round++)
        for (int i = 0; i < ASKED_COUNT; i++)
            if (is_there(ASKED[i]))
                measure_once(&STORES[ASKED[i]], mebibytes, samples[ASKED[i]], round);
    printf("\nFiles of %ld MiB, MiB/s; medians of %d\n  %-24s %10s %10s%s\n", mebibytes, count, "", "in", "out",
           mebibytes == LARGE ? "   KiB more" : "");
    for (int i = 0; i < ASKED_COUNT; i++) {
        int number = ASKED[i];
        struct carried *carried = &medians[number];
        if (!is_there(number))
            continue;
        *carried = (struct carried){median(samples[number], count, offsetof(struct carried, put)),
                                    median(samples[number], count, offsetof(struct carried, get)),
                                    median(samples[number], count, offsetof(struct carried, memory))};
        printf("  %-24s %10.0f %10.0f", number == BY_HAND ? "secretstream by hand" : STORES[number].name,
               (double)mebibytes / carried->put * 1000, (double)mebibytes / carried->get * 1000);
        if (mebibytes == LARGE)
            printf(" %10.0f", carried->memory);
        printf("\n");
    }
    printf("\n");
}

void measure_files(void) {
    struct carried small[STORE_COUNT], large[STORE_COUNT];
    measure(SMALL, small);
    if (is_there(SQLCIPHER)) {
        at_least(3, small[SQLCIPHER].put / small[DESK].put, "a file of 5 MiB in, x SQLCipher 4");
        at_least(3, small[SQLCIPHER].get / small[DESK].get, "a file of 5 MiB out, x SQLCipher 4");
    }
    at_least(0.7, small[BY_HAND].get / small[DESK].get, "a file of 5 MiB out, x secretstream by hand");
    measure(LARGE, large);
    if (is_there(SQLCIPHER)) {
        at_least(2.5, large[SQLCIPHER].put / large[DESK].put, "a file of 1 GiB in, x SQLCipher 4");
        at_least(2.5, large[SQLCIPHER].get / large[DESK].get, "a file of 1 GiB out, x SQLCipher 4");
    }
    at_least(0.7, large[BY_HAND].put / large[DESK].put, "a file of 1 GiB in, x secretstream by hand");
    at_least(0.7, large[BY_HAND].get / large[DESK].get, "a file of 1 GiB out, x secretstream by hand");
    at_most(16, large[DESK].memory / 1024, "MiB of memory more for a file of 1 GiB");
}
