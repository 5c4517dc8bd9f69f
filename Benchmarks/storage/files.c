#include "../measure.h"
#include "child.h"
#include "options.h"
#include "parts.h"
#include "verdict.h"

#include <stddef.h>

/* Who keeps files: a desk, the peers that keep them in rows, and whoever seals them by hand. */
static const int ASKED[] = {DESK, SQLITE, SQLCIPHER, MULTIPLE, BY_HAND};
enum { ASKED_COUNT = sizeof ASKED / sizeof ASKED[0], MOST_ROUNDS = 21, SMALL = 5, LARGE = 1024 };

/* What a store takes to keep a file and to read it: milliseconds, and the most KiB of memory more. */
struct carried {
    double put, get, memory;
};

/* Opens a store that is made for this part, with one report. */
static void begin(struct store *store) {
    MUST(snprintf(store->path, sizeof store->path, "%s/files-%s", OPTIONS.folder, store->file) > 0);
    store->calls->open(store, CREATE);
    store->calls->take(store, 0);
    store->calls->close(store);
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
static void carry_here(struct store *store, int rounds, struct carried *samples) {
    begin(store);
    store->calls->open(store, 0);
    /* The first makes everything ready and does not count. */
    store->calls->put(store, 0, SMALL);
    for (int round = 0; round < rounds; round++)
        samples[round].put = time_of(store->calls->put, store, round + 1);
    store->calls->get(store, 0, SMALL);
    for (int round = 0; round < rounds; round++)
        samples[round].get = time_of(store->calls->get, store, round + 1);
    store->calls->close(store);
    remove_all();
}

/* A large file in and out, by processes of their own, which tell what memory it takes. */
static void carry_apart(struct store *store, int rounds, struct carried *samples) {
    for (int round = 0; round < rounds; round++) {
        struct said put, get;
        begin(store);
        start_child(store, "files-", "put", 0, LARGE, &put);
        start_child(store, "files-", "get", 0, LARGE, &get);
        samples[round] =
            (struct carried){put.opened, get.opened, put.resident > get.resident ? put.resident : get.resident};
        remove_all();
    }
}

/* The median of one of the figures. */
static double median(const struct carried *samples, int rounds, size_t place) {
    double values[MOST_ROUNDS];
    for (int round = 0; round < rounds; round++)
        memcpy(&values[round], (const char *)&samples[round] + place, sizeof(double));
    return quantile(values, (size_t)rounds, 0.5);
}

/* Measures all stores and prints the medians. */
static void measure(long mebibytes, int rounds, struct carried *medians) {
    struct carried samples[MOST_ROUNDS];
    printf("\nFiles of %ld MiB, MiB/s; medians of %d\n  %-24s %10s %10s %10s\n", mebibytes, rounds, "", "in", "out",
           mebibytes == LARGE ? "KiB more" : "");
    for (int i = 0; i < ASKED_COUNT; i++) {
        struct store *store = &STORES[ASKED[i]];
        struct carried *carried = &medians[ASKED[i]];
        char path[sizeof store->path];
        if (!is_there(ASKED[i]))
            continue;
        memcpy(path, store->path, sizeof path);
        memset(samples, 0, sizeof samples);
        (mebibytes == LARGE ? carry_apart : carry_here)(store, rounds, samples);
        memcpy(store->path, path, sizeof path);
        *carried = (struct carried){median(samples, rounds, offsetof(struct carried, put)),
                                    median(samples, rounds, offsetof(struct carried, get)),
                                    median(samples, rounds, offsetof(struct carried, memory))};
        printf("  %-24s %10.0f %10.0f", ASKED[i] == BY_HAND ? "secretstream by hand" : store->name,
               (double)mebibytes / carried->put * 1000, (double)mebibytes / carried->get * 1000);
        if (mebibytes == LARGE)
            printf(" %10.0f", carried->memory);
        printf("\n");
    }
    printf("\n");
}

void measure_files(void) {
    struct carried small[STORE_COUNT], large[STORE_COUNT];
    measure(SMALL, 21, small);
    if (is_there(SQLCIPHER)) {
        at_least(3, small[SQLCIPHER].put / small[DESK].put, "a file of 5 MiB in, x SQLCipher 4");
        at_least(3, small[SQLCIPHER].get / small[DESK].get, "a file of 5 MiB out, x SQLCipher 4");
    }
    at_least(0.7, small[BY_HAND].get / small[DESK].get, "a file of 5 MiB out, x secretstream by hand");
    measure(LARGE, 3, large);
    if (is_there(SQLCIPHER)) {
        at_least(2.5, large[SQLCIPHER].put / large[DESK].put, "a file of 1 GiB in, x SQLCipher 4");
        at_least(2.5, large[SQLCIPHER].get / large[DESK].get, "a file of 1 GiB out, x SQLCipher 4");
    }
    at_least(0.7, large[BY_HAND].put / large[DESK].put, "a file of 1 GiB in, x secretstream by hand");
    at_least(0.7, large[BY_HAND].get / large[DESK].get, "a file of 1 GiB out, x secretstream by hand");
    at_most(16, large[DESK].memory / 1024, "MiB of memory more for a file of 1 GiB");
}
