/* The parts of the measurement, in the order in which they run. */
#ifndef TINCAY_BENCHMARKS_PARTS_H
#define TINCAY_BENCHMARKS_PARTS_H

#include "store.h"

/* Durable reports, one after the other, as for somebody who waits. */
void measure_intake(void);
/* Many reports at once, and the room that they take; leaves stores of OPTIONS.count reports behind. */
void measure_bulk(void);
/* Going through all reports, finding by columns and finding by words. */
void measure_queries(void);
/* Files that are kept with a report: streamed in, streamed out. */
void measure_files(void);
/* Processes that open a store, look at one report and end; what they hold. */
void measure_processes(void);

/* Does what a process that was started for one step does: "open", "read", "hold", "put" or "get" on one store. */
int be_child(const char *store, const char *step, int how, long count);

/* Whether a store can be asked; says so loudly, once, when it cannot. */
int is_there(int store);

#endif
