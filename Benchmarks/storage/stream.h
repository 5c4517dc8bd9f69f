/* Files beside a store, sealed by hand in C with libsodium's secretstream: one key, pieces of 64 KiB. */
#ifndef TINCAY_BENCHMARKS_STREAM_H
#define TINCAY_BENCHMARKS_STREAM_H

#include "store.h"

/* Seals a file of so many mebibytes; it and its folder are on the disk when this returns. */
void stream_put(struct store *store, int number, long mebibytes);
/* Opens that file, and makes sure that it is the same. */
void stream_get(struct store *store, int number, long mebibytes);

#endif
