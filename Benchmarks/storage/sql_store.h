/* The peers that keep rows in a SQLite file, and what sets them apart. */
#ifndef TINCAY_BENCHMARKS_SQL_STORE_H
#define TINCAY_BENCHMARKS_SQL_STORE_H

#include "store.h"

#include <stddef.h>

struct sql_kind {
    /* Where the library and one that it needs stand in OPTIONS. */
    const char **library, **before;
    /* Run after opening with the raw key or the passphrase; NULL where the file is not encrypted as a whole. */
    const char *raw_key, *passphrase;
    /* How a row is sealed and opened; NULL for rows in clear. */
    size_t (*seal)(const uint8_t *plain, size_t size, int people, uint8_t *out);
    size_t (*open)(const uint8_t *row, size_t size, int people, uint8_t *out);
};

extern const struct store_calls SQL_CALLS;
extern const struct sql_kind PLAIN_KIND, SQLCIPHER_KIND, MULTIPLE_KIND, SECRETBOX_KIND, SEALED_KIND;

#endif
