/* Several people at a desk: what their roles let them do, locking, wrong passphrases, and the way back on paper. */
#include "support.h"

static const char OTHER[] = "another passphrase";
static const char FILE_OF_KEYS[] = "thirty-two bytes and some more of them";

static tincay_desk *open_as(const char *path, const char *person, const char *passphrase) {
    tincay_desk *desk;
    EXPECT(TINCAY_OK, tincay_desk_open(path, person, BYTES(passphrase), &desk));
    return desk;
}

static void add(tincay_desk *desk, const char *person, const char *roles) {
    EXPECT(TINCAY_OK, tincay_desk_add_person(desk, person, BYTES(OTHER), NULL, 0, BYTES(roles)));
}

static void roles_are_keys(void) {
    const char *path = in_folder("desk.tincay");
    tincay_bytes result, people, list, report;
    tincay_desk *desk;
    char *id;
    make_desk(path);
    desk = open_desk(path);
    add(desk, "clerk", "[\"statistics\"]");
    EXPECT(TINCAY_OK, tincay_desk_file(desk, small_form(), BYTES(SMALL_ANSWERS), NULL, &result));
    id = pick(result, "/id");
    EXPECT(TINCAY_E_EXISTS, tincay_desk_add_person(desk, "clerk", BYTES(OTHER), NULL, 0, BYTES("[\"reports\"]")));
    EXPECT(TINCAY_E_INVALID_INPUT, tincay_desk_add_person(desk, "x", BYTES(OTHER), NULL, 0, BYTES("[\"identities\"]")));
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, tincay_desk_add_person(desk, "x", BYTES(OTHER), NULL, 0, BYTES("[")));
    EXPECT(TINCAY_E_LIMIT, tincay_desk_add_person(desk, "x", BYTES("short"), NULL, 0, BYTES("[\"reports\"]")));
    EXPECT(TINCAY_E_LIMIT, tincay_desk_add_person(desk, "x", BYTES(OTHER), BYTES("few bytes"), BYTES("[\"reports\"]")));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    desk = open_as(path, "clerk", OTHER);
    EXPECT(TINCAY_OK, tincay_desk_people(desk, &people));
    CHECK(pick_is(people, "/people/0/name", PERSON));
    CHECK(pick_is(people, "/people/0/roles/3", "people"));
    CHECK(pick_is(people, "/people/1/roles/0", "statistics"));
    CHECK(pick_is(people, "/people/1/by", PERSON));
    CHECK(pick_is(people, "/recovery", "null"));
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &list));
    CHECK(pick_is(list, "/cases/0/id", id));
    report = rubbish();
    EXPECT(TINCAY_E_NO_KEY, tincay_desk_read(desk, id, &report));
    CHECK(is_empty(report));
    EXPECT(TINCAY_E_NO_KEY, tincay_desk_record(desk, id, BYTES("{\"type\":\"note\",\"text\":\"x\"}")));
    EXPECT(TINCAY_E_NO_KEY, tincay_desk_add_person(desk, "x", BYTES(OTHER), NULL, 0, BYTES("[\"statistics\"]")));
    EXPECT(TINCAY_E_NO_KEY, tincay_desk_remove_person(desk, PERSON));
    EXPECT(TINCAY_E_NO_KEY, tincay_desk_make_recovery(desk, BYTES("{\"shares\":3,\"needed\":2}"), &report));
    free(id);
}

static void who_is_taken_out_is_out_and_the_card_is_another(void) {
    const char *path = in_folder("desk.tincay");
    tincay_bytes result, report, before, after;
    tincay_desk *desk;
    char *id;
    make_desk(path);
    desk = open_desk(path);
    add(desk, "leaver", "[\"reports\",\"identities\",\"intake\",\"people\"]");
    EXPECT(TINCAY_OK, tincay_desk_file(desk, small_form(), BYTES(SMALL_ANSWERS), NULL, &result));
    id = pick(result, "/id");
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &before));
    EXPECT(TINCAY_E_INVALID_INPUT, tincay_desk_remove_person(desk, PERSON));
    EXPECT(TINCAY_OK, tincay_desk_remove_person(desk, "leaver"));
    EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_remove_person(desk, "leaver"));
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &after));
    CHECK(before.size != after.size || memcmp(before.data, after.data, after.size) != 0);
    verify_desk(desk);
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_open(path, "leaver", BYTES(OTHER), &desk));
    desk = open_desk(path);
    EXPECT(TINCAY_OK, tincay_desk_read(desk, id, &report));
    verify_desk(desk);
    free(id);
}

static void another_passphrase_and_a_key_file_take_the_old_ones_place(void) {
    const char *path = in_folder("desk.tincay");
    tincay_desk *desk;
    make_desk(path);
    desk = open_desk(path);
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_change_passphrase(desk, BYTES(OTHER), NULL, 0, BYTES(OTHER), NULL, 0));
    EXPECT(TINCAY_E_LIMIT, tincay_desk_change_passphrase(desk, BYTES(PASSPHRASE), NULL, 0, BYTES("short"), NULL, 0));
    EXPECT(TINCAY_OK,
           tincay_desk_change_passphrase(desk, BYTES(PASSPHRASE), NULL, 0, BYTES(OTHER), BYTES(FILE_OF_KEYS)));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_open(path, PERSON, BYTES(OTHER), &desk));
    EXPECT(TINCAY_OK, tincay_desk_open_with(path, PERSON, BYTES(OTHER), BYTES(FILE_OF_KEYS), &desk));
}

static void wrong_passphrases_make_everybody_wait_who_gives_them(void) {
    const char *path = in_folder("desk.tincay");
    tincay_desk *desk;
    int count;
    make_desk(path);
    for (count = 0; count < 3; count++)
        EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_open(path, "nobody", BYTES(OTHER), &desk));
    EXPECT(TINCAY_E_LATER, tincay_desk_open(path, "nobody", BYTES(OTHER), &desk));
    CHECK(desk == NULL);
    open_desk(path);
}

static void a_locked_desk_answers_when_its_person_is_back(void) {
    const char *path = in_folder("desk.tincay");
    tincay_bytes list;
    tincay_desk *desk;
    make_desk(path);
    desk = open_desk(path);
    EXPECT(TINCAY_OK, tincay_desk_tick(desk));
    EXPECT(TINCAY_OK, tincay_desk_lock(desk));
    EXPECT(TINCAY_OK, tincay_desk_lock(desk));
    EXPECT(TINCAY_E_LOCKED, tincay_desk_tick(desk));
    EXPECT(TINCAY_E_LOCKED, tincay_desk_list(desk, NULL, 0, &list));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_unlock(desk, BYTES(OTHER), NULL, 0));
    EXPECT(TINCAY_OK, tincay_desk_unlock(desk, BYTES(PASSPHRASE), NULL, 0));
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &list));
    verify_desk(desk);
    EXPECT(TINCAY_OK, tincay_desk_lock(desk));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
}

static void shares_on_paper_let_somebody_back_in(void) {
    const char *path = in_folder("desk.tincay");
    tincay_bytes made, result;
    tincay_desk *desk;
    char *first, *second, typed[512];
    make_desk(path);
    desk = open_desk(path);
    EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_try_recovery(desk, BYTES("[\"A\"]"), &result));
    EXPECT(TINCAY_E_INVALID_INPUT, tincay_desk_make_recovery(desk, BYTES("{\"shares\":2,\"needed\":3}"), &made));
    EXPECT(TINCAY_OK, tincay_desk_make_recovery(desk, BYTES("{\"shares\":3,\"needed\":2}"), &made));
    first = pick(made, "/shares/0");
    second = pick(made, "/shares/2");
    sprintf(typed, "[\"%s\",\"%s\"]", first, second);
    EXPECT(TINCAY_OK, tincay_desk_try_recovery(desk, BYTES(typed), &result));
    CHECK(pick_is(result, "/fits", "true"));
    sprintf(typed, "[\"%s\"]", first);
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_try_recovery(desk, BYTES(typed), &result));
    CHECK(pick_is(result, "/shares/0/place", "1"));
    first[6] = first[6] == 'A' ? 'B' : 'A';
    sprintf(typed, "[\"%s\",\"%s\"]", first, second);
    EXPECT(TINCAY_E_INVALID_INPUT, tincay_desk_try_recovery(desk, BYTES(typed), &result));
    CHECK(pick_is(result, "/shares/0/group", "2"));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    EXPECT(TINCAY_E_INVALID_INPUT, tincay_desk_recover(path, BYTES(typed), "new", BYTES(OTHER), NULL, 0));
    free(first);
    first = pick(made, "/shares/1");
    sprintf(typed, "[\"%s\"]", first);
    EXPECT(TINCAY_E_WRONG_KEY, tincay_desk_recover(path, BYTES(typed), "new", BYTES(OTHER), NULL, 0));
    sprintf(typed, "[\"%s\",\"%s\"]", first, second);
    EXPECT(TINCAY_OK, tincay_desk_recover(path, BYTES(typed), "new", BYTES(OTHER), NULL, 0));
    verify_desk(open_as(path, "new", OTHER));
    free(first);
    free(second);
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"roles are keys", roles_are_keys},
        {"who is taken out is out, and the card is another", who_is_taken_out_is_out_and_the_card_is_another},
        {"another passphrase and a key file take the old one's place",
         another_passphrase_and_a_key_file_take_the_old_ones_place},
        {"wrong passphrases make everybody wait who gives them", wrong_passphrases_make_everybody_wait_who_gives_them},
        {"a locked desk answers when its person is back", a_locked_desk_answers_when_its_person_is_back},
        {"shares on paper let somebody back in", shares_on_paper_let_somebody_back_in},
    };
    return RUN(cases);
}
