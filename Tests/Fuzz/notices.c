/* Notices, to a box and to a desk: signed bytes that were changed, bodies that a desk is asked to sign, and bodies that an
 * authority without sense has signed. */
#define _GNU_SOURCE
#include "forge.h"

static struct sample directory_body, pack_body, words_body, good_notice;
static long reports_of_desk;
static char *desk_number;

static void make_bodies(void) {
    char *ghost_card = card_of_party(&ghost, "Ghost"), *body;
    tincay_bytes card = {card_sample.bytes, card_sample.size};
    uint8_t hash[32];
    char digits[65];
    int place;
    desk_number = pick(card, "/desk");
    body = text(
        "{\"tincay\":\"directory\",\"version\":1,\"number\":1000000,\"issued\":\"2026-11-01\",\"desks\":[%s,{\"card\":%"
        "s,"
        "\"destinations\":[\"STAFF\",\"111\"],\"offsite\":false,\"sections\":[\"facts\",\"identity\"]}],\"together\":"
        "[{\"sections\":[\"identity\"],\"need\":2}],\"hotlines\":[{\"number\":\"111\",\"label\":\"Help\","
        "\"destination\":\"111\",\"source\":\"s\",\"valid_from\":\"2026-01-01\",\"valid_until\":null}],\"revoked\":"
        "{\"points\":[{\"point\":\"00112233445566778899aabbccddeeff\",\"after_sequence\":4}]}}",
        (char *)card_sample.bytes, ghost_card);
    directory_body = sample_of_text(body);
    hash_of("", form_sample.bytes, form_sample.size, "", 0, hash, 32);
    for (place = 0; place < 32; place++)
        sprintf(digits + 2 * place, "%02x", hash[place]);
    pack_body =
        sample_of_text(text("{\"tincay\":\"pack\",\"version\":1,\"name\":\"forms\",\"number\":1000000,\"issued\":"
                            "\"2026-11-01\",\"form\":%s}",
                            (char *)form_sample.bytes));
    words_body = sample_of_text(text(
        "{\"tincay\":\"pack\",\"version\":1,\"name\":\"words\",\"number\":1000000,\"issued\":\"2026-11-01\",\"packs\":"
        "[{\"x-tincay-units\":{\"id\":\"vn\",\"version\":\"2026-07\",\"valid_from\":\"2025-07-01\",\"units\":[[\"79\","
        "\"HCM\"],[\"26732\",\"CD\",\"79\"]],\"moved\":[[\"26731\",[\"26732\"]]]}}],\"languages\":[{\"form\":\"fuzz\","
        "\"hash\":\"%s\",\"language\":\"en\",\"texts\":{\"/title\":\"a\"}}]}",
        digits));
    good_notice = sign_notice(2, pack_body, 1);
}

static void begin_notices(void) {
    make_bodies();
    open_world();
    reports_of_desk = total_cases();
}

/* Whether the desk reads whatever the box takes now. */
static int desk_is_reader(void) {
    tincay_bytes directory;
    char pointer[40];
    int place, is_reader = 0;
    EXPECT(TINCAY_OK, tincay_box_directory(world.box, "en", &directory));
    for (place = 0; place < 8 && !is_reader; place++) {
        char *desk, *offsite;
        snprintf(pointer, sizeof pointer, "/desks/%d/desk", place);
        desk = pick(directory, pointer);
        snprintf(pointer, sizeof pointer, "/desks/%d/offsite", place);
        offsite = pick(directory, pointer);
        is_reader = desk != NULL && strcmp(desk, desk_number) == 0 && strcmp(offsite, "false") == 0;
        free(desk);
        free(offsite);
    }
    tincay_bytes_free(&directory);
    return is_reader;
}

/* Whatever notices are in force: the box takes a report, if it has anybody to take it for, and its forms open. */
static void use_box(void) {
    tincay_form *form = NULL;
    tincay_bytes result = rubbish();
    if (random_number() % 16 == 0) {
        IS_ANSWER(tincay_box_submit(world.box, world.form, answers_sample.bytes, answers_sample.size, NULL, &result),
                  &result);
        result = rubbish();
    }
    if (tincay_box_form(world.box, "fuzz", &form) == TINCAY_OK) {
        IS_ANSWER(tincay_form_check(form, answers_sample.bytes, answers_sample.size, "en", &result), &result);
        EXPECT(TINCAY_OK, tincay_form_close(form));
    }
    if (random_number() % 16 == 0) {
        /* What was taken in is read again. */
        EXPECT(TINCAY_OK, tincay_box_close(world.box));
        world.box = open_box(in_fuzz("live-box"));
    }
    (void)total_cases();
}

static void send_notice(struct sample notice) {
    tincay_bytes result = rubbish();
    int was_reader = desk_is_reader();
    if (was_reader && random_number() % 16 == 0)
        tell_box();
    IS_ANSWER(tincay_box_news(world.box, notice.bytes, notice.size, &result), &result);
    IS_ANSWER(tincay_desk_post(world.desk, notice.bytes, notice.size), NULL);
    if (was_reader && !desk_is_reader()) {
        /* The box has got other desks. What this one was to get is lost to it; begin with a box as it was. */
        EXPECT(TINCAY_OK, tincay_box_close(world.box));
        copy_file(in_fuzz("box"), in_fuzz("live-box"));
        world.box = open_box(in_fuzz("live-box"));
        world.told = 0;
    }
    use_box();
}

/* What signed bytes become on their way. */
static void try_notice(void) {
    struct sample notice = changed(good_notice);
    if (random_number() % 2 == 0) {
        free(notice.bytes);
        notice = sample_of(good_notice.bytes, good_notice.size);
        change_in_place(notice.bytes, 16);
    }
    send_notice(notice);
    free(notice.bytes);
}

/* Gives a body the next number, where it still has the one that all begin with: an older notice is not looked into. */
static void renumber(struct sample body) {
    static int number = 1000000;
    static const char original[] = "\"number\":1000000";
    uint8_t *found = memmem(body.bytes, body.size, original, sizeof original - 1);
    char digits[16];
    snprintf(digits, sizeof digits, "%d", ++number);
    if (found != NULL)
        memcpy(found + sizeof original - 1 - 7, digits, 7);
}

/* What a desk is asked to sign; what it signs alone is no directory. */
static void try_sign(void) {
    struct sample originals[] = {directory_body, pack_body, words_body, good_notice}, body = originals[below(4)];
    struct sample changed_body = changed_json(body);
    tincay_bytes notice = rubbish();
    tincay_status status;
    renumber(changed_body);
    status = tincay_desk_sign(world.desk, changed_body.bytes, changed_body.size, &notice);
    if (status == TINCAY_OK)
        send_notice((struct sample){notice.data, notice.size});
    IS_ANSWER(status, &notice);
    (void)total_cases();
    free(changed_body.bytes);
}

static void try_signed_body(struct sample body, uint8_t kind) {
    struct sample changed_body = changed_json(body);
    struct sample notice;
    renumber(changed_body);
    notice = sign_notice(kind, changed_body, random_number() % 8 ? 2 : 1);
    send_notice(notice);
    free(changed_body.bytes);
    free(notice.bytes);
}

static void try_directory(void) {
    try_signed_body(directory_body, random_number() % 16 ? 1 : 2);
}

static void try_pack(void) {
    try_signed_body(random_number() % 2 ? pack_body : words_body, random_number() % 16 ? 2 : 1);
}

/* A directory may have closed sections to the desk, so that what arrived is counted and not read. */
static void end_notices(void) {
    long found = carry_round(world.box);
    if (found < reports_of_desk + world.told)
        printf("    %ld cases, at least %ld expected\n", found, reports_of_desk + world.told);
    CHECK(found >= reports_of_desk + world.told);
    verify_desk(world.desk);
}

const struct target NOTICE_TARGETS[] = {{"notice", begin_notices, try_notice, end_notices},
                                        {"sign", begin_notices, try_sign, end_notices},
                                        {"directory", begin_notices, try_directory, end_notices},
                                        {"pack", begin_notices, try_pack, end_notices},
                                        {NULL, NULL, NULL, NULL}};
