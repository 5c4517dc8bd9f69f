/* The library's desk as a store. */
#ifndef TINCAY_BENCHMARKS_DESK_STORE_H
#define TINCAY_BENCHMARKS_DESK_STORE_H

#include "store.h"

extern const struct store_calls DESK_CALLS;

#endif
