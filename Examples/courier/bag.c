#include "bag.h"

#include "must.h"

/* What happens on a rough road, in so many of a hundred times, and how many days late a carrier may be. */
#define PERCENT_LOST 20
#define PERCENT_TWICE 15
#define PERCENT_LATE 50
#define MOST_DAYS_LATE 5

void bag_begin(struct bag *bag, const char *folder) {
    bag->folder = folder;
    bag->count = 0;
    bag->next_stick = 1;
}

long bag_sticks(struct bag *bag, long count) {
    long first = bag->next_stick;
    bag->next_stick += count;
    return first;
}

/* The day on which a carrier who sets out now arrives. */
static long arrival(struct road *road, long day, struct chance *chance, int rough) {
    if (rough && chance_happens(chance, PERCENT_LATE)) {
        road->late++;
        return day + 1 + chance_below(chance, MOST_DAYS_LATE);
    }
    return day;
}

static void put(struct bag *bag, struct parcel parcel, long due) {
    must_hold("the bag is full", bag->count < BAG_ROOM);
    bag->list[bag->count].parcel = parcel;
    bag->list[bag->count].due = due;
    bag->count++;
}

/* Whether it is lost on its way; of two halves either may be, and takes the other with it. */
static int is_lost(struct road *road, const struct parcel *parcel, struct chance *chance) {
    int first = chance_happens(chance, PERCENT_LOST);
    int second = parcel->second != 0 && chance_happens(chance, PERCENT_LOST);
    if (parcel->second != 0 && first + second == 1) {
        road->halves++;
    }
    return first || second;
}

void bag_send(struct bag *bag, struct parcel parcel, long day, struct chance *chance, int rough) {
    struct road *road = &bag->roads[parcel.way];
    long due;
    road->sent++;
    road->split += parcel.second != 0;
    if (rough && is_lost(road, &parcel, chance)) {
        road->lost++;
        parcel_drop(&parcel, bag->folder);
        return;
    }
    if (rough && chance_happens(chance, PERCENT_TWICE)) {
        road->twice++;
        put(bag, parcel_copy(&parcel, bag->folder, bag_sticks(bag, 1)), arrival(road, day, chance, rough));
    }
    due = arrival(road, day, chance, rough);
    if (parcel.second != 0) {
        /* It can be read when both carriers are there. */
        long other = arrival(road, day, chance, rough);
        due = other > due ? other : due;
    }
    put(bag, parcel, due);
}

size_t bag_arrivals(const struct bag *bag, enum way way, int point, long day, struct chance *chance,
                    struct parcel *list, size_t room) {
    size_t count = 0, index;
    for (index = 0; index < bag->count && count < room; index++) {
        const struct carried *carried = &bag->list[index];
        if (carried->parcel.way == way && carried->due <= day &&
            (way == WAY_TO_DESK || carried->parcel.point == point)) {
            list[count++] = carried->parcel;
        }
    }
    for (index = count; index > 1; index--) {
        size_t other = (size_t)chance_below(chance, (long)index);
        struct parcel moved = list[index - 1];
        list[index - 1] = list[other];
        list[other] = moved;
    }
    return count;
}

void bag_taken_in(struct bag *bag, long stick) {
    size_t index;
    for (index = 0; index < bag->count; index++) {
        if (bag->list[index].parcel.stick == stick) {
            parcel_drop(&bag->list[index].parcel, bag->folder);
            bag->list[index] = bag->list[--bag->count];
            return;
        }
    }
}
