/* What happens on a day. */
#include <string.h>

#include "desk.h"
#include "must.h"
#include "world.h"

/* How often what happens on a rough day, in so many of a hundred times. */
#define PERCENT_PACKED 60
#define PERCENT_HALVES 30
#define PERCENT_CUT 35

/* The most people who come to a point on a day, and the most bundles that a courier takes along on a rough one. */
#define MOST_PEOPLE 6
#define MOST_BUNDLES 3

/* The most receipts that a point takes in on a day. */
#define MOST_RECEIPTS 32

/* Who hears a process, and what it has said on this day. */
struct ear {
    struct world *world;
    struct place *place; /* NULL at the desk */
    long came;
    long settled;
    long collected;
};

static void hear(void *hearer, struct said said) {
    struct ear *ear = hearer;
    tally_hear(&ear->world->tally, said);
    switch (said.word) {
    case WORD_COMES:
        ear->came++;
        break;
    case WORD_SETTLED:
        ear->settled++;
        bag_taken_in(&ear->world->bag, said.number);
        break;
    case WORD_COLLECTED:
        ear->collected++;
        bag_taken_in(&ear->world->bag, said.number);
        break;
    case WORD_WAITING:
        ear->place->waiting = said.number;
        break;
    default:
        break;
    }
}

/* A parcel on sticks that nobody has written on yet. */
static struct parcel blank(struct world *world, enum way way, int point, int halves) {
    struct parcel parcel;
    parcel.stick = bag_sticks(&world->bag, halves ? 2 : 1);
    parcel.second = halves ? parcel.stick + 1 : 0;
    parcel.point = point;
    parcel.way = way;
    return parcel;
}

/* Gives the carriers what was written; what a power cut has left of a parcel goes nowhere. */
static long send_off(struct world *world, const struct parcel *parcels, size_t count) {
    long sent = 0;
    size_t index;
    for (index = 0; index < count; index++) {
        if (parcel_is_whole(&parcels[index], world->folder)) {
            bag_send(&world->bag, parcels[index], world->day, &world->chance, world->rough);
            sent++;
        } else {
            parcel_drop(&parcels[index], world->folder);
        }
    }
    return sent;
}

static struct cut maybe_cut(struct world *world, long things) {
    static const struct cut none = {0, 0, 0};
    return world->rough && chance_happens(&world->chance, PERCENT_CUT) ? cut_within(&world->chance, things) : none;
}

/* Visits a point; says in the diary what happened there. */
static void visit(struct world *world, int point, int people, int bundles) {
    struct place *place = &world->points[point];
    struct parcel receipts[MOST_RECEIPTS];
    struct visit plan = {0};
    struct ear ear = {world, place, 0, 0, 0};
    long packed;
    int cut, index;
    plan.box_path = place->box_path;
    plan.folder = world->folder;
    plan.form = world->form;
    plan.day = world->day;
    plan.clock = world->rough && world->day == place->wrong_day ? place->wrong_clock : CLOCK_RIGHT;
    plan.receipts = receipts;
    plan.receipt_count =
        bag_arrivals(&world->bag, WAY_TO_POINT, point, world->day, &world->chance, receipts, MOST_RECEIPTS);
    plan.people = people;
    plan.first_number = tally_numbers(&world->tally, people);
    plan.chance = chance_fork(&world->chance);
    plan.bundles = bundles;
    for (index = 0; index < bundles; index++) {
        int halves = world->rough && chance_happens(&world->chance, PERCENT_HALVES);
        plan.parcels[index] = blank(world, WAY_TO_DESK, point, halves);
    }
    cut = work(point_works, &plan, maybe_cut(world, 3 + (long)plan.receipt_count + people * 3), hear, &ear);
    place->cuts += cut;
    packed = send_off(world, plan.parcels, (size_t)bundles);
    diary_place(&world->diary, world->rough || bundles > 0 ? place->name : place->back);
    diary_clock(&world->diary, plan.clock);
    diary_count(&world->diary, ear.came, "person came", "people came");
    diary_count(&world->diary, ear.settled, "receipt taken in", "receipts taken in");
    diary_count(&world->diary, packed, "bundle sent off", "bundles sent off");
    diary_flag(&world->diary, cut, "power cut");
    diary_end(&world->diary);
}

/* A day at the desk, if anything has arrived. */
static void collect(struct world *world) {
    struct desk_day plan = {0};
    struct ear ear = {world, NULL, 0, 0, 0};
    size_t index;
    int cut;
    plan.desk_path = world->desk_path;
    plan.folder = world->folder;
    plan.day = world->day;
    plan.count = bag_arrivals(&world->bag, WAY_TO_DESK, 0, world->day, &world->chance, plan.bundles, DESK_PARCELS);
    if (plan.count == 0) {
        return;
    }
    for (index = 0; index < plan.count; index++) {
        int halves = world->rough && chance_happens(&world->chance, PERCENT_HALVES);
        plan.receipts[index] = blank(world, WAY_TO_POINT, plan.bundles[index].point, halves);
    }
    cut = work(desk_works, &plan, maybe_cut(world, 1 + (long)plan.count), hear, &ear);
    world->desk_cuts += cut;
    (void)send_off(world, plan.receipts, plan.count);
    diary_place(&world->diary, "Desk");
    diary_count(&world->diary, ear.collected, "bundle taken in", "bundles taken in");
    diary_flag(&world->diary, cut, "power cut");
    diary_end(&world->diary);
}

/* Says what became of what set out on this day. */
static void tell_road(const struct road *before, const struct road *after, struct diary *diary) {
    long lost = after[WAY_TO_DESK].lost - before[WAY_TO_DESK].lost;
    long receipts = after[WAY_TO_POINT].lost - before[WAY_TO_POINT].lost;
    if (lost + receipts > 0) {
        diary_place(diary, "Road");
        diary_count(diary, lost, "bundle lost", "bundles lost");
        diary_count(diary, receipts, "receipt lost", "receipts lost");
        diary_end(diary);
    }
}

/* Begins a day's line. */
static void begin_day(struct world *world, int rough) {
    world->rough = rough;
    diary_begin(&world->diary, world->day);
}

/* Ends it. */
static void end_day(struct world *world) {
    diary_print(&world->diary);
    world->day++;
}

void world_rough_day(struct world *world) {
    struct road before[WAYS];
    int point;
    memcpy(before, world->bag.roads, sizeof before);
    begin_day(world, 1);
    for (point = 0; point < POINTS; point++) {
        int people = (int)chance_below(&world->chance, MOST_PEOPLE + 1);
        int packs = chance_happens(&world->chance, PERCENT_PACKED);
        visit(world, point, people, packs ? MOST_BUNDLES : 0);
    }
    collect(world);
    tell_road(before, world->bag.roads, &world->diary);
    end_day(world);
}

void world_quiet_day(struct world *world) {
    int point;
    begin_day(world, 0);
    for (point = 0; point < POINTS; point++) {
        visit(world, point, 0, POINT_BUNDLES);
    }
    collect(world);
    for (point = 0; point < POINTS; point++) {
        visit(world, point, 0, 0);
    }
    end_day(world);
}
