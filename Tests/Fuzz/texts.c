/* Inputs that are JSON: texts, forms, answers, setups, options, queries. */
#include "fuzz.h"

static void begin_forms(void) {
    world.form = small_form();
    world.whole = default_form();
}

static void try_json(void) {
    static const char *const pointers[] = {"", "/a/0", "/b/c", "/", "/a/b/c", "/story", "/~0~1"};
    struct sample text = changed_text();
    tincay_bytes value = rubbish();
    IS_ANSWER(tincay_json_pick(text.bytes, text.size, pointers[below(7)], &value), &value);
    free(text.bytes);
}

static void check_with(tincay_form *form, struct sample answers) {
    tincay_bytes result = rubbish();
    IS_ANSWER(tincay_form_check(form, answers.bytes, answers.size, "vi-x-child", &result), &result);
    result = rubbish();
    IS_ANSWER(tincay_form_state(form, answers.bytes, answers.size, random_number() % 2 ? "C" : NULL, "en", &result),
              &result);
}

static void try_form(void) {
    struct sample original = random_number() % 16 == 0 ? default_form_sample : form_sample;
    struct sample json = random_number() % 4 == 0 ? changed_text() : changed_json(original);
    tincay_form *form = (tincay_form *)16;
    tincay_status status = tincay_form_open(json.bytes, json.size, &form);
    IS_ANSWER(status, NULL);
    CHECK((status == TINCAY_OK) == (form != NULL));
    if (status == TINCAY_OK) {
        struct sample answers = changed_text();
        check_with(form, answers_sample);
        check_with(form, answers);
        free(answers.bytes);
        EXPECT(TINCAY_OK, tincay_form_close(form));
    }
    free(json.bytes);
}

static void try_answers(void) {
    struct sample answers = random_number() % 2 ? changed_json(answers_sample) : changed_text();
    check_with(random_number() % 2 ? world.form : world.whole, answers);
    free(answers.bytes);
}

static void try_setup(void) {
    struct sample setup = changed_json(setup_sample);
    const char *path = in_fuzz("new");
    tincay_status status = tincay_box_create(path, setup.bytes, setup.size);
    IS_ANSWER(status, NULL);
    if (status == TINCAY_OK) {
        /* A setup that is taken makes a box that works. */
        tincay_box *box = open_box(path);
        tincay_bytes bundle;
        EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
        tincay_bytes_free(&bundle);
        EXPECT(TINCAY_OK, tincay_box_close(box));
    }
    remove_database(path);
    free(setup.bytes);
}

/* The good options name each desk of the box. */
static struct sample options_sample, desks_sample;

static void begin_options(void) {
    tincay_bytes directory;
    char *desks, *options, *first, *second;
    open_world();
    EXPECT(TINCAY_OK, tincay_box_directory(world.box, NULL, &directory));
    first = pick(directory, "/desks/1/desk");
    second = pick(directory, "/desks/2/desk");
    desks = text("[\"%s\",\"%s\"]", first, second);
    options = text("{\"language\":\"en\",\"exclude\":%s}", desks);
    desks_sample = sample_of_text(desks);
    options_sample = sample_of_text(options);
    tincay_bytes_free(&directory);
}

static void try_options(void) {
    struct sample options = changed_json(options_sample), desks = changed_json(desks_sample);
    uint8_t answers[] = "{\"story\":\"something\"}";
    int32_t flags = random_number() % 16 == 0 ? (int32_t)odd_number() : TINCAY_WIPE_INPUT;
    tincay_bytes result = rubbish();
    size_t place;
    tincay_draft *draft;
    IS_ANSWER(tincay_box_submit_with(world.box, world.form, answers, sizeof answers - 1, options.bytes, options.size,
                                     flags, &result),
              &result);
    for (place = 0; place < sizeof answers - 1; place++)
        CHECK((answers[place] == 0) == ((flags & TINCAY_WIPE_INPUT) != 0));
    EXPECT(TINCAY_OK, tincay_draft_begin(world.box, world.form, NULL, NULL, &draft));
    IS_ANSWER(tincay_draft_exclude(draft, desks.bytes, desks.size), NULL);
    EXPECT(TINCAY_OK, tincay_draft_close(draft));
    still_works();
    free(options.bytes);
    free(desks.bytes);
}

static void try_query(void) {
    struct sample input = changed_text();
    tincay_bytes result = rubbish();
    IS_ANSWER(tincay_desk_list(world.desk, input.bytes, input.size, &result), &result);
    result = rubbish();
    IS_ANSWER(tincay_desk_count(world.desk, input.bytes, input.size, &result), &result);
    IS_ANSWER(tincay_desk_record(world.desk, (const char *)report_sample.bytes, input.bytes, input.size), NULL);
    still_works();
    free(input.bytes);
}

const struct target TEXT_TARGETS[] = {{"json", NULL, try_json, NULL},
                                      {"form", NULL, try_form, NULL},
                                      {"answers", begin_forms, try_answers, NULL},
                                      {"setup", NULL, try_setup, NULL},
                                      {"options", begin_options, try_options, nothing_was_lost},
                                      {"query", open_desk_of_world, try_query, NULL},
                                      {NULL, NULL, NULL, NULL}};
