#include "database.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>

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
