/* What is on its way between the points and the desk, and what becomes of it there. */
#ifndef COURIER_BAG_H
#define COURIER_BAG_H

#include "chance.h"
#include "parcel.h"

#define BAG_ROOM 512

/* How often what happened, for one way. */
struct road {
    long sent;   /* bundles or receipts, each once however it went */
    long split;  /* of those, in two halves */
    long lost;   /* of those, never seen again */
    long halves; /* of those lost, because one half was */
    long twice;  /* of those, given to two carriers who both arrived */
    long late;   /* carriers who came on a later day, and so in another order */
};

struct carried {
    struct parcel parcel;
    long due; /* the day on which it arrives */
};

struct bag {
    const char *folder; /* where the sticks lie */
    struct carried list[BAG_ROOM];
    size_t count;
    long next_stick;
    struct road roads[WAYS];
};

/* Begins with an empty bag. */
void bag_begin(struct bag *bag, const char *folder);

/* Takes sticks off the pile, as many as asked for; gives the number of the first. */
long bag_sticks(struct bag *bag, long count);

/* Gives something to carriers. On a rough road it may be lost, come late or come twice; otherwise it comes on this day. */
void bag_send(struct bag *bag, struct parcel parcel, long day, struct chance *chance, int rough);

/* Lists what has arrived by a day, at most `room`, in no order: for the desk, or for one of the points. */
size_t bag_arrivals(const struct bag *bag, enum way way, int point, long day, struct chance *chance,
                    struct parcel *list, size_t room);

/* Takes out what has been taken in where it arrived. */
void bag_taken_in(struct bag *bag, long stick);

#endif
