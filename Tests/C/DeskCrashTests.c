/* A power cut, a full disk or a failing one at any operation on a file leaves a desk as it was before or as it is after what
 * its people do with it, and never loses what was acknowledged. */
#include "desks.h"

enum { FIRST_TRY = 50 };

/* What an authority may sign. */
static const char PACK[] = "{\"tincay\":\"pack\",\"version\":1,\"name\":\"forms\",\"number\":1,\"issued\":"
                           "\"2026-03-01\",\"form\":{\"type\":\"object\",\"$id\":\"https://example.org/sent\","
                           "\"x-tincay-form\":{\"id\":\"sent\",\"version\":\"1\"}}}";

static const char *box_path;
static struct image plain, interrupted, interrupted_log, busy, busy_log, snapped, searched, noticed;
static tincay_bytes bundle, pack;
static char *first;

/* ---------------------------------------------------------------------------------------------- what is worked on */

/* A box's bundle of one report. */
static void make_bundle(void) {
    tincay_bytes result;
    tincay_box *box;
    box_path = in_folder("box.tincay");
    make_box(box_path, desk, ",\"bundle_mib\":1");
    box = open_box(box_path);
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES("{\"story\":\"told\",\"number\":3}"), NULL, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    EXPECT(TINCAY_OK, tincay_box_close(box));
    clear_database(box_path);
}

/* Two desks that may sign what this desk takes. */
static void make_authority(void) {
    const char *one = in_folder("one.tincay"), *two = in_folder("two.tincay");
    tincay_desk *signers[2];
    tincay_bytes cards[2];
    char *setup;
    make_desk(one);
    make_desk(two);
    signers[0] = open_desk(one);
    signers[1] = open_desk(two);
    EXPECT(TINCAY_OK, tincay_desk_card(signers[0], &cards[0]));
    EXPECT(TINCAY_OK, tincay_desk_card(signers[1], &cards[1]));
    EXPECT(TINCAY_OK, tincay_desk_sign(signers[0], BYTES(PACK), &pack));
    EXPECT(TINCAY_OK, tincay_desk_close(signers[0]));
    EXPECT(TINCAY_OK, tincay_desk_close(signers[1]));
    clear_database(one);
    clear_database(two);
    setup = malloc(cards[0].size + cards[1].size + 100);
    sprintf(setup, "{\"kdf\":{\"memory_mib\":64,\"passes\":2},\"authority\":[%s,%s]}", (char *)cards[0].data,
            (char *)cards[1].data);
    EXPECT(TINCAY_OK, tincay_desk_create(desk_path, PERSON, BYTES(PASSPHRASE), BYTES(setup)));
    free(setup);
}

static void make_everything(void) {
    tincay_bytes list;
    int entries;
    make_first_desk();
    make_bundle();
    first = file_report("{\"story\":\"a story\",\"number\":1}");
    free(file_report("{\"story\":\"another story\",\"number\":2}"));
    interrupted = take(desk_path);
    interrupted_log = take(beside(desk_path, "-wal"));
    /* Enough for a snapshot when it is closed. */
    for (entries = 0; entries < 32; entries++)
        record(first, "{\"type\":\"assigned\",\"person\":\"second\"}");
    busy = take(desk_path);
    busy_log = take(beside(desk_path, "-wal"));
    snapped = finish_desk();
    lay(desk_path, interrupted);
    lay(beside(desk_path, "-wal"), interrupted_log);
    begin_desk();
    plain = finish_desk();
    lay(desk_path, plain);
    begin_desk();
    EXPECT(TINCAY_OK, tincay_desk_find(desk, BYTES("{\"text\":\"story\"}"), &list));
    tincay_bytes_free(&list);
    searched = finish_desk();
    make_authority();
    begin_desk();
    EXPECT(TINCAY_OK, tincay_desk_add_person(desk, SECOND, BYTES(PASSPHRASE), NULL, 0, BYTES("[\"reports\"]")));
    noticed = finish_desk();
}

static void lay_plain(void) {
    lay(desk_path, plain);
}

static void lay_interrupted(void) {
    lay(desk_path, interrupted);
    lay(beside(desk_path, "-wal"), interrupted_log);
}

static void lay_busy(void) {
    lay(desk_path, busy);
    lay(beside(desk_path, "-wal"), busy_log);
}

static void lay_snapped(void) {
    lay(desk_path, snapped);
}

static void lay_searched(void) {
    lay(desk_path, searched);
}

static void lay_noticed(void) {
    lay(desk_path, noticed);
}

/* ---------------------------------------------------------------------------------------------- coming and going */

static tincay_status run_open(void) {
    return tincay_desk_open(desk_path, PERSON, BYTES(PASSPHRASE), &desk);
}

static tincay_status run_wrong_passphrase(void) {
    tincay_status status = tincay_desk_open(desk_path, PERSON, BYTES("not the passphrase"), &desk);
    return status == TINCAY_E_WRONG_KEY ? TINCAY_OK : status;
}

static void begin_worked_on(void) {
    begin_desk();
    record(first, "{\"type\":\"note\",\"text\":\"before it is closed\"}");
}

/* Whatever the disk does, the desk is closed; nothing that was entered depends on it. */
static tincay_status run_close(void) {
    end_desk();
    return TINCAY_OK;
}

/* It locks whether or not that can be entered. */
static tincay_status run_lock(void) {
    return tincay_desk_lock(desk);
}

static void begin_locked(void) {
    begin_desk();
    EXPECT(TINCAY_OK, tincay_desk_lock(desk));
}

static tincay_status run_unlock(void) {
    return tincay_desk_unlock(desk, BYTES(PASSPHRASE), NULL, 0);
}

/* ---------------------------------------------------------------------------------------------- taking in */

static tincay_status run_keep(void) {
    static tincay_form *other;
    if (other == NULL)
        EXPECT(TINCAY_OK,
               tincay_form_open(BYTES("{\"type\":\"object\",\"$id\":\"https://example.org/other\"}"), &other));
    return tincay_desk_keep(desk, other);
}

static tincay_status run_sign(void) {
    tincay_bytes out;
    tincay_status status = tincay_desk_sign(desk, BYTES(PACK), &out);
    CHECK((status == TINCAY_OK) == (out.size > 0));
    tincay_bytes_free(&out);
    return status;
}

static tincay_status run_post(void) {
    return tincay_desk_post(desk, pack.data, pack.size);
}

static tincay_status run_collect(void) {
    tincay_bytes out;
    tincay_status status = tincay_desk_collect(desk, bundle.data, bundle.size, &out);
    CHECK((status == TINCAY_OK) == (out.size > 0));
    tincay_bytes_free(&out);
    return status;
}

static tincay_status run_file(void) {
    char answers[100];
    tincay_bytes result;
    tincay_status status;
    snprintf(answers, sizeof answers, "{\"number\":%d,\"story\":\"filed\"}", FIRST_TRY);
    status = tincay_desk_file(desk, form, BYTES(answers), NULL, &result);
    tincay_bytes_free(&result);
    return status;
}

static tincay_status run_file_many(void) {
    static const char reports[] = "{\"number\":60,\"story\":\"one\"}\nnot a report\n{\"number\":61,\"story\":\"two\"}\n"
                                  "{\"number\":62,\"story\":\"three\"}\n";
    tincay_bytes results;
    tincay_status status = tincay_desk_file_many(desk, form, BYTES(reports), NULL, &results);
    CHECK((status == TINCAY_OK) == (results.size > 0));
    tincay_bytes_free(&results);
    return status;
}

/* ---------------------------------------------------------------------------------------------- looking */

/* Checks that words come with success alone, and frees them. */
static tincay_status answered(tincay_status status, tincay_bytes *out) {
    CHECK((status == TINCAY_OK) == (out->size > 0));
    tincay_bytes_free(out);
    return status;
}

static tincay_status run_read(void) {
    tincay_bytes out;
    return answered(tincay_desk_read(desk, first, &out), &out);
}

static tincay_status run_export(void) {
    tincay_bytes out;
    return answered(tincay_desk_export(desk, first, "M01", &out), &out);
}

static tincay_status run_similar(void) {
    tincay_bytes out;
    return answered(tincay_desk_similar(desk, first, &out), &out);
}

static tincay_status run_find(void) {
    tincay_bytes out;
    return answered(tincay_desk_find(desk, BYTES("{\"text\":\"another\",\"snippet\":true}"), &out), &out);
}

static tincay_status run_subject(void) {
    tincay_bytes out;
    return answered(tincay_desk_subject(desk, BYTES("{\"name\":\"somebody\",\"reason\":\"asked\"}"), &out), &out);
}

static tincay_status run_breach(void) {
    tincay_bytes out;
    return answered(tincay_desk_breach(desk, NULL, 0, &out), &out);
}

static tincay_status run_release(void) {
    tincay_bytes out;
    return answered(tincay_desk_release(desk,
                                        BYTES("{\"shape\":\"total\",\"period\":{\"year\":2024},\"unit\":{\"level\":"
                                              "\"desk\",\"children\":100000}}"),
                                        &out),
                    &out);
}

/* ---------------------------------------------------------------------------------------------- shredding */

static tincay_status run_shred(void) {
    return tincay_desk_shred(desk, first, BYTES("asked for"));
}

/* A report that is gone has a certificate, and one that is there has none. */
static void see_shredded(void) {
    tincay_bytes report, certificate;
    tincay_status read, certified;
    begin_desk();
    read = tincay_desk_read(desk, first, &report);
    certified = tincay_desk_certificate(desk, first, &certificate);
    CHECK(read == TINCAY_OK
              ? certified == TINCAY_E_NOT_FOUND
              : read == TINCAY_E_NOT_FOUND && certified == TINCAY_OK && pick_is(certificate, "/reason", "asked for"));
    see_words("%s, ", read == TINCAY_OK ? "there" : "shredded");
    tincay_bytes_free(&report);
    tincay_bytes_free(&certificate);
    end_desk();
    see_desk();
}

static const struct work works[] = {
    {"open", lay_interrupted, do_nothing, run_open, do_nothing, end_desk, see_desk, 0},
    {"open, wrong passphrase", lay_plain, do_nothing, run_wrong_passphrase, do_nothing, end_desk, see_desk, 0},
    {"close", lay_plain, begin_worked_on, run_close, do_nothing, end_desk, see_desk, 0},
    {"close, with a snapshot", lay_busy, begin_desk, run_close, do_nothing, end_desk, see_desk, 0},
    {"open, with a snapshot", lay_snapped, do_nothing, run_open, do_nothing, end_desk, see_desk, 0},
    {"lock", lay_plain, begin_desk, run_lock, do_nothing, end_desk, see_desk, 1},
    {"unlock", lay_plain, begin_locked, run_unlock, do_nothing, end_desk, see_desk, 0},
    AT_DESK("keep", lay_plain, run_keep),
    AT_DESK("sign", lay_plain, run_sign),
    AT_DESK("post", lay_noticed, run_post),
    AT_DESK("collect", lay_plain, run_collect),
    AT_DESK("file", lay_plain, run_file),
    AT_DESK("file many", lay_plain, run_file_many),
    AT_DESK("read", lay_plain, run_read),
    AT_DESK("export", lay_plain, run_export),
    AT_DESK("similar", lay_plain, run_similar),
    AT_DESK("find, first", lay_plain, run_find),
    AT_DESK("find, once more", lay_searched, run_find),
    AT_DESK("subject", lay_plain, run_subject),
    AT_DESK("breach", lay_plain, run_breach),
    AT_DESK("release", lay_plain, run_release),
    {"shred", lay_plain, begin_desk, run_shred, log_of_desk_is_empty, end_desk, see_shredded, 0},
    {"shred, with a snapshot", lay_snapped, begin_desk, run_shred, log_of_desk_is_empty, end_desk, see_shredded, 0},
    {"shred, after a search", lay_searched, begin_desk, run_shred, log_of_desk_is_empty, end_desk, see_shredded, 0},
};

int main(int argc, char **argv) {
    return run_matrix(argc, argv, works, sizeof works / sizeof *works, make_everything, clear_desk);
}
