#include "../measure.h"
#include "options.h"
#include "parts.h"
#include "verdict.h"

enum { ROUNDS = 3, FILTERS = 21 };

/* Milliseconds of one question to each store, medians of rounds in which they take turns; negative where none came. */
struct times {
    double scan, filter, search, verify;
};

static double scan(struct store *store) {
    double begin = microseconds(CLOCK_MONOTONIC);
    MUST(store->calls->scan(store) >= OPTIONS.count);
    return (microseconds(CLOCK_MONOTONIC) - begin) / 1e3;
}

static double search(struct store *store) {
    double begin = microseconds(CLOCK_MONOTONIC);
    MUST(store->calls->search(store, NEEDLE) == OPTIONS.count / NEEDLE_EVERY);
    return (microseconds(CLOCK_MONOTONIC) - begin) / 1e3;
}

static double verify(struct store *store) {
    double begin = microseconds(CLOCK_MONOTONIC);
    MUST(store->calls->verify(store) >= OPTIONS.count);
    return (microseconds(CLOCK_MONOTONIC) - begin) / 1e3;
}

/* The median of questions that differ, so that no answer is at hand; -1 where the store does not answer. */
static double filter(struct store *store) {
    double samples[FILTERS];
    for (int i = 0; i < FILTERS; i++) {
        double begin = microseconds(CLOCK_MONOTONIC);
        if (store->calls->filter(store, i % STATUSES, (i * 37 + 11) % COMMUNES) < 0)
            return -1;
        samples[i] = (microseconds(CLOCK_MONOTONIC) - begin) / 1e3;
    }
    return quantile(samples, FILTERS, 0.5);
}

static void print_time(double milliseconds) {
    if (milliseconds < 0)
        printf(" %12s", "-");
    else
        printf(" %12.3f", milliseconds);
}

/* Whether a store has answers of its own: how many people there are changes none. */
static int is_asked(int store) {
    return is_there(store) && store != DESK_FIVE && store != SEALED_FIVE && store != CHECKED;
}

void measure_queries(void) {
    static double samples[4][STORE_COUNT][ROUNDS];
    struct times times[STORE_COUNT];
    for (int round = 0; round < ROUNDS; round++) {
        for (int number = 0; number < STORE_COUNT; number++) {
            struct store *store = &STORES[number];
            if (!is_asked(number))
                continue;
            store->calls->open(store, 0);
            samples[0][number][round] = scan(store);
            samples[1][number][round] = filter(store);
            samples[2][number][round] = store->calls->search ? search(store) : -1;
            samples[3][number][round] = store->calls->verify ? verify(store) : -1;
            store->calls->close(store);
        }
    }
    printf("\nQuestions to %ld reports, milliseconds, medians of %d\n", OPTIONS.count, ROUNDS);
    printf("  %-24s %12s %12s %12s %12s\n", "", "all in clear", "by columns", "by words", "verifying");
    for (int store = 0; store < STORE_COUNT; store++) {
        if (!is_asked(store))
            continue;
        times[store] =
            (struct times){quantile(samples[0][store], ROUNDS, 0.5), quantile(samples[1][store], ROUNDS, 0.5),
                           quantile(samples[2][store], ROUNDS, 0.5), quantile(samples[3][store], ROUNDS, 0.5)};
        printf("  %-24s", STORES[store].name);
        print_time(times[store].scan);
        print_time(times[store].filter);
        print_time(times[store].search);
        print_time(times[store].verify);
        printf("\n");
    }
    printf("\n");
    if (is_there(BY_HAND)) {
        beside(times[BY_HAND].scan / times[DESK].scan, "opening and looking through all, x opening its rows by hand");
        beside(times[SQLITE].scan / times[BY_HAND].scan, "those by hand, x the rate of plain SQLite");
        if (is_there(SQLCIPHER))
            beside(times[SQLCIPHER].scan / times[BY_HAND].scan, "those by hand, x the rate of SQLCipher 4");
    }
    at_least(0.35, times[SQLITE].scan / times[DESK].scan,
             "opening and looking through all, x the rate of plain SQLite");
    if (!is_there(SQLCIPHER))
        return not_measured("questions beside SQLCipher 4", "it is not there");
    at_least(2.0, times[SQLCIPHER].scan / times[DESK].scan,
             "opening and looking through all, x the rate of SQLCipher 4");
    if (times[DESK].filter >= 0)
        at_most(0.65, times[DESK].filter / times[SQLCIPHER].filter, "finding by columns, x SQLCipher 4's time");
    else
        not_measured("finding by columns", "the library does not filter by facets");
    if (times[DESK].search >= 0)
        at_most(0.35, times[DESK].search / times[SQLCIPHER].search, "finding by words, x SQLCipher 4's time");
    else
        not_measured("finding by words", "the library has no tincay_desk_find");
}
