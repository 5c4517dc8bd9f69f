/* The desk beside what somebody would keep reports in instead: plain SQLite, SQLCipher 4, SQLite3MultipleCiphers and rows
 * sealed by hand in C. Every store keeps the same reports of 2 KiB; the stores take turns, so that a slow moment of the
 * machine meets all of them.
 *
 *     storage folder=FOLDER library=.. sqlite=.. sodium=.. [sqlcipher=.. stub=..] [multiple=..] [count=100000] [only=..]
 *
 * The libraries are shared ones, loaded while the program runs, so that each store loads what it needs and no more. stub
 * is loaded before sqlcipher, whose file asks for the symbols of Python that it came with. only names parts: intake, bulk,
 * queries, files, processes.
 */
#include "../measure.h"
#include "options.h"
#include "parts.h"
#include "verdict.h"

#include <unistd.h>

struct options OPTIONS = {.prefix = "", .count = 100000};

static const char *step, *store;
static int how;

/* Takes an argument of the form name=value. */
static void take(char *argument) {
    struct {
        const char *name, **place;
    } names[] = {
        {"folder", &OPTIONS.folder},     {"library", &OPTIONS.library},
        {"sqlite", &OPTIONS.sqlite},     {"sodium", &OPTIONS.sodium},
        {"stub", &OPTIONS.stub},         {"sqlcipher", &OPTIONS.sqlcipher},
        {"only", &OPTIONS.only},         {"step", &step},
        {"multiple", &OPTIONS.multiple}, {"store", &store},
        {"prefix", &OPTIONS.prefix},
    };
    char *value = strchr(argument, '=');
    MUST(value);
    *value++ = 0;
    if (strcmp(argument, "count") == 0)
        OPTIONS.count = atol(value);
    if (strcmp(argument, "how") == 0)
        how = atoi(value);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(argument, names[i].name) == 0 && *value)
            *names[i].place = value;
}

static int wants(const char *part) {
    return !OPTIONS.only || strstr(OPTIONS.only, part) != NULL;
}

int is_there(int number) {
    static int known[STORE_COUNT];
    struct store *store = &STORES[number];
    if (!known[number]) {
        snprintf(store->path, sizeof store->path, "%s/%s%s", OPTIONS.folder, OPTIONS.prefix, store->file);
        known[number] = store->calls->load(store) ? 1 : -1;
        if (known[number] < 0)
            printf("SKIPPED: %s is not there\n", store->name);
    }
    return known[number] > 0;
}

int main(int count, char **arguments) {
    for (int i = 1; i < count; i++)
        take(arguments[i]);
    MUST(OPTIONS.folder && strlen(OPTIONS.folder) < 4000);
    if (step)
        return be_child(store, step, how, OPTIONS.count);
    MUST(OPTIONS.count >= 1000);
    setvbuf(stdout, NULL, _IOLBF, 0);
    printf("Storage: reports of %d bytes, %ld of them where a store is full\n", REPORT, OPTIONS.count);
    for (int number = 0; number < STORE_COUNT; number++)
        is_there(number);
    MUST(is_there(DESK) && is_there(SQLITE));
    corpus(OPTIONS.count);
    if (wants("intake"))
        measure_intake();
    if (wants("bulk"))
        measure_bulk();
    if (wants("queries"))
        measure_queries();
    if (wants("files"))
        measure_files();
    if (wants("processes"))
        measure_processes();
    print_verdicts();
    return 0;
}
