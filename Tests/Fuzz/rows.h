/* Rows of a box or a desk that somebody changes who has the file. */
#ifndef TINCAY_FUZZ_ROWS_H
#define TINCAY_FUZZ_ROWS_H

#include "forge.h"

#include <sqlite3.h>

struct column {
    const char *table, *name;
    int vital; /* whether a report may fail to arrive when it is damaged */
};

sqlite3 *open_database(const char *path);
/* Changes rows of a file, or the file's schema; gives whether something vital was among them. */
int change_rows(const char *path, const struct column *columns, size_t count);

/* Makes a desk that has been worked with, a row in each table and files beside it, and leaves it closed as "worked-desk". */
void begin_desks(void);
/* Copies a desk with the files beside it, and removes both. */
void copy_desk(const char *from, const char *to);
void remove_desk(const char *path);
/* Does with a desk whatever a person does. */
void use_desk(const char *path, const char *person);

#endif
