/* A deterministic fuzzer against the built library: takes good inputs, changes them, and sees that each is an answer, that
 * the box and the desk work afterwards, and that nothing acknowledged is lost.
 *
 *     fuzz [SECONDS [TARGET [SEED]]]     SECONDS in all, or for the one target that is named
 *     fuzz list                          names the targets
 *
 * Inputs are tried in batches, each in a child and each with its own seed, so that a crash names what repeats it. */
#include "forge.h"

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>

enum { BATCH = 300, SECONDS_PER_BATCH = 240, MOST_FAILURES = 3, MOST_TARGETS = 80 };

static const struct target *const GROUPS[] = {TEXT_TARGETS, CARRIED_TARGETS, FORGED_TARGETS,   NOTICE_TARGETS,
                                              FILE_TARGETS, DRAFT_TARGETS,   CASEWORK_TARGETS, REQUEST_TARGETS,
                                              DESK_TARGETS, INSIDE_TARGETS,  REFERRAL_TARGETS, CORRESPONDENT_TARGETS};

volatile struct counts *counts;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void run_batch(const struct target *target, uint64_t seed, double deadline) {
    random_seed(seed);
    if (target->begin != NULL)
        target->begin();
    do {
        counts->inputs++;
        target->try();
    } while (counts->inputs < BATCH && now() < deadline);
    if (target->end != NULL)
        target->end();
}

/* Runs a batch, or what makes the samples, in a child. */
static int in_child(const struct target *target, uint64_t seed, double deadline) {
    int status;
    pid_t child;
    fflush(stdout);
    child = fork();
    if (child == 0) {
        alarm(SECONDS_PER_BATCH);
        if (target == NULL)
            make_samples();
        else
            run_batch(target, seed, deadline);
        fflush(stdout);
        _exit(0);
    }
    CHECK(child > 0);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFSIGNALED(status))
        printf("    killed by signal %d\n", WTERMSIG(status));
    return status;
}

/* Tries a target until a moment; gives how many batches failed. */
static int run_target(const struct target *target, uint64_t seed, double deadline) {
    long inputs = 0, answers = 0, accepted = 0;
    int failed = 0;
    do {
        memset((void *)counts, 0, sizeof *counts);
        if (in_child(target, seed, deadline) != 0) {
            printf("FAILED %s at input %ld; repeat it with: fuzz 60 %s %llu\n", target->name, counts->inputs,
                   target->name, (unsigned long long)seed);
            failed++;
        }
        inputs += counts->inputs;
        answers += counts->answers;
        accepted += counts->accepted;
        seed++;
    } while (now() < deadline && failed < MOST_FAILURES);
    printf("%s %-16s %8ld inputs, %ld of %ld answers OK\n", failed > 0 ? "FAILED " : "ok     ", target->name, inputs,
           accepted, answers);
    return failed;
}

/* Which targets there are, or the one of a name. */
static size_t find_targets(const char *name, const struct target *found[], size_t room) {
    size_t group, count = 0;
    for (group = 0; group < sizeof GROUPS / sizeof *GROUPS; group++) {
        const struct target *target;
        for (target = GROUPS[group]; target->name != NULL && count < room; target++) {
            if (name == NULL || strcmp(name, target->name) == 0)
                found[count++] = target;
        }
    }
    return count;
}

int main(int argc, char **argv) {
    const struct target *targets[MOST_TARGETS];
    double seconds = argc > 1 ? atof(argv[1]) : 10;
    size_t count = find_targets(argc > 2 && strcmp(argv[2], "all") != 0 ? argv[2] : NULL, targets, MOST_TARGETS), index;
    uint64_t seed = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;
    int failed = 0;
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (argc > 1 && strcmp(argv[1], "list") == 0) {
        for (index = 0; index < count; index++)
            printf("%s\n", targets[index]->name);
        return 0;
    }
    if (count == 0) {
        printf("There is no target %s\n", argv[2]);
        return 2;
    }
    counts = mmap(NULL, sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    CHECK(counts != MAP_FAILED);
    make_fuzz_folder();
    make_parties();
    if (in_child(NULL, 0, 0) != 0)
        return 2;
    read_samples();
    for (index = 0; index < count; index++)
        failed += run_target(targets[index], seed, now() + seconds / (double)count) > 0;
    remove_fuzz_folder();
    printf("Fuzz: %zu passed, %d failed\n", count - (size_t)failed, failed);
    return failed > 0;
}
