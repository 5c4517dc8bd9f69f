/* Drafts: what somebody is still telling, over power cuts, walking away, and the next person at the screen. */
#include "support.h"

#include <signal.h>
#include <sys/wait.h>

/* A point, its desk, and the default form at both. */
static struct {
    tincay_desk *desk;
    tincay_box *box;
    tincay_form *form;
} world;

static void make_world(void) {
    const char *desk = in_folder("desk.tincay"), *box = in_folder("box.tincay");
    make_desk(desk);
    world.desk = open_desk(desk);
    make_box(box, world.desk, ",\"bundle_mib\":1");
    world.box = open_box(box);
    world.form = default_form();
    EXPECT(TINCAY_OK, tincay_desk_keep(world.desk, world.form));
}

static tincay_draft *begin(void) {
    tincay_draft *draft;
    EXPECT(TINCAY_OK, tincay_draft_begin(world.box, world.form, "C", "vi-x-child", &draft));
    return draft;
}

/* Answers from memory that may be written, as a host's buffer. */
static tincay_status answer(tincay_draft *draft, const char *pointer, const char *json) {
    char value[300];
    tincay_bytes progress;
    tincay_status status;
    snprintf(value, sizeof value, "%s", json);
    status = tincay_draft_answer(draft, pointer, (uint8_t *)value, strlen(value), TINCAY_WIPE_INPUT, &progress);
    CHECK(value[0] == 0);
    CHECK(status != TINCAY_OK || progress.size > 0);
    tincay_bytes_free(&progress);
    return status;
}

/* Carries everything to the desk and gives its list of cases. */
static tincay_bytes carry(void) {
    tincay_bytes bundle, receipt, settled, list;
    EXPECT(TINCAY_OK, tincay_box_pack(world.box, &bundle));
    EXPECT(TINCAY_OK, tincay_desk_collect(world.desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_box_settle(world.box, receipt.data, receipt.size, &settled));
    EXPECT(TINCAY_OK, tincay_desk_list(world.desk, NULL, 0, &list));
    tincay_bytes_free(&bundle);
    tincay_bytes_free(&receipt);
    tincay_bytes_free(&settled);
    return list;
}

static long total(void) {
    tincay_bytes list = carry();
    long number = pick_number(list, "/total");
    tincay_bytes_free(&list);
    return number;
}

static void a_draft_becomes_one_report(void) {
    tincay_draft *draft;
    tincay_bytes result, list, report, undone;
    char *id;
    make_world();
    draft = begin();
    EXPECT(TINCAY_OK, answer(draft, "/session_ok", "true"));
    EXPECT(TINCAY_OK, answer(draft, "/safe_now", "\"Y\""));
    EXPECT(TINCAY_OK, tincay_draft_back(draft, &undone));
    CHECK(pick_is(undone, "/path", "/safe_now"));
    CHECK(pick_is(undone, "/value", "Y"));
    CHECK(pick_is(undone, "/state/profile", "C"));
    tincay_bytes_free(&undone);
    EXPECT(TINCAY_OK, answer(draft, "/safe_now", "\"N\""));
    EXPECT(TINCAY_OK, tincay_draft_submit(draft, &result));
    CHECK(pick_is(result, "/accepted", "true"));
    CHECK(pick_is(result, "/urgency", "U1"));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_E_NOT_FOUND, answer(draft, "/safe_now", "\"Y\""));
    EXPECT(TINCAY_OK, tincay_draft_close(draft));
    list = carry();
    CHECK(pick_number(list, "/total") == 1);
    CHECK(pick_is(list, "/cases/0/unfinished", "false"));
    id = pick(list, "/cases/0/id");
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, id, &report));
    CHECK(pick_is(report, "/sections/facts/safe_now", "N"));
    CHECK(pick_is(report, "/history/0/check", "accepted"));
    tincay_bytes_free(&report);
    tincay_bytes_free(&list);
    free(id);
}

/* A form may ask nobody for the profile; without danger, answers that do not name it are not accepted. */
static void a_draft_names_the_profile_that_it_was_begun_for(void) {
    tincay_draft *draft;
    tincay_bytes result;
    make_world();
    draft = begin();
    EXPECT(TINCAY_OK, answer(draft, "/session_ok", "true"));
    EXPECT(TINCAY_OK, answer(draft, "/safe_now", "\"Y\""));
    EXPECT(TINCAY_OK, answer(draft, "/about", "\"ME\""));
    EXPECT(TINCAY_OK, answer(draft, "/concerns", "[\"E\"]"));
    EXPECT(TINCAY_OK, tincay_draft_submit(draft, &result));
    CHECK(pick_is(result, "/profile", "C"));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_draft_close(draft));
    CHECK(total() == 1);
}

static void what_the_host_answers_by_itself_counts(void) {
    tincay_draft *draft;
    tincay_bytes list, report, result;
    char *id;
    make_world();
    draft = begin();
    EXPECT(TINCAY_OK, answer(draft, "/network", "\"OFFLINE\""));
    EXPECT(TINCAY_OK, answer(draft, "/session_ok", "true"));
    EXPECT(TINCAY_OK, answer(draft, "/safe_now", "\"N\""));
    EXPECT(TINCAY_OK, tincay_draft_submit(draft, &result));
    tincay_bytes_free(&result);
    list = carry();
    id = pick(list, "/cases/0/id");
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, id, &report));
    CHECK(pick_is(report, "/sections/facts/network", "OFFLINE"));
    tincay_bytes_free(&report);
    tincay_bytes_free(&list);
    free(id);
}

static void a_danger_answer_reaches_the_counsellor_whatever_was_chosen(void) {
    tincay_draft *draft;
    tincay_bytes result, list;
    make_world();
    draft = begin();
    EXPECT(TINCAY_OK, tincay_draft_choose(draft, TINCAY_DRAFT_FORGET));
    EXPECT(TINCAY_OK, answer(draft, "/session_ok", "true"));
    EXPECT(TINCAY_OK, answer(draft, "/safe_now", "\"N\""));
    EXPECT(TINCAY_OK, tincay_draft_abandon(draft, TINCAY_DRAFT_FORGET, &result));
    CHECK(pick_is(result, "/kept", "true"));
    CHECK(pick_is(result, "/hotlines/0/number", "111"));
    tincay_bytes_free(&result);
    list = carry();
    CHECK(pick_number(list, "/total") == 1);
    CHECK(pick_is(list, "/cases/0/urgency", "U1"));
    CHECK(pick_is(list, "/cases/0/unfinished", "true"));
    tincay_bytes_free(&list);
}

static void without_danger_the_choice_decides(void) {
    static const struct {
        int32_t before, leaving;
        int kept;
    } cases[] = {{TINCAY_DRAFT_UNDECIDED, TINCAY_DRAFT_UNDECIDED, 0},
                 {TINCAY_DRAFT_UNDECIDED, TINCAY_DRAFT_KEEP, 1},
                 {TINCAY_DRAFT_KEEP, TINCAY_DRAFT_UNDECIDED, 1},
                 {TINCAY_DRAFT_KEEP, TINCAY_DRAFT_FORGET, 0},
                 {TINCAY_DRAFT_FORGET, TINCAY_DRAFT_UNDECIDED, 0}};
    size_t index;
    long kept = 0;
    make_world();
    for (index = 0; index < sizeof cases / sizeof *cases; index++) {
        tincay_draft *draft = begin();
        tincay_bytes result;
        EXPECT(TINCAY_OK, answer(draft, "/session_ok", "true"));
        EXPECT(TINCAY_OK, answer(draft, "/safe_now", "\"Y\""));
        EXPECT(TINCAY_OK, tincay_draft_choose(draft, cases[index].before));
        EXPECT(TINCAY_OK, tincay_draft_abandon(draft, cases[index].leaving, &result));
        CHECK(pick_is(result, "/kept", cases[index].kept ? "true" : "false"));
        tincay_bytes_free(&result);
        EXPECT(TINCAY_OK, tincay_draft_close(draft));
        kept += cases[index].kept;
    }
    CHECK(total() == kept);
}

static void a_draft_that_nobody_may_read_is_not_kept_and_holds_up_nobody(void) {
    tincay_draft *draft;
    tincay_bytes card, result;
    char desks[64];
    make_world();
    EXPECT(TINCAY_OK, tincay_desk_card(world.desk, &card));
    snprintf(desks, sizeof desks, "[\"%s\"]", pick(card, "/desk"));
    draft = begin();
    EXPECT(TINCAY_OK, answer(draft, "/session_ok", "true"));
    EXPECT(TINCAY_E_NO_READER, tincay_draft_exclude(draft, BYTES(desks)));
    EXPECT(TINCAY_E_NO_READER, answer(draft, "/safe_now", "\"N\""));
    EXPECT(TINCAY_OK, tincay_draft_abandon(draft, TINCAY_DRAFT_KEEP, &result));
    CHECK(pick_is(result, "/kept", "false"));
    EXPECT(TINCAY_OK, tincay_draft_close(draft));
    EXPECT(TINCAY_OK, tincay_box_tick(world.box));
    EXPECT(TINCAY_OK, tincay_draft_close(begin()));
    CHECK(total() == 0);
}

static void the_next_person_finds_nothing_of_the_one_before(void) {
    tincay_draft *first, *second;
    tincay_bytes state;
    make_world();
    first = begin();
    EXPECT(TINCAY_OK, answer(first, "/session_ok", "true"));
    second = begin();
    EXPECT(TINCAY_E_NOT_FOUND, tincay_draft_state(first, &state));
    CHECK(is_empty(state));
    EXPECT(TINCAY_OK, tincay_draft_state(second, &state));
    CHECK(pick_is(state, "/progress/answered", "0"));
    tincay_bytes_free(&state);
    EXPECT(TINCAY_OK, tincay_draft_close(first));
    EXPECT(TINCAY_OK, answer(second, "/session_ok", "true"));
    EXPECT(TINCAY_OK, tincay_draft_close(second));
    CHECK(total() == 0);
}

static void what_is_no_answer_is_refused_and_the_draft_goes_on(void) {
    tincay_draft *draft;
    tincay_bytes progress = rubbish();
    uint8_t value[] = "true";
    make_world();
    draft = begin();
    EXPECT(TINCAY_E_INVALID_INPUT, answer(draft, "", "{}"));
    EXPECT(TINCAY_E_INVALID_INPUT, answer(draft, "session_ok", "true"));
    EXPECT(TINCAY_E_INVALID_INPUT, answer(draft, "/profile/x", "true"));
    EXPECT(TINCAY_E_INVALID_JSON_SYNTAX, answer(draft, "/session_ok", "tru"));
    EXPECT(TINCAY_E_MISUSE, tincay_draft_answer(draft, "/session_ok", value, 4, 6, &progress));
    CHECK(is_empty(progress));
    EXPECT(TINCAY_E_MISUSE, tincay_draft_choose(draft, 3));
    EXPECT(TINCAY_E_MISUSE, tincay_draft_abandon(draft, -1, &progress));
    EXPECT(TINCAY_E_INVALID_INPUT, tincay_draft_begin(world.box, world.form, "Z", NULL, &draft));
    CHECK(draft == NULL);
    draft = begin();
    EXPECT(TINCAY_E_NOT_FOUND, tincay_draft_back(draft, &progress));
    EXPECT(TINCAY_OK, answer(draft, "/session_ok", "true"));
    EXPECT(TINCAY_OK, tincay_draft_answer(draft, "/session_ok", NULL, 0, 0, &progress));
    tincay_bytes_free(&progress);
    EXPECT(TINCAY_OK, tincay_box_close(world.box));
    EXPECT(TINCAY_E_MISUSE, answer(draft, "/session_ok", "true"));
    EXPECT(TINCAY_OK, tincay_draft_close(draft));
    EXPECT(TINCAY_E_MISUSE, tincay_draft_close(draft));
}

static void only_what_is_asked_for_is_wiped(void) {
    tincay_draft *draft;
    tincay_bytes progress;
    uint8_t value[] = "true#";
    make_world();
    draft = begin();
    EXPECT(TINCAY_OK, tincay_draft_answer(draft, "/session_ok", value, 4, 0, &progress));
    tincay_bytes_free(&progress);
    CHECK(memcmp(value, "true#", 5) == 0);
    EXPECT(TINCAY_E_MISUSE, tincay_draft_answer(NULL, "/session_ok", value, 4, TINCAY_WIPE_INPUT, &progress));
    CHECK(memcmp(value, "\0\0\0\0#", 5) == 0);
}

/* Answers one question again and again, and says in the pipe which answer was acknowledged last. */
static void answer_until_killed(int told) {
    const char *path = in_folder("box.tincay");
    int32_t number;
    tincay_draft *draft;
    world.box = open_box(path);
    world.form = small_form();
    EXPECT(TINCAY_OK, tincay_draft_begin(world.box, world.form, NULL, NULL, &draft));
    EXPECT(TINCAY_OK, answer(draft, "/story", "\"what happened\""));
    for (number = 1;; number++) {
        char json[20];
        snprintf(json, sizeof json, "%d", number);
        EXPECT(TINCAY_OK, answer(draft, "/number", json));
        CHECK(write(told, &number, sizeof number) == sizeof number);
    }
}

static void a_kill_loses_at_most_the_answer_that_was_being_given(void) {
    const char *wanted = getenv("TINCAY_KILLS");
    int rounds = wanted != NULL ? atoi(wanted) : 25, round;
    long lost = 0;
    tincay_form *form;
    make_world();
    form = small_form();
    EXPECT(TINCAY_OK, tincay_desk_keep(world.desk, form));
    EXPECT(TINCAY_OK, tincay_box_close(world.box));
    for (round = 0; round < rounds; round++) {
        int pipes[2];
        int32_t number, acknowledged = 0;
        tincay_bytes list, report;
        char *id;
        long found;
        pid_t child;
        CHECK(pipe(pipes) == 0);
        child = fork();
        CHECK(child >= 0);
        if (child == 0) {
            close(pipes[0]);
            answer_until_killed(pipes[1]);
        }
        close(pipes[1]);
        CHECK(read(pipes[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged);
        usleep(random_number() % 20000);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        while (read(pipes[0], &number, sizeof number) == sizeof number)
            acknowledged = number;
        close(pipes[0]);
        world.box = open_box(in_folder("box.tincay"));
        list = carry();
        CHECK(pick_number(list, "/total") == 1);
        CHECK(pick_is(list, "/cases/0/unfinished", "true"));
        id = pick(list, "/cases/0/id");
        EXPECT(TINCAY_OK, tincay_desk_read(world.desk, id, &report));
        found = pick_number(report, "/sections/facts/number");
        CHECK(found == acknowledged || found == acknowledged + 1);
        lost += found < acknowledged;
        EXPECT(TINCAY_OK, tincay_desk_shred(world.desk, id, BYTES("the test is done with it")));
        EXPECT(TINCAY_OK, tincay_box_close(world.box));
        tincay_bytes_free(&report);
        tincay_bytes_free(&list);
        free(id);
    }
    printf("    %d kills, %ld acknowledged answers lost\n", rounds, lost);
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"a draft becomes one report", a_draft_becomes_one_report},
        {"a draft names the profile that it was begun for", a_draft_names_the_profile_that_it_was_begun_for},
        {"what the host answers by itself counts", what_the_host_answers_by_itself_counts},
        {"a danger answer reaches the counsellor, whatever was chosen",
         a_danger_answer_reaches_the_counsellor_whatever_was_chosen},
        {"without danger the choice decides", without_danger_the_choice_decides},
        {"a draft that nobody may read is not kept, and holds up nobody",
         a_draft_that_nobody_may_read_is_not_kept_and_holds_up_nobody},
        {"the next person finds nothing of the one before", the_next_person_finds_nothing_of_the_one_before},
        {"what is no answer is refused, and the draft goes on", what_is_no_answer_is_refused_and_the_draft_goes_on},
        {"only what is asked for is wiped", only_what_is_asked_for_is_wiped},
        {"a kill loses at most the answer that was being given", a_kill_loses_at_most_the_answer_that_was_being_given},
    };
    return RUN(cases);
}
