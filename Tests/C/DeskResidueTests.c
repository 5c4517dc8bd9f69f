/* What people told, wrote, looked for or keep with a report is in no file of a desk and, once its output was freed, nowhere in
 * memory, while the desk stays open. A child works at a desk and stops at agreed places; its parent searches there. */
#define _GNU_SOURCE
#include "canary.h"
#include "day.h"
#include "residue.h"
#include "support.h"

/* The host's own buffer, which is wiped after each use. */
enum { BUFFER_SIZE = 8192, FILE_SIZE = 40000 };
static char buffer[BUFFER_SIZE];
static uint8_t content[FILE_SIZE];

static tincay_desk *desk, *other;
static tincay_form *form;
static char *report, *second;

#define DONE(call)                                                                                                     \
    do {                                                                                                               \
        EXPECT(TINCAY_OK, call);                                                                                       \
        wipe(buffer, sizeof buffer);                                                                                   \
    } while (0)

/* Writes a text with words into the buffer: a digit behind % is a word, anything else is itself. */
static size_t write_text(const char *format) {
    char *end = buffer;
    for (; *format; format++) {
        if (*format == '%')
            end = write_canary(end, *++format - '0');
        else
            *end++ = *format;
    }
    *end = 0;
    return (size_t)(end - buffer);
}

/* Writes a text, gives it to the desk, and wipes both. */
static void ask(tincay_status (*question)(tincay_desk *, const uint8_t *, size_t, tincay_bytes *), const char *format) {
    size_t size = write_text(format);
    tincay_bytes out;
    DONE(question(desk, (uint8_t *)buffer, size, &out));
    tincay_bytes_free(&out);
}

static void record(const char *id, const char *format) {
    size_t size = write_text(format);
    DONE(tincay_desk_record(desk, id, (uint8_t *)buffer, size));
}

static char *file_report(const char *format) {
    size_t size = write_text(format);
    tincay_bytes result;
    char *id;
    DONE(tincay_desk_file(desk, form, (uint8_t *)buffer, size, "vi", &result));
    id = pick(result, "/id");
    CHECK(id != NULL);
    tincay_bytes_free(&result);
    return id;
}

/* ---------------------------------------------------------------------------------------------- working */

/* What was looked for last is kept in locked memory until the desk is locked, for the pages that follow. */
static const struct stop WORKING[] = {{"reports were filed", 0, 0},
                                      {"many were filed at once", 0, 0},
                                      {"notes and reasons were entered", 0, 0},
                                      {"cases were linked", 0, 0},
                                      {"the report is in the counsellor's hands", 0, 15},
                                      {"it was given back", 0, 0},
                                      {"an official form was filled in", 0, 0},
                                      {"words were looked for", 8, 0},
                                      {"a person's data were looked for", 8, 0},
                                      {"cases were compared", 8, 0},
                                      {"cases were counted and listed, and a table was published", 8, 0},
                                      {"the desk is locked", 0, 0},
                                      {"it is unlocked again", 0, 0},
                                      {"the report was shredded", 0, 0},
                                      {"all is closed", 0, 0},
                                      {NULL, 0, 0}};

/* Answers in which each word stands in a section of its own. */
static const char ANSWERS[] =
    "{\"profile\":\"K\",\"session_ok\":true,\"about\":\"OTHER_CHILD\",\"safe_now\":\"N\",\"hurt_now\":\"Y\","
    "\"concerns\":"
    "[\"V1\"],\"channel\":\"HOTLINE\",\"intake_point\":{\"kind\":\"NODE-COMMUNE\",\"name\":\"a "
    "commune\"},\"narrative\":"
    "\"%0\",\"child_name\":\"%1\",\"child_age_est\":9,\"child_sex\":\"F\",\"reporter_kind\":\"NEIGHBOUR\","
    "\"anonymous\":false,"
    "\"reporter_name\":\"%2\",\"poc_text\":\"%3\",\"poc_relation\":\"STEPFATHER\",\"happening\":\"NOW\"}";

static void open_desk_of_words(void) {
    const char *path = in_folder("desk.tincay");
    make_desk(path);
    desk = open_desk(path);
    form = default_form();
    EXPECT(TINCAY_OK, tincay_desk_keep(desk, form));
    report = file_report(ANSWERS);
    second = file_report(ANSWERS);
}

static void file_many(void) {
    size_t size = write_text(ANSWERS);
    tincay_bytes results;
    buffer[size++] = '\n';
    buffer[size++] = '{';
    DONE(tincay_desk_file_many(desk, form, (uint8_t *)buffer, size, NULL, &results));
    tincay_bytes_free(&results);
}

static void link_cases(void) {
    char format[200];
    snprintf(format, sizeof format, "{\"type\":\"link\",\"with\":\"%s\",\"kind\":\"SIBLING\",\"reason\":\"%%2 %%3\"}",
             second);
    record(report, format);
}

static void work_at_a_desk(void) {
    tincay_bytes out;
    open_desk_of_words();
    stop_here();
    file_many();
    stop_here();

    record(report, "{\"type\":\"note\",\"text\":\"%0 %3\"}");
    record(report, "{\"type\":\"status\",\"status\":\"ASSESSING\",\"reason\":\"%1 %2\"}");
    record(report, "{\"type\":\"need\",\"need\":\"SAFETY\",\"reason\":\"%0\"}");
    record(report, "{\"type\":\"urgency\",\"urgency\":\"U5\",\"reason\":\"%1\"}");
    stop_here();
    link_cases();
    stop_here();

    EXPECT(TINCAY_OK, tincay_desk_read(desk, report, &out));
    stop_here();
    tincay_bytes_free(&out);
    stop_here();
    EXPECT(TINCAY_OK, tincay_desk_export(desk, report, "M01", &out));
    tincay_bytes_free(&out);
    stop_here();

    ask(tincay_desk_find, "{\"text\":\"%0\",\"snippet\":true}");
    ask(tincay_desk_find, "{\"text\":\"\\\"%1\\\"\",\"exact\":true}");
    ask(tincay_desk_find, "{\"text\":\"%3\",\"sections\":[\"notes\"],\"snippet\":true}");
    stop_here();
    ask(tincay_desk_subject, "{\"name\":\"%1\",\"reason\":\"%2\",\"sections\":true}");
    stop_here();
    EXPECT(TINCAY_OK, tincay_desk_similar(desk, report, &out));
    tincay_bytes_free(&out);
    stop_here();
    ask(tincay_desk_count, "{\"by\":[\"urgency\",\"status\"]}");
    ask(tincay_desk_list, "{}");
    ask(tincay_desk_breach, "{}");
    ask(tincay_desk_release,
        "{\"shape\":\"total\",\"period\":{\"year\":2024},\"unit\":{\"level\":\"desk\",\"children\":"
        "100000}}");
    stop_here();

    EXPECT(TINCAY_OK, tincay_desk_lock(desk));
    stop_here();
    EXPECT(TINCAY_OK, tincay_desk_unlock(desk, BYTES(PASSPHRASE), NULL, 0));
    stop_here();
    EXPECT(TINCAY_OK, tincay_desk_shred(desk, report, BYTES("asked for")));
    stop_here();
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    EXPECT(TINCAY_OK, tincay_form_close(form));
    stop_here();
}

/* ---------------------------------------------------------------------------------------------- files */

static const struct stop KEEPING[] = {{"a file is coming in", 15, 0},
                                      {"it was given up", 0, 0},
                                      {"a file was taken in", 0, 0},
                                      {"its name is in the host's hands", 0, 8},
                                      {"it is in the host's hands", 0, 15},
                                      {"it was closed", 0, 0},
                                      {"it was destroyed", 0, 0},
                                      {"all is closed", 0, 0},
                                      {NULL, 0, 0}};

/* Begins a file with words in it, of which the host wipes what it had. */
static tincay_upload *begin_file(void) {
    size_t size = write_text("{\"name\":\"%3\"}"), place;
    tincay_upload *upload;
    DONE(tincay_desk_attach(desk, report, (uint8_t *)buffer, size, &upload));
    memset(content, '.', sizeof content);
    memcpy(content, "\xff\xd8\xff\xe0", 4);
    for (place = 0; place < WORDS; place++)
        write_canary((char *)content + 9000 * (place + 1), (int)place);
    EXPECT(TINCAY_OK, tincay_upload_write(upload, content, sizeof content));
    wipe(content, sizeof content);
    return upload;
}

static void keep_files(void) {
    tincay_upload *upload;
    tincay_download *download;
    tincay_bytes out;
    size_t size;
    char *id;
    open_desk_of_words();
    upload = begin_file();
    stop_here();
    EXPECT(TINCAY_OK, tincay_upload_close(upload));
    stop_here();
    upload = begin_file();
    EXPECT(TINCAY_OK, tincay_upload_end(upload, &out));
    id = pick(out, "/id");
    tincay_bytes_free(&out);
    EXPECT(TINCAY_OK, tincay_upload_close(upload));
    stop_here();

    EXPECT(TINCAY_OK, tincay_desk_attachment(desk, report, id, &download, &out));
    stop_here();
    tincay_bytes_free(&out);
    EXPECT(TINCAY_OK, tincay_download_read(download, content, sizeof content, &size));
    CHECK(size == sizeof content);
    stop_here();
    wipe(content, sizeof content);
    EXPECT(TINCAY_OK, tincay_download_close(download));
    stop_here();
    size = write_text("%2");
    DONE(tincay_desk_detach(desk, report, id, (uint8_t *)buffer, size));
    stop_here();
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    EXPECT(TINCAY_OK, tincay_form_close(form));
    stop_here();
}

/* ---------------------------------------------------------------------------------------------- between desks */

static const struct stop REFERRING[] = {{"sections were referred", 0, 0},
                                        {"they are at the other desk", 0, 0},
                                        {"they are in the hands of the other desk", 0, 15},
                                        {"they were given back", 0, 0},
                                        {"the answer is here", 0, 0},
                                        {"they were taken back", 0, 0},
                                        {"all is closed", 0, 0},
                                        {NULL, 0, 0}};

/* Carries a bundle to a desk, and keeps it among the files that are searched. */
static void carry(tincay_bytes *bundle, tincay_desk *to) {
    tincay_bytes back;
    write_file(in_folder("bundle"), bundle->data, bundle->size);
    EXPECT(TINCAY_OK, tincay_desk_collect(to, bundle->data, bundle->size, &back));
    tincay_bytes_free(bundle);
    tincay_bytes_free(&back);
}

static void refer_to_a_desk(void) {
    tincay_bytes own_card, card, result, bundle;
    char format[4000], *id;
    size_t size;
    open_desk_of_words();
    make_desk(in_folder("other.tincay"));
    other = open_desk(in_folder("other.tincay"));
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &own_card));
    EXPECT(TINCAY_OK, tincay_desk_card(other, &card));
    EXPECT(TINCAY_OK, tincay_desk_know(other, own_card.data, own_card.size));
    snprintf(format, sizeof format,
             "{\"to\":%s,\"sections\":[\"facts\",\"identity\",\"accused\"],\"purpose\":[\"SVC-PSY\"],\"legal_basis\":"
             "[\"CHILDREN_LAW_51\"],\"consent\":{\"by\":\"%%2\",\"when\":\"2026-03-01\",\"how\":\"%%0\"},"
             "\"expires\":\"2999-12-31\",\"note\":\"%%3\"}",
             (char *)card.data);
    size = write_text(format);
    DONE(tincay_desk_refer(desk, report, (uint8_t *)buffer, size, &result, &bundle));
    id = pick(result, "/id");
    tincay_bytes_free(&result);
    write_file(in_folder("bundle"), bundle.data, bundle.size);
    stop_here();
    carry(&bundle, other);
    stop_here();
    EXPECT(TINCAY_OK, tincay_desk_read(other, id, &result));
    stop_here();
    tincay_bytes_free(&result);
    stop_here();
    size = write_text("{\"state\":\"DECLINED_CHILD\",\"note\":\"%1 %2\"}");
    DONE(tincay_desk_answer(other, id, (uint8_t *)buffer, size, &bundle));
    carry(&bundle, desk);
    stop_here();
    size = write_text("%0");
    DONE(tincay_desk_withdraw(desk, id, (uint8_t *)buffer, size, &bundle));
    carry(&bundle, other);
    stop_here();
    EXPECT(TINCAY_OK, tincay_desk_close(other));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    EXPECT(TINCAY_OK, tincay_form_close(form));
    stop_here();
}

/* ---------------------------------------------------------------------------------------------- people */

static const struct stop ADMITTING[] = {{"somebody has a name that is a word", 0, 1},
                                        {"that person came in with a key file", 0, 1},
                                        {"the desk is locked, and knows who has to unlock it", 0, 1},
                                        {"the passphrase is another", 0, 1},
                                        {"all is closed", 0, 0},
                                        {NULL, 0, 0}};

/* Names of people are no secret at their desk, but in no file; passphrases and key files are nowhere. */
static void admit_people(void) {
    const char *path = in_folder("desk.tincay");
    char *name = malloc(WORD_SIZE), *key = malloc(WORD_SIZE);
    size_t size, new_size, key_size;
    open_desk_of_words();
    *write_canary(name, 0) = 0;
    key_size = (size_t)(write_canary(key, 1) - key);
    size = write_text("%2");
    DONE(tincay_desk_add_person(desk, name, (uint8_t *)buffer, size, (uint8_t *)key, key_size,
                                BYTES("[\"reports\",\"identities\"]")));
    wipe(name, WORD_SIZE);
    wipe(key, WORD_SIZE);
    stop_here();
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    *write_canary(name, 0) = 0;
    write_canary(key, 1);
    size = write_text("%2");
    DONE(tincay_desk_open_with(path, name, (uint8_t *)buffer, size, (uint8_t *)key, key_size, &desk));
    wipe(name, WORD_SIZE);
    wipe(key, WORD_SIZE);
    stop_here();
    EXPECT(TINCAY_OK, tincay_desk_lock(desk));
    stop_here();
    write_canary(key, 1);
    size = write_text("%2");
    DONE(tincay_desk_unlock(desk, (uint8_t *)buffer, size, (uint8_t *)key, key_size));
    /* The old one is the beginning of what the new one is all of. */
    size = write_text("%2");
    new_size = write_text("%2%3");
    DONE(tincay_desk_change_passphrase(desk, (uint8_t *)buffer, size, (uint8_t *)key, key_size, (uint8_t *)buffer,
                                       new_size, NULL, 0));
    wipe(key, WORD_SIZE);
    stop_here();
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    EXPECT(TINCAY_OK, tincay_form_close(form));
    free(name);
    free(key);
    stop_here();
}

/* ---------------------------------------------------------------------------------------------- cases */

static void what_is_worked_with_stays_nowhere(void) {
    search_at_stops(work_at_a_desk, WORKING);
}

static void files_that_are_kept_stay_sealed(void) {
    search_at_stops(keep_files, KEEPING);
}

static void what_goes_to_another_desk_stays_nowhere(void) {
    search_at_stops(refer_to_a_desk, REFERRING);
}

static void passphrases_stay_nowhere_and_names_in_no_file(void) {
    search_at_stops(admit_people, ADMITTING);
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"what is worked with stays nowhere once it was given back", what_is_worked_with_stays_nowhere},
        {"files that are kept are in locked memory only, and then nowhere", files_that_are_kept_stay_sealed},
        {"what goes to another desk stays nowhere", what_goes_to_another_desk_stays_nowhere},
        {"passphrases stay nowhere, and names of people in no file", passphrases_stay_nowhere_and_names_in_no_file},
    };
    return RUN(cases);
}
