/* A power cut, a full disk or a failing one at any operation on a file leaves a desk's people as they were before or as they
 * are after one is let in, taken out or given another passphrase: nobody is half let in, and nobody is locked out. */
#include "desks.h"

static const char OTHER[] = "another passphrase", KEY_FILE[] = "thirty-two bytes and some more of them";

static const char *new_path;
static struct image plain, shared;
static char *shares;

/* ---------------------------------------------------------------------------------------------- what is worked on */

static void make_everything(void) {
    tincay_bytes made;
    char *one, *two;
    new_path = in_folder("new.tincay");
    make_first_desk();
    free(file_report("{\"story\":\"a story\",\"number\":1}"));
    free(file_report("{\"story\":\"another story\",\"number\":2}"));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    plain = take(desk_path);
    begin_desk();
    EXPECT(TINCAY_OK, tincay_desk_make_recovery(desk, BYTES("{\"shares\":3,\"needed\":2}"), &made));
    one = pick(made, "/shares/0");
    two = pick(made, "/shares/2");
    shares = malloc(strlen(one) + strlen(two) + 8);
    sprintf(shares, "[\"%s\",\"%s\"]", one, two);
    free(one);
    free(two);
    tincay_bytes_free(&made);
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    shared = take(desk_path);
    clear_database(desk_path);
}

static void lay_plain(void) {
    lay(desk_path, plain);
}

static void lay_shared(void) {
    lay(desk_path, shared);
}

/* ---------------------------------------------------------------------------------------------- who may come in */

static const struct {
    const char *person, *passphrase, *key_file;
} TRIES[] = {{SECOND, PASSPHRASE, NULL}, {SECOND, OTHER, NULL}, {SECOND, OTHER, KEY_FILE}, {"third", OTHER, NULL}};

/* Sees who opens the desk with what, and that all who open it read the reports. */
static void see_who_comes_in(void) {
    size_t index;
    for (index = 0; index < sizeof TRIES / sizeof *TRIES; index++) {
        const char *file = TRIES[index].key_file;
        tincay_desk *opened;
        tincay_status status = tincay_desk_open_with(desk_path, TRIES[index].person, BYTES(TRIES[index].passphrase),
                                                     (const uint8_t *)file, file != NULL ? strlen(file) : 0, &opened);
        CHECK(status == TINCAY_OK || status == TINCAY_E_WRONG_KEY);
        if (status == TINCAY_OK) {
            unsigned char found[4] = {0, 0, 0, 0};
            find_reports(opened, found, 4);
            CHECK(found[1] == 1 && found[2] == 1);
            EXPECT(TINCAY_OK, tincay_desk_close(opened));
        }
        see_words("%d", status == TINCAY_OK);
        /* A try that went wrong makes the next ones wait. */
        tell_day(2 + (long)index);
    }
    see_words(" came in, ");
}

static void see_people(void) {
    see_who_comes_in();
    see_desk();
}

/* The shares let somebody in, or never will. */
static void see_recovery(void) {
    tincay_status status = tincay_desk_recover(desk_path, BYTES(shares), "fourth", BYTES(OTHER), NULL, 0);
    CHECK(status == TINCAY_OK || status == TINCAY_E_WRONG_KEY);
    see_words("%s, ", status == TINCAY_OK ? "recovered" : "not with these");
    see_people();
}

/* A file that was to be made is whole, or can be made now. */
static void see_new_desk(void) {
    tincay_status status = tincay_desk_open(new_path, PERSON, BYTES(PASSPHRASE), &desk);
    see_words(status == TINCAY_OK ? "there" : "not there");
    if (status != TINCAY_OK) {
        CHECK(status == TINCAY_E_NOT_FOUND || status == TINCAY_E_FORMAT);
        make_desk(new_path);
        desk = open_desk(new_path);
    }
    verify_desk(desk);
    end_desk();
}

/* ---------------------------------------------------------------------------------------------- kinds of work */

static tincay_status run_create(void) {
    return tincay_desk_create(new_path, PERSON, BYTES(PASSPHRASE), BYTES(QUICK_DESK));
}

static tincay_status run_add(void) {
    return tincay_desk_add_person(desk, "third", BYTES(OTHER), NULL, 0, BYTES("[\"reports\",\"identities\"]"));
}

static tincay_status run_change(void) {
    return tincay_desk_change_passphrase(desk, BYTES(PASSPHRASE), NULL, 0, BYTES(OTHER), BYTES(KEY_FILE));
}

static tincay_status run_remove(void) {
    return tincay_desk_remove_person(desk, SECOND);
}

static tincay_status run_make_shares(void) {
    tincay_bytes made;
    tincay_status status = tincay_desk_make_recovery(desk, BYTES("{\"shares\":5,\"needed\":3}"), &made);
    CHECK((status == TINCAY_OK) == (made.size > 0));
    tincay_bytes_free(&made);
    return status;
}

static tincay_status run_try_shares(void) {
    tincay_bytes result;
    tincay_status status = tincay_desk_try_recovery(desk, BYTES(shares), &result);
    CHECK((status == TINCAY_OK) == (result.size > 0));
    tincay_bytes_free(&result);
    return status;
}

static tincay_status run_recover_new(void) {
    return tincay_desk_recover(desk_path, BYTES(shares), "third", BYTES(OTHER), NULL, 0);
}

static tincay_status run_recover_known(void) {
    return tincay_desk_recover(desk_path, BYTES(shares), SECOND, BYTES(OTHER), NULL, 0);
}

static const struct work works[] = {
    {"create", do_nothing, do_nothing, run_create, do_nothing, do_nothing, see_new_desk, 0},
    {"add", lay_plain, begin_desk, run_add, do_nothing, end_desk, see_people, 0},
    {"change a passphrase", lay_plain, begin_as_second, run_change, do_nothing, end_desk, see_people, 0},
    {"remove, and every key anew", lay_plain, begin_desk, run_remove, log_of_desk_is_empty, end_desk, see_people, 0},
    {"remove, with shares", lay_shared, begin_desk, run_remove, log_of_desk_is_empty, end_desk, see_recovery, 0},
    {"make shares", lay_plain, begin_desk, run_make_shares, do_nothing, end_desk, see_people, 0},
    {"make shares again", lay_shared, begin_desk, run_make_shares, do_nothing, end_desk, see_recovery, 0},
    {"try shares", lay_shared, begin_desk, run_try_shares, do_nothing, end_desk, see_recovery, 0},
    {"recover, somebody new", lay_shared, do_nothing, run_recover_new, do_nothing, do_nothing, see_people, 0},
    {"recover, somebody known", lay_shared, do_nothing, run_recover_known, do_nothing, do_nothing, see_people, 0},
};

static void clear_all(void) {
    clear_database(new_path);
    clear_desk();
}

int main(int argc, char **argv) {
    return run_matrix(argc, argv, works, sizeof works / sizeof *works, make_everything, clear_all);
}
