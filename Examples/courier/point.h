/* A point: a box that people tell things to, and what its staff do on a day. */
#ifndef COURIER_POINT_H
#define COURIER_POINT_H

#include <stddef.h>

#include "calendar.h"
#include "chance.h"
#include "parcel.h"
#include "work.h"

/* The most that a courier takes along at once. */
#define POINT_BUNDLES 8

/* One visit: receipts are taken in, people come, bundles are packed. */
struct visit {
    const char *box_path;
    const char *folder; /* where the sticks lie */
    tincay_form *form;
    long day;
    enum clock_state clock;
    const struct parcel *receipts;
    size_t receipt_count;
    int people;
    long first_number; /* of the reports that they tell */
    struct chance chance;
    int bundles;                          /* how many to pack at most; 0 for none */
    struct parcel parcels[POINT_BUNDLES]; /* what to put them on */
};

/* Makes the box of a point, whose reports a desk may read. */
void point_create(const char *box_path, const char *name, const tincay_bytes *card);

/* The work of a visit. */
work_function point_works;

#endif
