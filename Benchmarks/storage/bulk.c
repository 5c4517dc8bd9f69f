#include "../measure.h"
#include "options.h"
#include "parts.h"
#include "verdict.h"

#include <sys/stat.h>

enum { ROUNDS = 3, BATCH = 1000 };

static double file_size(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 ? (double)status.st_size : 0;
}

/* Keeps all reports in a new store; gives how many a second. */
static double fill(struct store *store, double *cpu) {
    double wall = microseconds(CLOCK_MONOTONIC), begin = microseconds(CLOCK_PROCESS_CPUTIME_ID);
    store->calls->open(store, CREATE);
    for (long first = 0; first < OPTIONS.count; first += BATCH) {
        long count = OPTIONS.count - first < BATCH ? OPTIONS.count - first : BATCH;
        store->calls->keep(store, first, count);
    }
    if (store->calls->settle)
        store->calls->settle(store);
    store->calls->close(store);
    *cpu = (microseconds(CLOCK_PROCESS_CPUTIME_ID) - begin) / (double)OPTIONS.count;
    return (double)OPTIONS.count / (microseconds(CLOCK_MONOTONIC) - wall) * 1e6;
}

void measure_bulk(void) {
    static double rates[STORE_COUNT][ROUNDS], cpu[STORE_COUNT][ROUNDS];
    double rate[STORE_COUNT], size[STORE_COUNT];
    for (int round = 0; round < ROUNDS; round++)
        for (int store = 0; store < STORE_COUNT; store++)
            if (is_there(store) && store != DESK_FIVE)
                rates[store][round] = fill(&STORES[store], &cpu[store][round]);
    printf("\nMany reports at once, from opening to closing, median of %d; and the room that they take\n", ROUNDS);
    printf("  %-24s %10s %8s %12s\n", "", "reports/s", "CPU us", "bytes each");
    for (int store = 0; store < STORE_COUNT; store++) {
        if (!is_there(store) || store == DESK_FIVE)
            continue;
        size[store] = file_size(STORES[store].path) / (double)OPTIONS.count;
        rate[store] = quantile(rates[store], ROUNDS, 0.5);
        printf("  %-24s %10.0f %8.1f %12.0f\n", STORES[store].name, rate[store], quantile(cpu[store], ROUNDS, 0.5),
               size[store]);
    }
    printf("\n");
    if (is_there(CHECKED)) {
        beside(rate[DESK] / rate[CHECKED], "many reports at once, x its own rows by hand, checked");
        beside(rate[CHECKED] / rate[SQLITE], "those, x plain SQLite");
        if (is_there(SQLCIPHER))
            beside(rate[CHECKED] / rate[SQLCIPHER], "those, x SQLCipher 4");
    }
    at_least(1.2, rate[DESK] / rate[SQLITE], "many reports at once, x plain SQLite");
    if (is_there(SQLCIPHER))
        at_least(1.8, rate[DESK] / rate[SQLCIPHER], "many reports at once, x SQLCipher 4");
    if (is_there(SQLCIPHER))
        at_most(0.7, size[DESK] / size[SQLCIPHER], "bytes on disk a report, x SQLCipher 4");
    at_most(1.4, size[DESK] / REPORT, "bytes on disk a report, x what was told, padding and all");
}
