/* Who works at a desk, the shares on paper that let somebody in, a desk's setup, and what is filed with it. */
#include "requests.h"

static const char KEY_FILE[] = "thirty-two bytes and some more of them";

/* ---------------------------------------------------------------------------------------------- people */

static const char *const ROLES[] = {"[\"reports\",\"identities\",\"intake\",\"people\"]", "[\"statistics\"]",
                                    "[\"reports\"]", "[]"};
static const char *const SHARE_SETUPS[] = {"{\"shares\":3,\"needed\":2}", "{\"shares\":16,\"needed\":16}"};

/* Lets somebody in under a strange name, with a strange passphrase and key file, and lets him open the desk if it worked. */
static void try_person(void) {
    struct sample name = changed_string("somebody"), passphrase = changed_string(ANOTHER),
                  key_file = changed_string(KEY_FILE), roles = input_of(ROLES, COUNT(ROLES));
    size_t key_size = random_number() % 2 ? key_file.size : 0;
    tincay_bytes people;
    tincay_status status = tincay_desk_add_person(world.desk, (const char *)name.bytes, passphrase.bytes,
                                                  passphrase.size, key_file.bytes, key_size, roles.bytes, roles.size);
    IS_ANSWER(status, NULL);
    EXPECT(TINCAY_OK, tincay_desk_people(world.desk, &people));
    tincay_bytes_free(&people);
    if (status == TINCAY_OK) {
        EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
        EXPECT(TINCAY_OK, tincay_desk_open_with(in_fuzz("live-desk"), (const char *)name.bytes, passphrase.bytes,
                                                passphrase.size, key_file.bytes, key_size, &world.desk));
        IS_ANSWER(tincay_desk_change_passphrase(world.desk, passphrase.bytes, passphrase.size, key_file.bytes, key_size,
                                                key_file.bytes, key_file.size, NULL, 0),
                  NULL);
        EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
        world.desk = open_desk(in_fuzz("live-desk"));
        EXPECT(TINCAY_OK, tincay_desk_remove_person(world.desk, (const char *)name.bytes));
    }
    free(name.bytes);
    free(passphrase.bytes);
    free(key_file.bytes);
    free(roles.bytes);
}

static struct sample shares_sample;

/* Makes shares, which lie beside the desk that they open. */
static void begin_shares_on_paper(void) {
    tincay_bytes made;
    char *first, *second;
    begin_requests();
    EXPECT(TINCAY_OK, tincay_desk_make_recovery(world.desk, BYTES("{\"shares\":4,\"needed\":2}"), &made));
    first = pick(made, "/shares/0");
    second = pick(made, "/shares/3");
    shares_sample = sample_of_text(text("[\"%s\",\"%s\"]", first, second));
    tincay_bytes_free(&made);
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
    copy_file(in_fuzz("live-desk"), in_fuzz("paper-desk"));
    world.desk = open_desk(in_fuzz("live-desk"));
}

/* Only what is the shares, however it is written, lets somebody in. */
static void try_paper(void) {
    struct sample shares = changed_json(shares_sample), setup = input_of(SHARE_SETUPS, COUNT(SHARE_SETUPS));
    const char *path = in_fuzz("paper-desk");
    tincay_bytes result = rubbish();
    tincay_status status = tincay_desk_try_recovery(world.desk, shares.bytes, shares.size, &result), entered;
    char person[20];
    IS_ANSWER(status, NULL);
    CHECK(result.data == NULL || result.data[result.size] == 0);
    tincay_bytes_free(&result);
    snprintf(person, sizeof person, "person %u", random_number() % 100);
    entered = tincay_desk_recover(path, shares.bytes, shares.size, person, BYTES(ANOTHER), NULL, 0);
    IS_ANSWER(entered, NULL);
    CHECK((status == TINCAY_OK) == (entered == TINCAY_OK));
    if (entered == TINCAY_OK) {
        tincay_desk *desk;
        EXPECT(TINCAY_OK, tincay_desk_open(path, person, BYTES(ANOTHER), &desk));
        EXPECT(TINCAY_OK, tincay_desk_close(desk));
    }
    if (random_number() % 16 == 0) {
        struct sample name = changed_string("new"), passphrase = changed_string(ANOTHER),
                      key_file = changed_string(KEY_FILE);
        IS_ANSWER(tincay_desk_recover(path, shares_sample.bytes, shares_sample.size, (const char *)name.bytes,
                                      passphrase.bytes, passphrase.size, key_file.bytes, key_file.size),
                  NULL);
        free(name.bytes);
        free(passphrase.bytes);
        free(key_file.bytes);
    }
    result = rubbish();
    if (random_number() % 2) {
        tincay_bytes good;
        IS_ANSWER(tincay_desk_make_recovery(world.desk, setup.bytes, setup.size, &result), &result);
        EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
        copy_file(in_fuzz("paper-desk"), in_fuzz("live-desk"));
        world.desk = open_desk(in_fuzz("live-desk"));
        EXPECT(TINCAY_OK, tincay_desk_try_recovery(world.desk, shares_sample.bytes, shares_sample.size, &good));
        tincay_bytes_free(&good);
    }
    free(shares.bytes);
    free(setup.bytes);
}

static const char *const DESK_SETUPS[] = {
    "{\"name\":\"a desk\",\"kdf\":{\"memory_mib\":64,\"passes\":2},\"idle_seconds\":900}",
    "{\"kdf\":{\"target_ms\":100}}", "{\"name\":\"a desk\",\"authority\":[]}"};

static void try_desk_setup(void) {
    struct sample setup = input_of(DESK_SETUPS, COUNT(DESK_SETUPS)), person = changed_string("somebody");
    const char *path = in_fuzz("new");
    tincay_status status =
        tincay_desk_create(path, (const char *)person.bytes, BYTES(PASSPHRASE), setup.bytes, setup.size);
    IS_ANSWER(status, NULL);
    if (status == TINCAY_OK) {
        /* A setup that is taken makes a desk that opens. */
        tincay_desk *desk;
        EXPECT(TINCAY_OK, tincay_desk_open(path, (const char *)person.bytes, BYTES(PASSPHRASE), &desk));
        EXPECT(TINCAY_OK, tincay_desk_close(desk));
    }
    remove_database(path);
    free(setup.bytes);
    free(person.bytes);
}

/* ---------------------------------------------------------------------------------------------- files */

static const char *const ABOUTS[] = {"{\"name\":\"a picture\",\"section\":\"facts\",\"type\":\"image/jpeg\"}",
                                     "{\"name\":\"../../etc/passwd\\u0000\",\"section\":\"identity\"}", "{}"};
/* How files of each kind begin. */
static const struct {
    const char *bytes;
    size_t size;
} HEADS[] = {{"\xff\xd8\xff\xe0\0\x10JFIF", 10},
             {"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16},
             {"GIF89a", 6},
             {"RIFF\0\0\0\0WEBPVP8 ", 16},
             {"\0\0\0\x18"
              "ftypheic\0\0\0\0mif1heic",
              24},
             {"\0\0\0\x18"
              "ftypisom\0\0\0\0isommp42",
              24},
             {"II*\0\x08\0\0\0", 8},
             {"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", 16},
             {"ID3\x04\0\0\0\0\0\0", 10},
             {"OggS\0\x02", 6},
             {"RIFF\0\0\0\0WAVEfmt ", 16},
             {"#!AMR\n", 6},
             {"fLaC\0\0\0\x22", 8},
             {"%PDF-1.7\n", 9},
             {"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x08\0\0\0mimetypeapplication/"
              "vnd.oasis.opendocument.text",
              77},
             {"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml", 49},
             {"a text with \xc4\x91 and no more", 27}};

/* Reads what was taken in, and finds it as it was. */
static void read_again(const char *id, struct sample content) {
    uint8_t *buffer = malloc(content.size + 1);
    tincay_download *download;
    size_t size;
    EXPECT(TINCAY_OK, tincay_desk_attachment(world.desk, REPORT, id, &download, NULL));
    EXPECT(TINCAY_OK, tincay_download_read(download, buffer, content.size + 1, &size));
    CHECK(size == content.size && memcmp(buffer, content.bytes, size) == 0);
    EXPECT(TINCAY_OK, tincay_download_close(download));
    free(buffer);
}

static void try_attach(void) {
    struct sample about = input_of(ABOUTS, COUNT(ABOUTS)), content;
    size_t which = below(COUNT(HEADS)), half;
    struct sample head = sample_of(HEADS[which].bytes, HEADS[which].size);
    tincay_upload *upload = (tincay_upload *)16;
    tincay_bytes result = rubbish();
    tincay_status status = tincay_desk_attach(world.desk, REPORT, about.bytes, about.size, &upload);
    IS_ANSWER(status, NULL);
    CHECK((status == TINCAY_OK) == (upload != NULL));
    content = random_number() % 4 ? changed(head) : sample_of(head.bytes, head.size);
    pad(&content, content.size + below(200000));
    half = below(content.size + 1);
    if (status == TINCAY_OK) {
        status = tincay_upload_write(upload, content.bytes, half);
        IS_ANSWER(status, NULL);
        if (status == TINCAY_OK) {
            status = tincay_upload_write(upload, content.bytes + half, content.size - half);
            IS_ANSWER(status, NULL);
        }
        if (status == TINCAY_OK && random_number() % 8) {
            char *id;
            status = tincay_upload_end(upload, &result);
            id = status == TINCAY_OK ? pick(result, "/id") : NULL;
            IS_ANSWER(status, &result);
            if (id != NULL) {
                read_again(id, content);
                EXPECT(TINCAY_OK, tincay_desk_detach(world.desk, REPORT, id, BYTES("tried")));
            }
            free(id);
        }
        EXPECT(TINCAY_OK, tincay_upload_close(upload));
    }
    free(about.bytes);
    free(head.bytes);
    free(content.bytes);
}

/* ---------------------------------------------------------------------------------------------- many reports */

static const char *const LINES[] = {"{\"story\":\"one\",\"number\":1}\n\n{\"story\":\"two\",\"child\":\"somebody\"}\r\n"
                                    "{\"number\":3}\nnot one\n{\"story\":\"three\",\"people\":[{\"age\":3}]}"};

static void try_lines(void) {
    struct sample lines = input_of(LINES, COUNT(LINES));
    tincay_bytes results = rubbish();
    IS_ANSWER(tincay_desk_file_many(world.desk, world.form, lines.bytes, lines.size, "en", &results), NULL);
    tincay_bytes_free(&results);
    (void)total_cases();
    free(lines.bytes);
}

const struct target REQUEST_TARGETS[] = {
    {"person", begin_requests, try_person, end_requests}, {"paper", begin_shares_on_paper, try_paper, NULL},
    {"desk-setup", NULL, try_desk_setup, NULL},           {"attach", begin_requests, try_attach, end_requests},
    {"lines", begin_requests, try_lines, end_requests},   {NULL, NULL, NULL, NULL}};
