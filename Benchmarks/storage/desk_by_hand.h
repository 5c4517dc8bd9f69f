/* What a desk's own layout costs when it is written by hand: the rows and the seals that Documentation/FORMAT.md asks for,
 * without checking answers against a form, without an index in memory and without wiping anything. How far the library is
 * from this is its own affair; how far this is from other stores is what a ledger, keys by section and shredding cost. */
#ifndef TINCAY_BENCHMARKS_DESK_BY_HAND_H
#define TINCAY_BENCHMARKS_DESK_BY_HAND_H

#include "store.h"

extern const struct store_calls BY_HAND_CALLS;

#endif
