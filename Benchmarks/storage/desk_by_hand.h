/* What a desk's own layout costs when it is written by hand: the rows and the seals that Documentation/FORMAT.md asks for,
 * without an index in memory, without a snapshot and without wiping anything. With a kind, the library checks each report
 * against its form first. How far a desk is from this is its own affair; how far this is from other stores is what a
 * ledger, keys by section, shredding and the check cost. */
#ifndef TINCAY_BENCHMARKS_DESK_BY_HAND_H
#define TINCAY_BENCHMARKS_DESK_BY_HAND_H

#include "store.h"

extern const struct store_calls BY_HAND_CALLS;

#endif
