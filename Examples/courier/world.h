/* Two points, a desk, and the road between them, on one day after the other. */
#ifndef COURIER_WORLD_H
#define COURIER_WORLD_H

#include "bag.h"
#include "diary.h"
#include "point.h"
#include "tally.h"

#define POINTS 2

struct place {
    const char *name;
    const char *back; /* what the diary calls it when the courier comes back */
    char box_path[PATH_ROOM];
    long waiting;   /* bundles that waited for receipts when the point was last seen */
    long wrong_day; /* the day on which its clock tells something else */
    enum clock_state wrong_clock;
    long cuts;
};

struct world {
    struct chance chance;
    tincay_form *form;
    char folder[PATH_ROOM];
    char desk_path[PATH_ROOM];
    struct place points[POINTS];
    struct bag bag;
    struct tally tally;
    long desk_cuts;
    long day;
    int rough; /* whether anything may happen on this day */
    struct diary diary;
};

/* Makes the desk and the boxes in a folder of their own. */
void world_begin(struct world *world, uint64_t seed, long days, const char *form_path);

/* Plays a day on which everything may happen, and writes a line into the diary. */
void world_rough_day(struct world *world);

/* Plays a day on which nobody comes and nothing is lost; the courier goes there and back. */
void world_quiet_day(struct world *world);

/* Whether no point waits for a receipt and nothing is on its way. */
int world_is_done(const struct world *world);

/* Closes the form, and removes the folder when nobody needs to look at it. */
void world_end(struct world *world, int removes);

#endif
