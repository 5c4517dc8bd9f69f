/* What opening and closing a box costs from a cold process, beside an empty program and plain SQLite.
 *
 *     cold FOLDER PROGRAMS         makes a box in FOLDER and runs PROGRAMS/cold_empty, cold_sqlite and cold_box on it
 *
 * The programs take turns; a run is timed from its start to its end.
 */
#include "measure.h"

#include <spawn.h>
#include <stdint.h>
#include <sys/wait.h>
#include <tincay.h>
#include <unistd.h>

extern char **environ;

enum { RUNS = 40, PROGRAMS = 3 };

static const char *const NAMES[PROGRAMS] = {"cold_empty", "cold_sqlite", "cold_box"};

/* Milliseconds from starting a program to its end. */
static double run(const char *program, char *argument) {
    char *arguments[] = {(char *)(uintptr_t)program, argument, NULL};
    double start = microseconds(CLOCK_MONOTONIC);
    pid_t child;
    int status;
    MUST(posix_spawn(&child, program, NULL, NULL, arguments, environ) == 0);
    MUST(waitpid(child, &status, 0) == child);
    MUST(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    return (microseconds(CLOCK_MONOTONIC) - start) / 1e3;
}

/* Makes a box for one desk and brings it up to today once, as after a first start. */
static void make_box(const char *desk_path, const char *box_path) {
    tincay_desk *desk;
    tincay_box *box;
    tincay_bytes card;
    char *setup;
    int size;
    unlink(desk_path);
    unlink(box_path);
    MUST(tincay_desk_create(desk_path, "a counsellor", (const uint8_t *)"eight or more", 13, NULL, 0) == TINCAY_OK);
    MUST(tincay_desk_open(desk_path, "a counsellor", (const uint8_t *)"eight or more", 13, &desk) == TINCAY_OK);
    MUST(tincay_desk_card(desk, &card) == TINCAY_OK);
    MUST((setup = malloc(card.size + 128)) != NULL);
    size = sprintf(setup, "{\"point\": {\"name\": \"A trusted address\", \"kind\": \"NODE-TRUSTED\"}, \"desks\": [%s]}",
                   (const char *)card.data);
    MUST(tincay_box_create(box_path, (const uint8_t *)setup, (size_t)size) == TINCAY_OK);
    MUST(tincay_box_open(box_path, &box) == TINCAY_OK);
    tincay_box_close(box);
    tincay_desk_close(desk);
    tincay_bytes_free(&card);
    free(setup);
}

int main(int count, char **arguments) {
    static double samples[PROGRAMS][RUNS];
    char desk_path[4096], box_path[4096], programs[PROGRAMS][4096];
    double medians[PROGRAMS];
    MUST(count == 3 && strlen(arguments[1]) < 4000 && strlen(arguments[2]) < 4000);
    snprintf(desk_path, sizeof desk_path, "%s/cold-desk.tincay", arguments[1]);
    snprintf(box_path, sizeof box_path, "%s/cold-box.tincay", arguments[1]);
    make_box(desk_path, box_path);
    for (int program = 0; program < PROGRAMS; program++)
        snprintf(programs[program], sizeof programs[program], "%s/%s", arguments[2], NAMES[program]);
    /* The first round brings the programs into the page cache and does not count. */
    for (int round = -1; round < RUNS; round++) {
        for (int program = 0; program < PROGRAMS; program++) {
            double time = run(programs[program], box_path);
            if (round >= 0)
                samples[program][round] = time;
        }
    }
    unlink(desk_path);
    unlink(box_path);
    for (int program = 0; program < PROGRAMS; program++)
        medians[program] = quantile(samples[program], RUNS, 0.5);
    printf("Opening and closing a box from a cold process, medians of %d runs\n", RUNS);
    printf("  %-28s %9s %9s %9s\n", "", "ms", "beyond", "ratio");
    for (int program = 0; program < PROGRAMS; program++)
        printf("  %-28s %9.2f %9.2f %9.2f\n", NAMES[program], medians[program], medians[program] - medians[0],
               medians[program] / medians[0]);
    printf("  beyond an empty program %.2f ms (goal: at most 5.00)\n", medians[2] - medians[0]);
    return 0;
}
