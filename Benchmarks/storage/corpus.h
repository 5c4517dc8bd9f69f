/* The reports that every store keeps: synthetic, 2 KiB of JSON each, the same in every run. */
#ifndef TINCAY_BENCHMARKS_CORPUS_H
#define TINCAY_BENCHMARKS_CORPUS_H

#include <stdint.h>

enum { REPORT = 2048, IDENTIFIER = 16, STATUSES = 5, COMMUNES = 200, NEEDLE_EVERY = 1000, MEBIBYTE = 1 << 20 };

/* Words that stand in one report of NEEDLE_EVERY. */
extern const char NEEDLE[];

/* What the reports answer, as the library reads it. */
extern const char CORPUS_FORM[];

/* What a peer keeps of a report outside its body. */
struct columns {
    uint8_t id[IDENTIFIER];
    int status, commune;
    int64_t created;
};

struct columns columns_of(long number);

/* Writes a report of exactly REPORT bytes, without a NUL. */
void write_report(long number, char *out);

/* One mebibyte of a file, which begins as a photograph does; it stays until the next is asked for. */
const uint8_t *file_block(long number);

/* The reports from 0 on, made once; they stay until the program ends. */
const char *corpus(long count);

#endif
