#include "primitives.h"

#include "../measure.h"
#include "database.h"

#include <dlfcn.h>

struct primitives sodium;

int load_primitives(const char *library) {
    void *handle;
    if (sodium.sodium_init)
        return 1;
    if (!library || !(handle = dlopen(library, RTLD_NOW | RTLD_LOCAL)))
        return 0;
#define TAKE(name)                                                                                                     \
    if (!(sodium.name = (__typeof__(sodium.name))function_of(handle, #name)))                                          \
        return 0;
    SODIUM_FUNCTIONS(TAKE)
#undef TAKE
    MUST(sodium.sodium_init() >= 0);
    return 1;
}
