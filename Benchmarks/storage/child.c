#include "child.h"

#include "../measure.h"
#include "options.h"
#include "parts.h"

#include <link.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { WORDS = 16, WORD_SIZE = 4200 };

/* The words of a command line. */
struct command {
    char words[WORDS][WORD_SIZE];
    char *arguments[WORDS + 1];
    int count;
};

static void add(struct command *command, const char *name, const char *value) {
    char *word = command->words[command->count];
    if (!value || !*value)
        return;
    MUST(command->count < WORDS);
    MUST(snprintf(word, WORD_SIZE, "%s=%s", name, value) < WORD_SIZE);
    command->arguments[command->count++] = word;
}

static void prepare(struct command *command, const struct store *store, const char *prefix, const char *step, int how,
                    long count) {
    char number[2][32];
    snprintf(number[0], sizeof number[0], "%d", how);
    snprintf(number[1], sizeof number[1], "%ld", count);
    memset(command, 0, sizeof *command);
    add(command, "program", "storage");
    add(command, "store", store->name);
    add(command, "prefix", prefix);
    add(command, "step", step);
    add(command, "how", number[0]);
    add(command, "count", number[1]);
    add(command, "folder", OPTIONS.folder);
    add(command, "library", OPTIONS.library);
    add(command, "sqlite", OPTIONS.sqlite);
    add(command, "sodium", OPTIONS.sodium);
    add(command, "sqlcipher", OPTIONS.sqlcipher);
    add(command, "stub", OPTIONS.stub);
    add(command, "multiple", OPTIONS.multiple);
}

double start_child(const struct store *store, const char *prefix, const char *step, int how, long count,
                   struct said *said) {
    static struct command command;
    posix_spawn_file_actions_t actions;
    char out[256] = "";
    int ends[2], status;
    double begin, end;
    pid_t child;
    prepare(&command, store, prefix, step, how, count);
    MUST(pipe(ends) == 0 && posix_spawn_file_actions_init(&actions) == 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    begin = microseconds(CLOCK_MONOTONIC);
    MUST(posix_spawn(&child, "/proc/self/exe", &actions, NULL, command.arguments, environ) == 0);
    MUST(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
    end = microseconds(CLOCK_MONOTONIC);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (said) {
        MUST(read(ends[0], out, sizeof out - 1) > 0);
        MUST(sscanf(out, "%lf %lf %lf %lf", &said->opened, &said->listed, &said->resident, &said->libraries) == 4);
    }
    close(ends[0]);
    return (end - begin) / 1e3;
}

/* KiB of memory that this process has. */
static double resident(void) {
    double pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    MUST(file && fscanf(file, "%*f %lf", &pages) == 1);
    fclose(file);
    return pages * (double)sysconf(_SC_PAGESIZE) / 1024;
}

/* The most KiB of memory that this process ever had. */
static long most_memory(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* Adds the size of a shared library that is not part of every system's C library. */
static int add_size(struct dl_phdr_info *library, size_t size, void *sum) {
    static const char *const COMMON[] = {"/libc.so",       "/libm.so",  "/libdl.so",
                                         "/libpthread.so", "/ld-linux", "/stub.so"};
    struct stat status;
    (void)size;
    for (size_t i = 0; i < sizeof COMMON / sizeof COMMON[0]; i++)
        if (strstr(library->dlpi_name, COMMON[i]))
            return 0;
    if (*library->dlpi_name && stat(library->dlpi_name, &status) == 0)
        *(double *)sum += (double)status.st_size;
    return 0;
}

/* Keeps a file or reads it, and tells how long that took and by how much the most memory grew that this process ever had. */
static void carry(struct store *store, const char *step, long mebibytes) {
    double begin;
    long before;
    /* What every file takes anyway: a block of it. */
    file_block(0);
    before = most_memory();
    begin = microseconds(CLOCK_MONOTONIC);
    if (strcmp(step, "put") == 0)
        store->calls->put(store, 0, mebibytes);
    else
        store->calls->get(store, 0, mebibytes);
    printf("%f 0 %ld 0\n", (microseconds(CLOCK_MONOTONIC) - begin) / 1e3, most_memory() - before);
}

/* Opens the store, does the step and closes it again. */
static void work(struct store *store, const char *step, int how, long count) {
    double opened = microseconds(CLOCK_MONOTONIC), listed, libraries = 0;
    store->calls->open(store, how);
    listed = microseconds(CLOCK_MONOTONIC);
    opened = listed - opened;
    if (strcmp(step, "read") == 0)
        store->calls->read(store, count);
    if (strcmp(step, "put") == 0 || strcmp(step, "get") == 0)
        carry(store, step, count);
    if (strcmp(step, "hold") == 0) {
        if (store->calls->list)
            store->calls->list(store);
        listed = microseconds(CLOCK_MONOTONIC) - listed;
        dl_iterate_phdr(add_size, &libraries);
        printf("%f %f %f %f\n", opened / 1e3, listed / 1e3, resident(), libraries / 1000);
    }
    store->calls->close(store);
}

int be_child(const char *name, const char *step, int how, long count) {
    for (int number = 0; number < STORE_COUNT; number++) {
        if (strcmp(STORES[number].name, name) != 0)
            continue;
        MUST(is_there(number));
        if (strcmp(step, "load") != 0)
            work(&STORES[number], step, how, count);
        return 0;
    }
    return 1;
}
