/* What needs no box and no desk: version, statuses, bytes, picking values, and leaving the host alone. */
#include "support.h"

#include <dirent.h>
#include <dlfcn.h>
#include <limits.h>
#include <signal.h>
#include <sys/stat.h>

static void version_is_the_headers(void) {
    CHECK(strcmp(tincay_version(), TINCAY_VERSION) == 0);
    CHECK(tincay_version_number() == TINCAY_VERSION_NUMBER);
}

static const struct {
    tincay_status status;
    const char *name;
} NAMES[] = {
#define NAMED(status)                                                                                                  \
    { status, #status }
    NAMED(TINCAY_OK),
    NAMED(TINCAY_E_MISUSE),
    NAMED(TINCAY_E_NOMEM),
    NAMED(TINCAY_E_NOT_FOUND),
    NAMED(TINCAY_E_EXISTS),
    NAMED(TINCAY_E_WRONG_KEY),
    NAMED(TINCAY_E_TAMPERED),
    NAMED(TINCAY_E_NO_KEY),
    NAMED(TINCAY_E_LOCKED),
    NAMED(TINCAY_E_FORMAT_TOO_NEW),
    NAMED(TINCAY_E_FORMAT),
    NAMED(TINCAY_E_BUSY),
    NAMED(TINCAY_E_IO),
    NAMED(TINCAY_E_DISK_FULL),
    NAMED(TINCAY_E_ACCESS),
    NAMED(TINCAY_E_INVALID_REPORT),
    NAMED(TINCAY_E_LIMIT),
    NAMED(TINCAY_E_INVALID_JSON),
    NAMED(TINCAY_E_INVALID_FORM),
    NAMED(TINCAY_E_INVALID_INPUT),
    NAMED(TINCAY_E_FORKED),
    NAMED(TINCAY_E_INTERNAL),
    NAMED(TINCAY_E_INVALID_JSON_UTF8),
    NAMED(TINCAY_E_INVALID_JSON_SYNTAX),
    NAMED(TINCAY_E_INVALID_JSON_DUPLICATE),
    NAMED(TINCAY_E_LIMIT_SIZE),
    NAMED(TINCAY_E_LIMIT_DEPTH),
};

static void every_status_has_its_name_and_a_sentence(void) {
    size_t index, other;
    for (index = 0; index < sizeof NAMES / sizeof NAMES[0]; index++) {
        const char *text = tincay_status_text(NAMES[index].status);
        CHECK(strcmp(tincay_status_name(NAMES[index].status), NAMES[index].name) == 0);
        CHECK(text[0] >= 'A' && text[0] <= 'Z' && text[strlen(text) - 1] == '.');
        for (other = 0; other < index; other++)
            CHECK(strcmp(text, tincay_status_text(NAMES[other].status)) != 0);
    }
}

static void an_unknown_detail_is_named_by_its_family(void) {
    CHECK(strcmp(tincay_status_name(TINCAY_E_LIMIT | 77 << 8), "TINCAY_E_LIMIT") == 0);
    CHECK(strcmp(tincay_status_name(TINCAY_E_IO | 1 << 8), "TINCAY_E_IO") == 0);
    CHECK(TINCAY_STATUS_FAMILY(TINCAY_E_LIMIT_DEPTH) == TINCAY_E_LIMIT);
    CHECK(TINCAY_STATUS_FAMILY(TINCAY_E_INVALID_JSON_UTF8) == TINCAY_E_INVALID_JSON);
}

static void any_number_has_a_name(void) {
    static const tincay_status corners[] = {INT32_MIN, INT32_MIN + 1, -256,     -100, -1, 3, 9, 98, 100, 255, 256, 512,
                                            1 << 16,   INT32_MAX - 1, INT32_MAX};
    size_t index;
    int number;
    for (index = 0; index < sizeof corners / sizeof corners[0]; index++) {
        CHECK(strcmp(tincay_status_name(corners[index]), "TINCAY_E_INTERNAL") == 0);
        CHECK(strlen(tincay_status_text(corners[index])) > 0);
    }
    for (number = -70000; number < 70000; number++)
        CHECK(tincay_status_name(number) != NULL && tincay_status_text(number) != NULL);
}

static void bytes_are_freed_twice_and_from_null(void) {
    tincay_bytes value = {NULL, 0};
    tincay_bytes_free(NULL);
    tincay_bytes_free(&value);
    EXPECT(TINCAY_OK, tincay_json_pick(BYTES("[\"abc\"]"), "/0", &value));
    CHECK(value.size == 3 && memcmp(value.data, "abc", 4) == 0);
    tincay_bytes_free(&value);
    CHECK(is_empty(value));
    tincay_bytes_free(&value);
    CHECK(is_empty(value));
}

static void check_pick(const char *json, const char *pointer, const char *expected) {
    tincay_bytes value = rubbish();
    EXPECT(TINCAY_OK, tincay_json_pick(BYTES(json), pointer, &value));
    if (value.size != strlen(expected) || memcmp(value.data, expected, value.size + 1) != 0) {
        printf("    %s of %s is %.*s, not %s\n", pointer, json, (int)value.size, (char *)value.data, expected);
        _exit(1);
    }
    tincay_bytes_free(&value);
}

static void values_are_picked(void) {
    check_pick("{\"a\":[1,{\"b\":\"x\\ny\"}]}", "/a/1/b", "x\ny");
    check_pick("{\"a\":[1,{\"b\":2}]}", "/a/1", "{\"b\":2}");
    check_pick("{\"a\":1.50}", "/a", "1.50");
    check_pick("[true,null]", "/1", "null");
    check_pick("\"whole\"", "", "whole");
    check_pick(" [ 1 , 2 ] ", "", "[ 1 , 2 ]");
    check_pick("{\"\":\"empty name\"}", "/", "empty name");
    check_pick("{\"a/b\":1,\"m~n\":2}", "/a~1b", "1");
    check_pick("{\"a/b\":1,\"m~n\":2}", "/m~0n", "2");
    check_pick("{\"~1\":3}", "/~01", "3");
    check_pick("\"\\ud83d\\ude00 \\u00e9\"", "", "\xf0\x9f\x98\x80 \xc3\xa9");
    check_pick("\"\"", "", "");
    check_pick("{\"ch\xe1\xbb\xaf\":5}", "/ch\xe1\xbb\xaf", "5");
}

static void a_picked_nul_is_inside_the_size(void) {
    tincay_bytes value;
    EXPECT(TINCAY_OK, tincay_json_pick(BYTES("\"a\\u0000b\""), "", &value));
    CHECK(value.size == 3 && memcmp(value.data, "a\0b", 4) == 0);
    tincay_bytes_free(&value);
}

static void check_no_pick(tincay_status expected, const char *json, const char *pointer) {
    tincay_bytes value = rubbish();
    EXPECT(expected, tincay_json_pick(BYTES(json), pointer, &value));
    CHECK(is_empty(value));
}

static void a_pointer_that_leads_nowhere_is_an_answer(void) {
    static const char json[] = "{\"a\":[1,2],\"s\":\"t\"}";
    check_no_pick(TINCAY_E_NOT_FOUND, json, "/b");
    check_no_pick(TINCAY_E_NOT_FOUND, json, "/a/2");
    check_no_pick(TINCAY_E_NOT_FOUND, json, "/a/-");
    check_no_pick(TINCAY_E_NOT_FOUND, json, "/a/01");
    check_no_pick(TINCAY_E_NOT_FOUND, json, "/a/-1");
    check_no_pick(TINCAY_E_NOT_FOUND, json, "/a/+1");
    check_no_pick(TINCAY_E_NOT_FOUND, json, "/a/18446744073709551616");
    check_no_pick(TINCAY_E_NOT_FOUND, json, "/a/99999999999999999999999999999999999999999999999999");
    check_no_pick(TINCAY_E_NOT_FOUND, json, "/s/0");
    check_no_pick(TINCAY_E_NOT_FOUND, json, "/");
}

static void what_is_no_pointer_is_misuse(void) {
    check_no_pick(TINCAY_E_MISUSE, "{\"a\":1}", "a");
    check_no_pick(TINCAY_E_MISUSE, "{\"a\":1}", "/a~");
    check_no_pick(TINCAY_E_MISUSE, "{\"a\":1}", "/a~2");
    check_no_pick(TINCAY_E_MISUSE, "{\"a\":1}", "/\xff");
}

static void broken_json_says_how(void) {
    char *deep = malloc(200001);
    check_no_pick(TINCAY_E_INVALID_JSON_SYNTAX, "", "");
    check_no_pick(TINCAY_E_INVALID_JSON_SYNTAX, "{\"a\":1,}", "/a");
    check_no_pick(TINCAY_E_INVALID_JSON_SYNTAX, "[1] 2", "/0");
    check_no_pick(TINCAY_E_INVALID_JSON_DUPLICATE, "{\"a\":1,\"\\u0061\":2}", "/a");
    check_no_pick(TINCAY_E_INVALID_JSON_UTF8, "\"\xc3\x28\"", "");
    check_no_pick(TINCAY_E_INVALID_JSON_UTF8, "\"\xed\xa0\x80\"", "");
    memset(deep, '[', 100000);
    memset(deep + 100000, ']', 100000);
    deep[200000] = 0;
    check_no_pick(TINCAY_E_LIMIT_DEPTH, deep, "");
    free(deep);
}

static void a_text_over_its_limit_is_refused(void) {
    size_t limit = (size_t)16 << 20;
    uint8_t *text = malloc(limit + 1);
    tincay_bytes value;
    memset(text, ' ', limit + 1);
    text[0] = '1';
    EXPECT(TINCAY_OK, tincay_json_pick(text, limit, "", &value));
    CHECK(value.size == 1);
    tincay_bytes_free(&value);
    EXPECT(TINCAY_E_LIMIT_SIZE, tincay_json_pick(text, limit + 1, "", &value));
    free(text);
}

static int count_threads(void) {
    DIR *tasks = opendir("/proc/self/task");
    int count = 0;
    CHECK(tasks != NULL);
    while (readdir(tasks) != NULL)
        count++;
    closedir(tasks);
    return count - 2;
}

/* Uses the library a little; what it needs at start is then done. */
static void use(void) {
    tincay_form *form = small_form();
    tincay_bytes result;
    EXPECT(TINCAY_OK, tincay_form_check(form, BYTES(SMALL_ANSWERS), NULL, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_form_close(form));
}

static void the_host_is_left_alone(void) {
    struct sigaction action;
    sigset_t mask;
    mode_t mode;
    int number;
    stack_t stack;
    use();
    for (number = 1; number < NSIG; number++) {
        if (number == 32 || number == 33) /* kept by the C library */
            continue;
        CHECK(sigaction(number, NULL, &action) == 0);
        if (number == SIGHUP && action.sa_handler == SIG_IGN) /* as nohup leaves it */
            continue;
        if (action.sa_handler != SIG_DFL)
            printf("    signal %d has a handler\n", number);
        CHECK(action.sa_handler == SIG_DFL);
    }
    CHECK(sigprocmask(SIG_BLOCK, NULL, &mask) == 0);
    for (number = 1; number < NSIG; number++)
        CHECK(sigismember(&mask, number) != 1);
    CHECK(sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE) != 0);
    mode = umask(022);
    CHECK(umask(mode) == 022 && mode == 022);
    CHECK(count_threads() == 1);
}

static void unloading_it_is_harmless(void) {
    int round;
    for (round = 0; round < 3; round++) {
        void *library = dlopen("build/libtincay.so", RTLD_NOW | RTLD_LOCAL);
        const char *(*version)(void);
        CHECK(library != NULL);
        *(void **)&version = dlsym(library, "tincay_version");
        CHECK(version != NULL && strcmp(version(), TINCAY_VERSION) == 0);
        CHECK(dlclose(library) == 0);
        CHECK(strcmp(version(), TINCAY_VERSION) == 0);
    }
    use();
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"the version is the header's", version_is_the_headers},
        {"every status has its name and a sentence", every_status_has_its_name_and_a_sentence},
        {"an unknown detail is named by its family", an_unknown_detail_is_named_by_its_family},
        {"any number has a name", any_number_has_a_name},
        {"bytes are freed twice and from NULL", bytes_are_freed_twice_and_from_null},
        {"values are picked out of JSON", values_are_picked},
        {"a picked NUL is inside the size", a_picked_nul_is_inside_the_size},
        {"a pointer that leads nowhere is an answer", a_pointer_that_leads_nowhere_is_an_answer},
        {"what is no JSON Pointer is misuse", what_is_no_pointer_is_misuse},
        {"broken JSON says how", broken_json_says_how},
        {"a text over its limit is refused", a_text_over_its_limit_is_refused},
        {"the host is left alone", the_host_is_left_alone},
        {"unloading it is harmless", unloading_it_is_harmless},
    };
    signal(SIGPIPE, SIG_DFL);
    umask(022);
    return RUN(cases);
}
