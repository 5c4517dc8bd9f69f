/* Every function with every pointer NULL, every size out of bounds and every handle that is none; see rows.py. */
#include "support.h"

#include <sys/mman.h>

enum { BAD = 19 };

/* What the generated calls use. */
static struct {
    tincay_form *form;
    tincay_box *box;
    tincay_desk *desk;
    tincay_draft *draft;
    tincay_upload *upload;
    tincay_download *download;
    size_t size;
    uint8_t value[4];
    const char *path;          /* of a file that is not there */
    const uint8_t *unreadable; /* reading it ends the process */
    const void *bad[BAD];      /* handles that are none, and last one of each kind */
} fixed;

/* A handle of a kind is good for that kind, and for no other. */
#define IS_GOOD(kind, index) (sizeof(kind *) != 0 && (index) == GOOD_##kind)
enum {
    GOOD_tincay_form = BAD - 6,
    GOOD_tincay_box = BAD - 5,
    GOOD_tincay_desk = BAD - 4,
    GOOD_tincay_draft = BAD - 3,
    GOOD_tincay_upload = BAD - 2,
    GOOD_tincay_download = BAD - 1
};

#define ANSWERS(expected, call) EXPECT(expected, TINCAY_STATUS_FAMILY(call))

#include "rows.inc"

/* Opens a file that is being taken in, and one that is kept. */
static void open_files(void) {
    static const uint8_t picture[] = {0xff, 0xd8, 0xff, 0xe0};
    tincay_bytes result;
    char *report, *file;
    EXPECT(TINCAY_OK, tincay_desk_file(fixed.desk, fixed.form, BYTES(SMALL_ANSWERS), NULL, &result));
    report = pick(result, "/id");
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_desk_attach(fixed.desk, report, BYTES("{\"name\":\"a\"}"), &fixed.upload));
    EXPECT(TINCAY_OK, tincay_upload_write(fixed.upload, picture, sizeof picture));
    EXPECT(TINCAY_OK, tincay_upload_end(fixed.upload, &result));
    file = pick(result, "/id");
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_upload_close(fixed.upload));
    EXPECT(TINCAY_OK, tincay_desk_attachment(fixed.desk, report, file, &fixed.download, NULL));
    EXPECT(TINCAY_OK, tincay_desk_attach(fixed.desk, report, BYTES("{\"name\":\"b\"}"), &fixed.upload));
    free(report);
    free(file);
}

static void set_up(void) {
    const char *desk = in_folder("desk.tincay"), *box = in_folder("box.tincay");
    tincay_form *form;
    tincay_box *other;
    static int variable;
    uintptr_t live;
    make_desk(desk);
    fixed.desk = open_desk(desk);
    make_box(box, fixed.desk, ",\"bundle_mib\":1");
    other = open_box(box);
    EXPECT(TINCAY_OK, tincay_box_close(other));
    form = small_form();
    EXPECT(TINCAY_OK, tincay_form_close(form));
    fixed.bad[0] = form;
    fixed.bad[1] = other;
    fixed.bad[2] = (void *)1;
    fixed.bad[3] = (void *)2;
    fixed.bad[4] = (void *)3;
    fixed.bad[5] = (void *)UINTPTR_MAX;
    fixed.bad[6] = (void *)(UINTPTR_MAX / 2 + 1);
    fixed.bad[7] = &variable;
    fixed.bad[8] = malloc(16);
    fixed.form = small_form();
    fixed.box = open_box(box);
    EXPECT(TINCAY_OK, tincay_draft_begin(fixed.box, fixed.form, NULL, NULL, &fixed.draft));
    open_files();
    memcpy(fixed.value, "true", 4);
    live = (uintptr_t)fixed.form;
    fixed.bad[9] = (void *)(live + 12);
    fixed.bad[10] = (void *)(live ^ (uintptr_t)1 << 63);
    fixed.bad[11] = (void *)(live & 0xff);
    fixed.bad[12] = (void *)(live - 1);
    fixed.bad[GOOD_tincay_form] = fixed.form;
    fixed.bad[GOOD_tincay_box] = fixed.box;
    fixed.bad[GOOD_tincay_desk] = fixed.desk;
    fixed.bad[GOOD_tincay_draft] = fixed.draft;
    fixed.bad[GOOD_tincay_upload] = fixed.upload;
    fixed.bad[GOOD_tincay_download] = fixed.download;
    fixed.path = in_folder("nothing.tincay");
    fixed.unreadable = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CHECK(fixed.unreadable != MAP_FAILED);
}

static void tear_down(void) {
    tincay_bytes result;
    /* Whatever was called, the real handles still work. */
    EXPECT(TINCAY_OK, tincay_form_check(fixed.form, BYTES(SMALL_ANSWERS), NULL, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_box_status(fixed.box, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_desk_card(fixed.desk, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_draft_state(fixed.draft, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_upload_write(fixed.upload, fixed.value, 4));
    EXPECT(TINCAY_OK, tincay_upload_close(fixed.upload));
    EXPECT(TINCAY_OK, tincay_download_read(fixed.download, fixed.value, 4, &fixed.size));
    CHECK(fixed.size == 4);
    EXPECT(TINCAY_OK, tincay_download_close(fixed.download));
    EXPECT(TINCAY_OK, tincay_draft_close(fixed.draft));
    EXPECT(TINCAY_OK, tincay_form_close(fixed.form));
    EXPECT(TINCAY_OK, tincay_box_close(fixed.box));
    EXPECT(TINCAY_OK, tincay_desk_close(fixed.desk));
    EXPECT(TINCAY_E_MISUSE, tincay_form_close(fixed.form));
    EXPECT(TINCAY_E_MISUSE, tincay_box_close(fixed.box));
    EXPECT(TINCAY_E_MISUSE, tincay_desk_close(fixed.desk));
    CHECK(access(fixed.path, F_OK) != 0);
}

static void every_null_is_an_answer(void) {
    set_up();
    call_with_nulls();
    tear_down();
}

static void every_size_is_checked_before_reading(void) {
    set_up();
    call_with_sizes();
    tear_down();
}

static void every_handle_that_is_none_is_misuse(void) {
    set_up();
    call_with_handles();
    tear_down();
}

static void a_null_with_no_size_is_no_bytes(void) {
    tincay_form *form = small_form(), *none = (tincay_form *)16;
    tincay_bytes value = rubbish();
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, tincay_json_pick(NULL, 0, "", &value));
    CHECK(is_empty(value));
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, tincay_form_open(NULL, 0, &none));
    CHECK(none == NULL);
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, tincay_form_check(form, NULL, 0, NULL, &value));
    EXPECT(TINCAY_OK, tincay_form_state(form, NULL, 0, NULL, NULL, &value));
    tincay_bytes_free(&value);
}

static void many_handles_come_and_go(void) {
    enum { MANY = 20000, OPEN = 300 };
    static tincay_form *open[OPEN];
    tincay_form *first = small_form();
    int index;
    EXPECT(TINCAY_OK, tincay_form_close(first));
    for (index = 0; index < MANY; index++) {
        tincay_form **slot = &open[random_number() % OPEN];
        if (*slot == NULL) {
            *slot = small_form();
            CHECK(*slot != first);
        } else {
            tincay_form *closed = *slot;
            EXPECT(TINCAY_OK, tincay_form_close(closed));
            EXPECT(TINCAY_E_MISUSE, tincay_form_close(closed));
            *slot = NULL;
        }
    }
    EXPECT(TINCAY_E_MISUSE, tincay_form_close(first));
}

static void texts_over_their_limits_are_refused(void) {
    char *text = malloc(70000);
    tincay_form *form = small_form();
    tincay_bytes value = rubbish();
    tincay_desk *desk = (tincay_desk *)16;
    memset(text, 'a', 70000);
    text[69999] = 0;
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_form_check(form, BYTES(SMALL_ANSWERS), text, &value));
    CHECK(is_empty(value));
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_form_state(form, BYTES(SMALL_ANSWERS), text, NULL, &value));
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_desk_open(text, PERSON, BYTES(PASSPHRASE), &desk));
    CHECK(desk == NULL);
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_desk_open("x.tincay", text, BYTES(PASSPHRASE), &desk));
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_desk_create("x.tincay", text, BYTES(PASSPHRASE), NULL, 0));
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_desk_create("x.tincay", PERSON, (uint8_t *)text, 1025, NULL, 0));
    EXPECT(TINCAY_E_LIMIT, tincay_desk_create("x.tincay", PERSON, (uint8_t *)text, 7, NULL, 0));
    EXPECT(TINCAY_E_LIMIT, tincay_desk_create("x.tincay", PERSON, NULL, 0, NULL, 0));
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_json_pick(BYTES("{}"), text, &value));
    CHECK(access("x.tincay", F_OK) != 0);
}

static void texts_that_make_no_sense_are_misuse(void) {
    static const char *const languages[] = {"",      "-",         "vi-",       "-vi",  "vi--child",
                                            "vi_VN", "abcdefghi", "v\xc3\xad", "vi VN"};
    tincay_form *form = small_form();
    tincay_bytes value = rubbish();
    tincay_desk *desk = (tincay_desk *)16;
    tincay_box *box = (tincay_box *)16;
    size_t index;
    for (index = 0; index < sizeof languages / sizeof languages[0]; index++)
        EXPECT(TINCAY_E_MISUSE, tincay_form_check(form, BYTES(SMALL_ANSWERS), languages[index], &value));
    CHECK(is_empty(value));
    EXPECT(TINCAY_OK, tincay_form_check(form, BYTES(SMALL_ANSWERS), "xx-Latn-x-anything", &value));
    tincay_bytes_free(&value);
    EXPECT(TINCAY_E_MISUSE, tincay_box_open("", &box));
    CHECK(box == NULL);
    EXPECT(TINCAY_E_MISUSE, tincay_desk_open("x.tincay", "", BYTES(PASSPHRASE), &desk));
    CHECK(desk == NULL);
    EXPECT(TINCAY_E_MISUSE, tincay_desk_open("x.tincay", "\xff", BYTES(PASSPHRASE), &desk));
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"every NULL is an answer, and outputs are emptied", every_null_is_an_answer},
        {"every size is checked before anything is read", every_size_is_checked_before_reading},
        {"every stale, foreign or invented handle is misuse", every_handle_that_is_none_is_misuse},
        {"a NULL with no size is no bytes", a_null_with_no_size_is_no_bytes},
        {"many handles come and go, and none comes back", many_handles_come_and_go},
        {"texts over their limits are refused", texts_over_their_limits_are_refused},
        {"texts that make no sense are misuse", texts_that_make_no_sense_are_misuse},
    };
    return RUN(cases);
}
