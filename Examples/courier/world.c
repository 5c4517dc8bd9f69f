#define _XOPEN_SOURCE 700

#include "world.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk.h"
#include "must.h"

/* Neither in the first days nor in the last. */
static long some_day(struct chance *chance, long days) {
    return days / 4 + chance_below(chance, days / 2);
}

static void make_folder(struct world *world) {
    const char *parent = getenv("TMPDIR");
    (void)snprintf(world->folder, sizeof world->folder, "%.200s/tincay-courier-XXXXXX",
                   parent != NULL && parent[0] != '\0' ? parent : "/tmp");
    must_do(world->folder, mkdtemp(world->folder) != NULL);
}

static void open_form(struct world *world, const char *form_path) {
    struct content content = file_read(form_path);
    must(form_path, tincay_form_open(content.data, content.size, &world->form));
    free(content.data);
}

void world_begin(struct world *world, uint64_t seed, long days, const char *form_path) {
    static const char *const names[POINTS] = {"School", "Market"};
    static const char *const backs[POINTS] = {"Back at the school", "Back at the market"};
    static const enum clock_state clocks[POINTS] = {CLOCK_UNSET, CLOCK_AHEAD};
    tincay_bytes card;
    int point;
    world->chance = chance_of(seed);
    open_form(world, form_path);
    make_folder(world);
    bag_begin(&world->bag, world->folder);
    (void)snprintf(world->desk_path, sizeof world->desk_path, "%.300s/desk.tincay", world->folder);
    card = desk_create(world->desk_path, world->form);
    for (point = 0; point < POINTS; point++) {
        struct place *place = &world->points[point];
        place->name = names[point];
        place->back = backs[point];
        place->wrong_clock = clocks[point];
        place->wrong_day = some_day(&world->chance, days);
        (void)snprintf(place->box_path, sizeof place->box_path, "%.300s/box-%d.tincay", world->folder, point);
        point_create(place->box_path, place->name, &card);
    }
    tincay_bytes_free(&card);
}

int world_is_done(const struct world *world) {
    int point, done = world->bag.count == 0;
    for (point = 0; point < POINTS; point++) {
        done = done && world->points[point].waiting == 0;
    }
    return done;
}

/* Removes what nftw comes by. */
static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *where) {
    (void)status;
    (void)kind;
    (void)where;
    return remove(path);
}

void world_end(struct world *world, int removes) {
    must("tincay_form_close", tincay_form_close(world->form));
    must_do(world->folder, !removes || nftw(world->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS) == 0);
}
