#include "../measure.h"
#include "counting.h"
#include "parts.h"
#include "verdict.h"

/* A store takes so many reports before the next has its turn. */
enum { ROUNDS = 5, FIRST = 200, STEADY = 2000, TURN = 20 };

/* What the reports of a store took, in the order of their coming: the first after opening, then the rest. */
struct taken {
    double wall[ROUNDS][FIRST + STEADY], cpu[ROUNDS][FIRST + STEADY];
    double bytes, syncs;
};

/* One figure of a part of all rounds. */
struct figures {
    double rate, median, most, cpu;
};

static struct taken taken[STORE_COUNT];

static void take(struct store *store, struct taken *taken, int round, long number) {
    struct disk_work before = disk_work(), after;
    double cpu = microseconds(CLOCK_PROCESS_CPUTIME_ID), wall = microseconds(CLOCK_MONOTONIC);
    store->calls->take(store, number);
    taken->wall[round][number] = microseconds(CLOCK_MONOTONIC) - wall;
    taken->cpu[round][number] = microseconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    after = disk_work();
    if (number >= FIRST) {
        taken->bytes += after.bytes - before.bytes;
        taken->syncs += after.syncs - before.syncs;
    }
}

/* The figures of the reports from one on: rates of whole rounds, of which the median counts, and all reports' times. */
static struct figures figures_of(struct taken *taken, int first, int count) {
    static double wall[ROUNDS * STEADY], cpu[ROUNDS * STEADY];
    double rates[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        double sum = 0;
        for (int i = 0; i < count; i++)
            sum += taken->wall[round][first + i];
        rates[round] = count / sum * 1e6;
        memcpy(wall + round * count, taken->wall[round] + first, (size_t)count * sizeof *wall);
        memcpy(cpu + round * count, taken->cpu[round] + first, (size_t)count * sizeof *cpu);
    }
    return (struct figures){quantile(rates, ROUNDS, 0.5), quantile(wall, (size_t)(ROUNDS * count), 0.5),
                            quantile(wall, (size_t)(ROUNDS * count), 0.99),
                            quantile(cpu, (size_t)(ROUNDS * count), 0.5)};
}

static void print_part(const char *title, int first, int count, struct figures *figures) {
    printf("\n%s, %d rounds of %d\n", title, ROUNDS, count);
    printf("  %-24s %10s %8s %8s %8s\n", "", "reports/s", "p50 us", "p99 us", "CPU us");
    for (int store = 0; store < STORE_COUNT; store++) {
        if (!is_there(store))
            continue;
        figures[store] = figures_of(&taken[store], first, count);
        printf("  %-24s %10.0f %8.0f %8.0f %8.0f\n", STORES[store].name, figures[store].rate, figures[store].median,
               figures[store].most, figures[store].cpu);
    }
}

void measure_intake(void) {
    static struct figures first[STORE_COUNT], steady[STORE_COUNT];
    double reports = (double)ROUNDS * STEADY;
    for (int round = 0; round < ROUNDS; round++) {
        for (int store = 0; store < STORE_COUNT; store++)
            if (is_there(store))
                STORES[store].calls->open(&STORES[store], CREATE);
        for (long number = 0; number < FIRST + STEADY; number += TURN)
            for (int store = 0; store < STORE_COUNT; store++)
                for (long i = number; is_there(store) && i < number + TURN; i++)
                    take(&STORES[store], &taken[store], round, i);
        for (int store = 0; store < STORE_COUNT; store++)
            if (is_there(store))
                STORES[store].calls->close(&STORES[store]);
    }
    print_part("Durable intake, the first after opening", 0, FIRST, first);
    print_part("Durable intake, steady", FIRST, STEADY, steady);
    printf("\nAsked of the disk for a report, steady\n  %-24s %10s %10s\n", "", "syncs", "KB written");
    for (int store = 0; store < STORE_COUNT; store++)
        if (is_there(store))
            printf("  %-24s %10.3f %10.1f\n", STORES[store].name, taken[store].syncs / reports,
                   taken[store].bytes / reports / 1000);
    printf("\n");
    if (is_there(CHECKED)) {
        beside(steady[DESK].rate / steady[CHECKED].rate, "durable intake, steady, x its own rows by hand, checked");
        beside(steady[CHECKED].rate / steady[SQLITE].rate, "those, x plain SQLite");
        if (is_there(SQLCIPHER)) {
            beside(first[CHECKED].rate / first[SQLCIPHER].rate, "those, the first 200, x SQLCipher 4");
            beside(steady[CHECKED].rate / steady[SQLCIPHER].rate, "those, x SQLCipher 4");
            beside(steady[CHECKED].cpu / steady[SQLCIPHER].cpu, "those, x SQLCipher 4's processor time");
        }
    }
    at_least(0.95, steady[DESK].rate / steady[SQLITE].rate, "durable intake, steady, x plain SQLite");
    at_least(1.7, first[DESK].rate / first[SQLITE].rate, "durable intake, first 200, x plain SQLite");
    if (is_there(SQLCIPHER)) {
        at_least(1.3, steady[DESK].rate / steady[SQLCIPHER].rate, "durable intake, steady, x SQLCipher 4");
        at_least(2.0, first[DESK].rate / first[SQLCIPHER].rate, "durable intake, first 200, x SQLCipher 4");
        at_most(0.7, steady[DESK].cpu / steady[SQLCIPHER].cpu, "processor time a durable report, x SQLCipher 4");
    } else {
        not_measured("durable intake beside SQLCipher 4", "it is not there");
    }
    at_most(1.05, taken[DESK].syncs / reports, "syncs a durable report");
    at_most(34, taken[DESK].bytes / reports / 1000, "KB written a durable report");
    if (!is_there(DESK_FIVE))
        return not_measured("durable intake, a desk of 5 people", "the library lets nobody in");
    at_least(0.95, steady[DESK_FIVE].rate / steady[DESK].rate, "durable intake, a desk of 5 people, x of one");
    if (is_there(SQLCIPHER))
        at_least(1.25, steady[DESK_FIVE].rate / steady[SQLCIPHER].rate, "durable intake of 5 people, x SQLCipher 4");
}
