/* Sections by key: desks that may read some sections only, and sections that two desks open together. */
#include "support.h"

static const char FORM[] =
    "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$id\":\"urn:example:sections\","
    "\"x-tincay-form\":{\"id\":\"sections\",\"version\":\"1\"},\"type\":\"object\",\"required\":[\"told\"],"
    "\"unevaluatedProperties\":false,\"properties\":{"
    "\"told\":{\"type\":\"string\",\"x-tincay-section\":\"facts\"},"
    "\"child\":{\"type\":\"string\",\"x-tincay-section\":\"identity\"},"
    "\"where\":{\"type\":\"string\",\"x-tincay-section\":\"place\"}}}";
static const char ANSWERS[] = "{\"told\":\"something\",\"child\":\"somebody\",\"where\":\"somewhere\"}";

enum { FIRST, SECOND, LIMITED, COUNT };

/* Three desks that a box sends one report to: two that open the identity together, and one that has facts and place. */
struct meeting {
    tincay_desk *desks[COUNT];
    tincay_bytes cards[COUNT];
    char *id;
};

static struct meeting meet(void) {
    static const char *const names[COUNT] = {"first.tincay", "second.tincay", "limited.tincay"};
    static const char format[] =
        "{\"point\":{\"name\":\"P\",\"kind\":\"NODE-TRUSTED\"},\"bundle_mib\":1,\"desks\":[%s,{\"card\":%s,"
        "\"destinations\":[\"111\"],\"offsite\":false},{\"card\":%s,\"sections\":[\"facts\",\"place\"]}],"
        "\"together\":[{\"sections\":[\"identity\"],\"need\":2}]}";
    struct meeting meeting;
    const char *path = in_folder("box.tincay");
    tincay_bytes bundle, list, result;
    tincay_form *form;
    tincay_box *box;
    size_t size = sizeof format;
    char *setup;
    int place;
    for (place = 0; place < COUNT; place++) {
        make_desk(in_folder(names[place]));
        meeting.desks[place] = open_desk(in_folder(names[place]));
        EXPECT(TINCAY_OK, tincay_desk_card(meeting.desks[place], &meeting.cards[place]));
        size += meeting.cards[place].size;
    }
    setup = malloc(size);
    snprintf(setup, size, format, (char *)meeting.cards[FIRST].data, (char *)meeting.cards[SECOND].data,
             (char *)meeting.cards[LIMITED].data);
    EXPECT(TINCAY_OK, tincay_box_create(path, BYTES(setup)));
    box = open_box(path);
    EXPECT(TINCAY_OK, tincay_form_open(BYTES(FORM), &form));
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES(ANSWERS), "en", &result));
    EXPECT(TINCAY_OK, tincay_box_close(box));
    box = open_box(path); /* the setup comes out of the file as it went in */
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    for (place = 0; place < COUNT; place++) {
        tincay_bytes receipt;
        EXPECT(TINCAY_OK, tincay_desk_keep(meeting.desks[place], form));
        EXPECT(TINCAY_OK, tincay_desk_collect(meeting.desks[place], bundle.data, bundle.size, &receipt));
        tincay_bytes_free(&receipt);
    }
    EXPECT(TINCAY_OK, tincay_desk_list(meeting.desks[FIRST], NULL, 0, &list));
    meeting.id = pick(list, "/cases/0/id");
    CHECK(meeting.id != NULL);
    free(setup);
    return meeting;
}

/* Whether a desk reads a value at a place of the report. */
static int reads(struct meeting *meeting, int desk, const char *pointer, const char *expected) {
    tincay_bytes report;
    char *value;
    int same;
    EXPECT(TINCAY_OK, tincay_desk_read(meeting->desks[desk], meeting->id, &report));
    value = pick(report, pointer);
    same = expected == NULL ? value == NULL : value != NULL && strcmp(value, expected) == 0;
    free(value);
    tincay_bytes_free(&report);
    return same;
}

static tincay_bytes share(struct meeting *meeting, int from, int to) {
    tincay_bytes share;
    EXPECT(TINCAY_OK, tincay_desk_share(meeting->desks[from], meeting->id, meeting->cards[to].data,
                                        meeting->cards[to].size, &share));
    CHECK(share.size == 993);
    return share;
}

static void each_desk_reads_its_sections_and_no_other(void) {
    struct meeting meeting = meet();
    int desk;
    for (desk = 0; desk < COUNT; desk++) {
        CHECK(reads(&meeting, desk, "/sections/facts/told", "something"));
        CHECK(reads(&meeting, desk, "/sections/place/where", "somewhere"));
        CHECK(reads(&meeting, desk, "/sections/identity", NULL));
        CHECK(reads(&meeting, desk, "/closed/0/section", "identity"));
        CHECK(reads(&meeting, desk, "/closed/0/need", "2"));
        CHECK(reads(&meeting, desk, "/closed/0/have", desk == LIMITED ? "0" : "1"));
        CHECK(reads(&meeting, desk, "/closed/1", NULL));
        CHECK(reads(&meeting, desk, "/history/0/check", "partial"));
    }
}

static void two_desks_open_an_identity_together(void) {
    struct meeting meeting = meet();
    tincay_bytes given = share(&meeting, FIRST, SECOND), again = share(&meeting, FIRST, SECOND), verified;
    EXPECT(TINCAY_OK, tincay_desk_combine(meeting.desks[SECOND], given.data, given.size));
    EXPECT(TINCAY_OK, tincay_desk_combine(meeting.desks[SECOND], given.data, given.size));
    EXPECT(TINCAY_OK, tincay_desk_combine(meeting.desks[SECOND], again.data, again.size));
    CHECK(reads(&meeting, SECOND, "/sections/identity/child", "somebody"));
    CHECK(reads(&meeting, SECOND, "/closed/0", NULL));
    CHECK(reads(&meeting, FIRST, "/sections/identity", NULL));
    CHECK(reads(&meeting, FIRST, "/history/1/type", "shared"));
    CHECK(reads(&meeting, SECOND, "/history/1/type", "combined"));
    CHECK(reads(&meeting, SECOND, "/history/1/fits", "true"));
    EXPECT(TINCAY_OK, tincay_desk_close(meeting.desks[SECOND]));
    meeting.desks[SECOND] = open_desk(in_folder("second.tincay"));
    CHECK(reads(&meeting, SECOND, "/sections/identity/child", "somebody"));
    EXPECT(TINCAY_OK, tincay_desk_verify(meeting.desks[SECOND], &verified));
}

static void two_desks_open_an_identity_for_a_third(void) {
    struct meeting meeting = meet();
    tincay_bytes one = share(&meeting, FIRST, LIMITED), other = share(&meeting, SECOND, LIMITED), none = rubbish();
    EXPECT(TINCAY_OK, tincay_desk_combine(meeting.desks[LIMITED], one.data, one.size));
    CHECK(reads(&meeting, LIMITED, "/closed/0/have", "1"));
    EXPECT(TINCAY_OK, tincay_desk_combine(meeting.desks[LIMITED], other.data, other.size));
    CHECK(reads(&meeting, LIMITED, "/sections/identity/child", "somebody"));
    EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_share(meeting.desks[LIMITED], meeting.id, meeting.cards[FIRST].data,
                                                 meeting.cards[FIRST].size, &none));
    CHECK(is_empty(none));
}

static void foreign_changed_and_useless_shares_are_answers(void) {
    struct meeting meeting = meet();
    tincay_bytes given = share(&meeting, FIRST, SECOND), none;
    size_t place;
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_combine(meeting.desks[LIMITED], given.data, given.size));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_combine(meeting.desks[FIRST], given.data, given.size));
    EXPECT(TINCAY_E_FORMAT, tincay_desk_combine(meeting.desks[SECOND], given.data, given.size - 1));
    EXPECT(TINCAY_E_FORMAT, tincay_desk_combine(meeting.desks[SECOND], NULL, 0));
    for (place = 0; place < given.size; place += 7) {
        given.data[place] ^= 4;
        CHECK(tincay_desk_combine(meeting.desks[SECOND], given.data, given.size) != TINCAY_OK);
        given.data[place] ^= 4;
    }
    EXPECT(TINCAY_E_INVALID_INPUT, tincay_desk_share(meeting.desks[FIRST], meeting.id, meeting.cards[FIRST].data,
                                                     meeting.cards[FIRST].size, &none));
    EXPECT(TINCAY_E_INVALID_INPUT, tincay_desk_share(meeting.desks[FIRST], meeting.id, BYTES("{}"), &none));
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, tincay_desk_share(meeting.desks[FIRST], meeting.id, BYTES("{"), &none));
    EXPECT(TINCAY_OK, tincay_desk_shred(meeting.desks[SECOND], meeting.id, BYTES("Asked for.")));
    EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_combine(meeting.desks[SECOND], given.data, given.size));
    EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_share(meeting.desks[SECOND], meeting.id, meeting.cards[FIRST].data,
                                                 meeting.cards[FIRST].size, &none));
}

static void setups_under_which_something_would_be_lost_are_refused(void) {
    static const char *const formats[] = {
        /* Nobody may read all the rest. */
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[{\"card\":%s,\"sections\":[\"facts\"]}]}",
        /* Nobody here. */
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[{\"card\":%s,\"offsite\":true}]}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[{\"card\":%s,\"sections\":[\"secrets\"]}]}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[{\"card\":%s,\"sections\":[]}]}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s],\"together\":[{\"sections\":[\"facts\"],\"need\":1}]"
        "}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s],\"together\":[{\"sections\":[\"facts\"]}]}",
        "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"desks\":[%s],\"together\":[{\"sections\":[\"facts\"],\"need\":2},"
        "{\"sections\":[\"facts\",\"place\"],\"need\":3}]}",
    };
    const char *path = in_folder("box.tincay");
    tincay_desk *desk;
    tincay_bytes card;
    size_t place;
    make_desk(in_folder("desk.tincay"));
    desk = open_desk(in_folder("desk.tincay"));
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &card));
    for (place = 0; place < sizeof formats / sizeof formats[0]; place++) {
        char *setup = malloc(strlen(formats[place]) + card.size + 1);
        sprintf(setup, formats[place], (char *)card.data);
        EXPECT(TINCAY_E_INVALID_INPUT, tincay_box_create(path, BYTES(setup)));
        free(setup);
    }
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"each desk reads its sections and no other", each_desk_reads_its_sections_and_no_other},
        {"two desks open an identity together", two_desks_open_an_identity_together},
        {"two desks open an identity for a third", two_desks_open_an_identity_for_a_third},
        {"foreign, changed and useless shares are answers", foreign_changed_and_useless_shares_are_answers},
        {"setups under which something would be lost are refused",
         setups_under_which_something_would_be_lost_are_refused},
    };
    return RUN(cases);
}
