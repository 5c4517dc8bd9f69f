#define _GNU_SOURCE
#include "forge.h"

#include <dirent.h>
#include <stdarg.h>

static char folder_name[64];
struct sample form_sample, default_form_sample, answers_sample, bundle_sample, receipt_sample, card_sample,
    share_sample, setup_sample, point_sample, point_key_sample, report_sample;
struct world world;

/* Reports of the fuzzer have numbers from here on; those that are forged may have any. */
enum { FIRST_NUMBER = 7000000, MOST_TOLD = 4096 };

const char FUZZ_FORM[] =
    "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$id\":\"urn:example:fuzz\","
    "\"x-tincay-form\":{\"id\":\"fuzz\",\"version\":\"1\"},\"type\":\"object\",\"required\":[\"story\"],"
    "\"unevaluatedProperties\":false,\"properties\":{"
    "\"story\":{\"type\":\"string\",\"x-tincay-section\":\"facts\",\"maxLength\":2000},"
    "\"number\":{\"type\":\"integer\",\"x-tincay-section\":\"facts\"},"
    "\"people\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"age\":{\"type\":\"integer\"}}}},"
    "\"child\":{\"type\":\"string\",\"x-tincay-section\":\"identity\"},\"staff\":{\"type\":\"boolean\"}},"
    "\"x-tincay-hotlines\":[{\"number\":\"111\",\"always\":true}],"
    "\"x-tincay-routes\":[{\"id\":\"R\",\"remove\":[\"STAFF\"],\"when\":{\"properties\":{\"staff\":{\"const\":true}},"
    "\"required\":[\"staff\"]}}]}";
const char FUZZ_ANSWERS[] = "{\"story\":\"something\",\"number\":1,\"child\":\"somebody\"}";

/* ---------------------------------------------------------------------------------------------- answers */

void is_answer(int line, tincay_status status, tincay_bytes *output) {
    int family = TINCAY_STATUS_FAMILY(status);
    counts->answers++;
    counts->accepted += status == TINCAY_OK;
    if (family == TINCAY_E_INTERNAL || family == TINCAY_E_NOMEM || family == TINCAY_E_FORKED)
        printf("    line %d: answered %s\n", line, tincay_status_name(status));
    CHECK(status >= 0 && family != TINCAY_E_INTERNAL && family != TINCAY_E_FORKED && family != TINCAY_E_NOMEM);
    CHECK(status == TINCAY_OK || strcmp(tincay_status_name(family), "TINCAY_E_INTERNAL") != 0);
    if (output != NULL) {
        /* After answers were judged, whatever goes wrong comes with whom to call. */
        int may_have_result = family == TINCAY_E_INVALID_REPORT || family == TINCAY_E_TAMPERED ||
                              family == TINCAY_E_NO_READER || family == TINCAY_E_LATER || family == TINCAY_E_LIMIT ||
                              family == TINCAY_E_FORMAT || (family >= TINCAY_E_BUSY && family <= TINCAY_E_ACCESS);
        CHECK(output->data != NULL ? output->data[output->size] == 0 : is_empty(*output));
        CHECK(status == TINCAY_OK ? output->data != NULL : may_have_result || is_empty(*output));
        tincay_bytes_free(output);
    }
}

/* ---------------------------------------------------------------------------------------------- files */

void make_fuzz_folder(void) {
    /* In memory, where that can be: nothing here is about the disk, and waiting for one would take most of the time. */
    snprintf(folder_name, sizeof folder_name, "%s/tincay-fuzz-XXXXXX",
             access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    CHECK(mkdtemp(folder_name) != NULL);
}

void remove_folder_of_fuzz(const char *path) {
    DIR *directory = opendir(path);
    struct dirent *entry;
    while (directory != NULL && (entry = readdir(directory)) != NULL) {
        char *inside = text("%s/%s", path, entry->d_name);
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 && unlink(inside) != 0)
            remove_folder_of_fuzz(inside);
        free(inside);
    }
    if (directory != NULL)
        closedir(directory);
    rmdir(path);
}

void remove_fuzz_folder(void) {
    remove_folder_of_fuzz(folder_name);
}

const char *in_fuzz(const char *name) {
    static char paths[8][400];
    static int turn;
    char *path = paths[turn++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", folder_name, name);
    return path;
}

void remove_database(const char *path) {
    static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    size_t index;
    for (index = 0; index < sizeof ends / sizeof *ends; index++) {
        char *name = text("%s%s", path, ends[index]);
        unlink(name);
        free(name);
    }
}

void copy_file(const char *from, const char *to) {
    struct sample file = sample_of_file(from);
    remove_database(to);
    write_file(to, file.bytes, file.size);
    free(file.bytes);
}

char *text(const char *format, ...) {
    char *made;
    va_list list;
    va_start(list, format);
    CHECK(vasprintf(&made, format, list) >= 0);
    va_end(list);
    return made;
}

/* ---------------------------------------------------------------------------------------------- good inputs */

static void keep_sample(const char *name, tincay_bytes bytes) {
    write_file(in_fuzz(name), bytes.data, bytes.size);
}

static void make_desk_with(const char *name, const char *authority) {
    char *setup = text("{\"name\":\"%s\",\"kdf\":{\"memory_mib\":64,\"passes\":2}%s}", name, authority);
    EXPECT(TINCAY_OK, tincay_desk_create(in_fuzz(name), PERSON, BYTES(PASSPHRASE), BYTES(setup)));
    free(setup);
}

/* Two desks that open an identity together, one that only the fuzzer has, and a box for the three. */
void make_samples(void) {
    tincay_form *form;
    tincay_bytes result, bundle, receipt, card, other_card, list, share;
    tincay_desk *desk, *other;
    tincay_box *box;
    char *authority =
        text(",\"authority\":[%s,%s]", card_of_party(&signers[0], "One"), card_of_party(&signers[1], "Two"));
    char *setup, *id;
    EXPECT(TINCAY_OK, tincay_form_open(BYTES(FUZZ_FORM), &form));
    make_desk_with("desk", authority);
    make_desk_with("other", authority);
    desk = open_desk(in_fuzz("desk"));
    other = open_desk(in_fuzz("other"));
    EXPECT(TINCAY_OK, tincay_desk_keep(desk, form));
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &card));
    EXPECT(TINCAY_OK, tincay_desk_card(other, &other_card));
    setup =
        text("{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"bundle_mib\":1,\"slots_per_day\":8,\"flood\":{\"burst\":"
             "100000},\"desks\":[%s,"
             "{\"card\":%s,\"destinations\":[\"STAFF\"],\"sections\":[\"facts\",\"identity\"]},"
             "{\"card\":%s,\"destinations\":[\"PROVINCE\"]}],\"together\":[{\"sections\":[\"identity\"],\"need\":2}]"
             "%s}",
             (char *)card.data, (char *)other_card.data, card_of_party(&ghost, "Ghost"), authority);
    write_file(in_fuzz("setup"), setup, strlen(setup));
    EXPECT(TINCAY_OK, tincay_box_create(in_fuzz("box"), BYTES(setup)));
    box = open_box(in_fuzz("box"));
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES(FUZZ_ANSWERS), NULL, &result));
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_box_settle(box, receipt.data, receipt.size, &result));
    keep_sample("receipt", receipt);
    EXPECT(TINCAY_OK, tincay_desk_collect(other, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &list));
    id = pick(list, "/cases/0/id");
    EXPECT(TINCAY_OK, tincay_desk_share(other, id, card.data, card.size, &share));
    EXPECT(TINCAY_OK, tincay_box_directory(box, NULL, &result));
    write_file(in_fuzz("point"), pick(result, "/point"), 32);
    write_file(in_fuzz("report"), id, 32);
    keep_sample("bundle", bundle);
    keep_sample("card", card);
    keep_sample("share", share);
    EXPECT(TINCAY_OK, tincay_box_close(box));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    EXPECT(TINCAY_OK, tincay_desk_close(other));
}

void read_samples(void) {
    struct sample opened;
    form_sample = sample_of_text(FUZZ_FORM);
    answers_sample = sample_of_text(FUZZ_ANSWERS);
    default_form_sample = sample_of_file("Forms/vn-cp-intake.json");
    bundle_sample = sample_of_file(in_fuzz("bundle"));
    receipt_sample = sample_of_file(in_fuzz("receipt"));
    card_sample = sample_of_file(in_fuzz("card"));
    share_sample = sample_of_file(in_fuzz("share"));
    setup_sample = sample_of_file(in_fuzz("setup"));
    point_sample = sample_of_file(in_fuzz("point"));
    report_sample = sample_of_file(in_fuzz("report"));
    opened = open_parcel(BUNDLE, bundle_sample, &ghost);
    point_key_sample = sample_of(opened.bytes + 64, 32);
    free(opened.bytes);
}

/* ---------------------------------------------------------------------------------------------- the world of a batch */

void open_desk_of_world(void) {
    copy_file(in_fuzz("desk"), in_fuzz("live-desk"));
    world.desk = open_desk(in_fuzz("live-desk"));
}

void open_box_of_world(void) {
    copy_file(in_fuzz("box"), in_fuzz("live-box"));
    world.box = open_box(in_fuzz("live-box"));
    EXPECT(TINCAY_OK, tincay_form_open(form_sample.bytes, form_sample.size, &world.form));
}

void open_world(void) {
    open_desk_of_world();
    open_box_of_world();
}

void tell_box(void) {
    tincay_bytes result;
    char *answers = text("{\"story\":\"what must arrive\",\"number\":%ld}", FIRST_NUMBER + world.told);
    EXPECT(TINCAY_OK, tincay_box_submit(world.box, world.form, BYTES(answers), NULL, &result));
    CHECK(world.told < MOST_TOLD);
    world.told++;
    tincay_bytes_free(&result);
    free(answers);
}

long total_cases(void) {
    tincay_bytes list;
    long total;
    EXPECT(TINCAY_OK, tincay_desk_list(world.desk, BYTES("{\"limit\":1}"), &list));
    total = pick_number(list, "/total");
    tincay_bytes_free(&list);
    return total;
}

void still_works(void) {
    static unsigned turn;
    if (world.box != NULL) {
        tincay_bytes status;
        EXPECT(TINCAY_OK, tincay_box_status(world.box, &status));
        tincay_bytes_free(&status);
        if (turn++ % 16 == 0)
            tell_box();
    }
    if (world.desk != NULL)
        (void)total_cases();
}

long carry_round(tincay_box *box) {
    tincay_bytes status, bundle, receipt;
    long waiting;
    EXPECT(TINCAY_OK, tincay_box_status(box, &status));
    waiting = pick_number(status, "/bundles_waiting");
    tincay_bytes_free(&status);
    /* The round under way may begin anywhere, so that one more is needed to have all of them. */
    for (waiting += 2; waiting > 0; waiting--) {
        EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
        EXPECT(TINCAY_OK, tincay_desk_collect(world.desk, bundle.data, bundle.size, &receipt));
        tincay_bytes_free(&bundle);
        tincay_bytes_free(&receipt);
    }
    return total_cases();
}

/* Reads what came from the box itself and counts how often each number did. */
static void count_arrivals(unsigned char *found) {
    char after[64] = "";
    for (;;) {
        char pointer[40], *query = text("{\"point\":\"P\",\"limit\":1000%s}", after);
        tincay_bytes list;
        int row;
        EXPECT(TINCAY_OK, tincay_desk_list(world.desk, BYTES(query), &list));
        free(query);
        for (row = 0; row < 1000; row++) {
            tincay_bytes report, value;
            char *id;
            snprintf(pointer, sizeof pointer, "/cases/%d/id", row);
            id = pick(list, pointer);
            if (id == NULL)
                break;
            EXPECT(TINCAY_OK, tincay_desk_read(world.desk, id, &report));
            if (tincay_json_pick(report.data, report.size, "/sections/facts/number", &value) == TINCAY_OK) {
                long number = strtol((char *)value.data, NULL, 10) - FIRST_NUMBER;
                if (number >= 0 && number < world.told && found[number] < 255)
                    found[number]++;
                tincay_bytes_free(&value);
            }
            snprintf(after, sizeof after, ",\"after\":\"%s\"", id);
            tincay_bytes_free(&report);
            free(id);
        }
        tincay_bytes_free(&list);
        if (row < 1000)
            return;
    }
}

void nothing_was_lost(void) {
    static unsigned char found[MOST_TOLD];
    long number;
    if (world.desk == NULL)
        open_desk_of_world();
    EXPECT(TINCAY_OK, tincay_box_close(world.box));
    world.box = open_box(in_fuzz("live-box"));
    carry_round(world.box);
    memset(found, 0, sizeof found);
    count_arrivals(found);
    for (number = 0; number < world.told; number++) {
        if (found[number] != 1)
            printf("    report %ld of %ld arrived %d times\n", number, world.told, found[number]);
        CHECK(found[number] == 1);
    }
    verify_desk(world.desk);
}
