/* tincay-courier: two points and a desk, for three weeks in which sticks are lost, come twice, late and in halves, clocks
 * are wrong and the power is cut at any moment - and in the end every report that was acknowledged is on the desk, once.
 *
 * What a real program takes from here: person.c (telling), point.c (a box's day), desk.c (a desk's day), parcel.c (what
 * goes onto a stick). The rest is the weather. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "must.h"
#include "world.h"

#define DEFAULT_DAYS 21
#define MOST_QUIET_DAYS 20
#define EXIT_USAGE 2

static const char usage[] = "tincay-courier [--seed NUMBER] [--days NUMBER] FORM\n"
                            "Exit status: 0 every promise was held, 1 one was not, 2 usage, 3 could not be played.\n";

/* The command line. */
struct command {
    unsigned long long seed;
    long days;
    const char *form_path;
};

/* Reads the command line; 0 when it makes no sense. */
static int read_command(struct command *command, int count, char **words) {
    int index;
    for (index = 1; index < count; index++) {
        if (strcmp(words[index], "--seed") == 0 && index + 1 < count) {
            command->seed = strtoull(words[++index], NULL, 10);
        } else if (strcmp(words[index], "--days") == 0 && index + 1 < count) {
            command->days = strtol(words[++index], NULL, 10);
        } else if (words[index][0] != '-' && command->form_path == NULL) {
            command->form_path = words[index];
        } else {
            return 0;
        }
    }
    return command->form_path != NULL && command->days >= 4 && command->days <= 200;
}

static void print_row(const char *what, long number) {
    printf("  %-52s %6ld\n", what, number);
}

static void print_road(const char *title, const struct road *road) {
    printf("%s\n", title);
    print_row("sent off", road->sent);
    print_row("in two halves, by two carriers", road->split);
    print_row("lost", road->lost);
    print_row("of these, because one half was", road->halves);
    print_row("arrived twice", road->twice);
    print_row("carriers who came days late, in another order", road->late);
}

static void print_sum(const struct world *world, const struct sum *sum, int verified) {
    long cuts = 0;
    int point;
    for (point = 0; point < POINTS; point++) {
        cuts += world->points[point].cuts;
    }
    printf("\nWhat happened (seed and clock decide: power cuts come at other moments in each run)\n");
    print_row("people who came", sum->told);
    print_row("power cuts at the points, while somebody worked", cuts);
    print_row("power cuts at the desk, while somebody worked", world->desk_cuts);
    print_row("days on which a point's clock was wrong", POINTS);
    print_road("Bundles", &world->bag.roads[WAY_TO_DESK]);
    print_road("Receipts", &world->bag.roads[WAY_TO_POINT]);
    printf("What became of the reports\n");
    print_row("acknowledged", sum->promised);
    print_row("of these, on the desk", sum->arrived);
    print_row("lost", sum->lost);
    print_row("there twice", sum->twice);
    print_row("cut off before anything was acknowledged", sum->cut_off);
    print_row("to be forgotten, as their person wanted", sum->forgotten);
    print_row("of these, on the desk all the same", sum->betrayed);
    print_row("on the desk, and told by nobody", sum->unfounded);
    printf("The ledger %s.\n", verified ? "verifies" : "DOES NOT VERIFY");
}

int main(int count, char **words) {
    static struct world world;
    struct command command = {1, DEFAULT_DAYS, NULL};
    struct sum sum;
    int verified, quiet, held;
    if (!read_command(&command, count, words)) {
        (void)fputs(usage, stderr);
        return EXIT_USAGE;
    }
    world_begin(&world, command.seed, command.days, command.form_path);
    while (world.day < command.days) {
        world_rough_day(&world);
    }
    printf("Now nobody comes any longer, and nothing is lost.\n");
    for (quiet = 0; quiet < MOST_QUIET_DAYS && (quiet == 0 || !world_is_done(&world)); quiet++) {
        world_quiet_day(&world);
    }
    must_hold("a point still waits for a receipt", world_is_done(&world));
    verified = desk_read_all(world.desk_path, world.day, tally_find, &world.tally);
    sum = tally_sum(&world.tally);
    print_sum(&world, &sum, verified);
    held = sum_holds(&sum) && verified;
    if (!held) {
        printf("A promise was not held. What is left of it is in %s.\n", world.folder);
    }
    world_end(&world, held);
    return held ? EXIT_SUCCESS : EXIT_FAILURE;
}
