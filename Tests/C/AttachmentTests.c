/* Files that are kept with reports, as a C caller sees them: streamed in and out, and what happens to handles meanwhile. */
#include "support.h"

#include <pthread.h>
#include <sys/resource.h>
#include <sys/wait.h>

/* What every case starts with: a desk and a report. */
struct world {
    tincay_desk *desk;
    char *report;
};

static const char ABOUT[] = "{\"name\":\"a picture\"}";

static struct world make_world(void) {
    struct world world;
    tincay_form *form = small_form();
    tincay_bytes result;
    make_desk(in_folder("desk.tincay"));
    world.desk = open_desk(in_folder("desk.tincay"));
    EXPECT(TINCAY_OK, tincay_desk_file(world.desk, form, BYTES(SMALL_ANSWERS), NULL, &result));
    world.report = pick(result, "/id");
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_form_close(form));
    return world;
}

/* A picture of some size: the same bytes for the same place, so that it need not be kept. */
static void picture(uint8_t *bytes, size_t from, size_t size) {
    static const uint8_t head[] = {0xff, 0xd8, 0xff, 0xe0};
    size_t place;
    for (place = from; place < from + size; place++)
        bytes[place - from] = place < sizeof head ? head[place] : (uint8_t)(place * 2654435761u >> 13);
}

static tincay_upload *begin(struct world *world) {
    tincay_upload *upload;
    EXPECT(TINCAY_OK, tincay_desk_attach(world->desk, world->report, BYTES(ABOUT), &upload));
    return upload;
}

static void write_picture(tincay_upload *upload, size_t size, size_t step) {
    uint8_t *bytes = malloc(step);
    size_t place;
    for (place = 0; place < size; place += step) {
        size_t count = size - place < step ? size - place : step;
        picture(bytes, place, count);
        EXPECT(TINCAY_OK, tincay_upload_write(upload, bytes, count));
    }
    free(bytes);
}

static char *end(tincay_upload *upload) {
    tincay_bytes result;
    char *id;
    EXPECT(TINCAY_OK, tincay_upload_end(upload, &result));
    id = pick(result, "/id");
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_upload_close(upload));
    return id;
}

static void read_picture(struct world *world, const char *id, size_t size, size_t step) {
    tincay_download *download;
    tincay_bytes about;
    uint8_t *bytes = malloc(step), *expected = malloc(step);
    size_t place = 0, got;
    EXPECT(TINCAY_OK, tincay_desk_attachment(world->desk, world->report, id, &download, &about));
    CHECK(pick_is(about, "/name", "a picture"));
    CHECK((size_t)pick_number(about, "/size") == size);
    tincay_bytes_free(&about);
    do {
        EXPECT(TINCAY_OK, tincay_download_read(download, bytes, step, &got));
        CHECK(got == (size - place < step ? size - place : step));
        picture(expected, place, got);
        CHECK(memcmp(bytes, expected, got) == 0);
        place += got;
    } while (got > 0);
    CHECK(place == size);
    EXPECT(TINCAY_OK, tincay_download_read(download, bytes, step, &got));
    CHECK(got == 0);
    EXPECT(TINCAY_OK, tincay_download_close(download));
    free(bytes);
    free(expected);
}

static void a_file_comes_back_as_it_was(void) {
    static const size_t sizes[] = {4, 5000, 65536, 65537, 1000003}, steps[] = {1, 777, 65536, 1000000};
    struct world world = make_world();
    tincay_bytes report;
    size_t size, step;
    for (size = 0; size < sizeof sizes / sizeof *sizes; size++)
        for (step = 0; step < sizeof steps / sizeof *steps; step++) {
            char *id;
            tincay_upload *upload;
            if (sizes[size] / steps[step] > 100000)
                continue;
            upload = begin(&world);
            write_picture(upload, sizes[size], steps[step]);
            id = end(upload);
            read_picture(&world, id, sizes[size], steps[step]);
            free(id);
        }
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, world.report, &report));
    CHECK(pick_is(report, "/attachments/0/type", "image/jpeg"));
    tincay_bytes_free(&report);
    EXPECT(TINCAY_OK, tincay_desk_verify_attachments(world.desk, NULL, &report));
    CHECK(pick_number(report, "/count") == 19);
    tincay_bytes_free(&report);
    verify_desk(world.desk);
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
}

static void an_upload_that_failed_or_ended_can_only_be_closed(void) {
    struct world world = make_world();
    tincay_upload *upload = begin(&world);
    tincay_bytes result = rubbish();
    uint8_t bytes[8192];
    memset(bytes, 'x', sizeof bytes);
    EXPECT(TINCAY_E_NOT_ACCEPTED, tincay_upload_write(upload, bytes, sizeof bytes));
    EXPECT(TINCAY_E_MISUSE, tincay_upload_write(upload, bytes, sizeof bytes));
    EXPECT(TINCAY_E_MISUSE, tincay_upload_end(upload, &result));
    CHECK(is_empty(result));
    EXPECT(TINCAY_OK, tincay_upload_close(upload));
    EXPECT(TINCAY_E_MISUSE, tincay_upload_close(upload));
    upload = begin(&world);
    write_picture(upload, 100, 100);
    EXPECT(TINCAY_OK, tincay_upload_end(upload, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_E_MISUSE, tincay_upload_write(upload, bytes, 1));
    EXPECT(TINCAY_E_MISUSE, tincay_upload_end(upload, &result));
    EXPECT(TINCAY_OK, tincay_upload_close(upload));
    upload = begin(&world);
    EXPECT(TINCAY_E_NOT_ACCEPTED, tincay_upload_end(upload, &result));
    EXPECT(TINCAY_OK, tincay_upload_close(upload));
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
}

static void closing_the_desk_closes_what_is_open_of_its_files(void) {
    struct world world = make_world();
    tincay_upload *first = begin(&world), *second = begin(&world);
    tincay_download *download;
    tincay_bytes result;
    uint8_t bytes[16];
    size_t size;
    char *id;
    write_picture(first, 100000, 100000);
    id = end(first);
    write_picture(second, 100000, 100000);
    EXPECT(TINCAY_OK, tincay_desk_attachment(world.desk, world.report, id, &download, NULL));
    EXPECT(TINCAY_OK, tincay_download_read(download, bytes, sizeof bytes, &size));
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
    EXPECT(TINCAY_E_MISUSE, tincay_download_read(download, bytes, sizeof bytes, &size));
    CHECK(size == 0);
    EXPECT(TINCAY_E_MISUSE, tincay_upload_write(second, bytes, sizeof bytes));
    EXPECT(TINCAY_E_MISUSE, tincay_upload_end(second, &result));
    EXPECT(TINCAY_OK, tincay_upload_close(second));
    EXPECT(TINCAY_OK, tincay_download_close(download));
    EXPECT(TINCAY_E_MISUSE, tincay_upload_close(second));
    EXPECT(TINCAY_E_MISUSE, tincay_download_close(download));
    world.desk = open_desk(in_folder("desk.tincay"));
    read_picture(&world, id, 100000, 65536);
    verify_desk(world.desk);
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
}

/* What a thread does: takes in a file and reads it again. */
static void *stream(void *argument) {
    struct world *world = argument;
    tincay_upload *upload = begin(world);
    char *id;
    write_picture(upload, 3000000, 30000);
    id = end(upload);
    read_picture(world, id, 3000000, 70000);
    free(id);
    return NULL;
}

static void several_threads_stream_at_once_on_one_desk(void) {
    struct world world = make_world();
    pthread_t threads[4];
    size_t index;
    tincay_bytes list;
    for (index = 0; index < 4; index++)
        CHECK(pthread_create(&threads[index], NULL, stream, &world) == 0);
    for (index = 0; index < 20; index++) {
        EXPECT(TINCAY_OK, tincay_desk_list(world.desk, NULL, 0, &list));
        tincay_bytes_free(&list);
    }
    for (index = 0; index < 4; index++)
        CHECK(pthread_join(threads[index], NULL) == 0);
    verify_desk(world.desk);
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
}

static void a_child_process_cannot_go_on_with_a_file(void) {
    struct world world = make_world();
    tincay_upload *upload = begin(&world);
    tincay_download *download;
    char *id;
    int status;
    pid_t child;
    write_picture(upload, 5000, 5000);
    id = end(upload);
    upload = begin(&world);
    EXPECT(TINCAY_OK, tincay_desk_attachment(world.desk, world.report, id, &download, NULL));
    child = fork();
    if (child == 0) {
        uint8_t bytes[4];
        size_t size;
        tincay_bytes result;
        EXPECT(TINCAY_E_FORKED, tincay_upload_write(upload, (const uint8_t *)"abcd", 4));
        EXPECT(TINCAY_E_FORKED, tincay_upload_end(upload, &result));
        EXPECT(TINCAY_E_FORKED, tincay_download_read(download, bytes, 4, &size));
        EXPECT(TINCAY_E_FORKED, tincay_upload_close(upload));
        EXPECT(TINCAY_E_FORKED, tincay_download_close(download));
        _exit(0);
    }
    CHECK(waitpid(child, &status, 0) == child && status == 0);
    write_picture(upload, 5000, 5000);
    free(end(upload));
    EXPECT(TINCAY_OK, tincay_download_close(download));
    verify_desk(world.desk);
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
}

static void a_large_file_takes_no_more_memory_than_a_small_one(void) {
    struct world world = make_world();
    struct rusage before, after;
    tincay_upload *upload = begin(&world);
    char *id;
    write_picture(upload, 100, 100);
    free(end(upload));
    getrusage(RUSAGE_SELF, &before);
    upload = begin(&world);
    write_picture(upload, (size_t)48 << 20, 1 << 20);
    id = end(upload);
    read_picture(&world, id, (size_t)48 << 20, 1 << 20);
    getrusage(RUSAGE_SELF, &after);
    /* The passphrase took 64 MiB before; what came since may not add to that. */
    CHECK(after.ru_maxrss - before.ru_maxrss < 8192);
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
}

static void one_file_is_destroyed_and_its_report_stays(void) {
    struct world world = make_world();
    tincay_upload *upload = begin(&world);
    tincay_download *download = (tincay_download *)16;
    tincay_bytes report = rubbish();
    char *id;
    write_picture(upload, 5000, 5000);
    id = end(upload);
    EXPECT(TINCAY_E_LIMIT, tincay_desk_detach(world.desk, world.report, id, BYTES("")));
    EXPECT(TINCAY_OK, tincay_desk_detach(world.desk, world.report, id, BYTES("sent twice")));
    EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_detach(world.desk, world.report, id, BYTES("sent twice")));
    EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_attachment(world.desk, world.report, id, &download, &report));
    CHECK(download == NULL && is_empty(report));
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, world.report, &report));
    CHECK(pick_is(report, "/attachments", "[]"));
    tincay_bytes_free(&report);
    verify_desk(world.desk);
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"a file comes back as it was", a_file_comes_back_as_it_was},
        {"an upload that failed or ended can only be closed", an_upload_that_failed_or_ended_can_only_be_closed},
        {"closing the desk closes what is open of its files", closing_the_desk_closes_what_is_open_of_its_files},
        {"several threads stream at once on one desk", several_threads_stream_at_once_on_one_desk},
        {"a child process cannot go on with a file", a_child_process_cannot_go_on_with_a_file},
        {"a large file takes no more memory than a small one", a_large_file_takes_no_more_memory_than_a_small_one},
        {"one file is destroyed and its report stays", one_file_is_destroyed_and_its_report_stays},
    };
    return RUN(cases);
}
