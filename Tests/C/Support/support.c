#include "support.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

enum { SKIPPED = 77, SECONDS_PER_CASE = 240 };

static char folder[256];

const char SMALL_FORM[] =
    "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$id\":\"https://example.org/small\",\"type\":"
    "\"object\",\"properties\":{\"story\":{\"type\":\"string\",\"maxLength\":5000},\"number\":{\"type\":\"integer\","
    "\"minimum\":0}},\"required\":[\"story\"],\"unevaluatedProperties\":false}";
const char SMALL_ANSWERS[] = "{\"story\":\"something happened\",\"number\":7}";
const char PERSON[] = "counsellor";
const char PASSPHRASE[] = "correct horse battery staple";
const char QUICK_DESK[] = "{\"name\":\"Desk of the test\",\"kdf\":{\"memory_mib\":64,\"passes\":2}}";

/* ---------------------------------------------------------------------------------------------- cases */

static char doing[300];

void during(const char *what) {
    snprintf(doing, sizeof doing, "%s", what);
}

static void say_what(void) {
    if (doing[0])
        printf("    %s\n", doing);
}

void fail(const char *file, int line, const char *what) {
    say_what();
    printf("    %s:%d: %s\n", file, line, what);
    fflush(stdout);
    _exit(1);
}

void expect(const char *file, int line, const char *call, tincay_status expected, tincay_status actual) {
    if (expected == actual)
        return;
    say_what();
    printf("    %s:%d: %s is %s (%d), not %s\n", file, line, call, tincay_status_name(actual), (int)actual,
           tincay_status_name(expected));
    fflush(stdout);
    _exit(1);
}

void skip(const char *reason) {
    printf("    %s\n", reason);
    fflush(stdout);
    _exit(SKIPPED);
}

static void remove_folder(const char *path) {
    DIR *directory = opendir(path);
    struct dirent *entry;
    char name[1024];
    if (directory == NULL)
        return;
    while ((entry = readdir(directory)) != NULL) {
        struct stat about;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        if (lstat(name, &about) == 0 && S_ISDIR(about.st_mode)) {
            chmod(name, 0700);
            remove_folder(name);
        } else {
            unlink(name);
        }
    }
    closedir(directory);
    rmdir(path);
}

static int run_case(const struct test_case *one) {
    int status;
    pid_t child;
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/tincay-test-XXXXXX", base != NULL ? base : "/tmp");
    if (mkdtemp(folder) == NULL) {
        perror("mkdtemp");
        exit(2);
    }
    fflush(stdout);
    child = fork();
    if (child == 0) {
        alarm(SECONDS_PER_CASE);
        one->run();
        fflush(stdout);
        _exit(0);
    }
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    remove_folder(folder);
    if (WIFSIGNALED(status)) {
        printf("    killed by signal %d\n", WTERMSIG(status));
        return 1;
    }
    return WEXITSTATUS(status);
}

int run_cases(int count, char **arguments, const struct test_case *cases, size_t size) {
    int failed = 0;
    size_t index;
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (index = 0; index < size; index++) {
        int result;
        if (count > 1 && strcmp(arguments[1], cases[index].name) != 0)
            continue;
        result = run_case(&cases[index]);
        printf("%s %s\n", result == 0 ? "ok     " : result == SKIPPED ? "skipped" : "FAILED ", cases[index].name);
        failed += result != 0 && result != SKIPPED;
    }
    return failed;
}

/* ---------------------------------------------------------------------------------------------- files */

const char *in_folder(const char *name) {
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    snprintf(path, size, "%s/%s", folder, name);
    return path;
}

uint8_t *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    uint8_t *bytes;
    long length;
    CHECK(file != NULL);
    fseek(file, 0, SEEK_END);
    length = ftell(file);
    rewind(file);
    bytes = malloc((size_t)length + 1);
    CHECK(fread(bytes, 1, (size_t)length, file) == (size_t)length);
    fclose(file);
    bytes[length] = 0;
    *size = (size_t)length;
    return bytes;
}

void write_file(const char *path, const void *bytes, size_t size) {
    FILE *file = fopen(path, "wb");
    CHECK(file != NULL);
    CHECK(fwrite(bytes, 1, size, file) == size);
    CHECK(fclose(file) == 0);
}

int is_blank(const char *path) {
    size_t size, index = 0;
    uint8_t *bytes;
    if (access(path, F_OK) != 0)
        return 1;
    bytes = read_file(path, &size);
    while (index < size && bytes[index] == 0)
        index++;
    free(bytes);
    return index == size;
}

/* ---------------------------------------------------------------------------------------------- results */

char *pick(tincay_bytes json, const char *pointer) {
    tincay_bytes value;
    char *copy;
    if (tincay_json_pick(json.data, json.size, pointer, &value) != TINCAY_OK)
        return NULL;
    copy = malloc(value.size + 1);
    memcpy(copy, value.data, value.size + 1);
    tincay_bytes_free(&value);
    return copy;
}

long pick_number(tincay_bytes json, const char *pointer) {
    char *text = pick(json, pointer);
    long number;
    CHECK(text != NULL);
    number = strtol(text, NULL, 10);
    free(text);
    return number;
}

int pick_is(tincay_bytes json, const char *pointer, const char *expected) {
    char *text = pick(json, pointer);
    int same = text != NULL && strcmp(text, expected) == 0;
    if (!same)
        printf("    %s is %s, not %s\n", pointer, text != NULL ? text : "missing", expected);
    free(text);
    return same;
}

int is_empty(tincay_bytes bytes) {
    return bytes.data == NULL && bytes.size == 0;
}

tincay_bytes rubbish(void) {
    tincay_bytes bytes;
    bytes.data = (uint8_t *)16;
    bytes.size = 77;
    return bytes;
}

/* ---------------------------------------------------------------------------------------------- things to work with */

tincay_form *small_form(void) {
    tincay_form *form;
    EXPECT(TINCAY_OK, tincay_form_open(BYTES(SMALL_FORM), &form));
    return form;
}

tincay_form *default_form(void) {
    size_t size;
    uint8_t *json = read_file("Forms/vn-cp-intake.json", &size);
    tincay_form *form;
    EXPECT(TINCAY_OK, tincay_form_open(json, size, &form));
    free(json);
    return form;
}

void make_desk(const char *path) {
    EXPECT(TINCAY_OK, tincay_desk_create(path, PERSON, BYTES(PASSPHRASE), BYTES(QUICK_DESK)));
}

tincay_desk *open_desk(const char *path) {
    tincay_desk *desk;
    EXPECT(TINCAY_OK, tincay_desk_open(path, PERSON, BYTES(PASSPHRASE), &desk));
    return desk;
}

void make_box(const char *path, tincay_desk *desk, const char *options) {
    static const char format[] =
        "{\"point\":{\"name\":\"Point of the test\",\"kind\":\"NODE-TRUSTED\"},\"desks\":[%s]%s%s}";
    /* Most cases drop more reports in a second than a point sees in a week. */
    const char *flood = strstr(options, "\"flood\"") == NULL ? ",\"flood\":{\"burst\":100000}" : "";
    tincay_bytes card;
    char *setup;
    size_t size;
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &card));
    size = sizeof format + card.size + strlen(options) + strlen(flood);
    setup = malloc(size);
    snprintf(setup, size, format, (const char *)card.data, options, flood);
    EXPECT(TINCAY_OK, tincay_box_create(path, BYTES(setup)));
    free(setup);
    tincay_bytes_free(&card);
}

tincay_box *open_box(const char *path) {
    tincay_box *box;
    EXPECT(TINCAY_OK, tincay_box_open(path, &box));
    return box;
}

/* ---------------------------------------------------------------------------------------------- from box to desk */

int carry_all(tincay_box *box, tincay_desk *desk) {
    int bundles = 0;
    long waiting;
    do {
        tincay_bytes bundle, receipt, settled;
        EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
        EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
        EXPECT(TINCAY_OK, tincay_box_settle(box, receipt.data, receipt.size, &settled));
        waiting = pick_number(settled, "/waiting");
        CHECK(waiting == 0 || pick_number(settled, "/freed") > 0);
        tincay_bytes_free(&bundle);
        tincay_bytes_free(&receipt);
        tincay_bytes_free(&settled);
        CHECK(++bundles < 1000);
    } while (waiting > 0);
    return bundles;
}

void find_reports(tincay_desk *desk, unsigned char *found, long limit) {
    char after[100] = "";
    for (;;) {
        char query[200], pointer[40];
        tincay_bytes list;
        int row;
        snprintf(query, sizeof query, "{\"order\":\"received\",\"limit\":1000%s}", after);
        EXPECT(TINCAY_OK, tincay_desk_list(desk, BYTES(query), &list));
        for (row = 0; row < 1000; row++) {
            tincay_bytes report;
            char *id;
            long number;
            snprintf(pointer, sizeof pointer, "/cases/%d/id", row);
            id = pick(list, pointer);
            if (id == NULL)
                break;
            EXPECT(TINCAY_OK, tincay_desk_read(desk, id, &report));
            number = pick_number(report, "/sections/facts/number");
            CHECK(number >= 0 && number < limit && found[number] < 255);
            found[number]++;
            snprintf(after, sizeof after, ",\"after\":\"%s\"", id);
            tincay_bytes_free(&report);
            free(id);
        }
        tincay_bytes_free(&list);
        if (row < 1000)
            return;
    }
}

void verify_desk(tincay_desk *desk) {
    tincay_bytes verified;
    EXPECT(TINCAY_OK, tincay_desk_verify(desk, &verified));
    CHECK(pick_is(verified, "/ok", "true"));
    tincay_bytes_free(&verified);
}

/* ---------------------------------------------------------------------------------------------- random numbers */

static uint64_t random_state = 88172645463325252u;

void random_seed(uint64_t seed) {
    random_state = seed * 2862933555777941757u + 3037000493u;
    if (random_state == 0)
        random_state = 1;
}

uint32_t random_number(void) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (uint32_t)(random_state >> 32);
}
