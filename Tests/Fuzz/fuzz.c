/* A deterministic fuzzer against the built library: takes good inputs, changes them, and sees that each is an answer.
 *
 *     fuzz [SECONDS [SEED]]
 *
 * Inputs are tried in batches, each in a child and each with its own seed, so that a crash names the seed that repeats
 * it: `fuzz 1 SEED` runs that batch first. */
#include "support.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

enum { BATCH = 400, SECONDS_PER_BATCH = 120 };

/* ---------------------------------------------------------------------------------------------- good inputs */

struct sample {
    uint8_t *bytes;
    size_t size;
};

static struct sample form_sample, default_form_sample, answers_sample, bundle_sample, receipt_sample, box_sample,
    desk_sample, card_sample;
static char folder_name[] = "/tmp/tincay-fuzz-XXXXXX";

static const char *const TEXTS[] = {
    "{\"a\":[1,2.5e-3,true,null,\"\\u00e9\\ud83d\\ude00\"],\"b\":{\"c\":{}},\"\":\"\"}",
    "{\"story\":\"Ch\xc3\xa1u kh\xc3\xb4ng mu\xe1\xbb\x91n v\xe1\xbb\x81 nh\xc3\xa0\",\"number\":12}",
    "{\"urgency\":[\"U1\"],\"order\":\"due\",\"limit\":10}",
    "{\"by\":[\"urgency\",\"status\"]}",
    "{\"type\":\"status\",\"status\":\"CLOSED\",\"reason\":\"done\"}",
    "{\"profile\":\"C\",\"session_ok\":true,\"safe_now\":\"N\",\"child_age_est\":9,\"concerns\":[\"V\",\"X\"]}",
    "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/"
    "x\"}},\"$defs\":{\"x\":{\"enum\":[1,\"b\"],\"minLength\":"
    "2}},\"if\":{\"required\":[\"a\"]},\"then\":{\"maxProperties\":3},\"unevaluatedProperties\":false}",
    "{\"type\":\"string\",\"pattern\":\"^(a+)+[^\\\\d]{2,5}$\",\"format\":\"date-time\"}",
};

static const char *const TOKENS[] = {"{",
                                     "}",
                                     "[",
                                     "]",
                                     ",",
                                     ":",
                                     "\"",
                                     "\\",
                                     "\\u",
                                     "\\ud800",
                                     "null",
                                     "true",
                                     "1e999",
                                     "-0",
                                     "1E-400",
                                     "9223372036854775808",
                                     "\xff",
                                     "\xc3",
                                     "\xe1\xbb",
                                     "\xf0\x9f\x98\x80",
                                     "\"$ref\":\"#\"",
                                     "\"type\":",
                                     "\"allOf\":[",
                                     "\"not\":{",
                                     "\"pattern\":\"(a*)*b\"",
                                     "\"x-tincay-triage\":",
                                     "00",
                                     "\x00\x01",
                                     "/",
                                     "~1",
                                     "2026-02-30",
                                     "P1Y"};

static const char *in(const char *name) {
    static char paths[4][300];
    static int turn;
    char *path = paths[turn++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder_name, name);
    return path;
}

static struct sample sample_of(tincay_bytes bytes) {
    struct sample sample;
    sample.size = bytes.size;
    sample.bytes = malloc(bytes.size + 1);
    memcpy(sample.bytes, bytes.data, bytes.size + 1);
    tincay_bytes_free(&bytes);
    return sample;
}

static struct sample sample_of_file(const char *path) {
    struct sample sample;
    sample.bytes = read_file(path, &sample.size);
    return sample;
}

/* Makes one good input of each kind; a child does it, so that no handle is open when the batches fork. */
static void make_samples(void) {
    tincay_form *form = small_form();
    tincay_bytes result, bundle, receipt, card;
    tincay_desk *desk;
    tincay_box *box;
    make_desk(in("desk.tincay"));
    desk = open_desk(in("desk.tincay"));
    EXPECT(TINCAY_OK, tincay_desk_keep(desk, form));
    make_box(in("box.tincay"), desk, ",\"bundle_mib\":1");
    box = open_box(in("box.tincay"));
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES(SMALL_ANSWERS), NULL, &result));
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    write_file(in("bundle"), bundle.data, bundle.size);
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
    write_file(in("receipt"), receipt.data, receipt.size);
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &card));
    write_file(in("card"), card.data, card.size);
    EXPECT(TINCAY_OK, tincay_box_close(box));
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
}

static void read_samples(void) {
    tincay_bytes small;
    form_sample.bytes = (uint8_t *)strdup(SMALL_FORM);
    form_sample.size = strlen(SMALL_FORM);
    answers_sample.bytes = (uint8_t *)strdup(SMALL_ANSWERS);
    answers_sample.size = strlen(SMALL_ANSWERS);
    default_form_sample = sample_of_file("Forms/vn-cp-intake.json");
    bundle_sample = sample_of_file(in("bundle"));
    receipt_sample = sample_of_file(in("receipt"));
    card_sample = sample_of_file(in("card"));
    box_sample = sample_of_file(in("box.tincay"));
    desk_sample = sample_of_file(in("desk.tincay"));
    EXPECT(TINCAY_OK, tincay_json_pick(BYTES("{}"), "", &small));
    (void)sample_of(small);
}

/* ---------------------------------------------------------------------------------------------- changing them */

static size_t below(size_t limit) {
    return limit == 0 ? 0 : random_number() % limit;
}

static void change_once(struct sample *sample) {
    size_t at = below(sample->size + 1), length;
    switch (random_number() % 9) {
    case 0: /* one bit */
        if (at < sample->size)
            sample->bytes[at] ^= (uint8_t)(1 << random_number() % 8);
        break;
    case 1: /* one byte */
        if (at < sample->size)
            sample->bytes[at] = (uint8_t)random_number();
        break;
    case 2: /* shorter */
        sample->size = at;
        break;
    case 3: /* a part left out */
        length = below(sample->size - at + 1) % 64;
        memmove(sample->bytes + at, sample->bytes + at + length, sample->size - at - length);
        sample->size -= length;
        break;
    case 4: { /* a part twice */
        size_t from = below(sample->size + 1);
        length = below(sample->size - from + 1) % 256;
        sample->bytes = realloc(sample->bytes, sample->size + length + 1);
        memmove(sample->bytes + from + length, sample->bytes + from, sample->size - from);
        sample->size += length;
        break;
    }
    case 5: { /* many times the same byte */
        length = 1 + below(300);
        sample->bytes = realloc(sample->bytes, sample->size + length + 1);
        memmove(sample->bytes + at + length, sample->bytes + at, sample->size - at);
        memset(sample->bytes + at, "[{\"0 \x80(\\"[random_number() % 8], length);
        sample->size += length;
        break;
    }
    case 6: /* zeros or ones */
        length = below(sample->size - at + 1) % 32;
        memset(sample->bytes + at, random_number() % 2 ? 0 : 0xff, length);
        break;
    default: { /* something that a parser may trip over */
        const char *token = TOKENS[random_number() % (sizeof TOKENS / sizeof TOKENS[0])];
        length = strlen(token);
        sample->bytes = realloc(sample->bytes, sample->size + length + 1);
        memmove(sample->bytes + at + length, sample->bytes + at, sample->size - at);
        memcpy(sample->bytes + at, token, length);
        sample->size += length;
        break;
    }
    }
}

static struct sample changed(struct sample original) {
    struct sample copy = original;
    int times = 1 + (int)(random_number() % 4);
    copy.bytes = malloc(original.size + 1);
    memcpy(copy.bytes, original.bytes, original.size);
    while (times-- > 0)
        change_once(&copy);
    return copy;
}

static struct sample changed_text(void) {
    const char *text = TEXTS[random_number() % (sizeof TEXTS / sizeof TEXTS[0])];
    struct sample sample;
    sample.bytes = (uint8_t *)text;
    sample.size = strlen(text);
    return changed(sample);
}

/* ---------------------------------------------------------------------------------------------- trying them */

/* A status that the header lists, and an output that is empty when there is no result. */
#define is_answer(status, output) is_answer_of(__LINE__, status, output)

static void is_answer_of(int line, tincay_status status, tincay_bytes *output) {
    int family = TINCAY_STATUS_FAMILY(status);
    if (family == TINCAY_E_INTERNAL || family == TINCAY_E_NOMEM)
        printf("    line %d: answered %s\n", line, tincay_status_name(status));
    CHECK(status >= 0 && family != TINCAY_E_INTERNAL && family != TINCAY_E_FORKED && family != TINCAY_E_NOMEM);
    CHECK(status == TINCAY_OK || strcmp(tincay_status_name(family), "TINCAY_E_INTERNAL") != 0);
    if (output != NULL) {
        int has_result = status == TINCAY_OK || family == TINCAY_E_INVALID_REPORT ||
                         (family == TINCAY_E_TAMPERED && output->data != NULL);
        CHECK(has_result ? output->data != NULL && output->data[output->size] == 0 : is_empty(*output));
        tincay_bytes_free(output);
    }
}

static void try_json(void) {
    static const char *const pointers[] = {"", "/a/0", "/b/c", "/", "/a/b/c", "/story", "/~0~1"};
    struct sample text = changed_text();
    tincay_bytes value = rubbish();
    is_answer(tincay_json_pick(text.bytes, text.size, pointers[random_number() % 7], &value), &value);
    free(text.bytes);
}

static void check_with(tincay_form *form, struct sample answers) {
    tincay_bytes result = rubbish();
    is_answer(tincay_form_check(form, answers.bytes, answers.size, "vi-x-child", &result), &result);
    result = rubbish();
    is_answer(tincay_form_state(form, answers.bytes, answers.size, random_number() % 2 ? "C" : NULL, "en", &result),
              &result);
}

static void try_form(int use_default) {
    struct sample json = changed(use_default           ? default_form_sample
                                 : random_number() % 2 ? form_sample
                                                       : changed_text());
    tincay_form *form = (tincay_form *)16;
    tincay_status status = tincay_form_open(json.bytes, json.size, &form);
    is_answer(status, NULL);
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

static void try_answers(tincay_form *form, tincay_form *whole) {
    struct sample answers = random_number() % 2 ? changed(answers_sample) : changed_text();
    check_with(random_number() % 2 ? form : whole, answers);
    free(answers.bytes);
}

static void try_desk(tincay_desk *desk) {
    struct sample input = changed_text(), bundle;
    tincay_bytes result = rubbish();
    is_answer(tincay_desk_list(desk, input.bytes, input.size, &result), &result);
    result = rubbish();
    is_answer(tincay_desk_count(desk, input.bytes, input.size, &result), &result);
    is_answer(tincay_desk_record(desk, "00112233445566778899aabbccddeeff", input.bytes, input.size), NULL);
    free(input.bytes);
    if (random_number() % 8 == 0) {
        bundle = changed(bundle_sample);
        result = rubbish();
        is_answer(tincay_desk_collect(desk, bundle.bytes, bundle.size, &result), &result);
        free(bundle.bytes);
    }
}

static void try_receipt(tincay_box *box) {
    struct sample receipt = changed(receipt_sample);
    tincay_bytes result = rubbish();
    is_answer(tincay_box_settle(box, receipt.bytes, receipt.size, &result), &result);
    free(receipt.bytes);
}

static void remove_files(const char *name) {
    char path[320];
    const char *base = in(name);
    unlink(base);
    snprintf(path, sizeof path, "%s-wal", base);
    unlink(path);
    snprintf(path, sizeof path, "%s-shm", base);
    unlink(path);
}

static void try_setup(void) {
    struct sample card = changed(card_sample);
    char *setup = malloc(card.size + 200);
    int head = sprintf(setup, "{\"point\":{\"name\":\"P\",\"kind\":\"K\"},\"bundle_mib\":1,\"desks\":[");
    memcpy(setup + head, card.bytes, card.size);
    memcpy(setup + head + card.size, "]}", 2);
    is_answer(tincay_box_create(in("new.tincay"), (uint8_t *)setup, (size_t)head + card.size + 2), NULL);
    remove_files("new.tincay");
    free(setup);
    free(card.bytes);
}

static void try_box_file(tincay_form *form) {
    struct sample file = changed(box_sample);
    tincay_box *box = (tincay_box *)16;
    tincay_status status;
    write_file(in("changed.tincay"), file.bytes, file.size);
    status = tincay_box_open(in("changed.tincay"), &box);
    is_answer(status, NULL);
    CHECK((status == TINCAY_OK) == (box != NULL));
    if (status == TINCAY_OK) {
        tincay_bytes result = rubbish();
        is_answer(tincay_box_submit(box, form, BYTES(SMALL_ANSWERS), NULL, &result), &result);
        result = rubbish();
        is_answer(tincay_box_pack(box, &result), &result);
        result = rubbish();
        is_answer(tincay_box_settle(box, receipt_sample.bytes, receipt_sample.size, &result), &result);
        result = rubbish();
        is_answer(tincay_box_status(box, &result), &result);
        is_answer(tincay_box_tick(box), NULL);
        EXPECT(TINCAY_OK, tincay_box_close(box));
    }
    remove_files("changed.tincay");
    free(file.bytes);
}

static void try_desk_file(void) {
    struct sample file = changed(desk_sample);
    tincay_desk *desk = (tincay_desk *)16;
    tincay_status status;
    write_file(in("changed.tincay"), file.bytes, file.size);
    status = tincay_desk_open(in("changed.tincay"), PERSON, BYTES(PASSPHRASE), &desk);
    is_answer(status, NULL);
    CHECK((status == TINCAY_OK) == (desk != NULL));
    if (status == TINCAY_OK) {
        tincay_bytes result = rubbish();
        is_answer(tincay_desk_verify(desk, &result), &result);
        result = rubbish();
        is_answer(tincay_desk_collect(desk, bundle_sample.bytes, bundle_sample.size, &result), &result);
        result = rubbish();
        is_answer(tincay_desk_list(desk, NULL, 0, &result), &result);
        EXPECT(TINCAY_OK, tincay_desk_close(desk));
    }
    remove_files("changed.tincay");
    free(file.bytes);
}

static void run_batch(uint64_t seed) {
    tincay_form *form, *whole;
    tincay_desk *desk;
    tincay_box *box;
    int round;
    random_seed(seed);
    form = small_form();
    whole = default_form();
    desk = open_desk(in("desk.tincay"));
    box = open_box(in("box.tincay"));
    for (round = 0; round < BATCH; round++) {
        try_json();
        try_form(round % 16 == 0);
        try_answers(form, whole);
        try_desk(desk);
        try_receipt(box);
        if (round % 4 == 0)
            try_box_file(form);
        if (round % 10 == 0)
            try_setup();
        if (round % 80 == 0)
            try_desk_file();
    }
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    EXPECT(TINCAY_OK, tincay_box_close(box));
}

static int in_child(void (*work)(void), uint64_t seed) {
    int status;
    pid_t child = fork();
    if (child == 0) {
        alarm(SECONDS_PER_BATCH);
        if (work != NULL)
            work();
        else
            run_batch(seed);
        _exit(0);
    }
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFSIGNALED(status))
        printf("    killed by signal %d\n", WTERMSIG(status));
    return status;
}

int main(int argc, char **argv) {
    long seconds = argc > 1 ? atol(argv[1]) : 10, batches = 0, failed = 0;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    static const char *const files[] = {"bundle", "receipt", "card"};
    time_t end = time(NULL) + seconds;
    size_t index;
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (mkdtemp(folder_name) == NULL || in_child(make_samples, 0) != 0)
        return 2;
    read_samples();
    do {
        if (in_child(NULL, seed) != 0) {
            printf("FAILED a batch of changed inputs; repeat it with: %s 1 %llu\n", argv[0], (unsigned long long)seed);
            failed++;
        }
        batches++;
        seed++;
    } while (time(NULL) < end && failed < 5);
    for (index = 0; index < sizeof files / sizeof files[0]; index++)
        unlink(in(files[index]));
    remove_files("changed.tincay");
    remove_files("new.tincay");
    remove_files("box.tincay");
    remove_files("desk.tincay");
    rmdir(folder_name);
    printf("%ld inputs of each kind\n", batches * BATCH);
    printf("Fuzz: %ld passed, %ld failed\n", batches - failed, failed);
    return failed > 0;
}
