/* What results cost and where they lie: wiped when freed, apart from one another, locked as far as the system lets, and
 * never more of them than were asked for. */
#define _GNU_SOURCE
#include "support.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>

enum { MANY = 200, WARM = 500, CHECKS = 5000, LONG = 2048 };

/* A number in KiB from a line of /proc/self/status. */
static long own(const char *name) {
    char line[256];
    long value = -1;
    FILE *file = fopen("/proc/self/status", "r");
    CHECK(file != NULL);
    while (fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, name, strlen(name)) == 0)
            value = strtol(line + strlen(name), NULL, 10);
    fclose(file);
    return value;
}

static tincay_bytes check(tincay_form *form, const char *answers) {
    tincay_bytes result;
    tincay_status status = tincay_form_check(form, BYTES(answers), "vi-x-child", &result);
    CHECK(status == TINCAY_OK || status == TINCAY_E_INVALID_REPORT);
    CHECK(result.data[result.size] == 0);
    return result;
}

/* Reads memory of this process that may be gone; tells how many of the bytes are there and not zero. */
static size_t left_behind(const uint8_t *place, size_t size) {
    uint8_t *bytes = malloc(size);
    size_t index, left = 0;
    ssize_t got;
    int memory = open("/proc/self/mem", O_RDONLY);
    if (memory < 0)
        skip("a process's own memory cannot be read here");
    got = pread(memory, bytes, size, (off_t)(uintptr_t)place);
    for (index = 0; got > 0 && index < (size_t)got; index++)
        left += bytes[index] != 0;
    close(memory);
    free(bytes);
    return left;
}

static void a_freed_result_leaves_nothing(void) {
    tincay_form *form = default_form();
    tincay_bytes outputs[3];
    size_t index;
    outputs[0] = check(form, "{\"profile\":\"C\",\"safe_now\":\"N\"}");
    EXPECT(TINCAY_OK, tincay_form_progress(form, BYTES("{\"profile\":\"C\"}"), NULL, NULL, &outputs[1]));
    EXPECT(TINCAY_OK, tincay_form_state(form, BYTES("{}"), "K", NULL, &outputs[2]));
    for (index = 0; index < 3; index++) {
        const uint8_t *place = outputs[index].data;
        size_t size = outputs[index].size;
        CHECK(left_behind(place, size) > size / 2);
        tincay_bytes_free(&outputs[index]);
        CHECK(left_behind(place, size) == 0);
    }
    EXPECT(TINCAY_OK, tincay_form_close(form));
}

/* The language that is asked for makes the results differ. */
static void results_that_are_held_at_once_keep_their_bytes(void) {
    tincay_form *form = small_form();
    tincay_bytes held[MANY];
    char wanted[MANY][64];
    int index, round;
    for (round = 0; round < 2; round++) {
        for (index = 0; index < MANY; index++) {
            snprintf(wanted[index], sizeof wanted[index], "en-x-%d", index + round);
            EXPECT(TINCAY_OK, tincay_form_check(form, BYTES(SMALL_ANSWERS), wanted[index], &held[index]));
        }
        for (index = 0; index < MANY; index++)
            CHECK(pick_is(held[index], "/language", wanted[index]));
        for (index = 0; index < MANY; index++)
            tincay_bytes_free(&held[index * 7 % MANY]);
    }
    EXPECT(TINCAY_OK, tincay_form_close(form));
}

static void checking_takes_no_more_memory_the_longer_it_goes_on(void) {
    tincay_form *form = default_form();
    char answers[LONG + 100] = "{\"profile\":\"C\",\"safe_now\":\"N\",\"narrative\":\"";
    long before = 0, after;
    int index;
    while (strlen(answers) < LONG)
        strcat(answers, "Chuy\xe1\xbb\x87n n\xc3\xa0y \xc4\x91\xc3\xa3 x\xe1\xba\xa3y ra. ");
    strcat(answers, "\"}");
    for (index = 0; index < WARM + CHECKS; index++) {
        tincay_bytes result = check(form, answers), progress;
        tincay_bytes_free(&result);
        if (index % 4 == 0) {
            EXPECT(TINCAY_OK, tincay_form_progress(form, BYTES(answers), NULL, NULL, &progress));
            tincay_bytes_free(&progress);
        }
        if (index == WARM)
            before = own("VmRSS:");
    }
    after = own("VmRSS:");
    if (after > before + 128)
        printf("    %ld KiB at first, %ld KiB later\n", before, after);
    CHECK(after <= before + 128);
    EXPECT(TINCAY_OK, tincay_form_close(form));
}

/* Without the right to lock memory as one likes, which the superuser has. */
static void little_memory_may_be_locked(long kib) {
    struct rlimit limit = {(rlim_t)kib * 1024, (rlim_t)kib * 1024};
    tincay_form *form;
    tincay_bytes held[40];
    int index;
    CHECK(setrlimit(RLIMIT_MEMLOCK, &limit) == 0);
    if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0)
        skip("the superuser cannot become somebody else here");
    form = small_form();
    for (index = 0; index < 40; index++)
        held[index] = check(form, SMALL_ANSWERS);
    CHECK(own("VmLck:") <= kib);
    for (index = 0; index < 40; index++) {
        CHECK(pick_is(held[index], "/accepted", "true"));
        tincay_bytes_free(&held[index]);
    }
    EXPECT(TINCAY_OK, tincay_form_close(form));
}

static void results_come_where_no_memory_may_be_locked(void) {
    little_memory_may_be_locked(0);
}

static void results_come_where_little_memory_may_be_locked(void) {
    little_memory_may_be_locked(64);
}

static void a_child_process_locks_its_memory_again(void) {
    tincay_form *form = small_form();
    tincay_bytes held = check(form, SMALL_ANSWERS), result;
    long locked = own("VmLck:");
    pid_t child = fork();
    int status;
    if (child == 0) {
        if (locked > 0 && own("VmLck:") == 0)
            _exit(1);
        result = check(form, SMALL_ANSWERS);
        if (result.data == held.data || !pick_is(held, "/accepted", "true"))
            _exit(2);
        tincay_bytes_free(&result);
        tincay_bytes_free(&held);
        _exit(0);
    }
    CHECK(waitpid(child, &status, 0) == child && status == 0);
    CHECK(pick_is(held, "/accepted", "true"));
    tincay_bytes_free(&held);
    EXPECT(TINCAY_OK, tincay_form_close(form));
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"a freed result leaves nothing", a_freed_result_leaves_nothing},
        {"results that are held at once keep their bytes", results_that_are_held_at_once_keep_their_bytes},
        {"checking takes no more memory the longer it goes on", checking_takes_no_more_memory_the_longer_it_goes_on},
        {"results come where no memory may be locked", results_come_where_no_memory_may_be_locked},
        {"results come where little memory may be locked", results_come_where_little_memory_may_be_locked},
        {"a child process locks its memory again", a_child_process_locks_its_memory_again},
    };
    return RUN(cases);
}
