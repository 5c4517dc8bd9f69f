/* A place that keeps reports: what the measurements ask of the library and of each of its peers alike. */
#ifndef TINCAY_BENCHMARKS_STORE_H
#define TINCAY_BENCHMARKS_STORE_H

#include "corpus.h"

/* How a store is opened. */
enum { CREATE = 1, PASSPHRASE = 2 };

struct store;

/* What a store can do. One that is NULL cannot be asked of it; any that goes wrong ends the program. */
struct store_calls {
    /* Gives 0 when the store's library is not there. */
    int (*load)(struct store *store);
    /* Opens the store, or makes it anew; with its raw key, unless it is to be a passphrase. */
    void (*open)(struct store *store, int how);
    void (*close)(struct store *store);
    /* Keeps reports together: all of them are on the disk when it returns. */
    void (*keep)(struct store *store, long first, long count);
    /* Keeps one report that has not been kept yet, as for somebody who waits. */
    void (*take)(struct store *store, long number);
    /* Moves everything that was kept to where it stays. */
    void (*settle)(struct store *store);
    /* Reads one report in clear: the one in the middle of so many. */
    void (*read)(struct store *store, long count);
    /* Decrypts every report, and gives how many there were. */
    long (*scan)(struct store *store);
    /* Checks that nothing is missing or was changed, and gives how many entries there are. */
    long (*verify)(struct store *store);
    /* Finds the cases of a status in a commune, and gives how many there are. */
    long (*filter)(struct store *store, int status, int commune);
    /* Finds the reports in which words stand, and gives how many there are. */
    long (*search)(struct store *store, const char *words);
    /* Gives what a person sees first after unlocking. */
    void (*list)(struct store *store);
    /* Keeps a file, numbered from 0, of so many mebibytes, which come one by one; it is on the disk when it returns. */
    void (*put)(struct store *store, int file, long mebibytes);
    /* Reads a file in clear, and makes sure that it is the same. */
    void (*get)(struct store *store, int file, long mebibytes);
};

struct store {
    const char *name, *file;
    const struct store_calls *calls;
    /* What sets this store apart from others of its calls. */
    const void *kind;
    int people;
    char path[4096];
    void *state;
};

/* Every store, the library first; ends with a store without a name. */
extern struct store STORES[];

enum { DESK, SQLITE, SQLCIPHER, MULTIPLE, SECRETBOX, SEALED, BY_HAND, CHECKED, DESK_FIVE, SEALED_FIVE, STORE_COUNT };

#endif
