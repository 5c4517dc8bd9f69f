/* What the program was told on its command line. */
#ifndef TINCAY_BENCHMARKS_OPTIONS_H
#define TINCAY_BENCHMARKS_OPTIONS_H

struct options {
    /* The folder on the disk that is measured. */
    const char *folder;
    /* Shared libraries; NULL for one that is not there. */
    const char *library, *sqlite, *sqlcipher, *stub, *multiple, *sodium;
    /* Parts to run, separated by commas; NULL for all. */
    const char *only;
    /* What the names of files begin with. */
    const char *prefix;
    long count;
};

extern struct options OPTIONS;

#endif
