#include "desk_by_hand.h"
#include "desk_store.h"
#include "sql_store.h"

struct store STORES[] = {
    [DESK] = {.name = "a desk of the library", .file = "desk.tincay", .calls = &DESK_CALLS, .people = 1},
    [SQLITE] = {.name = "SQLite, in clear", .file = "plain.db", .calls = &SQL_CALLS, .kind = &PLAIN_KIND, .people = 1},
    [SQLCIPHER] =
        {.name = "SQLCipher 4", .file = "sqlcipher.db", .calls = &SQL_CALLS, .kind = &SQLCIPHER_KIND, .people = 1},
    [MULTIPLE] =
        {.name = "SQLite3MC, AEGIS", .file = "multiple.db", .calls = &SQL_CALLS, .kind = &MULTIPLE_KIND, .people = 1},
    [SECRETBOX] = {.name = "C by hand, secretbox",
                   .file = "secretbox.db",
                   .calls = &SQL_CALLS,
                   .kind = &SECRETBOX_KIND,
                   .people = 1},
    [SEALED] =
        {.name = "C by hand, box_seal", .file = "sealed.db", .calls = &SQL_CALLS, .kind = &SEALED_KIND, .people = 1},
    [BY_HAND] = {.name = "a desk's rows by hand", .file = "by-hand.db", .calls = &BY_HAND_CALLS, .people = 1},
    [CHECKED] = {.name = "the same, checked first",
                 .file = "checked.db",
                 .calls = &BY_HAND_CALLS,
                 .kind = "checked",
                 .people = 1},
    [DESK_FIVE] = {.name = "a desk of 5 people", .file = "desk-five.tincay", .calls = &DESK_CALLS, .people = 5},
    [SEALED_FIVE] =
        {.name = "C by hand, sealed to 5", .file = "five.db", .calls = &SQL_CALLS, .kind = &SEALED_KIND, .people = 5},
    [STORE_COUNT] = {.name = NULL},
};
