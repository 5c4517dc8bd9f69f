/* A bundle or a receipt on the sticks that carry it: on one, or in two halves on two of them, of which either alone is
 * noise. */
#ifndef COURIER_PARCEL_H
#define COURIER_PARCEL_H

#include "file.h"
#include "tincay.h"

/* Which way something goes; the file on the stick has the name that the library proposes for it. */
enum way { WAY_TO_DESK, WAY_TO_POINT, WAYS };

struct parcel {
    long stick;  /* the number of the stick; no two have the same */
    long second; /* the stick with the other half; 0 when all is on the first */
    int point;   /* the point that packed the bundle, or that the receipt is for */
    enum way way;
};

/* Puts bytes on its sticks, split when there are two. */
void parcel_write(const struct parcel *parcel, const char *folder, const tincay_bytes *bytes);

/* Reads what is on its sticks, put together when there are two. */
struct content parcel_read(const struct parcel *parcel, const char *folder);

/* Whether everything is on its sticks: whoever was to write it may have been cut off. */
int parcel_is_whole(const struct parcel *parcel, const char *folder);

/* Makes a copy on a stick of its own. */
struct parcel parcel_copy(const struct parcel *parcel, const char *folder, long stick);

/* Throws its sticks away. */
void parcel_drop(const struct parcel *parcel, const char *folder);

#endif
