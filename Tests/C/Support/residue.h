/* A child that stops at agreed places, and its parent that searches its memory and all files there. */
#ifndef TINCAY_TESTS_RESIDUE_H
#define TINCAY_TESTS_RESIDUE_H

#include <sys/types.h>

/* A place where the child stops, and which words are where then. */
struct stop {
    const char *what;
    unsigned locked; /* words that are in locked memory and nowhere else, as bits */
    unsigned handed; /* words that are in the host's hands, and so in its memory */
};

/* Lets the parent search, and waits until it has; for the child. */
void stop_here(void);

/* Draws the words and has a child do something with them; gives the ends of the pipes to it and from it. */
pid_t start_child(void (*work)(void), int *to_child, int *from_child);

/* Has a child do something, and searches wherever it stops; the last stop has no name. */
void search_at_stops(void (*work)(void), const struct stop *stops);

#endif
