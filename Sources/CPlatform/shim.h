/* What the library needs of libc, and wrappers for what Swift cannot call. */
#ifndef TINCAY_CPLATFORM_SHIM_H
#define TINCAY_CPLATFORM_SHIM_H

#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

/* The system's free, under the name that the linker's --wrap=free leaves it. Only the shipped library is linked so. */
void __real_free(void *pointer);

/* Fills memory with zeros in a way that no compiler may leave out as useless. */
static inline void tincay_wipe(void *pointer, size_t size) {
    memset(pointer, 0, size);
    __asm__ __volatile__("" : : "r"(pointer) : "memory");
}

#endif
