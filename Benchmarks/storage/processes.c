#include "../measure.h"
#include "child.h"
#include "options.h"
#include "parts.h"
#include "verdict.h"

#include <sys/stat.h>

/* Small stores for what does not depend on how many reports there are, and how often a process is started. */
enum { SMALL = 2000, RUNS = 25, LOOKS = 5 };

/* What is beside a desk: there, and with rows sealed one by one as well where nothing else is encrypted. */
static const int ASKED[] = {DESK, SQLITE, SQLCIPHER, MULTIPLE, SECRETBOX};
enum { ASKED_COUNT = sizeof ASKED / sizeof ASKED[0] };

/* Makes a store of its own for this part. */
static void fill(struct store *store, const char *prefix, int how, long count) {
    char path[sizeof store->path];
    memcpy(path, store->path, sizeof path);
    MUST(snprintf(store->path, sizeof store->path, "%s/%s%s", OPTIONS.folder, prefix, store->file) > 0);
    store->calls->open(store, CREATE | how);
    for (long report = 0; report < count; report++)
        store->calls->take(store, report);
    store->calls->close(store);
    memcpy(store->path, path, sizeof path);
}

static void fill_all(const char *prefix, int how, long count) {
    for (int i = 0; i < ASKED_COUNT; i++)
        if (is_there(ASKED[i]))
            fill(&STORES[ASKED[i]], prefix, how, count);
}

/* The median of a step's runs, in which the stores take turns. */
static void take_turns(const char *prefix, const char *step, int how, double *medians) {
    static double samples[STORE_COUNT][RUNS];
    /* The first run brings everything into the page cache and does not count. */
    for (int run = -1; run < RUNS; run++) {
        for (int i = 0; i < ASKED_COUNT; i++) {
            int number = ASKED[i];
            double time = 0;
            if (is_there(number))
                time = start_child(&STORES[number], prefix, step, how, SMALL, NULL);
            samples[number][run < 0 ? 0 : run] = time;
        }
    }
    for (int i = 0; i < ASKED_COUNT; i++)
        medians[ASKED[i]] = quantile(samples[ASKED[i]], RUNS, 0.5);
}

/* What one process of a store says of itself, medians of a few. */
static struct said look(int number, const char *prefix) {
    double opened[LOOKS], listed[LOOKS], resident[LOOKS], libraries = 0;
    for (int run = 0; run < LOOKS; run++) {
        struct said said;
        start_child(&STORES[number], prefix, "hold", 0, SMALL, &said);
        opened[run] = said.opened;
        listed[run] = said.listed;
        resident[run] = said.resident;
        libraries = said.libraries;
    }
    return (struct said){quantile(opened, LOOKS, 0.5), quantile(listed, LOOKS, 0.5), quantile(resident, LOOKS, 0.5),
                         libraries};
}

/* Processes that open a store, read a report and end. */
static void measure_cold(void) {
    double loaded[STORE_COUNT], opened[STORE_COUNT], raw[STORE_COUNT], secret[STORE_COUNT];
    fill_all("secret-", PASSPHRASE, SMALL);
    fill_all("small-", 0, SMALL);
    take_turns("small-", "load", 0, loaded);
    take_turns("small-", "open", 0, opened);
    take_turns("small-", "read", 0, raw);
    take_turns("secret-", "read", PASSPHRASE, secret);
    printf("\nProcesses on stores of %d reports, milliseconds from start to end, medians of %d\n", SMALL, RUNS);
    printf("  A desk has no raw key: its passphrase costs nothing but in the last column.\n");
    printf("  %-24s %10s %10s %12s %12s\n", "", "load", "open", "read, raw", "passphrase");
    for (int i = 0; i < ASKED_COUNT; i++)
        if (is_there(ASKED[i]))
            printf("  %-24s %10.2f %10.2f %12.2f %12.1f\n", STORES[ASKED[i]].name, loaded[ASKED[i]], opened[ASKED[i]],
                   raw[ASKED[i]], secret[ASKED[i]]);
    printf("\n");
    if (!is_there(SQLCIPHER))
        return not_measured("processes beside SQLCipher 4", "it is not there");
    at_most(0.8, opened[DESK] / opened[SQLCIPHER], "cold start, x SQLCipher 4's time");
    at_most(0.65, raw[DESK] / raw[SQLCIPHER], "cold read by number, raw key, x SQLCipher 4's time");
    at_most(0.9, secret[DESK] / secret[SQLCIPHER], "cold read by number, passphrase, x SQLCipher 4's time");
}

/* What processes with an open store hold, and the size of what was loaded for them. */
static void measure_size(void) {
    struct said said[STORE_COUNT];
    printf("\nA process with a store of no reports open\n  %-24s %12s %16s\n", "", "KiB resident", "KB of libraries");
    for (int i = 0; i < ASKED_COUNT; i++) {
        int number = ASKED[i];
        if (!is_there(number))
            continue;
        said[number] = look(number, "empty-");
        printf("  %-24s %12.0f %16.0f\n", STORES[number].name, said[number].resident, said[number].libraries);
    }
    printf("\n");
    if (!is_there(SQLCIPHER))
        return;
    at_most(0.8, said[DESK].resident / said[SQLCIPHER].resident, "memory of a process, x SQLCipher 4's");
    at_most(0.8, said[DESK].libraries / said[SQLCIPHER].libraries, "libraries, x SQLCipher 4's");
}

/* How long a full desk takes from unlocking to its first list, and the memory that its cases take. */
static void measure_unlocking(struct said empty) {
    struct said full = look(DESK, "");
    double beyond = full.opened + full.listed;
    printf(
        "\nA desk of %ld reports, without its passphrase: open after %.1f ms, first list after %.2f more; an empty one"
        " is open after %.1f\n",
        OPTIONS.count, full.opened, full.listed, empty.opened);
    at_most(300, beyond / (double)OPTIONS.count * 100000, "ms from unlocking to the first list, for 100,000");
    at_most(1, (full.resident - empty.resident) / (double)OPTIONS.count, "KiB of memory a report of an open desk");
}

void measure_processes(void) {
    struct stat status;
    struct said empty;
    fill_all("empty-", 0, 0);
    empty = look(DESK, "empty-");
    measure_cold();
    measure_size();
    if (stat(STORES[DESK].path, &status) == 0)
        measure_unlocking(empty);
    else
        not_measured("unlocking a full desk", "the part that fills one was left out");
}
