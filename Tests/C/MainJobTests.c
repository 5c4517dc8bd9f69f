/* The main job from end to end, and what a host may count on while doing it. */
#include "support.h"

#include <errno.h>
#include <pthread.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* A point and a desk with one report of the small form on its way. */
struct world {
    const char *desk_path, *box_path;
    tincay_desk *desk;
    tincay_box *box;
    tincay_form *form;
};

static struct world make_world(const char *options) {
    struct world world;
    world.desk_path = in_folder("desk.tincay");
    world.box_path = in_folder("box.tincay");
    make_desk(world.desk_path);
    world.desk = open_desk(world.desk_path);
    make_box(world.box_path, world.desk, options);
    world.box = open_box(world.box_path);
    world.form = small_form();
    return world;
}

static void submit_number(tincay_box *box, tincay_form *form, long number) {
    char answers[100];
    tincay_bytes result;
    snprintf(answers, sizeof answers, "{\"story\":\"number %ld\",\"number\":%ld}", number, number);
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES(answers), "en", &result));
    CHECK(pick_is(result, "/accepted", "true"));
    tincay_bytes_free(&result);
}

static long total(tincay_desk *desk) {
    tincay_bytes list;
    long number;
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &list));
    number = pick_number(list, "/total");
    tincay_bytes_free(&list);
    return number;
}

static void the_main_job_with_the_default_form(void) {
    struct world world = make_world("");
    tincay_form *form = default_form();
    tincay_bytes result, bundle, again, receipt, list, report, verified, table;
    char *id, *text;
    EXPECT(TINCAY_OK, tincay_desk_keep(world.desk, form));
    EXPECT(TINCAY_OK, tincay_desk_keep(world.desk, form));

    /* A child who has answered only that it is not safe has made a valid, most urgent report. */
    EXPECT(TINCAY_OK,
           tincay_box_submit(world.box, form, BYTES("{\"profile\":\"C\",\"session_ok\":true,\"safe_now\":\"N\"}"),
                             "vi-x-child", &result));
    CHECK(pick_is(result, "/accepted", "true"));
    CHECK(pick_is(result, "/urgency", "U1"));
    text = pick(result, "/hotlines/0/number");
    CHECK(text != NULL && strlen(text) >= 3);
    tincay_bytes_free(&result);

    EXPECT(TINCAY_OK, tincay_box_pack(world.box, &bundle));
    CHECK(bundle.size == (size_t)8 << 20);
    EXPECT(TINCAY_OK, tincay_desk_collect(world.desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_desk_collect(world.desk, bundle.data, bundle.size, &again));
    CHECK(total(world.desk) == 1);
    EXPECT(TINCAY_OK, tincay_box_settle(world.box, receipt.data, receipt.size, &result));
    CHECK(pick_is(result, "/desk", "Desk of the test"));
    CHECK(pick_number(result, "/freed") >= 4 && pick_number(result, "/waiting") == 0);
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_box_settle(world.box, again.data, again.size, &result));
    CHECK(pick_number(result, "/freed") == 0);
    tincay_bytes_free(&result);

    EXPECT(TINCAY_OK, tincay_desk_list(world.desk, BYTES("{\"urgency\":[\"U1\"],\"order\":\"urgency\"}"), &list));
    CHECK(pick_is(list, "/total", "1") && pick_is(list, "/cases/0/urgency", "U1") && pick_is(list, "/next", "null"));
    CHECK(pick_is(list, "/cases/0/point", "Point of the test"));
    id = pick(list, "/cases/0/id");
    CHECK(id != NULL && strlen(id) == 32);
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, id, &report));
    CHECK(pick_is(report, "/id", id));
    CHECK(strstr((char *)report.data, "\"safe_now\":\"N\"") != NULL);
    tincay_bytes_free(&report);

    EXPECT(TINCAY_OK, tincay_desk_record(world.desk, id, BYTES("{\"type\":\"note\",\"text\":\"Called back.\"}")));
    EXPECT(TINCAY_OK, tincay_desk_record(world.desk, id, BYTES("{\"type\":\"status\",\"status\":\"ASSESSING\"}")));
    EXPECT(TINCAY_OK, tincay_desk_record(world.desk, id, BYTES("{\"type\":\"assigned\",\"person\":\"counsellor\"}")));
    EXPECT(TINCAY_OK, tincay_desk_list(world.desk, BYTES("{\"status\":[\"ASSESSING\"]}"), &list));
    CHECK(pick_is(list, "/cases/0/notes", "1") && pick_is(list, "/cases/0/assigned", "counsellor"));
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, id, &report));
    CHECK(strstr((char *)report.data, "Called back.") != NULL);
    tincay_bytes_free(&report);

    EXPECT(TINCAY_OK, tincay_desk_count(world.desk, BYTES("{\"by\":[\"urgency\",\"status\"]}"), &table));
    CHECK(pick_is(table, "/total", "1") && pick_is(table, "/rows/0/count", "1"));
    CHECK(pick_is(table, "/rows/0/urgency", "U1") && pick_is(table, "/rows/0/status", "ASSESSING"));
    EXPECT(TINCAY_OK, tincay_desk_verify(world.desk, &verified));
    CHECK(pick_is(verified, "/ok", "true") && pick_is(verified, "/bad", "null"));
    CHECK(pick_number(verified, "/entries") >= 6);

    EXPECT(TINCAY_OK, tincay_desk_shred(world.desk, id, BYTES("Asked for by the family.")));
    report = rubbish();
    EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_read(world.desk, id, &report));
    CHECK(is_empty(report));
    EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_shred(world.desk, id, BYTES("again")));
    EXPECT(TINCAY_OK, tincay_desk_verify(world.desk, &verified));
    CHECK(total(world.desk) == 0);

    /* All of it is there after the desk was closed. */
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
    world.desk = open_desk(world.desk_path);
    EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_read(world.desk, id, &report));
    EXPECT(TINCAY_OK, tincay_desk_verify(world.desk, &verified));
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
    EXPECT(TINCAY_OK, tincay_box_close(world.box));
}

static void a_report_that_is_not_accepted_is_not_kept(void) {
    struct world world = make_world(",\"bundle_mib\":1");
    tincay_bytes result;
    EXPECT(TINCAY_E_INVALID_REPORT,
           tincay_box_submit(world.box, world.form, BYTES("{\"number\":-1,\"other\":1}"), "en", &result));
    CHECK(pick_is(result, "/accepted", "false"));
    CHECK(pick_is(result, "/findings/2/severity", "error"));
    CHECK(pick(result, "/findings/3") == NULL);
    tincay_bytes_free(&result);
    EXPECT(TINCAY_E_INVALID_REPORT, tincay_desk_file(world.desk, world.form, BYTES("{}"), "en", &result));
    CHECK(pick_is(result, "/accepted", "false") && pick(result, "/id") == NULL);
    tincay_bytes_free(&result);
    carry_all(world.box, world.desk);
    CHECK(total(world.desk) == 0);
}

static void a_counsellor_files_a_report(void) {
    struct world world = make_world("");
    tincay_bytes result, report;
    char *id;
    EXPECT(TINCAY_OK, tincay_desk_file(world.desk, world.form, BYTES(SMALL_ANSWERS), NULL, &result));
    id = pick(result, "/id");
    CHECK(id != NULL && strlen(id) == 32);
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, id, &report));
    CHECK(strstr((char *)report.data, "something happened") != NULL);
    CHECK(total(world.desk) == 1);
}

static void more_reports_than_slots_are_all_collected_once(void) {
    struct world world = make_world(",\"bundle_mib\":1,\"slots_per_day\":1");
    enum { REPORTS = 150 };
    char seen[REPORTS] = {0};
    long index, collected;
    int bundles;
    for (index = 0; index < REPORTS; index++)
        submit_number(world.box, world.form, index);
    bundles = carry_all(world.box, world.desk);
    CHECK(bundles >= 2);
    collected = total(world.desk);
    CHECK(collected == REPORTS);
    for (index = 0; index < REPORTS;) {
        /* Pages of 40, each going on behind the last id of the one before. */
        static char after[100] = "";
        char query[200], pointer[40];
        tincay_bytes list;
        long row;
        snprintf(query, sizeof query, "{\"order\":\"received\",\"limit\":40%s}", after);
        EXPECT(TINCAY_OK, tincay_desk_list(world.desk, BYTES(query), &list));
        for (row = 0; row < 40; row++, index++) {
            tincay_bytes report;
            char *id;
            long number;
            snprintf(pointer, sizeof pointer, "/cases/%ld/id", row);
            id = pick(list, pointer);
            if (id == NULL)
                break;
            EXPECT(TINCAY_OK, tincay_desk_read(world.desk, id, &report));
            number = pick_number(report, "/sections/facts/number");
            CHECK(number >= 0 && number < REPORTS && seen[number] == 0);
            seen[number] = 1;
            snprintf(after, sizeof after, ",\"after\":\"%s\"", id);
            tincay_bytes_free(&report);
            free(id);
        }
        CHECK(row > 0);
        tincay_bytes_free(&list);
    }
    CHECK(index == REPORTS);
}

static void inputs_are_not_needed_after_the_call(void) {
    const char *path = in_folder("desk.tincay"), *box_path = in_folder("box.tincay");
    size_t size = strlen(PASSPHRASE);
    uint8_t *passphrase = malloc(size), *json, *bundle_copy;
    char *path_copy = strdup(path), *person = strdup(PERSON), *language = strdup("en");
    tincay_desk *desk;
    tincay_box *box;
    tincay_form *form;
    tincay_bytes result, bundle, receipt;
    memcpy(passphrase, PASSPHRASE, size);
    make_desk(path);
    EXPECT(TINCAY_OK, tincay_desk_open(path_copy, person, passphrase, size, &desk));
    memset(passphrase, 'x', size);
    memset(path_copy, 'x', strlen(path_copy));
    memset(person, 'x', strlen(person));
    free(passphrase);
    free(path_copy);
    free(person);

    json = (uint8_t *)strdup(SMALL_FORM);
    EXPECT(TINCAY_OK, tincay_form_open(json, strlen(SMALL_FORM), &form));
    memset(json, 'x', strlen(SMALL_FORM));
    free(json);
    EXPECT(TINCAY_OK, tincay_desk_keep(desk, form));
    make_box(box_path, desk, ",\"bundle_mib\":1");
    box = open_box(box_path);
    json = (uint8_t *)strdup(SMALL_ANSWERS);
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, json, strlen(SMALL_ANSWERS), language, &result));
    memset(json, 'x', strlen(SMALL_ANSWERS));
    memset(language, 'x', strlen(language));
    free(json);
    free(language);
    EXPECT(TINCAY_OK, tincay_form_close(form));
    CHECK(pick_is(result, "/language", "en") && pick_is(result, "/accepted", "true"));
    tincay_bytes_free(&result);

    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    bundle_copy = malloc(bundle.size);
    memcpy(bundle_copy, bundle.data, bundle.size);
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle_copy, bundle.size, &receipt));
    memset(bundle_copy, 'x', bundle.size);
    free(bundle_copy);
    EXPECT(TINCAY_OK, tincay_box_settle(box, receipt.data, receipt.size, &result));
    CHECK(total(desk) == 1);
    EXPECT(TINCAY_OK, tincay_desk_verify(desk, &result));
}

static void a_child_process_cannot_use_its_parents_handles(void) {
    struct world world = make_world(",\"bundle_mib\":1");
    tincay_bytes result = rubbish();
    int status;
    pid_t child;
    submit_number(world.box, world.form, 1);
    child = fork();
    if (child == 0) {
        const char *own = in_folder("own.tincay");
        tincay_desk *desk = (tincay_desk *)16;
        tincay_box *box = (tincay_box *)16;
        EXPECT(TINCAY_E_FORKED, tincay_box_submit(world.box, world.form, BYTES(SMALL_ANSWERS), NULL, &result));
        CHECK(is_empty(result));
        EXPECT(TINCAY_E_FORKED, tincay_box_tick(world.box));
        EXPECT(TINCAY_E_FORKED, tincay_box_pack(world.box, &result));
        EXPECT(TINCAY_E_FORKED, tincay_box_status(world.box, &result));
        EXPECT(TINCAY_E_FORKED, tincay_desk_card(world.desk, &result));
        EXPECT(TINCAY_E_FORKED, tincay_desk_list(world.desk, NULL, 0, &result));
        EXPECT(TINCAY_E_FORKED, tincay_desk_keep(world.desk, world.form));
        /* SQLite would confuse the parent's locks with the child's, so the same files stay closed to it. */
        EXPECT(TINCAY_E_BUSY, tincay_box_open(world.box_path, &box));
        EXPECT(TINCAY_E_BUSY, tincay_desk_open(world.desk_path, PERSON, BYTES(PASSPHRASE), &desk));
        CHECK(box == NULL && desk == NULL);
        EXPECT(TINCAY_E_FORKED, tincay_box_close(world.box));
        EXPECT(TINCAY_E_BUSY, tincay_box_open(world.box_path, &box));
        EXPECT(TINCAY_E_MISUSE, tincay_box_close(world.box));
        EXPECT(TINCAY_E_FORKED, tincay_desk_close(world.desk));
        EXPECT(TINCAY_E_MISUSE, tincay_desk_card(world.desk, &result));
        /* A form holds no file and no lock, and the child may open boxes and desks of its own. */
        EXPECT(TINCAY_OK, tincay_form_check(world.form, BYTES(SMALL_ANSWERS), NULL, &result));
        make_desk(own);
        desk = open_desk(own);
        EXPECT(TINCAY_OK, tincay_desk_card(desk, &result));
        EXPECT(TINCAY_OK, tincay_desk_close(desk));
        _exit(0);
    }
    CHECK(waitpid(child, &status, 0) == child && status == 0);
    submit_number(world.box, world.form, 2);
    carry_all(world.box, world.desk);
    CHECK(total(world.desk) == 2);
    EXPECT(TINCAY_OK, tincay_desk_verify(world.desk, &result));
}

static void *submit_many(void *argument) {
    struct world *world = argument;
    long index;
    for (index = 0; index < 25; index++)
        submit_number(world->box, world->form, index);
    return NULL;
}

static void threads_share_a_handle(void) {
    struct world world = make_world(",\"bundle_mib\":1");
    pthread_t threads[4];
    tincay_bytes verified;
    int index;
    for (index = 0; index < 4; index++)
        CHECK(pthread_create(&threads[index], NULL, submit_many, &world) == 0);
    for (index = 0; index < 4; index++)
        CHECK(pthread_join(threads[index], NULL) == 0);
    carry_all(world.box, world.desk);
    CHECK(total(world.desk) == 100);
    EXPECT(TINCAY_OK, tincay_desk_verify(world.desk, &verified));
}

static void *status_until_closed(void *argument) {
    struct world *world = argument;
    for (;;) {
        tincay_bytes result = rubbish();
        tincay_status status = tincay_box_status(world->box, &result);
        if (status == TINCAY_E_MISUSE)
            return NULL;
        EXPECT(TINCAY_OK, status);
        tincay_bytes_free(&result);
    }
}

static void a_handle_is_closed_while_threads_use_it(void) {
    struct world world = make_world(",\"bundle_mib\":1");
    int round;
    for (round = 0; round < 20; round++) {
        pthread_t threads[3];
        int index;
        for (index = 0; index < 3; index++)
            CHECK(pthread_create(&threads[index], NULL, status_until_closed, &world) == 0);
        usleep(random_number() % 3000);
        EXPECT(TINCAY_OK, tincay_box_close(world.box));
        for (index = 0; index < 3; index++)
            CHECK(pthread_join(threads[index], NULL) == 0);
        world.box = open_box(world.box_path);
    }
}

static void *check_forms(void *argument) {
    int index;
    (void)argument;
    for (index = 0; index < 300; index++) {
        tincay_form *form = small_form();
        tincay_bytes result;
        EXPECT(TINCAY_OK, tincay_form_check(form, BYTES(SMALL_ANSWERS), NULL, &result));
        tincay_bytes_free(&result);
        EXPECT(TINCAY_OK, tincay_form_close(form));
    }
    return NULL;
}

static void processes_fork_while_threads_open_and_close(void) {
    pthread_t threads[2];
    int index, status;
    for (index = 0; index < 2; index++)
        CHECK(pthread_create(&threads[index], NULL, check_forms, NULL) == 0);
    for (index = 0; index < 100; index++) {
        pid_t child = fork();
        if (child == 0) {
            alarm(10);
            check_forms(NULL);
            _exit(0);
        }
        CHECK(waitpid(child, &status, 0) == child && status == 0);
    }
    for (index = 0; index < 2; index++)
        CHECK(pthread_join(threads[index], NULL) == 0);
}

static void files_are_for_their_owner_alone(void) {
    struct world world;
    static const char *const names[] = {"desk.tincay", "desk.tincay-wal", "desk.tincay-shm",
                                        "box.tincay",  "box.tincay-wal",  "box.tincay-shm"};
    size_t index, seen = 0;
    umask(0);
    world = make_world("");
    submit_number(world.box, world.form, 1);
    for (index = 0; index < sizeof names / sizeof names[0]; index++) {
        struct stat about;
        if (stat(in_folder(names[index]), &about) == 0) {
            CHECK((about.st_mode & 0777) == 0600);
            seen++;
        }
    }
    CHECK(seen >= 2);
}

static void every_bundle_has_the_same_size(void) {
    struct world world = make_world(",\"bundle_mib\":2");
    tincay_bytes none, some;
    long index;
    EXPECT(TINCAY_OK, tincay_box_pack(world.box, &none));
    for (index = 0; index < 20; index++)
        submit_number(world.box, world.form, index);
    EXPECT(TINCAY_OK, tincay_box_pack(world.box, &some));
    CHECK(none.size == (size_t)2 << 20 && some.size == none.size);
}

static void two_desks_read_the_same_report(void) {
    const char *first_path = in_folder("first.tincay"), *second_path = in_folder("second.tincay");
    const char *box_path = in_folder("box.tincay");
    tincay_desk *first, *second;
    tincay_box *box;
    tincay_form *form = small_form();
    tincay_bytes cards[2], bundle, receipt, settled;
    char *setup;
    make_desk(first_path);
    make_desk(second_path);
    first = open_desk(first_path);
    second = open_desk(second_path);
    EXPECT(TINCAY_OK, tincay_desk_card(first, &cards[0]));
    EXPECT(TINCAY_OK, tincay_desk_card(second, &cards[1]));
    setup = malloc(cards[0].size + cards[1].size + 200);
    sprintf(setup, "{\"point\":{\"name\":\"P\",\"kind\":\"NODE-TRUSTED\"},\"bundle_mib\":1,\"desks\":[%s,%s]}",
            (char *)cards[0].data, (char *)cards[1].data);
    EXPECT(TINCAY_OK, tincay_box_create(box_path, BYTES(setup)));
    box = open_box(box_path);
    submit_number(box, form, 5);
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    EXPECT(TINCAY_OK, tincay_desk_collect(first, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_box_settle(box, receipt.data, receipt.size, &settled));
    CHECK(pick_number(settled, "/freed") == 0);
    EXPECT(TINCAY_OK, tincay_desk_collect(second, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_box_settle(box, receipt.data, receipt.size, &settled));
    CHECK(pick_number(settled, "/freed") > 0 && pick_number(settled, "/waiting") == 0);
    CHECK(total(first) == 1 && total(second) == 1);
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"the main job with the default form", the_main_job_with_the_default_form},
        {"a report that is not accepted is not kept", a_report_that_is_not_accepted_is_not_kept},
        {"a counsellor files a report", a_counsellor_files_a_report},
        {"more reports than slots are all collected once", more_reports_than_slots_are_all_collected_once},
        {"two desks read the same report", two_desks_read_the_same_report},
        {"every bundle has the same size", every_bundle_has_the_same_size},
        {"inputs are not needed after the call", inputs_are_not_needed_after_the_call},
        {"a child process cannot use its parent's handles", a_child_process_cannot_use_its_parents_handles},
        {"processes fork while threads open and close", processes_fork_while_threads_open_and_close},
        {"threads share a handle", threads_share_a_handle},
        {"a handle is closed while threads use it", a_handle_is_closed_while_threads_use_it},
        {"files are for their owner alone", files_are_for_their_owner_alone},
    };
    return RUN(cases);
}
