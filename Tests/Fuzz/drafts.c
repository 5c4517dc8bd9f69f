/* Drafts: whatever is answered, taken back, chosen and left, the counsellor gets what was sent or kept, and nothing else. */
#include "fuzz.h"

static struct sample draft_values[8];
static tincay_draft *draft;
static tincay_form *draft_form;
/* Questions of the form that is answered. */
static char *paths[64], *choices[64];
static int path_count;
/* Whether the desk is to be kept out of the draft, and whether nobody is left. */
static int desk_is_out, nobody_is_left;
/* How many answers can be undone: without any, a refusal that leaves nobody is refused. */
static int steps;
static long expected;
static char *desk_numbers[3];

static void forget_paths(void) {
    while (path_count > 0) {
        path_count--;
        free(paths[path_count]);
        free(choices[path_count]);
    }
}

/* What the form asks at first. */
static void read_paths(void) {
    tincay_bytes state;
    char pointer[64];
    forget_paths();
    EXPECT(TINCAY_OK, tincay_draft_state(draft, &state));
    while (path_count < 64) {
        snprintf(pointer, sizeof pointer, "/questions/%d/path", path_count);
        paths[path_count] = pick(state, pointer);
        if (paths[path_count] == NULL)
            break;
        snprintf(pointer, sizeof pointer, "/questions/%d/choices/%d/value", path_count, (int)below(3));
        choices[path_count] = pick(state, pointer);
        path_count++;
    }
    tincay_bytes_free(&state);
}

static void begin_draft(void) {
    int use_whole = random_number() % 2;
    draft_form = use_whole ? world.whole : world.form;
    EXPECT(TINCAY_OK, tincay_draft_begin(world.box, draft_form, use_whole ? "C" : NULL, "vi-x-child", &draft));
    desk_is_out = nobody_is_left = steps = 0;
    read_paths();
}

static void begin_drafts(void) {
    static const char *const values[] = {"\"something\"", "7",    "true",  "[\"V\",\"X\"]",
                                         "{\"age\":9}",   "null", "\"N\"", "[{\"age\":9},{\"age\":10}]"};
    tincay_bytes directory;
    int place;
    open_world();
    world.whole = default_form();
    for (place = 0; place < 8; place++)
        draft_values[place] = sample_of_text(values[place]);
    EXPECT(TINCAY_OK, tincay_box_directory(world.box, NULL, &directory));
    for (place = 0; place < 3; place++) {
        char pointer[40];
        snprintf(pointer, sizeof pointer, "/desks/%d/desk", place);
        desk_numbers[place] = pick(directory, pointer);
    }
    tincay_bytes_free(&directory);
    carry_round(world.box);
    expected = total_cases();
    begin_draft();
}

/* An answer to a question, or to none, with a value that may be one. */
static void answer(void) {
    int place = (int)below((size_t)path_count + 1);
    struct sample original = draft_values[below(8)], value, pointer;
    char *choice = place < path_count && choices[place] != NULL ? text("\"%s\"", choices[place]) : NULL;
    tincay_bytes progress = rubbish();
    tincay_status status;
    value = choice != NULL && random_number() % 2 ? sample_of_text(choice)
            : random_number() % 3                 ? sample_of(original.bytes, original.size)
                                                  : changed_json(original);
    pointer = sample_of_text(place < path_count ? paths[place] : "/people/0/age");
    if (random_number() % 4 == 0) {
        struct sample other = changed(pointer);
        free(pointer.bytes);
        pointer = sample_of(other.bytes, other.size); /* which ends with a NUL */
        free(other.bytes);
    }
    status = tincay_draft_answer(draft, (const char *)pointer.bytes, random_number() % 8 ? value.bytes : NULL,
                                 value.size, TINCAY_WIPE_INPUT, &progress);
    CHECK(status != TINCAY_E_NOT_FOUND);
    CHECK(status != TINCAY_E_NO_READER || desk_is_out);
    steps += status == TINCAY_OK || status == TINCAY_E_NO_READER;
    IS_ANSWER(status, &progress);
    free(choice);
    free(value.bytes);
    free(pointer.bytes);
}

/* Undoes an answer; gives how many were. */
static int take_back(void) {
    tincay_bytes undone = rubbish();
    tincay_status status = tincay_draft_back(draft, &undone);
    CHECK((status == TINCAY_E_NOT_FOUND) == (steps == 0));
    IS_ANSWER(status, &undone);
    return status != TINCAY_E_NOT_FOUND;
}

static void exclude(void) {
    static const char *const choices[] = {"[]", "[\"%s\"]", "[\"%s\",\"%s\"]", "[\"%s\",\"%s\",\"%s\"]"};
    size_t first = below(3);
    char desks[200];
    tincay_status status;
    snprintf(desks, sizeof desks, choices[below(4)], desk_numbers[first], desk_numbers[(first + 1) % 3],
             desk_numbers[(first + 2) % 3]);
    status = tincay_draft_exclude(draft, BYTES(desks));
    IS_ANSWER(status, NULL);
    CHECK(status == TINCAY_OK || status == TINCAY_E_NO_READER);
    if (status == TINCAY_E_NO_READER && steps == 0)
        return;
    desk_is_out = strstr(desks, desk_numbers[0]) != NULL;
    nobody_is_left = desk_is_out && strstr(desks, desk_numbers[1]) != NULL && strstr(desks, desk_numbers[2]) != NULL;
}

static void send(void) {
    tincay_bytes result = rubbish();
    tincay_status status = tincay_draft_submit(draft, &result);
    CHECK(status != TINCAY_OK || !nobody_is_left);
    IS_ANSWER(status, &result);
    if (status != TINCAY_OK)
        return;
    expected += !desk_is_out;
    EXPECT(TINCAY_E_NOT_FOUND, tincay_draft_back(draft, &result));
    EXPECT(TINCAY_OK, tincay_draft_close(draft));
    begin_draft();
}

static void leave(void) {
    tincay_bytes result;
    int kept;
    EXPECT(TINCAY_OK, tincay_draft_abandon(draft, (int32_t)below(3), &result));
    kept = strstr((char *)result.data, "\"kept\":true") != NULL;
    CHECK(!kept || !nobody_is_left);
    expected += kept && !desk_is_out;
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_draft_close(draft));
    begin_draft();
}

static void try_draft(void) {
    tincay_bytes result = rubbish();
    switch (random_number() % 24) {
    case 0:
    case 1:
        steps -= take_back();
        break;
    case 2:
        EXPECT(TINCAY_OK, tincay_draft_state(draft, &result));
        tincay_bytes_free(&result);
        break;
    case 3:
        IS_ANSWER(tincay_draft_choose(draft, (int32_t)below(3)), NULL);
        break;
    case 4:
        exclude();
        break;
    case 5:
    case 6:
        send();
        break;
    case 7:
        leave();
        break;
    case 8:
        EXPECT(TINCAY_OK, tincay_box_tick(world.box));
        break;
    case 9:
        still_works();
        break;
    case 10:
        EXPECT(TINCAY_OK, tincay_box_pack(world.box, &result));
        tincay_bytes_free(&result);
        break;
    default:
        answer();
        break;
    }
}

static void end_drafts(void) {
    long found;
    leave();
    EXPECT(TINCAY_OK, tincay_draft_close(draft));
    nothing_was_lost();
    found = total_cases();
    if (found != expected + world.told)
        printf("    %ld cases, %ld expected\n", found, expected + world.told);
    CHECK(found == expected + world.told);
}

const struct target DRAFT_TARGETS[] = {{"draft", begin_drafts, try_draft, end_drafts}, {NULL, NULL, NULL, NULL}};
