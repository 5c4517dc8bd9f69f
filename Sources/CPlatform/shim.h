/* What the library needs of libc, and wrappers for what Swift cannot call. */
#ifndef TINCAY_CPLATFORM_SHIM_H
#define TINCAY_CPLATFORM_SHIM_H

#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

/* The clock that tells how long the machine has been on: also asleep, where the system counts that. */
#ifdef CLOCK_BOOTTIME
enum { TINCAY_CLOCK_RUNNING = CLOCK_BOOTTIME };
#else
enum { TINCAY_CLOCK_RUNNING = CLOCK_MONOTONIC };
#endif

/* The system's own, under the names that the linker's --wrap leaves them. Only the shipped library is linked so. */
void __real_free(void *pointer);
int __real_posix_memalign(void **block, size_t alignment, size_t size);

/* Fills memory with zeros in a way that no compiler may leave out as useless. */
static inline void tincay_wipe(void *pointer, size_t size) {
    memset(pointer, 0, size);
    __asm__ __volatile__("" : : "r"(pointer) : "memory");
}

/* Locks the stack that the calls below its caller use, so that what passes through it is not paged out; once for a thread,
 * as long as it calls from about the same depth. Where so much may not be locked nothing happens. */
static __attribute__((noinline, unused)) void tincay_hold_call(void) {
    enum { STACK = 65536, PAGE = 4096 };
    static __thread uintptr_t first, last;
    static __thread pid_t holder;
    volatile char stack[STACK];
    uintptr_t start = (uintptr_t)stack, end = start + sizeof stack;
    pid_t process = getpid();
    size_t place;
    /* A child process inherits memory, but not that it is locked. */
    if (holder == process && first <= start + PAGE && end <= last)
        return;
    for (place = sizeof stack; place >= PAGE; place -= PAGE)
        stack[place - PAGE] = 0;
    first = start & ~(uintptr_t)(PAGE - 1);
    last = (end + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
    holder = process;
    (void)mlock((void *)first, last - first);
}

/* Overwrites what a call may leave behind outside the heap: the stack below its caller, and the vector registers that the
 * C library copies with, which whatever runs next may spill. Copies of every size class go through all of them. */
static __attribute__((noinline, unused)) void tincay_forget_call(void) {
    char stack[8192];
    size_t size;
    tincay_wipe(stack, sizeof stack);
    for (size = 16; size <= 1024; size *= 2) {
        __asm__ __volatile__("" : "+r"(size));
        memmove(stack + 4096, stack, size);
        __asm__ __volatile__("" : : "r"(stack) : "memory");
    }
}

#endif
