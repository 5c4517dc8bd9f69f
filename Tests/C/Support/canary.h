/* Words that must stay behind nowhere, and the search for them in files and in a process's memory.
 *
 * They are random and exist in this program only under a mask, so that what is found is a leak. */
#ifndef TINCAY_TESTS_CANARY_H
#define TINCAY_TESTS_CANARY_H

#include <stddef.h>
#include <sys/types.h>

enum { WORDS = 4, WORD_SIZE = 160 };

/* How often each word was found. */
struct sightings {
    int in_files[WORDS], in_locked_memory[WORDS], in_other_memory[WORDS];
};

/* Draws the words: 0 and 2 are Latin letters, 1 and 3 Vietnamese, composed and decomposed. Call it before fork. */
void make_canaries(void);
/* Writes a word in clear, composed, without a NUL, and gives its end; the caller wipes it. */
char *write_canary(char *end, int word);
void wipe(void *memory, size_t size);

/* Searches the files of the case's folder, and all memory of a process that it may write to; skips the case where that
 * cannot be read. Tells where the words are, unless it is to be quiet. */
void search_files_for_canaries(struct sightings *sightings, int quiet);
void search_memory_for_canaries(pid_t process, struct sightings *sightings, int quiet);
/* Prints each place that was searched so far, once. */
void print_places_searched(void);
/* Checks that the search finds each word in each of the encodings. */
void check_canary_search(void);

#endif
