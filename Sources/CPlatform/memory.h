/* Memory of its own for secrets: between guard pages, left out of core files, and never paged out where that is allowed. */
#ifndef TINCAY_CPLATFORM_MEMORY_H
#define TINCAY_CPLATFORM_MEMORY_H

#include <stddef.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Rounds a size up to whole pages; 0 when there is no such size. */
static inline size_t tincay_memory_round(size_t size, size_t page) {
    return size > (size_t)-1 - 4 * page ? 0 : (size + page - 1) / page * page;
}

/* Asks for so many bytes, all zero, with a page on either side that nobody may touch; NULL when there are none. */
static inline void *tincay_memory_map(size_t size) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE), inner = tincay_memory_round(size, page);
    char *all;
    if (inner == 0)
        return NULL;
    all = (char *)mmap(NULL, inner + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED)
        return NULL;
    if (mprotect(all + page, inner, PROT_READ | PROT_WRITE) != 0) {
        munmap(all, inner + 2 * page);
        return NULL;
    }
#ifdef MADV_DONTDUMP
    (void)madvise(all + page, inner, MADV_DONTDUMP);
#endif
    return all + page;
}

/* Gives back, with its guard pages, what the call above gave. */
static inline void tincay_memory_unmap(void *memory, size_t size) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    munmap((char *)memory - page, tincay_memory_round(size, page) + 2 * page);
}

/* Keeps memory from being paged out; 0, or -1 when so much may not be locked. Pages that nobody has used yet are not taken
 * from the system for it: each is locked when it comes. */
static inline int tincay_memory_lock(void *memory, size_t size) {
#ifdef SYS_mlock2
    /* 1 is MLOCK_ONFAULT. Systems that are older than the call, or that forbid it, still have the other. */
    if (syscall(SYS_mlock2, memory, size, 1) == 0)
        return 0;
#endif
    return mlock(memory, size);
}

#endif
