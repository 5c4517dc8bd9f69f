/* The crash matrix: each kind of work is done again and again, with the first, the second, the third .. operation on the
 * disk meeting each kind of fault, until it is through before its turn comes.
 *
 * TINCAY_CRASHES sets how often chance is tried where a fault has something random. Without it, work of many operations is
 * tried at some that lie evenly between its first and its last. */
#ifndef TINCAY_TESTS_MATRIX_H
#define TINCAY_TESTS_MATRIX_H

#include <stddef.h>

#include "day.h"
#include "disk.h"
#include "support.h"

enum { SEEN_SIZE = 4000 };

/* A kind of work: the files that it begins with, what is open then, what is done, what holds once it succeeded, how it ends,
 * what is seen afterwards, and whether its success promises nothing, so that the old state is as good. */
struct work {
    const char *name;
    void (*lay)(void);
    void (*begin)(void);
    tincay_status (*run)(void);
    void (*succeeded)(void);
    void (*end)(void);
    void (*see)(void);
    int promises_nothing;
};

/* What is in the files once they are opened again, in words that are the same for the same state. */
extern char seen[SEEN_SIZE];

/* Adds words to what was seen. */
void see_words(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* How often the work was tried since its files were laid, for work that may not do the same twice. */
extern long attempt;

/* What a program of the matrix does: it makes what all kinds of work begin with, and tries each with every fault; `clear`
 * takes away the files of the one before. Gives how many cases failed. */
int run_matrix(int argc, char **argv, const struct work *works, size_t count, void (*make)(void), void (*clear)(void));

/* For a step that a kind of work does not need. */
void do_nothing(void);

/* ---------------------------------------------------------------------------------------------- files */

/* A file as the work finds it. */
struct image {
    uint8_t *bytes;
    size_t size;
};

struct image take(const char *path);
void lay(const char *path, struct image image);

/* A path with something behind it; it lives until the next call. */
const char *beside(const char *path, const char *suffix);

/* Removes a database with what belongs to it. */
void clear_database(const char *path);

#endif
