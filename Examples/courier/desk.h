/* The desk: where what was carried is taken in, and read. */
#ifndef COURIER_DESK_H
#define COURIER_DESK_H

#include <stddef.h>

#include "parcel.h"
#include "work.h"

/* The most that is taken in on one day; what is more waits for the next. */
#define DESK_PARCELS 32

/* One day: bundles are taken in, and receipts written. */
struct desk_day {
    const char *desk_path;
    const char *folder; /* where the sticks lie */
    long day;
    struct parcel bundles[DESK_PARCELS];
    struct parcel receipts[DESK_PARCELS]; /* what to put the receipts on, in the same order */
    size_t count;
};

/* Makes the desk, lets it keep the form, and gives its card. */
tincay_bytes desk_create(const char *desk_path, tincay_form *form);

/* The work of a day. */
work_function desk_works;

/* Opens every report at the desk on a day, and tells the number of each, -1 for one without; gives whether the ledger
 * verifies. */
int desk_read_all(const char *desk_path, long day, void (*tell)(void *told, long number), void *told);

#endif
