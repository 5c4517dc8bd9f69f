#define _XOPEN_SOURCE 700

#include "work.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "must.h"

/* About as long as one answer takes to get to the disk. */
#define LONGEST_MICROSECONDS 2000

struct cut cut_within(struct chance *chance, long things) {
    struct cut cut;
    cut.comes = 1;
    cut.after = chance_below(chance, things);
    cut.microseconds = chance_below(chance, LONGEST_MICROSECONDS);
    return cut;
}

void say(int told, enum word word, long number) {
    struct said said;
    said.word = word;
    said.number = number;
    /* So small a piece is written whole or not at all. */
    must_do("telling what was done", write(told, &said, sizeof said) == (ssize_t)sizeof said);
}

/* Reads what is said next; 0 when nothing more will be. */
static int listen(int told, struct said *said) {
    ssize_t got;
    do {
        got = read(told, said, sizeof *said);
    } while (got < 0 && errno == EINTR);
    return got == (ssize_t)sizeof *said;
}

/* Cuts the power. What is being done is not asked; it has no say. */
static void cut_power(pid_t child, long microseconds) {
    struct timespec pause;
    pause.tv_sec = 0;
    pause.tv_nsec = microseconds * 1000;
    (void)nanosleep(&pause, NULL);
    (void)kill(child, SIGKILL);
}

int work(work_function *function, const void *plan, struct cut cut, hear_function *hear, void *hearer) {
    struct said said;
    int ends[2], status = 0;
    long heard = 0;
    pid_t child;
    must_do("pipe", pipe(ends) == 0);
    child = fork();
    must_do("fork", child >= 0);
    if (child == 0) {
        (void)close(ends[0]);
        say(ends[1], WORD_READY, 0);
        function(plan, ends[1]);
        _exit(EXIT_SUCCESS);
    }
    (void)close(ends[1]);
    while (listen(ends[0], &said)) {
        hear(hearer, said);
        if (cut.comes && heard++ == cut.after) {
            cut_power(child, cut.microseconds);
        }
    }
    (void)close(ends[0]);
    must_do("waitpid", waitpid(child, &status, 0) == child);
    must_hold("a process ended by itself before its work was done",
              WIFSIGNALED(status) ? cut.comes && WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == EXIT_SUCCESS);
    return WIFSIGNALED(status);
}
