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

/* A database that is open, by one of the libraries. */
struct connection {
    struct sqlite api;
    sqlite3 *database;
};

/* Ends the program when a call did not do what it should. */
void must_do(struct connection *connection, int status);
/* Runs statements that give nothing. */
void run(struct connection *connection, const char *text);
sqlite3_stmt *prepare(struct connection *connection, const char *text);
/* Runs a statement that gives nothing, and makes it ready for the next time. */
void step(struct connection *connection, sqlite3_stmt *statement);
/* Opens a file, which is made if it is not there. */
void open_database(struct connection *connection, const char *path);
/* Removes a file and what lies beside it. */
void remove_database(const char *path);

/* Loads a library, after another that it needs, if that is not NULL; gives 0 when it is not there. */
int load_sqlite(struct sqlite *sqlite, const char *library, const char *before);

/* A function of a shared library; NULL when it has none of that name. */
void *function_of(void *library, const char *name);

#endif
