/* What the fuzzer's parts share: good inputs, ways to change them, and a box and a desk to try them on. */
#ifndef TINCAY_FUZZ_H
#define TINCAY_FUZZ_H

#include "support.h"

#include <stddef.h>

/* Bytes that their owner frees. */
struct sample {
    uint8_t *bytes;
    size_t size;
};

/* What is tried: what a batch begins with, one input, and what must hold when the batch is over. Either end may be NULL. */
struct target {
    const char *name;
    void (*begin)(void);
    void (*try)(void);
    void (*end)(void);
};

extern const struct target TEXT_TARGETS[], CARRIED_TARGETS[], FORGED_TARGETS[], NOTICE_TARGETS[], FILE_TARGETS[],
    DRAFT_TARGETS[], CASEWORK_TARGETS[], REQUEST_TARGETS[], DESK_TARGETS[], INSIDE_TARGETS[], REFERRAL_TARGETS[],
    CORRESPONDENT_TARGETS[];

/* ---------------------------------------------------------------------------------------------- changing (change.c) */

size_t below(size_t limit);
struct sample sample_of(const void *bytes, size_t size);
struct sample sample_of_text(const char *text);
/* Takes over the bytes of an output. */
struct sample sample_of_bytes(tincay_bytes bytes);
struct sample sample_of_file(const char *path);
/* Puts bytes behind those that are there. */
void append(struct sample *sample, const void *bytes, size_t size);
void append_number(struct sample *sample, uint64_t number, int size);
/* Puts zeros behind what is there, up to a size. */
void pad(struct sample *sample, size_t size);
/* A copy of which something was changed, at any place and to any length. */
struct sample changed(struct sample original);
/* A copy of a JSON text in which one value, or the text itself, was changed. */
struct sample changed_json(struct sample original);
struct sample changed_text(void);
/* Changes some bytes and leaves the size. */
void change_in_place(uint8_t *bytes, size_t size);
/* A number at which something may go wrong. */
int64_t odd_number(void);

/* ---------------------------------------------------------------------------------------------- trying (world.c) */

/* What a batch has done so far; whoever started it sees it, too. */
struct counts {
    long inputs, answers, accepted; /* answers that were OK, so that it shows whether inputs get far */
};
extern volatile struct counts *counts;

/* A status that the header lists, and an output that is empty when there is no result; frees the output. */
#define IS_ANSWER(status, output) is_answer(__LINE__, status, output)
void is_answer(int line, tincay_status status, tincay_bytes *output);

/* A file of the fuzzer's folder. */
const char *in_fuzz(const char *name);
void make_fuzz_folder(void);
void remove_fuzz_folder(void);
/* Removes a folder with whatever is in it. */
void remove_folder_of_fuzz(const char *path);
void copy_file(const char *from, const char *to);
/* Removes a database with what belongs to it. */
void remove_database(const char *path);
char *text(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Makes a good input of each kind; a child does it, so that no handle is open when the batches fork. */
void make_samples(void);
void read_samples(void);
extern struct sample form_sample, default_form_sample, answers_sample, bundle_sample, receipt_sample, card_sample,
    share_sample, setup_sample, point_sample, point_key_sample, report_sample;
extern const char FUZZ_FORM[], FUZZ_ANSWERS[];

/* The box and the desk of a batch, copies of good ones. */
extern struct world {
    tincay_desk *desk;
    tincay_box *box;
    tincay_form *form, *whole;
    long told; /* how many reports the box has acknowledged in this batch */
} world;
void open_desk_of_world(void);
void open_box_of_world(void);
void open_world(void);
/* Tells the box something that must arrive. */
void tell_box(void);
/* The box and the desk answer as ever. */
void still_works(void);
/* Everything that the box acknowledged comes to the desk, once. */
void nothing_was_lost(void);
/* Carries bundles from a box to the desk until every slot has been on the way; gives how many cases the desk has then. */
long carry_round(tincay_box *box);
long total_cases(void);

#endif
