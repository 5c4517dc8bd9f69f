/* SQLite's interface, taken from a shared library at run time: Debian's, SQLCipher's and SQLite3MultipleCiphers' have the
 * same functions, and one program asks them all. */
#ifndef TINCAY_BENCHMARKS_DATABASE_H
#define TINCAY_BENCHMARKS_DATABASE_H

#include <sqlite3.h>

/* Every function that is used, by its name without the prefix. */
#define SQLITE_FUNCTIONS(X)                                                                                            \
    X(open_v2)                                                                                                         \
    X(close)                                                                                                           \
    X(exec)                                                                                                            \
    X(prepare_v2)                                                                                                      \
    X(step)                                                                                                            \
    X(reset)                                                                                                           \
    X(finalize)                                                                                                        \
    X(bind_blob)                                                                                                       \
    X(bind_text)                                                                                                       \
    X(bind_int64)                                                                                                      \
    X(column_blob)                                                                                                     \
    X(column_bytes)                                                                                                    \
    X(column_int64)                                                                                                    \
    X(errmsg)                                                                                                          \
    X(wal_checkpoint_v2)

struct sqlite {
#define DECLARE(name) __typeof__(sqlite3_##name) *name;
    SQLITE_FUNCTIONS(DECLARE)
#undef DECLARE
};

/* Loads a library, after another that it needs, if that is not NULL; gives 0 when it is not there. */
int load_sqlite(struct sqlite *sqlite, const char *library, const char *before);

/* A function of a shared library; NULL when it has none of that name. */
void *function_of(void *library, const char *name);

#endif
