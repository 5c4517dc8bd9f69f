#include "residue.h"
#include "canary.h"
#include "support.h"

#include <sys/wait.h>

static int to_parent, from_parent;

void stop_here(void) {
    char byte = 's';
    CHECK(write(to_parent, &byte, 1) == 1);
    CHECK(read(from_parent, &byte, 1) == 1);
}

static void check_stop(const struct stop *stop, pid_t child) {
    struct sightings sightings;
    int word, wrong = 0;
    memset(&sightings, 0, sizeof sightings);
    search_files_for_canaries(&sightings, 0);
    search_memory_for_canaries(child, &sightings, stop->handed != 0);
    for (word = 0; word < WORDS; word++) {
        unsigned bit = 1u << word;
        int in_files = sightings.in_files[word], locked = sightings.in_locked_memory[word];
        int elsewhere = sightings.in_other_memory[word], bad;
        bad = in_files > 0;
        bad |= ((stop->locked | stop->handed) & bit) == 0 ? locked + elsewhere > 0 : locked + elsewhere == 0;
        bad |= (stop->handed & bit) == 0 && elsewhere > 0;
        if (bad)
            printf("    %s: word %d is %d times in files, %d in locked memory, %d elsewhere\n", stop->what, word,
                   in_files, locked, elsewhere);
        wrong |= bad;
    }
    CHECK(!wrong);
}

pid_t start_child(void (*work)(void), int *to_child, int *from_child) {
    int down[2], up[2];
    pid_t child;
    make_canaries();
    CHECK(pipe(down) == 0 && pipe(up) == 0);
    child = fork();
    if (child == 0) {
        to_parent = up[1];
        from_parent = down[0];
        close(up[0]);
        close(down[1]);
        work();
        _exit(0);
    }
    close(up[1]);
    close(down[0]);
    *to_child = down[1];
    *from_child = up[0];
    return child;
}

void search_at_stops(void (*work)(void), const struct stop *stops) {
    int to_child, from_child, status;
    pid_t child = start_child(work, &to_child, &from_child);
    char byte;
    for (; stops->what != NULL; stops++) {
        during(stops->what);
        CHECK(read(from_child, &byte, 1) == 1);
        check_stop(stops, child);
        CHECK(write(to_child, &byte, 1) == 1);
    }
    CHECK(waitpid(child, &status, 0) == child && status == 0);
    print_places_searched();
}
