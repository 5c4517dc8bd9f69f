/* A power cut, a full disk or a failing one at any operation on a file leaves a box and a desk as they were before or as
 * they are afterwards, and never loses what was acknowledged. Each kind of work is done again and again, with the first,
 * the second, the third .. operation on the disk meeting each kind of fault, until it is through before its turn comes.
 * TINCAY_CRASHES sets how often chance is tried where a fault has something random. */
#include "support.h"

#include "day.h"
#include "disk.h"

enum { KNOWN = 6, FIRST_TRY = 50, REPORTS = 100, SEEN_SIZE = 400 };

/* ---------------------------------------------------------------------------------------------- what is worked on */

/* A file as the work finds it. */
struct image {
    uint8_t *bytes;
    size_t size;
};

static const char *folder, *desk_path, *box_path, *new_path;
static char *setup;
static struct image box_closed, box_open, box_log, desk_before, desk_after, desk_open, desk_log;
static tincay_bytes bundle, receipt;
static char report_id[33];
static tincay_form *form;

static tincay_box *box;
static tincay_desk *desk;
static tincay_draft *draft;
static long attempt;

static struct image take(const char *path) {
    struct image image;
    image.bytes = read_file(path, &image.size);
    return image;
}

static void lay(const char *path, struct image image) {
    write_file(path, image.bytes, image.size);
}

static const char *beside(const char *path, const char *suffix) {
    static char beside[600];
    snprintf(beside, sizeof beside, "%s%s", path, suffix);
    return beside;
}

static void clear(const char *path) {
    unlink(path);
    unlink(beside(path, "-wal"));
    unlink(beside(path, "-journal"));
    unlink(beside(path, "-shm"));
}

/* Answers with a number, long enough for a report to fill pages. */
static const char *answers_with(long number) {
    static char answers[4000];
    snprintf(answers, sizeof answers, "{\"number\":%ld,\"story\":\"%03000d\"}", number, 0);
    return answers;
}

static void submit_known(long number) {
    const char *answers = answers_with(number);
    tincay_bytes result;
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES(answers), NULL, &result));
    tincay_bytes_free(&result);
}

static void make_setup(void) {
    static const char format[] = "{\"point\":{\"name\":\"Point\",\"kind\":\"NODE-TRUSTED\"},\"desks\":[%s],"
                                 "\"slots_per_day\":2,\"bundle_mib\":1}";
    tincay_bytes card;
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &card));
    setup = malloc(sizeof format + card.size);
    sprintf(setup, format, (const char *)card.data);
    tincay_bytes_free(&card);
}

/* A desk with one case, and a box that has sent a bundle and has had a report since: reports 0 to 5 in all. */
static void make_everything(void) {
    tincay_bytes list, settled;
    char *id;
    long number;
    folder = in_folder("");
    desk_path = in_folder("desk.tincay");
    box_path = in_folder("box.tincay");
    new_path = in_folder("new.tincay");
    form = small_form();
    tell_day(0);
    make_desk(desk_path);
    desk = open_desk(desk_path);
    EXPECT(TINCAY_OK, tincay_desk_keep(desk, form));
    make_setup();
    EXPECT(TINCAY_OK, tincay_box_create(box_path, BYTES(setup)));
    box = open_box(box_path);
    submit_known(0);
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_box_settle(box, receipt.data, receipt.size, &settled));
    tincay_bytes_free(&bundle);
    tincay_bytes_free(&receipt);
    tincay_bytes_free(&settled);
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &list));
    id = pick(list, "/cases/0/id");
    snprintf(report_id, sizeof report_id, "%s", id);
    tincay_bytes_free(&list);
    desk_open = take(desk_path);
    desk_log = take(beside(desk_path, "-wal"));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    desk_before = take(desk_path);
    /* Two slots and one more, and then one on the next day. */
    for (number = 1; number <= 3; number++)
        submit_known(number);
    tell_day(1);
    submit_known(4);
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    submit_known(5);
    box_open = take(box_path);
    box_log = take(beside(box_path, "-wal"));
    EXPECT(TINCAY_OK, tincay_box_close(box));
    box_closed = take(box_path);
    desk = open_desk(desk_path);
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    desk_after = take(desk_path);
    free(id);
}

/* ---------------------------------------------------------------------------------------------- what is seen afterwards */

/* Tells what is in the files once they are opened again, in words that are the same for the same state. */
static char seen[SEEN_SIZE];
static unsigned char found[REPORTS];

/* The sum of the desk: that its ledger holds, what is known of its first case, and which reports are there. */
static void see_desk(void) {
    tincay_bytes verified, report;
    tincay_status status;
    size_t used = strlen(seen);
    int number, sum = 0;
    EXPECT(TINCAY_OK, tincay_desk_verify(desk, &verified));
    CHECK(pick_is(verified, "/ok", "true"));
    tincay_bytes_free(&verified);
    memset(found, 0, sizeof found);
    find_reports(desk, found, REPORTS);
    for (number = 0; number < REPORTS; number++) {
        CHECK(found[number] <= 1);
        sum += found[number];
    }
    status = tincay_desk_read(desk, report_id, &report);
    if (status == TINCAY_OK) {
        char *case_status = pick(report, "/head/status");
        CHECK(found[0] == 1);
        used += (size_t)snprintf(seen + used, sizeof seen - used, "case %s with %ld notes, ", case_status,
                                 pick_number(report, "/head/notes"));
        free(case_status);
    } else {
        CHECK(status == TINCAY_E_NOT_FOUND && found[0] == 0);
        used += (size_t)snprintf(seen + used, sizeof seen - used, "case shredded, ");
    }
    tincay_bytes_free(&report);
    snprintf(seen + used, sizeof seen - used, "%d reports", sum);
}

/* A try is counted before it is made, so an unlocking that was cut off leaves an entry of a failed one, which is left out. */
static void see_desk_alone(void) {
    tincay_bytes verified, failed;
    desk = open_desk(desk_path);
    EXPECT(TINCAY_OK, tincay_desk_verify(desk, &verified));
    EXPECT(TINCAY_OK, tincay_desk_log(desk, BYTES("{\"type\":\"failed_unlock\"}"), &failed));
    snprintf(seen, sizeof seen, "%ld entries, ", pick_number(verified, "/entries") - pick_number(failed, "/total"));
    tincay_bytes_free(&failed);
    tincay_bytes_free(&verified);
    see_desk();
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
}

/* The sum of the box, and of the desk to which everything was carried: every report that was acknowledged before is there. */
static void see_box(void) {
    tincay_bytes status;
    int number;
    box = open_box(box_path);
    EXPECT(TINCAY_OK, tincay_box_status(box, &status));
    snprintf(seen, sizeof seen, "%ld slots, %ld packed, ", pick_number(status, "/slots"),
             pick_number(status, "/packed"));
    tincay_bytes_free(&status);
    desk = open_desk(desk_path);
    carry_all(box, desk);
    see_desk();
    for (number = 0; number < KNOWN; number++)
        CHECK(found[number] == 1);
    EXPECT(TINCAY_OK, tincay_box_close(box));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
}

/* A file that was to be made is whole, or can be made now. */
static void see_new_box(void) {
    tincay_status status = tincay_box_open(new_path, &box);
    snprintf(seen, sizeof seen, status == TINCAY_OK ? "there" : "not there");
    if (status != TINCAY_OK) {
        CHECK(status == TINCAY_E_NOT_FOUND || status == TINCAY_E_FORMAT);
        EXPECT(TINCAY_OK, tincay_box_create(new_path, BYTES(setup)));
        box = open_box(new_path);
    }
    submit_known(0);
    EXPECT(TINCAY_OK, tincay_box_close(box));
}

static void see_new_desk(void) {
    tincay_status status = tincay_desk_open(new_path, PERSON, BYTES(PASSPHRASE), &desk);
    tincay_bytes verified;
    snprintf(seen, sizeof seen, status == TINCAY_OK ? "there" : "not there");
    if (status != TINCAY_OK) {
        CHECK(status == TINCAY_E_NOT_FOUND || status == TINCAY_E_FORMAT);
        make_desk(new_path);
        desk = open_desk(new_path);
    }
    EXPECT(TINCAY_OK, tincay_desk_verify(desk, &verified));
    CHECK(pick_is(verified, "/ok", "true"));
    tincay_bytes_free(&verified);
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
}

/* ---------------------------------------------------------------------------------------------- kinds of work */

/* A kind of work: the files that it begins with, what is open then, what is done, what holds once it succeeded, how it ends,
 * and what is seen afterwards. */
struct work {
    const char *name;
    void (*lay)(void);
    void (*begin)(void);
    tincay_status (*run)(void);
    void (*succeeded)(void);
    void (*end)(void);
    void (*see)(void);
};

static void do_nothing(void) {}

static void lay_box(void) {
    lay(box_path, box_closed);
    lay(desk_path, desk_before);
}

static void lay_answered_box(void) {
    lay(box_path, box_closed);
    lay(desk_path, desk_after);
}

static void lay_interrupted_box(void) {
    lay(box_path, box_open);
    lay(beside(box_path, "-wal"), box_log);
    lay(desk_path, desk_before);
}

static void lay_desk(void) {
    lay(desk_path, desk_before);
}

static void lay_interrupted_desk(void) {
    lay(desk_path, desk_open);
    lay(beside(desk_path, "-wal"), desk_log);
}

static void begin_box(void) {
    box = open_box(box_path);
}

static void begin_full_box(void) {
    begin_box();
    submit_known(6);
}

static void begin_box_of_yesterday(void) {
    begin_full_box();
    tell_day(2);
}

static void begin_draft(void) {
    begin_box();
    EXPECT(TINCAY_OK, tincay_draft_begin(box, form, NULL, NULL, &draft));
}

static void begin_desk(void) {
    desk = open_desk(desk_path);
}

static void end_box(void) {
    tincay_status status = tincay_box_close(box);
    CHECK(status == TINCAY_OK || box == NULL);
    box = NULL;
}

/* Without power it does not matter what becomes of a draft. */
static void end_draft(void) {
    (void)tincay_draft_close(draft);
    draft = NULL;
    end_box();
}

static void end_desk(void) {
    tincay_status status = tincay_desk_close(desk);
    CHECK(status == TINCAY_OK || desk == NULL);
    desk = NULL;
}

static tincay_status run_box_create(void) {
    return tincay_box_create(new_path, BYTES(setup));
}

static tincay_status run_box_open(void) {
    return tincay_box_open(box_path, &box);
}

static tincay_status run_submit(void) {
    tincay_bytes result;
    const char *answers = answers_with(FIRST_TRY + attempt++);
    tincay_status status = tincay_box_submit(box, form, BYTES(answers), NULL, &result);
    tincay_bytes_free(&result);
    return status;
}

static tincay_status run_draft_answer(void) {
    char number[24];
    tincay_bytes out;
    tincay_status status;
    snprintf(number, sizeof number, "%ld", FIRST_TRY + attempt++);
    status = tincay_draft_answer(draft, "/number", (uint8_t *)number, strlen(number), 0, &out);
    CHECK(out.size > 0);
    tincay_bytes_free(&out);
    return status;
}

static void begin_told_draft(void) {
    char story[] = "\"something happened\"";
    tincay_bytes out;
    begin_draft();
    EXPECT(TINCAY_OK, tincay_draft_answer(draft, "/story", (uint8_t *)story, strlen(story), 0, &out));
    tincay_bytes_free(&out);
    EXPECT(TINCAY_OK, run_draft_answer());
}

static tincay_status run_draft_submit(void) {
    tincay_bytes out;
    tincay_status status = tincay_draft_submit(draft, &out);
    tincay_bytes_free(&out);
    return status;
}

static tincay_status run_draft_abandon(void) {
    tincay_bytes out;
    tincay_status status = tincay_draft_abandon(draft, TINCAY_DRAFT_FORGET, &out);
    tincay_bytes_free(&out);
    /* It is over for its person whatever the disk did; the box brings the disk up to that. */
    return status == TINCAY_E_NOT_FOUND ? tincay_box_tick(box) : status;
}

static tincay_status run_tick(void) {
    return tincay_box_tick(box);
}

static tincay_status run_pack(void) {
    tincay_bytes out;
    tincay_status status = tincay_box_pack(box, &out);
    CHECK((status == TINCAY_OK) == (out.size == 1 << 20));
    tincay_bytes_free(&out);
    return status;
}

static tincay_status run_settle(void) {
    tincay_bytes out;
    tincay_status status = tincay_box_settle(box, receipt.data, receipt.size, &out);
    tincay_bytes_free(&out);
    return status;
}

static tincay_status run_desk_create(void) {
    return tincay_desk_create(new_path, PERSON, BYTES(PASSPHRASE), BYTES(QUICK_DESK));
}

static tincay_status run_desk_open(void) {
    return tincay_desk_open(desk_path, PERSON, BYTES(PASSPHRASE), &desk);
}

static tincay_status run_keep(void) {
    static tincay_form *other;
    if (other == NULL)
        EXPECT(TINCAY_OK,
               tincay_form_open(BYTES("{\"type\":\"object\",\"$id\":\"https://example.org/other\"}"), &other));
    return tincay_desk_keep(desk, other);
}

static tincay_status run_collect(void) {
    tincay_bytes out;
    tincay_status status = tincay_desk_collect(desk, bundle.data, bundle.size, &out);
    CHECK((status == TINCAY_OK) == (out.size > 0));
    tincay_bytes_free(&out);
    return status;
}

static tincay_status run_file(void) {
    tincay_bytes result;
    const char *answers = answers_with(FIRST_TRY + attempt++);
    tincay_status status = tincay_desk_file(desk, form, BYTES(answers), NULL, &result);
    tincay_bytes_free(&result);
    return status;
}

static tincay_status run_read(void) {
    tincay_bytes out;
    tincay_status status = tincay_desk_read(desk, report_id, &out);
    CHECK((status == TINCAY_OK) == (out.size > 0));
    tincay_bytes_free(&out);
    return status;
}

static tincay_status run_note(void) {
    return tincay_desk_record(desk, report_id, BYTES("{\"type\":\"note\",\"text\":\"called back\"}"));
}

static tincay_status run_status(void) {
    return tincay_desk_record(desk, report_id, BYTES("{\"type\":\"status\",\"status\":\"ASSESSING\"}"));
}

static tincay_status run_shred(void) {
    return tincay_desk_shred(desk, report_id, BYTES("asked for"));
}

/* Nothing of before remains in the log of a box once its day is over, and in a desk's once a key was destroyed. */
static void log_of_box_is_empty(void) {
    CHECK(is_blank(beside(box_path, "-wal")));
}

static void log_of_desk_is_empty(void) {
    CHECK(is_blank(beside(desk_path, "-wal")));
}

static const struct work works[] = {
    {"box create", do_nothing, do_nothing, run_box_create, do_nothing, do_nothing, see_new_box},
    {"box open", lay_interrupted_box, do_nothing, run_box_open, do_nothing, end_box, see_box},
    {"submit", lay_box, begin_box, run_submit, do_nothing, end_box, see_box},
    {"submit, no slot free", lay_box, begin_full_box, run_submit, do_nothing, end_box, see_box},
    {"submit, next day", lay_box, begin_box_of_yesterday, run_submit, do_nothing, end_box, see_box},
    {"draft answer", lay_box, begin_draft, run_draft_answer, do_nothing, end_draft, see_box},
    {"draft submit", lay_box, begin_told_draft, run_draft_submit, do_nothing, end_draft, see_box},
    {"draft abandon", lay_box, begin_told_draft, run_draft_abandon, do_nothing, end_draft, see_box},
    {"tick", lay_box, begin_box_of_yesterday, run_tick, log_of_box_is_empty, end_box, see_box},
    {"pack", lay_box, begin_box, run_pack, do_nothing, end_box, see_box},
    {"settle", lay_answered_box, begin_box, run_settle, do_nothing, end_box, see_box},
    {"desk create", do_nothing, do_nothing, run_desk_create, do_nothing, do_nothing, see_new_desk},
    {"desk open", lay_interrupted_desk, do_nothing, run_desk_open, do_nothing, end_desk, see_desk_alone},
    {"keep", lay_desk, begin_desk, run_keep, do_nothing, end_desk, see_desk_alone},
    {"collect", lay_desk, begin_desk, run_collect, do_nothing, end_desk, see_desk_alone},
    {"file", lay_desk, begin_desk, run_file, do_nothing, end_desk, see_desk_alone},
    {"read", lay_desk, begin_desk, run_read, do_nothing, end_desk, see_desk_alone},
    {"record a note", lay_desk, begin_desk, run_note, do_nothing, end_desk, see_desk_alone},
    {"record a status", lay_desk, begin_desk, run_status, do_nothing, end_desk, see_desk_alone},
    {"shred", lay_desk, begin_desk, run_shred, log_of_desk_is_empty, end_desk, see_desk_alone},
};

/* ---------------------------------------------------------------------------------------------- the matrix */

static const char *const FAULTS[] = {"stops", "tears", "drops", "shuffles", "fails", "fills", "stays full"};

/* What comes of the work without faults: before it and after it. */
static char old[SEEN_SIZE], new[SEEN_SIZE];

/* How often which was seen. */
struct count {
    long points, runs, old, new;
};

static void begin(const struct work *work) {
    clear(box_path);
    clear(desk_path);
    clear(new_path);
    attempt = 0;
    box = NULL;
    desk = NULL;
    tell_day(1);
    work->lay();
    disk_watch(folder);
    work->begin();
}

static int is_allowed(enum disk_fault fault, tincay_status status) {
    if (status == TINCAY_OK)
        return 1;
    return status == (fault == DISK_FILLS || fault == DISK_STAYS_FULL ? TINCAY_E_DISK_FULL : TINCAY_E_IO);
}

/* Does the work once with a fault; gives whether its turn came. */
static int run_once(const struct work *work, enum disk_fault fault, long operation, uint64_t seed,
                    struct count *count) {
    tincay_status status;
    char what[200];
    int reached, done;
    snprintf(what, sizeof what, "%s: the disk %s at operation %ld, chance %d", work->name, FAULTS[fault], operation,
             (int)seed);
    during(what);
    begin(work);
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
    work->see();
    if (strcmp(seen, new) != 0 && (done || strcmp(seen, old) != 0)) {
        printf("    seen: %s\n    old:  %s\n    new:  %s\n", seen, old, new);
        fail(__FILE__, __LINE__, done ? "what was acknowledged is there" : "it is the old state or the new");
    }
    count->runs++;
    count->new += strcmp(seen, new) == 0;
    count->old += strcmp(seen, new) != 0;
    return reached;
}

/* Tells what the work is to lead from and to. */
static void see_both(const struct work *work) {
    during(work->name);
    begin(work);
    disk_die();
    work->end();
    disk_return(DISK_STOPS);
    work->see();
    strcpy(old, seen);
    begin(work);
    EXPECT(TINCAY_OK, work->run());
    disk_die();
    work->end();
    disk_return(DISK_STOPS);
    work->see();
    strcpy(new, seen);
}

static void every_fault_leaves_the_old_state_or_the_new(void) {
    const char *text = getenv("TINCAY_CRASHES");
    uint64_t seeds = text != NULL && atoi(text) > 0 ? (uint64_t)atoi(text) : 1, seed;
    struct count sum = {0, 0, 0, 0};
    size_t index;
    /* As many runs as this take as long as they take. */
    alarm(text != NULL ? 0 : 1800);
    disk_mount();
    make_everything();
    printf("    %-22s %6s %6s %6s %6s\n", "crash matrix", "points", "runs", "old", "new");
    for (index = 0; index < sizeof works / sizeof *works; index++) {
        const struct work *work = &works[index];
        struct count count = {0, 0, 0, 0};
        int reached = 1;
        see_both(work);
        while (reached) {
            int fault;
            for (fault = 0; fault < DISK_FAULTS; fault++) {
                int is_random = fault == DISK_TEARS || fault == DISK_SHUFFLES;
                /* The two that have something random take turns in the short version. */
                if (is_random && text == NULL && (count.points % 2 == 0) == (fault == DISK_TEARS))
                    continue;
                for (seed = 0; seed < (is_random ? seeds : 1); seed++)
                    reached = run_once(work, (enum disk_fault)fault, count.points + 1, seed, &count);
            }
            count.points += reached;
        }
        printf("    %-22s %6ld %6ld %6ld %6ld\n", work->name, count.points, count.runs, count.old, count.new);
        CHECK(count.points > 2);
        sum.points += count.points;
        sum.runs += count.runs;
        sum.old += count.old;
        sum.new += count.new;
    }
    printf("    %-22s %6ld %6ld %6ld %6ld\n", "in all, by 7 faults", sum.points, sum.runs, sum.old, sum.new);
}

int main(int argc, char **argv) {
    /* What the files lie on does not matter, since it is the test that decides what a cut leaves of them. */
    if (access("/dev/shm", W_OK) == 0)
        setenv("TMPDIR", "/dev/shm", 0);
    static const struct test_case cases[] = {
        {"every fault at every operation leaves the old state or the new", every_fault_leaves_the_old_state_or_the_new},
    };
    return RUN(cases);
}
