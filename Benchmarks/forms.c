/* What forms cost: the form for kiosks with all that it says besides the schema, a large form, and memory over time.
 *
 *     forms DEFAULT LARGE ANSWERS...     two forms, and answers to the first
 */
#include "lines.h"

#include <tincay.h>
#include <unistd.h>

enum { OPENINGS = 20, ROUNDS = 200, WARM = 2000, CHECKS = 200000, LONG = 2048 };

static double now(void) {
    return microseconds(CLOCK_PROCESS_CPUTIME_ID);
}

static void check(tincay_form *form, struct text answers) {
    tincay_bytes result;
    tincay_status status = tincay_form_check(form, answers.bytes, answers.size, "vi-x-child", &result);
    MUST(status == TINCAY_OK || status == TINCAY_E_INVALID_REPORT);
    tincay_bytes_free(&result);
}

static void tell_state(tincay_form *form, struct text answers) {
    tincay_bytes state;
    MUST(tincay_form_state(form, answers.bytes, answers.size, NULL, "vi-x-child", &state) == TINCAY_OK);
    tincay_bytes_free(&state);
}

static void tell_changes(tincay_form *form, struct text answers) {
    tincay_bytes changes;
    MUST(tincay_form_progress(form, answers.bytes, answers.size, NULL, "vi-x-child", &changes) == TINCAY_OK);
    tincay_bytes_free(&changes);
}

/* Milliseconds that opening a form takes, in the middle of several times. */
static double opening(struct text source) {
    double samples[OPENINGS];
    for (int i = 0; i < OPENINGS; i++) {
        tincay_form *form;
        double begin = now();
        MUST(tincay_form_open(source.bytes, source.size, &form) == TINCAY_OK);
        samples[i] = (now() - begin) / 1000;
        MUST(tincay_form_close(form) == TINCAY_OK);
    }
    return quantile(samples, OPENINGS, 0.5);
}

/* Microseconds that something takes with each of some answers, on average. */
static double each(void (*work)(tincay_form *, struct text), tincay_form *form, struct text *answers, int count) {
    double begin;
    for (int i = 0; i < count; i++)
        work(form, answers[i]);
    begin = now();
    for (int round = 0; round < ROUNDS; round++)
        for (int i = 0; i < count; i++)
            work(form, answers[i]);
    return (now() - begin) / ROUNDS / count;
}

/* Microseconds that something takes with those answers of several with which it takes longest. */
static double longest(void (*work)(tincay_form *, struct text), tincay_form *form, struct text *answers, int count) {
    double most = 0;
    for (int i = 0; i < count; i++) {
        double spent = each(work, form, &answers[i], 1);
        most = spent > most ? spent : most;
    }
    return most;
}

/* KiB of memory that the process holds. */
static long held(void) {
    long pages = 0, all;
    FILE *file = fopen("/proc/self/statm", "r");
    MUST(file && fscanf(file, "%ld %ld", &all, &pages) == 2);
    fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

/* The first answers that tell a story, told at such length that they are 2 KiB. */
static struct text lengthen(struct text *answers, int count) {
    static const char MARK[] = "\"narrative\": \"", MORE[] = "Chuyện này đã xảy ra. ";
    for (int i = 0; i < count; i++) {
        char *story = strstr((char *)answers[i].bytes, MARK);
        if (story) {
            size_t before = (size_t)(story - (char *)answers[i].bytes) + sizeof MARK - 1;
            size_t times = answers[i].size < LONG ? (LONG - answers[i].size) / (sizeof MORE - 1) : 0;
            struct text made = {malloc(LONG + answers[i].size), before};
            MUST(made.bytes);
            memcpy(made.bytes, answers[i].bytes, before);
            for (size_t time = 0; time < times; time++, made.size += sizeof MORE - 1)
                memcpy(made.bytes + made.size, MORE, sizeof MORE - 1);
            memcpy(made.bytes + made.size, answers[i].bytes + before, answers[i].size - before);
            made.size += answers[i].size - before;
            return made;
        }
    }
    return answers[0];
}

int main(int count, char **arguments) {
    struct text first, large, answers[64], none = {(uint8_t *)"{}", 2}, story;
    tincay_form *form;
    double spent;
    long before;
    int answers_count = count - 3;
    MUST(count > 3 && answers_count <= 64);
    first = read_text(arguments[1]);
    large = read_text(arguments[2]);
    for (int i = 0; i < answers_count; i++)
        answers[i] = read_text(arguments[3 + i]);

    MUST(tincay_form_open(first.bytes, first.size, &form) == TINCAY_OK);
    spent = each(check, form, answers, answers_count);
    printf("Forms, CPU time of one core\n\n");
    printf("  form for kiosks, %zu KB: opened in %.1f ms; answers checked in %.0f us, %.0f a second;\n",
           first.size / 1000, opening(first), spent, 1e6 / spent);
    printf("    state for a screen in %.0f us, what changes of it in %.0f us and at most %.0f us, over %d samples\n",
           each(tell_state, form, answers, answers_count), each(tell_changes, form, answers, answers_count),
           longest(tell_changes, form, answers, answers_count), answers_count);

    story = lengthen(answers, answers_count);
    for (int i = 0; i < WARM; i++)
        check(form, story);
    before = held();
    spent = now();
    for (int i = 0; i < CHECKS; i++)
        check(form, story);
    spent = now() - spent;
    printf("  %d times %zu bytes of answers: %.0f us each; memory %ld KiB before, %+ld KiB after\n", CHECKS, story.size,
           spent / CHECKS, before, held() - before);
    MUST(tincay_form_close(form) == TINCAY_OK);

    MUST(tincay_form_open(large.bytes, large.size, &form) == TINCAY_OK);
    printf("  form of 1,000 questions, %zu KB: opened in %.1f ms; no answers checked in %.0f us, state in %.0f us\n",
           large.size / 1000, opening(large), each(check, form, &none, 1), each(tell_state, form, &none, 1));
    MUST(tincay_form_close(form) == TINCAY_OK);
    return 0;
}
