/* Processes that are started for one step on one store. */
#ifndef TINCAY_BENCHMARKS_CHILD_H
#define TINCAY_BENCHMARKS_CHILD_H

#include "store.h"

/* What a process says of itself: milliseconds, KiB of memory, and KB of the shared libraries that it loaded. */
struct said {
    double opened, listed, resident, libraries;
};

/* Starts a process that loads the store's libraries ("load"), also opens and closes the store ("open"), reads one of so
 * many reports in between ("read"), keeps a file of so many mebibytes or reads it ("put", "get"; what it says are the
 * milliseconds and KiB of that alone), or lists and tells what it holds ("hold"). The file's name begins with a prefix. Gives
 * milliseconds from start to end. */
double start_child(const struct store *store, const char *prefix, const char *step, int how, long count,
                   struct said *said);

#endif
