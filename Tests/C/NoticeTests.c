/* Who reads a report, and what an authority may change about it, as a host sees it: with real desks, boxes and files. */
#define _GNU_SOURCE
#include "support.h"

#include <stdarg.h>

/* Two desks that sign, a desk of the commune, one of the point's staff, and one elsewhere, which have pinned them. */
struct province {
    tincay_desk *one, *two, *commune, *staff, *away;
    char *authority; /* the setup's member */
    tincay_box *box;
};

static const char ROUTING[] =
    "{\"x-tincay-form\":{\"id\":\"routing\",\"version\":\"1\"},\"type\":\"object\",\"required\":[\"told\"],"
    "\"unevaluatedProperties\":false,\"properties\":{\"told\":{\"type\":\"string\"},\"staff\":{\"type\":\"boolean\"}},"
    "\"x-tincay-hotlines\":[{\"number\":\"111\",\"always\":true}],"
    "\"x-tincay-routes\":[{\"id\":\"R\",\"remove\":[\"STAFF\"],\"when\":{\"properties\":{\"staff\":{\"const\":true}},"
    "\"required\":[\"staff\"]}}]}";

/* A text that is put together as by printf. */
__attribute__((format(printf, 1, 2))) static char *text(const char *format, ...) {
    char *made;
    va_list list;
    va_start(list, format);
    CHECK(vasprintf(&made, format, list) >= 0);
    va_end(list);
    return made;
}

static char *card_of(tincay_desk *desk) {
    tincay_bytes card;
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &card));
    return (char *)card.data;
}

static char *number_of(tincay_desk *desk) {
    tincay_bytes card;
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &card));
    return pick(card, "/desk");
}

static tincay_desk *make_named(const char *name, const char *authority) {
    const char *path = in_folder(name);
    char *setup = text("{\"name\":\"%s\",\"kdf\":{\"memory_mib\":64,\"passes\":2}%s}", name, authority);
    EXPECT(TINCAY_OK, tincay_desk_create(path, PERSON, BYTES(PASSPHRASE), BYTES(setup)));
    return open_desk(path);
}

static struct province make_province(void) {
    struct province province;
    char *setup;
    province.one = make_named("one", "");
    province.two = make_named("two", "");
    province.authority = text(",\"authority\":[%s,%s]", card_of(province.one), card_of(province.two));
    province.commune = make_named("commune", province.authority);
    province.staff = make_named("staff", province.authority);
    province.away = make_named("away", province.authority);
    setup = text("{\"point\":{\"name\":\"Point\",\"kind\":\"NODE\"},\"bundle_mib\":1,\"desks\":["
                 "{\"card\":%s,\"destinations\":[\"COMMUNE\"]},{\"card\":%s,\"destinations\":[\"STAFF\"]},"
                 "{\"card\":%s,\"destinations\":[\"PROVINCE\"],\"offsite\":true}]%s}",
                 card_of(province.commune), card_of(province.staff), card_of(province.away), province.authority);
    EXPECT(TINCAY_OK, tincay_box_create(in_folder("box"), BYTES(setup)));
    province.box = open_box(in_folder("box"));
    return province;
}

static tincay_bytes sign(tincay_desk *desk, const void *notice, size_t size) {
    tincay_bytes signed_notice;
    EXPECT(TINCAY_OK, tincay_desk_sign(desk, notice, size, &signed_notice));
    return signed_notice;
}

/* A directory with some members, signed by both. */
static tincay_bytes directory(struct province *province, int number, const char *desks, const char *more) {
    char *body =
        text("{\"tincay\":\"directory\",\"version\":1,\"number\":%d,\"issued\":\"2026-11-01\",\"desks\":[%s]%s}",
             number, desks, more);
    tincay_bytes half = sign(province->one, body, strlen(body));
    return sign(province->two, half.data, half.size);
}

static tincay_form *form_of(const char *json) {
    tincay_form *form;
    EXPECT(TINCAY_OK, tincay_form_open(BYTES(json), &form));
    return form;
}

static long total(tincay_desk *desk) {
    tincay_bytes list;
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &list));
    return pick_number(list, "/total");
}

/* Packs once and has a desk collect; gives how many cases it has then. */
static long carry(tincay_box *box, tincay_desk *desk) {
    tincay_bytes bundle, receipt, settled;
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_box_settle(box, receipt.data, receipt.size, &settled));
    return total(desk);
}

static tincay_status submit(tincay_box *box, tincay_form *form, const char *json, const char *options, int32_t flags,
                            tincay_bytes *result) {
    char answers[200];
    snprintf(answers, sizeof answers, "%s", json);
    return tincay_box_submit_with(box, form, (uint8_t *)answers, strlen(answers), (const uint8_t *)options,
                                  options == NULL ? 0 : strlen(options), flags, result);
}

static void a_desk_that_a_route_or_the_child_excludes_gets_no_case(void) {
    struct province province = make_province();
    tincay_form *form = form_of(ROUTING);
    tincay_bytes result;
    char *options = text("{\"language\":\"en\",\"exclude\":[\"%s\"]}", number_of(province.commune));
    EXPECT(TINCAY_OK, submit(province.box, form, "{\"told\":\"a\",\"staff\":true}", NULL, 0, &result));
    CHECK(carry(province.box, province.staff) == 0);
    CHECK(carry(province.box, province.commune) == 1);
    /* Only one was left, so that the desk elsewhere reads as well. */
    CHECK(carry(province.box, province.away) == 1);
    EXPECT(TINCAY_OK, submit(province.box, form, "{\"told\":\"b\"}", options, 0, &result));
    CHECK(pick_is(result, "/language", "en"));
    CHECK(strstr((char *)result.data, number_of(province.commune)) == NULL);
    CHECK(carry(province.box, province.staff) == 1);
    CHECK(carry(province.box, province.commune) == 1);
    CHECK(carry(province.box, province.away) == 2);
    EXPECT(TINCAY_OK, tincay_box_submit(province.box, form, BYTES("{\"told\":\"c\"}"), NULL, &result));
    CHECK(carry(province.box, province.staff) == 2);
    CHECK(carry(province.box, province.commune) == 2);
    CHECK(carry(province.box, province.away) == 2);
}

static void when_nobody_is_left_the_numbers_to_call_still_come(void) {
    struct province province = make_province();
    tincay_form *form = form_of(ROUTING);
    tincay_bytes result;
    char *options = text("{\"exclude\":[\"%s\",\"%s\",\"%s\"]}", number_of(province.commune), number_of(province.staff),
                         number_of(province.away));
    EXPECT(TINCAY_E_NO_READER, submit(province.box, form, "{\"told\":\"a\"}", options, 0, &result));
    CHECK(pick_is(result, "/accepted", "true") && pick_is(result, "/hotlines/0/number", "111"));
    CHECK(carry(province.box, province.commune) == 0);
    result = rubbish();
    EXPECT(TINCAY_E_INVALID_INPUT, submit(province.box, form, "{\"told\":\"a\"}",
                                          "{\"exclude\":[\"00112233445566778899aabbccddeeff\"]}", 0, &result));
    CHECK(is_empty(result));
    EXPECT(TINCAY_E_INVALID_INPUT, submit(province.box, form, "{\"told\":\"a\"}", "{\"exclude\":\"\"}", 0, &result));
    EXPECT(TINCAY_E_INVALID_INPUT, submit(province.box, form, "{\"told\":\"a\"}", "{\"language\":\"-\"}", 0, &result));
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, submit(province.box, form, "{\"told\":\"a\"}", "{", 0, &result));
    EXPECT(TINCAY_E_MISUSE, submit(province.box, form, "{\"told\":\"a\"}", NULL, 2, &result));
}

static void answers_are_wiped_whatever_happens(void) {
    struct province province = make_province();
    tincay_form *form = form_of(ROUTING), *closed = form_of(ROUTING);
    static const char *const CASES[] = {"{\"told\":\"a\"}", "{\"told\":1}", "{\"told\":", ""};
    size_t index, place;
    EXPECT(TINCAY_OK, tincay_form_close(closed));
    for (index = 0; index < 4 * (sizeof CASES / sizeof *CASES); index++) {
        const char *json = CASES[index / 4];
        uint8_t answers[64];
        tincay_bytes result;
        tincay_status status;
        memset(answers, 'x', sizeof answers);
        memcpy(answers, json, strlen(json));
        status = tincay_box_submit_with(index % 4 == 1 ? NULL : province.box, index % 4 == 2 ? closed : form, answers,
                                        strlen(json), NULL, 0, TINCAY_WIPE_INPUT, index % 4 == 3 ? NULL : &result);
        CHECK((status == TINCAY_OK) == (index == 0));
        for (place = 0; place < sizeof answers; place++)
            CHECK(answers[place] == (place < strlen(json) ? 0 : 'x'));
    }
    {
        /* Without the flag nothing is touched, and neither is what is too large for answers. */
        uint8_t answers[] = "{\"told\":\"a\"}";
        tincay_bytes result;
        EXPECT(TINCAY_OK,
               tincay_box_submit_with(province.box, form, answers, strlen((char *)answers), NULL, 0, 0, &result));
        CHECK(strcmp((char *)answers, "{\"told\":\"a\"}") == 0);
        EXPECT(TINCAY_E_LIMIT_SIZE, tincay_box_submit_with(province.box, form, answers, ((size_t)1 << 20) + 1, NULL, 0,
                                                           TINCAY_WIPE_INPUT, &result));
        CHECK(answers[0] == '{');
    }
}

static void a_directory_needs_two_different_signers(void) {
    struct province province = make_province();
    char *body = text("{\"tincay\":\"directory\",\"version\":1,\"number\":2,\"issued\":\"2026-11-01\",\"desks\":[%s]}",
                      card_of(province.commune));
    tincay_bytes once = sign(province.one, body, strlen(body)), again = sign(province.one, once.data, once.size);
    tincay_bytes both = sign(province.two, once.data, once.size), result = rubbish();
    uint8_t *twice = malloc(once.size + 80);
    size_t place;
    EXPECT(TINCAY_E_WRONG_KEY, tincay_box_news(province.box, once.data, once.size, &result));
    CHECK(is_empty(result));
    CHECK(again.size == once.size && memcmp(again.data, once.data, once.size) == 0);
    memcpy(twice, once.data, once.size);
    memcpy(twice + once.size, once.data + once.size - 80, 80);
    twice[2] = 2;
    EXPECT(TINCAY_E_FORMAT, tincay_box_news(province.box, twice, once.size + 80, &result));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_post(province.commune, once.data, once.size));
    /* A stranger's signature helps nobody. */
    again = sign(province.commune, once.data, once.size);
    EXPECT(TINCAY_E_WRONG_KEY, tincay_box_news(province.box, again.data, again.size, &result));
    for (place = 0; place < both.size; place++) {
        tincay_status status;
        both.data[place] ^= 1;
        status = tincay_box_news(province.box, both.data, both.size, &result);
        CHECK(status != TINCAY_OK && status != TINCAY_E_INTERNAL && is_empty(result));
        both.data[place] ^= 1;
    }
    for (place = 0; place < both.size; place += 7)
        EXPECT(TINCAY_E_FORMAT, tincay_box_news(province.box, both.data, place, &result));
    EXPECT(TINCAY_OK, tincay_box_news(province.box, both.data, both.size, &result));
    CHECK(pick_is(result, "/taken", "true") && pick_is(result, "/name", "directory"));
    EXPECT(TINCAY_OK, tincay_box_news(province.box, both.data, both.size, &result));
    CHECK(pick_is(result, "/taken", "false") && pick_is(result, "/number", "2") && pick_is(result, "/desks", "1"));
    both = directory(&province, 1, card_of(province.staff), "");
    EXPECT(TINCAY_E_OUTDATED, tincay_box_news(province.box, both.data, both.size, &result));
    both = directory(&province, 2, card_of(province.staff), "");
    EXPECT(TINCAY_E_OUTDATED, tincay_box_news(province.box, both.data, both.size, &result));
    EXPECT(TINCAY_OK, tincay_box_directory(province.box, NULL, &result));
    CHECK(pick_is(result, "/number", "2") && pick_is(result, "/desks/0/name", "commune"));
    CHECK(pick(result, "/desks/1") == NULL);
}

static void a_directory_swaps_a_desk(void) {
    struct province province = make_province();
    tincay_desk *comer = make_named("comer", "");
    tincay_form *form = form_of(ROUTING);
    tincay_bytes result, news, bundle, receipt;
    EXPECT(TINCAY_OK, tincay_box_submit(province.box, form, BYTES("{\"told\":\"a\"}"), NULL, &result));
    CHECK(carry(province.box, province.commune) == 1);
    CHECK(carry(province.box, province.staff) == 1);
    news = directory(&province, 1, text("%s,%s", card_of(province.commune), card_of(comer)), "");
    EXPECT(TINCAY_OK, tincay_box_news(province.box, news.data, news.size, &result));
    EXPECT(TINCAY_OK, tincay_box_submit(province.box, form, BYTES("{\"told\":\"b\"}"), NULL, &result));
    EXPECT(TINCAY_OK, tincay_box_close(province.box));
    province.box = open_box(in_folder("box"));
    EXPECT(TINCAY_OK, tincay_box_pack(province.box, &bundle));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_collect(province.staff, bundle.data, bundle.size, &receipt));
    CHECK(carry(province.box, province.commune) == 2);
    CHECK(carry(province.box, comer) == 1);
    EXPECT(TINCAY_OK, tincay_box_status(province.box, &result));
    CHECK(pick_is(result, "/bundles_waiting", "0"));
}

static void a_bundle_of_a_revoked_point_is_refused(void) {
    struct province province = make_province();
    tincay_form *form = form_of(ROUTING);
    tincay_bytes result, news, bundle, receipt = rubbish();
    char *more;
    EXPECT(TINCAY_OK, tincay_box_submit(province.box, form, BYTES("{\"told\":\"a\"}"), NULL, &result));
    CHECK(carry(province.box, province.commune) == 1);
    EXPECT(TINCAY_OK, tincay_box_submit(province.box, form, BYTES("{\"told\":\"b\"}"), NULL, &result));
    EXPECT(TINCAY_OK, tincay_box_pack(province.box, &bundle));
    EXPECT(TINCAY_OK, tincay_box_directory(province.box, NULL, &result));
    more = text(",\"revoked\":{\"points\":[{\"point\":\"%s\",\"after_sequence\":1}]}", pick(result, "/point"));
    news = directory(&province, 1, card_of(province.commune), more);
    EXPECT(TINCAY_OK, tincay_desk_post(province.commune, news.data, news.size));
    EXPECT(TINCAY_OK, tincay_desk_post(province.commune, news.data, news.size));
    EXPECT(TINCAY_E_REVOKED, tincay_desk_collect(province.commune, bundle.data, bundle.size, &receipt));
    CHECK(is_empty(receipt) && total(province.commune) == 1);
    EXPECT(TINCAY_OK, tincay_desk_close(province.commune));
    province.commune = open_desk(in_folder("commune"));
    EXPECT(TINCAY_E_REVOKED, tincay_desk_collect(province.commune, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_desk_verify(province.commune, &result));
}

static void a_form_arrives_by_pack_and_is_used(void) {
    struct province province = make_province();
    tincay_form *form = (tincay_form *)16;
    tincay_bytes pack, result;
    char *body = text("{\"tincay\":\"pack\",\"version\":1,\"name\":\"forms\",\"number\":1,\"issued\":\"2026-11-01\","
                      "\"form\":%s}",
                      ROUTING);
    EXPECT(TINCAY_E_NOT_FOUND, tincay_box_form(province.box, "routing", &form));
    CHECK(form == NULL);
    pack = sign(province.one, body, strlen(body));
    EXPECT(TINCAY_OK, tincay_box_news(province.box, pack.data, pack.size, &result));
    CHECK(pick_is(result, "/kind", "pack") && pick_is(result, "/name", "forms") && pick_is(result, "/desks", "3"));
    EXPECT(TINCAY_OK, tincay_desk_post(province.commune, pack.data, pack.size));
    EXPECT(TINCAY_OK, tincay_box_directory(province.box, "en", &result));
    CHECK(pick_is(result, "/forms/0/id", "routing") && pick_is(result, "/forms/0/version", "1"));
    CHECK(pick_is(result, "/number", "null") && pick_is(result, "/age_days", "null"));
    EXPECT(TINCAY_OK, tincay_box_form(province.box, "routing", &form));
    EXPECT(TINCAY_OK, tincay_box_submit(province.box, form, BYTES("{\"told\":\"a\"}"), NULL, &result));
    CHECK(carry(province.box, province.commune) == 1);
    {
        tincay_bytes list, report;
        EXPECT(TINCAY_OK, tincay_desk_list(province.commune, NULL, 0, &list));
        EXPECT(TINCAY_OK, tincay_desk_read(province.commune, pick(list, "/cases/0/id"), &report));
        CHECK(pick_is(report, "/history/0/check", "accepted"));
    }
    /* The form outlives the box. */
    EXPECT(TINCAY_OK, tincay_box_close(province.box));
    EXPECT(TINCAY_OK, tincay_form_check(form, BYTES("{\"told\":\"a\"}"), NULL, &result));
    EXPECT(TINCAY_OK, tincay_form_close(form));
}

static void notices_travel_in_receipts(void) {
    struct province province = make_province();
    char *body = text("{\"tincay\":\"pack\",\"version\":1,\"name\":\"forms\",\"number\":1,\"issued\":\"2026-11-01\","
                      "\"form\":%s}",
                      ROUTING);
    tincay_bytes pack = sign(province.two, body, strlen(body)), result;
    tincay_bytes news = directory(&province, 4, card_of(province.commune), "");
    EXPECT(TINCAY_OK, tincay_desk_post(province.commune, pack.data, pack.size));
    EXPECT(TINCAY_OK, tincay_desk_post(province.commune, news.data, news.size));
    CHECK(carry(province.box, province.commune) == 0);
    EXPECT(TINCAY_OK, tincay_box_directory(province.box, NULL, &result));
    CHECK(pick_is(result, "/number", "4") && pick_is(result, "/forms/0/id", "routing"));
    CHECK(pick(result, "/desks/1") == NULL);
    EXPECT(TINCAY_OK, tincay_box_news(province.box, news.data, news.size, &result));
    CHECK(pick_is(result, "/taken", "false"));
    CHECK(carry(province.box, province.commune) == 0);
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"a desk that a route or the child excludes gets no case",
         a_desk_that_a_route_or_the_child_excludes_gets_no_case},
        {"when nobody is left the numbers to call still come", when_nobody_is_left_the_numbers_to_call_still_come},
        {"answers are wiped whatever happens", answers_are_wiped_whatever_happens},
        {"a directory needs two different signers", a_directory_needs_two_different_signers},
        {"a directory swaps a desk", a_directory_swaps_a_desk},
        {"a bundle of a revoked point is refused", a_bundle_of_a_revoked_point_is_refused},
        {"a form arrives by pack and is used", a_form_arrives_by_pack_and_is_used},
        {"notices travel in receipts", notices_travel_in_receipts},
    };
    return RUN(cases);
}
