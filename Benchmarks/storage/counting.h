/* What this process asks of the disk, counted where it asks: the program's own write and sync functions stand before the
 * C library's, for every library that is loaded into it. */
#ifndef TINCAY_BENCHMARKS_COUNTING_H
#define TINCAY_BENCHMARKS_COUNTING_H

/* What was asked so far. */
struct disk_work {
    double bytes, syncs;
};

struct disk_work disk_work(void);

#endif
