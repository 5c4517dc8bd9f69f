/* Hostile bytes, damaged files, a wrong passphrase, no room and no rights: each is an answer, and nothing is harmed. */
#define _GNU_SOURCE
#include "support.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#define FAMILY(call) TINCAY_STATUS_FAMILY(call)

/* ---------------------------------------------------------------------------------------------- JSON and forms */

static char *nested(const char *open, const char *close, int depth) {
    char *text = malloc((strlen(open) + strlen(close)) * (size_t)depth + 1), *end = text;
    int level;
    for (level = 0; level < depth; level++)
        end = stpcpy(end, open);
    for (level = 0; level < depth; level++)
        end = stpcpy(end, close);
    return text;
}

static const char *const BROKEN_UTF8[] = {"{\"story\":\"\xc3\x28\"}",
                                          "{\"story\":\"\xff\"}",
                                          "{\"story\":\"\xc0\xaf\"}",
                                          "{\"story\":\"\xed\xa0\x80\"}",
                                          "{\"story\":\"\xf4\x90\x80\x80\"}",
                                          "{\"story\":\"\xe1\xbb\"}",
                                          "{\"st\x80ory\":1}",
                                          "\xfe\xff{}"};

static void broken_utf8_is_refused(void) {
    tincay_form *form = small_form(), *none;
    size_t index;
    for (index = 0; index < sizeof BROKEN_UTF8 / sizeof BROKEN_UTF8[0]; index++) {
        tincay_bytes result = rubbish();
        EXPECT(TINCAY_E_INVALID_JSON, FAMILY(tincay_form_check(form, BYTES(BROKEN_UTF8[index]), NULL, &result)));
        CHECK(is_empty(result));
        EXPECT(TINCAY_E_INVALID_JSON, FAMILY(tincay_form_state(form, BYTES(BROKEN_UTF8[index]), NULL, NULL, &result)));
        EXPECT(TINCAY_E_INVALID_JSON, FAMILY(tincay_form_open(BYTES(BROKEN_UTF8[index]), &none)));
        CHECK(none == NULL);
    }
}

static void deep_and_large_answers_are_refused(void) {
    tincay_form *form = small_form(), *none;
    char *arrays = nested("[", "]", 100000), *objects = nested("{\"a\":", "1}", 1);
    size_t size = (size_t)10 << 20;
    char *large = malloc(size + 1);
    tincay_bytes result = rubbish();
    EXPECT(TINCAY_E_LIMIT_DEPTH, tincay_form_check(form, BYTES(arrays), NULL, &result));
    EXPECT(TINCAY_E_LIMIT_DEPTH, tincay_form_state(form, BYTES(arrays), NULL, NULL, &result));
    EXPECT(TINCAY_E_LIMIT_DEPTH, tincay_form_open(BYTES(arrays), &none));
    free(objects);
    memset(large, 'a', size);
    memcpy(large, "{\"story\":\"", 10);
    memcpy(large + size - 2, "\"}", 3);
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_form_check(form, (uint8_t *)large, size, NULL, &result));
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_form_state(form, (uint8_t *)large, size, NULL, NULL, &result));
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_form_open((uint8_t *)large, size, &none));
    CHECK(is_empty(result));
    /* Half a million small members, within the size, take bounded time: the case has a clock over it. */
    {
        char *wide = malloc((size_t)1 << 20), *end = wide + 1;
        int index;
        wide[0] = '{';
        for (index = 0; end - wide < (1 << 20) - 40; index++)
            end += sprintf(end, "%s\"k%d\":0", index ? "," : "", index);
        strcpy(end, "}");
        EXPECT(TINCAY_E_INVALID_REPORT, tincay_form_check(form, BYTES(wide), NULL, &result));
        CHECK(result.size > 0);
        tincay_bytes_free(&result);
    }
}

static void what_is_no_form_is_refused(void) {
    static const char *const texts[] = {
        "[]",
        "7",
        "\"form\"",
        "null",
        "{\"type\":7}",
        "{\"type\":\"nonsense\"}",
        "{\"properties\":[]}",
        "{\"required\":\"a\"}",
        "{\"pattern\":\"(\"}",
        "{\"$ref\":\"#/$defs/missing\"}",
        "{\"$ref\":\"https://example.org/elsewhere\"}",
        "{\"minimum\":\"1\"}",
        "{\"properties\":{\"a\":{\"multipleOf\":0}}}",
        "{\"allOf\":{}}",
        "{\"x-tincay-triage\":7}",
    };
    size_t index;
    for (index = 0; index < sizeof texts / sizeof texts[0]; index++) {
        tincay_form *form = (tincay_form *)16;
        tincay_status status = tincay_form_open(BYTES(texts[index]), &form);
        if (status != TINCAY_E_INVALID_FORM)
            printf("    %s\n", texts[index]);
        EXPECT(TINCAY_E_INVALID_FORM, status);
        CHECK(form == NULL);
    }
}

static void a_form_gets_what_it_refers_to_from_the_host(void) {
    const char *form_json = "{\"properties\":{\"a\":{\"$ref\":\"urn:example:list\"}}}";
    const char *resources = "{\"schemas\":{\"urn:example:list\":{\"enum\":[1,2]}}}";
    tincay_form *form = NULL;
    tincay_bytes result, review;
    char *code;
    EXPECT(TINCAY_E_INVALID_FORM, tincay_form_open_with(BYTES(form_json), NULL, 0, &form));
    EXPECT(TINCAY_OK, tincay_form_open_with(BYTES(form_json), BYTES(resources), &form));
    EXPECT(TINCAY_E_INVALID_REPORT, tincay_form_check(form, BYTES("{\"a\":3}"), NULL, &result));
    code = pick(result, "/findings/0/code");
    CHECK(strcmp(code, "enum") == 0);
    free(code);
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_form_close(form));

    EXPECT(TINCAY_OK, tincay_form_review(BYTES(form_json), NULL, 0, &review));
    code = pick(review, "/faults/0/code");
    CHECK(strcmp(code, "reference") == 0);
    free(code);
    code = pick(review, "/faults/0/path");
    CHECK(strcmp(code, "/properties/a/$ref") == 0);
    free(code);
    tincay_bytes_free(&review);
    EXPECT(TINCAY_OK, tincay_form_review(BYTES(form_json), BYTES(resources), &review));
    code = pick(review, "/usable");
    CHECK(strcmp(code, "true") == 0);
    free(code);
    tincay_bytes_free(&review);
}

static void a_form_with_breaks_in_its_lines_is_told_in_good_json(void) {
    const char *title = "one\ntwo\ttab \"three\" \\ \x01 four";
    const char *form_json = "{\"title\":\"one\\ntwo\\ttab \\\"three\\\" \\\\ \\u0001 four\",\"properties\":{\"a~/\":"
                            "{\"type\":\"integer\"}}}";
    tincay_form *form;
    tincay_bytes state, result;
    char *told;
    EXPECT(TINCAY_OK, tincay_form_open(BYTES(form_json), &form));
    EXPECT(TINCAY_OK, tincay_form_state(form, BYTES("{}"), NULL, "en", &state));
    told = pick(state, "/title");
    CHECK(strcmp(told, title) == 0);
    free(told);
    tincay_bytes_free(&state);
    EXPECT(TINCAY_E_INVALID_REPORT, tincay_form_check(form, BYTES("{\"a~/\":\"x\"}"), "en", &result));
    told = pick(result, "/findings/0/path");
    CHECK(strcmp(told, "/a~0~1") == 0);
    free(told);
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_form_close(form));
}

static void resources_that_make_no_sense_are_refused(void) {
    static const char *const texts[] = {
        "7",
        "[]",
        "{\"schemas\":7}",
        "{\"schemas\":{\"urn:a\":{}},\"more\":1}",
        "{\"dialect\":\"urn:none\"}",
        "{\"formats\":\"yes\"}",
        "{\"packs\":{}}",
    };
    size_t index;
    for (index = 0; index < sizeof texts / sizeof texts[0]; index++) {
        tincay_form *form = (tincay_form *)16;
        tincay_bytes review;
        EXPECT(TINCAY_E_INVALID_FORM, tincay_form_open_with(BYTES("{}"), BYTES(texts[index]), &form));
        CHECK(form == NULL);
        EXPECT(TINCAY_E_INVALID_FORM, tincay_form_review(BYTES("{}"), BYTES(texts[index]), &review));
    }
    EXPECT(TINCAY_E_INVALID_JSON, FAMILY(tincay_form_open_with(BYTES("{}"), BYTES("{"), &(tincay_form *){NULL})));
}

static void a_form_that_refers_to_itself_ends(void) {
    static const char *const texts[] = {
        "{\"$ref\":\"#\"}",
        "{\"allOf\":[{\"$ref\":\"#\"}]}",
        "{\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}},\"$ref\":\"#/$defs/a\"}",
        "{\"$dynamicAnchor\":\"n\",\"$dynamicRef\":\"#n\"}",
        "{\"properties\":{\"a\":{\"$ref\":\"#\"}}}",
    };
    size_t index;
    for (index = 0; index < sizeof texts / sizeof texts[0]; index++) {
        tincay_form *form;
        tincay_bytes result;
        if (tincay_form_open(BYTES(texts[index]), &form) != TINCAY_OK)
            continue;
        if (tincay_form_check(form, BYTES("{\"a\":{\"a\":{\"a\":1}}}"), NULL, &result) == TINCAY_OK)
            tincay_bytes_free(&result);
        EXPECT(TINCAY_OK, tincay_form_close(form));
    }
}

/* ---------------------------------------------------------------------------------------------- setups and queries */

static void setups_that_are_none_are_refused(void) {
    static const char *const boxes[] = {
        "{}",
        "[]",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[]}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[{}]}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s],\"slots_per_day\":0}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s],\"slots_per_day\":33}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s],\"slot_kib\":17}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s],\"slot_kib\":512}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s],\"bundle_mib\":65}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s],\"bundle_mib\":-1}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s],\"bundle_mib\":1e300}",
        "{\"point\":{\"name\":7,\"kind\":\"K\"},\"desks\":[%s]}",
        "{\"point\":{\"kind\":\"K\"},\"desks\":[%s]}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s],\"unknown\":1}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s,%1$s]}",
    };
    static const char *const desks[] = {
        "[]",
        "{\"name\":7}",
        "{\"unknown\":1}",
        "{\"kdf\":{\"memory_mib\":63}}",
        "{\"kdf\":{\"memory_mib\":1025}}",
        "{\"kdf\":{\"passes\":1}}",
        "{\"kdf\":{\"passes\":11}}",
        "{\"kdf\":{\"memory_mib\":\"64\"}}",
    };
    const char *desk_path = in_folder("desk.tincay"), *box_path = in_folder("box.tincay");
    tincay_desk *desk;
    tincay_bytes card;
    size_t index;
    for (index = 0; index < sizeof desks / sizeof desks[0]; index++) {
        EXPECT(TINCAY_E_INVALID_INPUT, tincay_desk_create(desk_path, PERSON, BYTES(PASSPHRASE), BYTES(desks[index])));
        CHECK(access(desk_path, F_OK) != 0);
    }
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, tincay_desk_create(desk_path, PERSON, BYTES(PASSPHRASE), BYTES("{")));
    make_desk(desk_path);
    desk = open_desk(desk_path);
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &card));
    for (index = 0; index < sizeof boxes / sizeof boxes[0]; index++) {
        char *setup = malloc(card.size * 10 + 500);
        tincay_status status;
        sprintf(setup, boxes[index], (char *)card.data);
        status = tincay_box_create(box_path, BYTES(setup));
        if (status != TINCAY_E_INVALID_INPUT)
            printf("    %s\n", boxes[index]);
        EXPECT(TINCAY_E_INVALID_INPUT, status);
        CHECK(access(box_path, F_OK) != 0);
        free(setup);
    }
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, tincay_box_create(box_path, NULL, 0));
    EXPECT(TINCAY_E_INVALID_JSON_UTF8, tincay_box_create(box_path, BYTES("{\"point\":\"\xff\"}")));
    CHECK(access(box_path, F_OK) != 0);
}

static void a_card_that_was_changed_is_refused(void) {
    const char *desk_path = in_folder("desk.tincay"), *box_path = in_folder("box.tincay");
    tincay_desk *desk;
    tincay_bytes card;
    char *setup, *name;
    make_desk(desk_path);
    desk = open_desk(desk_path);
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &card));
    name = strstr((char *)card.data, "Desk of the test");
    CHECK(name != NULL);
    name[0] = 'T';
    setup = malloc(card.size + 200);
    sprintf(setup, "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s]}", (char *)card.data);
    EXPECT(TINCAY_E_TAMPERED, tincay_box_create(box_path, BYTES(setup)));
    CHECK(access(box_path, F_OK) != 0);
}

static void queries_and_events_that_are_none_are_refused(void) {
    static const char *const queries[] = {"[]",
                                          "{\"limit\":0}",
                                          "{\"limit\":1001}",
                                          "{\"limit\":\"1\"}",
                                          "{\"order\":\"size\"}",
                                          "{\"urgency\":\"U1\"}",
                                          "{\"urgency\":[1]}",
                                          "{\"unknown\":1}",
                                          "{\"after\":7}"};
    static const char *const counts[] = {"{}",
                                         "{\"by\":[]}",
                                         "{\"by\":\"urgency\"}",
                                         "{\"by\":[1]}",
                                         "{\"by\":[\"a\",\"b\",\"c\",\"d\"]}",
                                         "{\"by\":[\"urgency\"],\"unknown\":1}"};
    static const char *const events[] = {"{}",
                                         "[]",
                                         "{\"type\":\"read\"}",
                                         "{\"type\":\"note\"}",
                                         "{\"type\":\"note\",\"text\":7}",
                                         "{\"type\":\"status\",\"status\":\"NEW_ONE\"}",
                                         "{\"type\":\"assigned\"}",
                                         "{\"type\":\"note\",\"text\":\"a\",\"unknown\":1}"};
    const char *path = in_folder("desk.tincay");
    tincay_desk *desk;
    tincay_form *form = small_form();
    tincay_bytes result;
    char *id, *large = malloc(70000);
    size_t index;
    make_desk(path);
    desk = open_desk(path);
    EXPECT(TINCAY_OK, tincay_desk_file(desk, form, BYTES(SMALL_ANSWERS), NULL, &result));
    id = pick(result, "/id");
    for (index = 0; index < sizeof queries / sizeof queries[0]; index++) {
        result = rubbish();
        EXPECT(TINCAY_E_INVALID_INPUT, tincay_desk_list(desk, BYTES(queries[index]), &result));
        CHECK(is_empty(result));
    }
    for (index = 0; index < sizeof counts / sizeof counts[0]; index++)
        EXPECT(TINCAY_E_INVALID_INPUT, tincay_desk_count(desk, BYTES(counts[index]), &result));
    for (index = 0; index < sizeof events / sizeof events[0]; index++)
        EXPECT(TINCAY_E_INVALID_INPUT, tincay_desk_record(desk, id, BYTES(events[index])));
    EXPECT(TINCAY_E_NOT_FOUND,
           tincay_desk_list(desk, BYTES("{\"after\":\"00112233445566778899aabbccddeeff\"}"), &result));
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, tincay_desk_list(desk, BYTES("{"), &result));
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, tincay_desk_count(desk, NULL, 0, &result));
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, tincay_desk_record(desk, id, BYTES("")));
    memset(large, ' ', 70000);
    memcpy(large, "{}", 2);
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_desk_record(desk, id, (uint8_t *)large, 70000));
    EXPECT(TINCAY_E_LIMIT, tincay_desk_shred(desk, id, NULL, 0));
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_desk_shred(desk, id, (uint8_t *)large, 1001));
    EXPECT(TINCAY_E_MISUSE, tincay_desk_shred(desk, id, BYTES("\xff")));
    EXPECT(TINCAY_OK, tincay_desk_read(desk, id, &result));
    {
        static const char *const ids[] = {"",
                                          "0",
                                          "zz112233445566778899aabbccddeeff",
                                          "00112233445566778899aabbccddeeff",
                                          "00112233445566778899aabbccddeeff0",
                                          "../../../../etc/passwd",
                                          "%s%n\xff"};
        for (index = 0; index < sizeof ids / sizeof ids[0]; index++) {
            result = rubbish();
            EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_read(desk, ids[index], &result));
            CHECK(is_empty(result));
            EXPECT(TINCAY_E_NOT_FOUND,
                   tincay_desk_record(desk, ids[index], BYTES("{\"type\":\"note\",\"text\":\"a\"}")));
            EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_shred(desk, ids[index], BYTES("why")));
        }
    }
    EXPECT(TINCAY_OK, tincay_desk_verify(desk, &result));
}

static void answers_that_do_not_fit_a_slot_are_refused(void) {
    static const char form_json[] = "{\"type\":\"object\"}";
    const char *desk_path = in_folder("desk.tincay"), *box_path = in_folder("box.tincay");
    tincay_form *form;
    tincay_box *box;
    tincay_bytes result = rubbish();
    char *answers = malloc(60000);
    make_desk(desk_path);
    make_box(box_path, open_desk(desk_path), ",\"bundle_mib\":1");
    box = open_box(box_path);
    EXPECT(TINCAY_OK, tincay_form_open(BYTES(form_json), &form));
    memset(answers, 'a', 60000);
    memcpy(answers, "{\"story\":\"", 10);
    strcpy(answers + 50000, "\"}");
    EXPECT(TINCAY_E_LIMIT, FAMILY(tincay_box_submit(box, form, BYTES(answers), NULL, &result)));
    CHECK(pick_is(result, "/accepted", "true") && pick_is(result, "/kept", "false"));
    strcpy(answers + 5000, "\"}");
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES(answers), NULL, &result));
}

/* ---------------------------------------------------------------------------------------------- keys */

static void a_wrong_passphrase_or_person_is_the_wrong_key(void) {
    const char *path = in_folder("desk.tincay");
    tincay_desk *desk = (tincay_desk *)16;
    tincay_bytes verified;
    make_desk(path);
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_open(path, PERSON, BYTES("correct horse battery stapl"), &desk));
    CHECK(desk == NULL);
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_open(path, PERSON, BYTES("correct horse battery staple "), &desk));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_open(path, "somebody else", BYTES(PASSPHRASE), &desk));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_open(path, "Counsellor", BYTES(PASSPHRASE), &desk));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_open(path, PERSON, NULL, 0, &desk));
    CHECK(desk == NULL);
    desk = open_desk(path);
    EXPECT(TINCAY_OK, tincay_desk_verify(desk, &verified));
}

static void a_bundle_for_another_desk_is_the_wrong_key(void) {
    const char *first_path = in_folder("first.tincay"), *second_path = in_folder("second.tincay");
    const char *box_path = in_folder("box.tincay"), *other_path = in_folder("other.tincay");
    tincay_desk *first, *second;
    tincay_box *box, *other;
    tincay_bytes bundle, other_bundle, receipt = rubbish(), settled = rubbish();
    make_desk(first_path);
    make_desk(second_path);
    first = open_desk(first_path);
    second = open_desk(second_path);
    make_box(box_path, first, ",\"bundle_mib\":1");
    make_box(other_path, second, ",\"bundle_mib\":1");
    box = open_box(box_path);
    other = open_box(other_path);
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    EXPECT(TINCAY_OK, tincay_box_pack(other, &other_bundle));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_collect(second, bundle.data, bundle.size, &receipt));
    CHECK(is_empty(receipt));
    EXPECT(TINCAY_OK, tincay_desk_collect(first, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_box_settle(other, receipt.data, receipt.size, &settled));
    CHECK(is_empty(settled));
    /* A second box of the same desk is not meant either. */
    other_path = in_folder("third.tincay");
    make_box(other_path, first, ",\"bundle_mib\":1");
    other = open_box(other_path);
    EXPECT(TINCAY_E_WRONG_KEY, tincay_box_settle(other, receipt.data, receipt.size, &settled));
    EXPECT(TINCAY_OK, tincay_box_settle(box, receipt.data, receipt.size, &settled));
}

/* ---------------------------------------------------------------------------------------------- bundles and receipts */

static int refuses(tincay_status status) {
    int family = TINCAY_STATUS_FAMILY(status);
    if (family == TINCAY_E_FORMAT || family == TINCAY_E_WRONG_KEY || family == TINCAY_E_TAMPERED ||
        family == TINCAY_E_FORMAT_TOO_NEW || family == TINCAY_E_LIMIT)
        return 1;
    printf("    answered %s\n", tincay_status_name(status));
    return 0;
}

static void damaged_bundles_are_refused_whole(void) {
    const char *desk_path = in_folder("desk.tincay"), *box_path = in_folder("box.tincay");
    tincay_desk *desk;
    tincay_box *box;
    tincay_form *form = small_form();
    tincay_bytes bundle, result, receipt = rubbish();
    uint8_t *copy;
    size_t position, step;
    long entries;
    make_desk(desk_path);
    desk = open_desk(desk_path);
    make_box(box_path, desk, ",\"bundle_mib\":1");
    box = open_box(box_path);
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES(SMALL_ANSWERS), NULL, &result));
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    copy = malloc(bundle.size + 1);
    memcpy(copy, bundle.data, bundle.size);
    EXPECT(TINCAY_OK, tincay_desk_verify(desk, &result));
    entries = pick_number(result, "/entries");
    /* Every byte of the head, then samples of all the rest and the end. */
    for (position = 0; position < bundle.size; position += step) {
        step = position < 1200 || position + 80 > bundle.size ? 1 : 4099;
        if (position + step > bundle.size - 80 && position < bundle.size - 80)
            step = bundle.size - 80 - position;
        copy[position] ^= (uint8_t)(1 << (position % 8));
        if (!refuses(tincay_desk_collect(desk, copy, bundle.size, &receipt))) {
            printf("    with byte %zu changed\n", position);
            fail(__FILE__, __LINE__, "refused");
        }
        CHECK(is_empty(receipt));
        copy[position] ^= (uint8_t)(1 << (position % 8));
    }
    {
        size_t sizes[] = {0, 1, 31, 32, 33, 100, 1000, 5000, bundle.size / 2, bundle.size - 1, bundle.size + 1};
        size_t index;
        copy[bundle.size] = 0;
        for (index = 0; index < sizeof sizes / sizeof sizes[0]; index++)
            CHECK(refuses(tincay_desk_collect(desk, copy, sizes[index], &receipt)));
    }
    for (position = 0; position < bundle.size; position++)
        copy[position] = (uint8_t)random_number();
    CHECK(refuses(tincay_desk_collect(desk, copy, bundle.size, &receipt)));
    memset(copy, 0, bundle.size);
    CHECK(refuses(tincay_desk_collect(desk, copy, bundle.size, &receipt)));
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &result));
    CHECK(pick_is(result, "/total", "0"));
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &result));
    CHECK(pick_is(result, "/total", "1"));
    EXPECT(TINCAY_OK, tincay_desk_verify(desk, &result));
    CHECK(pick_number(result, "/entries") > entries);
}

static void damaged_receipts_free_nothing(void) {
    const char *desk_path = in_folder("desk.tincay"), *box_path = in_folder("box.tincay");
    tincay_desk *desk;
    tincay_box *box;
    tincay_bytes bundle, receipt, settled = rubbish(), before, after;
    size_t position;
    make_desk(desk_path);
    desk = open_desk(desk_path);
    make_box(box_path, desk, ",\"bundle_mib\":1");
    box = open_box(box_path);
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_box_status(box, &before));
    for (position = 0; position < receipt.size; position++) {
        receipt.data[position] ^= (uint8_t)(1 << (position % 8));
        CHECK(refuses(tincay_box_settle(box, receipt.data, receipt.size, &settled)));
        CHECK(is_empty(settled));
        receipt.data[position] ^= (uint8_t)(1 << (position % 8));
    }
    for (position = 0; position < receipt.size; position += position < 1200 ? 1 : 97)
        CHECK(refuses(tincay_box_settle(box, receipt.data, position, &settled)));
    CHECK(refuses(tincay_box_settle(box, bundle.data, bundle.size, &settled)));
    EXPECT(TINCAY_OK, tincay_box_status(box, &after));
    CHECK(before.size == after.size && memcmp(before.data, after.data, after.size) == 0);
    EXPECT(TINCAY_OK, tincay_box_settle(box, receipt.data, receipt.size, &settled));
    CHECK(pick_number(settled, "/freed") > 0);
}

/* ---------------------------------------------------------------------------------------------- files */

static tincay_status open_and_close(const char *path) {
    tincay_box *box = (tincay_box *)16;
    tincay_desk *desk = (tincay_desk *)16;
    tincay_status as_box = tincay_box_open(path, &box), as_desk;
    if (as_box == TINCAY_OK)
        EXPECT(TINCAY_OK, tincay_box_close(box));
    else
        CHECK(box == NULL);
    as_desk = tincay_desk_open(path, PERSON, BYTES(PASSPHRASE), &desk);
    if (as_desk == TINCAY_OK)
        EXPECT(TINCAY_OK, tincay_desk_close(desk));
    else
        CHECK(desk == NULL);
    EXPECT(as_box, as_desk);
    return as_box;
}

static void files_that_are_none_of_ours_are_refused(void) {
    const char *path = in_folder("foreign.tincay"), *desk_path = in_folder("desk.tincay");
    const char *box_path = in_folder("box.tincay");
    tincay_box *box = (tincay_box *)16;
    tincay_desk *desk;
    uint8_t *bytes;
    char *text = malloc(100000);
    size_t size;
    EXPECT(TINCAY_E_NOT_FOUND, open_and_close(path));
    CHECK(access(path, F_OK) != 0);
    write_file(path, "", 0);
    EXPECT(TINCAY_E_FORMAT, open_and_close(path));
    memset(text, 'x', 100000);
    write_file(path, text, 100000);
    EXPECT(TINCAY_E_FORMAT, open_and_close(path));
    memcpy(text, "SQLite format 3", 16);
    write_file(path, text, 100000);
    EXPECT(TINCAY_E_FORMAT, open_and_close(path));
    memset(text + 16, 0, 99984);
    write_file(path, text, 100000);
    EXPECT(TINCAY_E_FORMAT, open_and_close(path));
    EXPECT(TINCAY_E_FORMAT, open_and_close("/dev/null"));

    make_desk(desk_path);
    desk = open_desk(desk_path);
    make_box(box_path, desk, ",\"bundle_mib\":1");
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    EXPECT(TINCAY_E_FORMAT, tincay_box_open(desk_path, &box));
    EXPECT(TINCAY_E_FORMAT, tincay_desk_open(box_path, PERSON, BYTES(PASSPHRASE), &desk));
    CHECK(box == NULL && desk == NULL);
    /* The application id of a SQLite file stands at byte 68, and our version of the layout at byte 60. */
    bytes = read_file(box_path, &size);
    bytes[68] ^= 0x55;
    write_file(path, bytes, size);
    EXPECT(TINCAY_E_FORMAT, open_and_close(path));
    /* What was refused was not changed either. */
    {
        size_t now;
        uint8_t *again = read_file(path, &now);
        CHECK(now == size && memcmp(again, bytes, size) == 0);
    }
    bytes[68] ^= 0x55;
    bytes[60] = 1;
    write_file(path, bytes, size);
    EXPECT(TINCAY_E_FORMAT_TOO_NEW, tincay_box_open(path, &box));
}

static void nothing_is_overwritten(void) {
    const char *desk_path = in_folder("desk.tincay"), *box_path = in_folder("box.tincay");
    tincay_desk *desk;
    tincay_bytes card;
    char *setup = malloc(5000);
    uint8_t *before, *after;
    size_t size, now;
    make_desk(desk_path);
    EXPECT(TINCAY_E_EXISTS, tincay_desk_create(desk_path, PERSON, BYTES(PASSPHRASE), BYTES(QUICK_DESK)));
    desk = open_desk(desk_path);
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &card));
    write_file(box_path, "a letter", 8);
    sprintf(setup, "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s]}", (char *)card.data);
    EXPECT(TINCAY_E_EXISTS, tincay_box_create(box_path, BYTES(setup)));
    after = read_file(box_path, &now);
    CHECK(now == 8 && memcmp(after, "a letter", 8) == 0);
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    before = read_file(desk_path, &size);
    EXPECT(TINCAY_E_EXISTS, tincay_box_create(desk_path, BYTES(setup)));
    after = read_file(desk_path, &now);
    CHECK(now == size && memcmp(before, after, size) == 0);
}

/* Does to a damaged box what a kiosk would; only the statuses matter. */
static void work_box(const char *path, tincay_form *form) {
    tincay_box *box;
    tincay_bytes result;
    tincay_status status = tincay_box_open(path, &box);
    if (status == TINCAY_OK) {
        status = tincay_box_submit(box, form, BYTES(SMALL_ANSWERS), NULL, &result);
        CHECK(FAMILY(status) != TINCAY_E_INTERNAL);
        tincay_bytes_free(&result);
        status = tincay_box_pack(box, &result);
        CHECK(FAMILY(status) != TINCAY_E_INTERNAL);
        tincay_bytes_free(&result);
        status = tincay_box_status(box, &result);
        CHECK(FAMILY(status) != TINCAY_E_INTERNAL);
        tincay_bytes_free(&result);
        EXPECT(TINCAY_OK, tincay_box_close(box));
    }
    CHECK(FAMILY(status) != TINCAY_E_INTERNAL && FAMILY(status) != TINCAY_E_MISUSE);
}

static void damaged_boxes_are_answers(void) {
    const char *desk_path = in_folder("desk.tincay"), *box_path = in_folder("box.tincay");
    const char *path = in_folder("damaged.tincay");
    tincay_desk *desk;
    tincay_box *box;
    tincay_form *form = small_form();
    tincay_bytes result;
    uint8_t *bytes;
    size_t size, position;
    int round;
    make_desk(desk_path);
    desk = open_desk(desk_path);
    make_box(box_path, desk, ",\"bundle_mib\":1");
    box = open_box(box_path);
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES(SMALL_ANSWERS), NULL, &result));
    EXPECT(TINCAY_OK, tincay_box_close(box));
    bytes = read_file(box_path, &size);
    for (round = 0; round < 300; round++) {
        uint8_t *copy = malloc(size);
        int flips = 1 + (int)(random_number() % 4), flip;
        memcpy(copy, bytes, size);
        for (flip = 0; flip < flips; flip++) {
            /* Half of the flips hit the first pages, where the schema and the settings are. */
            position = random_number() % (round % 2 ? size : size < 12288 ? size : 12288);
            copy[position] ^= (uint8_t)(1 << (random_number() % 8));
        }
        write_file(path, copy, size);
        work_box(path, form);
        free(copy);
        unlink(path);
        unlink(in_folder("damaged.tincay-wal"));
        unlink(in_folder("damaged.tincay-shm"));
    }
    for (round = 0; round < 60; round++) {
        size_t shorter = round < 20 ? (size_t)round * 50 : random_number() % size;
        write_file(path, bytes, shorter);
        CHECK(tincay_box_open(path, &box) != TINCAY_OK || tincay_box_close(box) == TINCAY_OK);
        if (shorter < 4096)
            EXPECT(TINCAY_E_FORMAT, tincay_box_open(path, &box));
        work_box(path, form);
        unlink(path);
        unlink(in_folder("damaged.tincay-wal"));
        unlink(in_folder("damaged.tincay-shm"));
    }
}

static void damaged_desks_are_answers(void) {
    const char *desk_path = in_folder("desk.tincay"), *path = in_folder("damaged.tincay");
    tincay_desk *desk;
    tincay_form *form = small_form();
    tincay_bytes result;
    uint8_t *bytes;
    size_t size;
    int round;
    make_desk(desk_path);
    desk = open_desk(desk_path);
    EXPECT(TINCAY_OK, tincay_desk_keep(desk, form));
    for (round = 0; round < 5; round++)
        EXPECT(TINCAY_OK, tincay_desk_file(desk, form, BYTES(SMALL_ANSWERS), NULL, &result));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    bytes = read_file(desk_path, &size);
    for (round = 0; round < 60; round++) {
        uint8_t *copy = malloc(size);
        tincay_status status;
        size_t length = round % 3 == 2 ? random_number() % size : size;
        memcpy(copy, bytes, size);
        copy[random_number() % size] ^= (uint8_t)(1 << (random_number() % 8));
        write_file(path, copy, length);
        status = tincay_desk_open(path, PERSON, BYTES(PASSPHRASE), &desk);
        CHECK(FAMILY(status) != TINCAY_E_INTERNAL && FAMILY(status) != TINCAY_E_MISUSE);
        if (status == TINCAY_OK) {
            static const char *const queries[] = {"{\"by\":[\"urgency\"]}", "{\"by\":[\"point\",\"form\"]}"};
            char *id;
            CHECK(FAMILY(tincay_desk_list(desk, NULL, 0, &result)) != TINCAY_E_INTERNAL);
            id = pick(result, "/cases/0/id");
            if (id != NULL)
                CHECK(FAMILY(tincay_desk_read(desk, id, &result)) != TINCAY_E_INTERNAL);
            CHECK(FAMILY(tincay_desk_count(desk, BYTES(queries[round % 2]), &result)) != TINCAY_E_INTERNAL);
            status = tincay_desk_verify(desk, &result);
            CHECK(FAMILY(status) != TINCAY_E_INTERNAL);
            EXPECT(TINCAY_OK, tincay_desk_close(desk));
        }
        free(copy);
        unlink(path);
        unlink(in_folder("damaged.tincay-wal"));
        unlink(in_folder("damaged.tincay-shm"));
    }
}

static void a_folder_without_rights_is_an_answer(void) {
    const char *folder = in_folder("closed"), *desk_path = in_folder("closed/desk.tincay");
    const char *file = in_folder("file");
    char *base = strdup(folder);
    tincay_desk *desk = (tincay_desk *)16;
    tincay_box *box = (tincay_box *)16;
    tincay_status status;
    write_file(file, "a file", 6);
    status = tincay_desk_create(in_folder("file/desk.tincay"), PERSON, BYTES(PASSPHRASE), BYTES(QUICK_DESK));
    CHECK(status == TINCAY_E_ACCESS || status == TINCAY_E_NOT_FOUND);
    status = tincay_desk_create(in_folder("nowhere/desk.tincay"), PERSON, BYTES(PASSPHRASE), BYTES(QUICK_DESK));
    CHECK(status == TINCAY_E_ACCESS || status == TINCAY_E_NOT_FOUND);
    /* A folder is no box. */
    status = tincay_box_open(in_folder("."), &box);
    CHECK(box == NULL && (status == TINCAY_E_ACCESS || status == TINCAY_E_FORMAT || status == TINCAY_E_IO));
    CHECK(mkdir(folder, 0700) == 0);
    *strrchr(base, '/') = 0;
    CHECK(chmod(base, 0711) == 0);
    if (getuid() == 0)
        CHECK(chown(folder, 65534, 65534) == 0);
    /* Root may write anywhere, so the rest is done as nobody. */
    if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
        skip("cannot become another user");
    make_desk(desk_path);
    CHECK(chmod(desk_path, 0400) == 0);
    EXPECT(TINCAY_E_ACCESS, tincay_desk_open(desk_path, PERSON, BYTES(PASSPHRASE), &desk));
    CHECK(desk == NULL);
    CHECK(chmod(desk_path, 0) == 0);
    EXPECT(TINCAY_E_ACCESS, tincay_desk_open(desk_path, PERSON, BYTES(PASSPHRASE), &desk));
    CHECK(chmod(desk_path, 0600) == 0);
    desk = open_desk(desk_path);
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    CHECK(chmod(folder, 0555) == 0);
    EXPECT(TINCAY_E_ACCESS,
           tincay_desk_create(in_folder("closed/other.tincay"), PERSON, BYTES(PASSPHRASE), BYTES(QUICK_DESK)));
    CHECK(access(in_folder("closed/other.tincay"), F_OK) != 0);
    CHECK(chmod(folder, 0700) == 0);
}

/* Fills a box until the disk has no room, and returns how many reports were acknowledged. */
static long fill(const char *box_path) {
    tincay_form *form = small_form();
    tincay_box *box = open_box(box_path);
    tincay_status status = TINCAY_OK;
    tincay_bytes result;
    long kept = 0;
    while (status == TINCAY_OK) {
        status = tincay_box_submit(box, form, BYTES(SMALL_ANSWERS), NULL, &result);
        if (status == TINCAY_OK)
            kept++;
        CHECK(pick_is(result, "/accepted", "true"));
        CHECK(pick_is(result, "/kept", status == TINCAY_OK ? "true" : "false"));
        tincay_bytes_free(&result);
        CHECK(kept < 5000);
    }
    EXPECT(TINCAY_E_DISK_FULL, status);
    CHECK(kept > 0);
    EXPECT(TINCAY_E_DISK_FULL, tincay_box_submit(box, form, BYTES(SMALL_ANSWERS), NULL, &result));
    CHECK(pick_is(result, "/kept", "false"));
    EXPECT(TINCAY_OK, tincay_box_close(box));
    /* A full box still opens. */
    box = open_box(box_path);
    EXPECT(TINCAY_OK, tincay_box_close(box));
    return kept;
}

static void a_full_disk_loses_nothing(void) {
    const char *small = in_folder("small"), *desk_path = in_folder("desk.tincay");
    tincay_desk *desk;
    tincay_box *box;
    tincay_bytes bundle, receipt, result;
    long kept;
    make_desk(desk_path);
    desk = open_desk(desk_path);
    CHECK(mkdir(small, 0700) == 0);
    if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("tmpfs", small, "tmpfs", 0, "size=1500k") != 0)
        skip("a small file system cannot be mounted here");
    make_box(in_folder("small/box.tincay"), desk, ",\"bundle_mib\":2,\"flood\":{\"burst\":5000}");
    kept = fill(in_folder("small/box.tincay"));
    /* Somebody makes room: all that was acknowledged is there, and nothing else. */
    CHECK(mount("tmpfs", small, "tmpfs", MS_REMOUNT, "size=16m") == 0);
    box = open_box(in_folder("small/box.tincay"));
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &result));
    CHECK(pick_number(result, "/total") == kept);
    EXPECT(TINCAY_OK, tincay_box_close(box));
    CHECK(umount(small) == 0);
}

static void a_file_that_may_not_grow_loses_nothing(void) {
    const char *box_path = in_folder("box.tincay"), *desk_path = in_folder("desk.tincay");
    tincay_desk *desk;
    tincay_box *box;
    tincay_form *form = small_form();
    tincay_bytes result, bundle, receipt;
    struct rlimit limit;
    tincay_status status = TINCAY_OK;
    long kept = 0;
    make_desk(desk_path);
    desk = open_desk(desk_path);
    make_box(box_path, desk, ",\"bundle_mib\":4,\"flood\":{\"burst\":5000}");
    signal(SIGXFSZ, SIG_IGN);
    box = open_box(box_path);
    CHECK(getrlimit(RLIMIT_FSIZE, &limit) == 0);
    limit.rlim_cur = 1500 * 1024;
    CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    for (; status == TINCAY_OK && kept < 5000; kept += status == TINCAY_OK) {
        status = tincay_box_submit(box, form, BYTES(SMALL_ANSWERS), NULL, &result);
        tincay_bytes_free(&result);
    }
    CHECK(FAMILY(status) == TINCAY_E_DISK_FULL || FAMILY(status) == TINCAY_E_IO);
    limit.rlim_cur = limit.rlim_max;
    CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    /* There is room again: the same handle goes on. */
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES(SMALL_ANSWERS), NULL, &result));
    kept++;
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &result));
    CHECK(pick_number(result, "/total") == kept);
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"broken UTF-8 is refused", broken_utf8_is_refused},
        {"deep and large answers are refused", deep_and_large_answers_are_refused},
        {"what is no form is refused", what_is_no_form_is_refused},
        {"a form gets what it refers to from the host", a_form_gets_what_it_refers_to_from_the_host},
        {"a form with breaks in its lines is told in good JSON", a_form_with_breaks_in_its_lines_is_told_in_good_json},
        {"resources that make no sense are refused", resources_that_make_no_sense_are_refused},
        {"a form that refers to itself ends", a_form_that_refers_to_itself_ends},
        {"setups that are none are refused", setups_that_are_none_are_refused},
        {"a card that was changed is refused", a_card_that_was_changed_is_refused},
        {"queries and events that are none are refused", queries_and_events_that_are_none_are_refused},
        {"answers that do not fit a slot are refused", answers_that_do_not_fit_a_slot_are_refused},
        {"a wrong passphrase or person is the wrong key", a_wrong_passphrase_or_person_is_the_wrong_key},
        {"a bundle for another desk is the wrong key", a_bundle_for_another_desk_is_the_wrong_key},
        {"damaged bundles are refused whole", damaged_bundles_are_refused_whole},
        {"damaged receipts free nothing", damaged_receipts_free_nothing},
        {"files that are none of ours are refused", files_that_are_none_of_ours_are_refused},
        {"nothing is overwritten", nothing_is_overwritten},
        {"damaged boxes are answers", damaged_boxes_are_answers},
        {"damaged desks are answers", damaged_desks_are_answers},
        {"a folder without rights is an answer", a_folder_without_rights_is_an_answer},
        {"a full disk loses nothing", a_full_disk_loses_nothing},
        {"a file that may not grow loses nothing", a_file_that_may_not_grow_loses_nothing},
    };
    return RUN(cases);
}
