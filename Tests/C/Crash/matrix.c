#include "matrix.h"

#include <stdarg.h>

/* How many operations of one kind of work are tried at most without TINCAY_CRASHES. */
enum { MOST_POINTS = 40, LONGEST = 1800 };

static const char *const FAULTS[] = {"stops", "tears", "drops", "shuffles", "fails", "fills", "stays full"};

char seen[SEEN_SIZE];
long attempt;

/* What comes of the work without faults: before it and after it. */
static char old[SEEN_SIZE], new[SEEN_SIZE];

/* How many operations there are, how often which state was seen. */
struct count {
    long points, tried, runs, old, new;
};

void do_nothing(void) {}

void see_words(const char *format, ...) {
    size_t used = strlen(seen);
    va_list list;
    va_start(list, format);
    CHECK(vsnprintf(seen + used, sizeof seen - used, format, list) < (int)(sizeof seen - used));
    va_end(list);
}

/* ---------------------------------------------------------------------------------------------- files */

struct image take(const char *path) {
    struct image image;
    image.bytes = read_file(path, &image.size);
    return image;
}

void lay(const char *path, struct image image) {
    write_file(path, image.bytes, image.size);
}

const char *beside(const char *path, const char *suffix) {
    static char beside[600];
    snprintf(beside, sizeof beside, "%s%s", path, suffix);
    return beside;
}

void clear_database(const char *path) {
    unlink(path);
    unlink(beside(path, "-wal"));
    unlink(beside(path, "-journal"));
    unlink(beside(path, "-shm"));
}

/* Puts the case's folder into memory where that can be: what the files lie on does not matter, since it is the test that
 * decides what a cut leaves of them. */
static void use_memory_for_folders(void) {
    if (access("/dev/shm", W_OK) == 0)
        setenv("TMPDIR", "/dev/shm", 0);
}

/* ---------------------------------------------------------------------------------------------- one run */

static void begin(const struct work *work, void (*clear)(void)) {
    clear();
    attempt = 0;
    tell_day(1);
    work->lay();
    disk_watch(in_folder(""));
    work->begin();
}

static void see(const struct work *work) {
    seen[0] = 0;
    work->see();
}

static int is_allowed(enum disk_fault fault, tincay_status status) {
    if (status == TINCAY_OK)
        return 1;
    return status == (fault == DISK_FILLS || fault == DISK_STAYS_FULL ? TINCAY_E_DISK_FULL : TINCAY_E_IO);
}

/* Does the work once with a fault; gives whether its turn came. */
static int run_once(const struct work *work, void (*clear)(void), enum disk_fault fault, long operation, uint64_t seed,
                    struct count *count) {
    tincay_status status;
    char what[200];
    int reached, done;
    snprintf(what, sizeof what, "%s: the disk %s at operation %ld, chance %d", work->name, FAULTS[fault], operation,
             (int)seed);
    during(what);
    begin(work, clear);
    disk_aim(fault, operation, seed);
    status = work->run();
    reached = disk_was_reached();
    done = status == TINCAY_OK;
    if (!is_allowed(fault, status))
        expect(__FILE__, __LINE__, work->name, TINCAY_OK, status);
    if (!reached)
        CHECK(done);
    if (fault > DISK_SHUFFLES) {
        /* The fault passes, and the same handle goes on as if nothing had been. */
        disk_heal();
        if (!done)
            EXPECT(TINCAY_OK, work->run());
        done = 1;
    }
    if (done && !disk_is_dead())
        work->succeeded();
    disk_die();
    work->end();
    disk_return(fault > DISK_SHUFFLES ? DISK_DROPS : fault);
    see(work);
    done = done && !work->promises_nothing;
    if (strcmp(seen, new) != 0 && (done || strcmp(seen, old) != 0)) {
        printf("    seen: %s\n    old:  %s\n    new:  %s\n", seen, old, new);
        fail(__FILE__, __LINE__, done ? "what was acknowledged is there" : "it is the old state or the new");
    }
    count->runs++;
    count->new += strcmp(seen, new) == 0;
    count->old += strcmp(seen, new) != 0;
    return reached;
}

/* Tells what the work is to lead from and to; gives how many operations it takes. */
static long see_both(const struct work *work, void (*clear)(void)) {
    long operations;
    during(work->name);
    begin(work, clear);
    disk_die();
    work->end();
    disk_return(DISK_STOPS);
    see(work);
    strcpy(old, seen);
    begin(work, clear);
    disk_aim(DISK_STOPS, 0, 0);
    EXPECT(TINCAY_OK, work->run());
    operations = disk_operations();
    disk_die();
    work->end();
    disk_return(DISK_STOPS);
    see(work);
    strcpy(new, seen);
    return operations;
}

/* ---------------------------------------------------------------------------------------------- the matrix */

/* Tries the operations of one kind of work, a step apart, with every fault. */
static struct count try_work(const struct work *work, void (*clear)(void), int is_long, uint64_t seeds) {
    struct count count = {0, 0, 0, 0, 0};
    long operations = see_both(work, clear), point = 1;
    long step = is_long || operations <= MOST_POINTS ? 1 : (operations + MOST_POINTS - 1) / MOST_POINTS;
    int reached = 1;
    while (reached) {
        int fault;
        for (fault = 0; fault < DISK_FAULTS; fault++) {
            int is_random = fault == DISK_TEARS || fault == DISK_SHUFFLES;
            uint64_t seed;
            /* The two that have something random take turns in the short version. */
            if (is_random && !is_long && (count.tried % 2 == 0) == (fault == DISK_TEARS))
                continue;
            for (seed = 0; seed < (is_random ? seeds : 1); seed++)
                reached = run_once(work, clear, (enum disk_fault)fault, point, seed, &count);
        }
        count.tried += reached;
        count.points += reached ? 1 : 0;
        point += step;
    }
    if (count.points < operations)
        count.points = operations;
    return count;
}

static void print_count(const char *name, struct count count) {
    printf("    %-26s %6ld %6ld %6ld %6ld %6ld\n", name, count.points, count.tried, count.runs, count.old, count.new);
}

/* What is tried. */
static struct {
    const struct work *works;
    size_t count;
    void (*make)(void), (*clear)(void);
} matrix;

static void every_fault_leaves_the_old_state_or_the_new(void) {
    const char *text = getenv("TINCAY_CRASHES");
    uint64_t seeds = text != NULL && atoi(text) > 0 ? (uint64_t)atoi(text) : 1;
    struct count sum = {0, 0, 0, 0, 0};
    size_t index;
    /* As many runs as TINCAY_CRASHES asks for take as long as they take. */
    alarm(text != NULL ? 0 : LONGEST);
    disk_mount();
    matrix.make();
    printf("    %-26s %6s %6s %6s %6s %6s\n", "crash matrix", "points", "tried", "runs", "old", "new");
    for (index = 0; index < matrix.count; index++) {
        struct count count = try_work(&matrix.works[index], matrix.clear, text != NULL, seeds);
        print_count(matrix.works[index].name, count);
        sum.points += count.points;
        sum.tried += count.tried;
        sum.runs += count.runs;
        sum.old += count.old;
        sum.new += count.new;
    }
    print_count("in all, by 7 faults", sum);
}

int run_matrix(int argc, char **argv, const struct work *works, size_t count, void (*make)(void), void (*clear)(void)) {
    static const struct test_case cases[] = {
        {"every fault at every operation leaves the old state or the new", every_fault_leaves_the_old_state_or_the_new},
    };
    matrix.works = works;
    matrix.count = count;
    matrix.make = make;
    matrix.clear = clear;
    use_memory_for_folders();
    return RUN(cases);
}
