/* What the contract programs share: named cases, each in a process of its own, and short ways to common things. */
#ifndef TINCAY_TESTS_SUPPORT_H
#define TINCAY_TESTS_SUPPORT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tincay.h"

/* A case: a sentence, and what has to hold. */
struct test_case {
    const char *name;
    void (*run)(void);
};

/* Runs the cases (or the one that the first argument names), each in a child with a folder of its own, prints a line for
 * each, and returns how many failed. */
int run_cases(int count, char **arguments, const struct test_case *cases, size_t size);

#define RUN(cases) run_cases(argc, argv, cases, sizeof(cases) / sizeof((cases)[0]))

/* Ends the case as failed when the condition does not hold. */
#define CHECK(condition)                                                                                               \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            fail(__FILE__, __LINE__, #condition);                                                                      \
    } while (0)

/* Ends the case as failed when a status is another one than expected; says both. */
#define EXPECT(expected, call) expect(__FILE__, __LINE__, #call, (expected), (call))

void fail(const char *file, int line, const char *what) __attribute__((noreturn));
void expect(const char *file, int line, const char *call, tincay_status expected, tincay_status actual);

/* Ends the case as skipped, with the reason. */
void skip(const char *reason) __attribute__((noreturn));

/* Names what the case is doing, to be told when it fails. */
void during(const char *what);

/* A path inside the case's own folder; it lives until the program ends. */
const char *in_folder(const char *name);

/* Reads a file; the result is malloc'd and ends with a NUL. */
uint8_t *read_file(const char *path, size_t *size);
void write_file(const char *path, const void *bytes, size_t size);

/* Whether a file is not there or holds nothing but zeros. */
int is_blank(const char *path);

/* Picks a value out of a JSON result as a malloc'd string; NULL when it is not there. */
char *pick(tincay_bytes json, const char *pointer);
long pick_number(tincay_bytes json, const char *pointer);
int pick_is(tincay_bytes json, const char *pointer, const char *expected);

/* Whether an output is as a failure must leave it. */
int is_empty(tincay_bytes bytes);

/* An output that holds rubbish, to see that it is emptied. */
tincay_bytes rubbish(void);

#define BYTES(text) (const uint8_t *)(text), strlen(text)

/* A small form for cases that are not about forms, and answers that it accepts. */
extern const char SMALL_FORM[];
extern const char SMALL_ANSWERS[];
extern const char PERSON[];
extern const char PASSPHRASE[];
extern const char QUICK_DESK[]; /* a setup with the cheapest key derivation */

tincay_form *small_form(void);
tincay_form *default_form(void);
void make_desk(const char *path);
tincay_desk *open_desk(const char *path);

/* Makes a box for a desk; options, such as ",\"bundle_mib\":1", go into the setup as they are. Without "flood" among them
 * any number of reports may come in at once. */
void make_box(const char *path, tincay_desk *desk, const char *options);
tincay_box *open_box(const char *path);

/* Carries bundles to the desk and receipts back until the box has nothing left to send; gives how many it took. */
int carry_all(tincay_box *box, tincay_desk *desk);

/* Reads every case of the desk once, and counts how often each number below the limit was told. */
void find_reports(tincay_desk *desk, unsigned char *found, long limit);

/* Checks that the desk's ledger holds. */
void verify_desk(tincay_desk *desk);

/* Random numbers that are the same in every run. */
uint32_t random_number(void);
void random_seed(uint64_t seed);

#endif
