/* The library's desk as a store. */
#ifndef TINCAY_BENCHMARKS_DESK_STORE_H
#define TINCAY_BENCHMARKS_DESK_STORE_H

#include "store.h"

extern const struct store_calls DESK_CALLS;

/* Has the library check a report against the form of all of them; the desk's own store must have been loaded. */
void check_report(const char *report);

#endif
