/* A power cut, a full disk or a failing one at any operation on a file leaves a box as it was before or as it is
 * afterwards, and never loses what was acknowledged. */
#include "matrix.h"

enum { KNOWN = 6, FIRST_TRY = 50, REPORTS = 100 };

/* ---------------------------------------------------------------------------------------------- what is worked on */

static const char *desk_path, *box_path, *new_path;
static char *setup;
static struct image box_closed, box_open, box_log, desk_before, desk_after;
static tincay_bytes bundle, receipt;
static tincay_form *form;

static tincay_box *box;
static tincay_desk *desk;
static tincay_draft *draft;

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
    tincay_bytes settled;
    long number;
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
}

/* ---------------------------------------------------------------------------------------------- what is seen afterwards */

static unsigned char found[REPORTS];

/* The sum of the box, and of the desk to which everything was carried: every report that was acknowledged before is there. */
static void see_box(void) {
    tincay_bytes status;
    int number, sum = 0;
    box = open_box(box_path);
    EXPECT(TINCAY_OK, tincay_box_status(box, &status));
    see_words("%ld slots, %ld packed, ", pick_number(status, "/slots"), pick_number(status, "/packed"));
    tincay_bytes_free(&status);
    desk = open_desk(desk_path);
    carry_all(box, desk);
    verify_desk(desk);
    memset(found, 0, sizeof found);
    find_reports(desk, found, REPORTS);
    for (number = 0; number < REPORTS; number++) {
        CHECK(found[number] <= 1 && (found[number] == 1 || number >= KNOWN));
        sum += found[number];
    }
    see_words("%d reports", sum);
    EXPECT(TINCAY_OK, tincay_box_close(box));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
}

/* A file that was to be made is whole, or can be made now. */
static void see_new_box(void) {
    tincay_status status = tincay_box_open(new_path, &box);
    see_words(status == TINCAY_OK ? "there" : "not there");
    if (status != TINCAY_OK) {
        CHECK(status == TINCAY_E_NOT_FOUND || status == TINCAY_E_FORMAT);
        EXPECT(TINCAY_OK, tincay_box_create(new_path, BYTES(setup)));
        box = open_box(new_path);
    }
    submit_known(0);
    EXPECT(TINCAY_OK, tincay_box_close(box));
}

/* ---------------------------------------------------------------------------------------------- kinds of work */

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

/* Nothing of before remains in the log of a box once its day is over. */
static void log_of_box_is_empty(void) {
    CHECK(is_blank(beside(box_path, "-wal")));
}

static const struct work works[] = {
    {"box create", do_nothing, do_nothing, run_box_create, do_nothing, do_nothing, see_new_box, 0},
    {"box open", lay_interrupted_box, do_nothing, run_box_open, do_nothing, end_box, see_box, 0},
    {"submit", lay_box, begin_box, run_submit, do_nothing, end_box, see_box, 0},
    {"submit, no slot free", lay_box, begin_full_box, run_submit, do_nothing, end_box, see_box, 0},
    {"submit, next day", lay_box, begin_box_of_yesterday, run_submit, do_nothing, end_box, see_box, 0},
    {"draft answer", lay_box, begin_draft, run_draft_answer, do_nothing, end_draft, see_box, 0},
    {"draft submit", lay_box, begin_told_draft, run_draft_submit, do_nothing, end_draft, see_box, 0},
    {"draft abandon", lay_box, begin_told_draft, run_draft_abandon, do_nothing, end_draft, see_box, 0},
    {"tick", lay_box, begin_box_of_yesterday, run_tick, log_of_box_is_empty, end_box, see_box, 0},
    {"pack", lay_box, begin_box, run_pack, do_nothing, end_box, see_box, 0},
    {"settle", lay_answered_box, begin_box, run_settle, do_nothing, end_box, see_box, 0},
};

static void clear_all(void) {
    clear_database(box_path);
    clear_database(desk_path);
    clear_database(new_path);
    box = NULL;
    desk = NULL;
}

int main(int argc, char **argv) {
    return run_matrix(argc, argv, works, sizeof works / sizeof *works, make_everything, clear_all);
}
