#include "database.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void *function_of(void *library, const char *name) {
    return dlsym(library, name);
}

int load_sqlite(struct sqlite *sqlite, const char *library, const char *before) {
    void *handle;
    if (!library || (before && !dlopen(before, RTLD_NOW | RTLD_GLOBAL)))
        return 0;
    if (!(handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL))) {
        fprintf(stderr, "%s\n", dlerror());
        return 0;
    }
#define TAKE(name)                                                                                                     \
    if (!(sqlite->name = (__typeof__(sqlite->name))function_of(handle, "sqlite3_" #name)))                             \
        return 0;
    SQLITE_FUNCTIONS(TAKE)
#undef TAKE
    return 1;
}

void must_do(struct connection *connection, int status) {
    if (status == SQLITE_OK || status == SQLITE_DONE || status == SQLITE_ROW)
        return;
    fprintf(stderr, "SQLite: %s\n", connection->api.errmsg(connection->database));
    exit(1);
}

void run(struct connection *connection, const char *text) {
    must_do(connection, connection->api.exec(connection->database, text, NULL, NULL, NULL));
}

sqlite3_stmt *prepare(struct connection *connection, const char *text) {
    sqlite3_stmt *statement;
    must_do(connection, connection->api.prepare_v2(connection->database, text, -1, &statement, NULL));
    return statement;
}

void step(struct connection *connection, sqlite3_stmt *statement) {
    must_do(connection, connection->api.step(statement));
    connection->api.reset(statement);
}

void open_database(struct connection *connection, const char *path) {
    must_do(connection,
            connection->api.open_v2(path, &connection->database,
                                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL));
}

void remove_database(const char *path) {
    static const char *const ENDINGS[] = {"", "-wal", "-shm", "-journal"};
    char name[4200];
    for (int i = 0; i < 4; i++) {
        snprintf(name, sizeof name, "%s%s", path, ENDINGS[i]);
        unlink(name);
    }
}
