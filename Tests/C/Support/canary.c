#define _GNU_SOURCE
#include "canary.h"
#include "support.h"

#include <dirent.h>
#include <fcntl.h>
#include <time.h>

enum { MASK = 0x5a, NEEDLES = 400, NEEDLE_SIZE = 360, WINDOW = 12, PLACES = 64, CHUNK = 1 << 20 };

/* ---------------------------------------------------------------------------------------------- words */

/* Syllables in the composed and the decomposed form of Unicode. */
static const char *const COMPOSED[] = {"b\xe1\xbb\x8b", "\xc4\x91\xc3\xa1nh", "ch\xc3\xba",     "nh\xc3\xa0",
                                       "s\xe1\xbb\xa3", "qu\xc3\xa1",         "t\xe1\xbb\x91i", "m\xe1\xba\xb9"};
static const char *const DECOMPOSED[] = {
    "bi\xcc\xa3",  "\xc4\x91\x61\xcc\x81nh", "chu\xcc\x81", "nha\xcc\x80", "so\xcc\x9b\xcc\xa3",
    "qua\xcc\x81", "to\xcc\x82\xcc\x81i",    "me\xcc\xa3"};

/* A word under the mask, in both forms. */
static struct word {
    unsigned char composed[WORD_SIZE], decomposed[WORD_SIZE];
    size_t composed_size, decomposed_size;
} words[WORDS];

static void append(unsigned char *masked, size_t *size, const char *text) {
    for (; *text; text++)
        masked[(*size)++] = (unsigned char)*text ^ MASK;
}

static void make_words(void) {
    int which, part;
    /* Different in every run: nothing else on the machine may hold them. */
    random_seed((uint64_t)getpid() * 1000003u + (uint64_t)time(NULL));
    for (which = 0; which < WORDS; which++) {
        struct word *word = &words[which];
        for (part = 0; part < 12; part++) {
            uint32_t number = random_number();
            if (which % 2) {
                /* Syllables of its own, so that no part of one word is found for another. */
                append(word->composed, &word->composed_size, COMPOSED[which / 2 * 4 + number % 4]);
                append(word->decomposed, &word->decomposed_size, DECOMPOSED[which / 2 * 4 + number % 4]);
            } else {
                char letters[4] = {(char)('a' + number % 26), (char)('a' + number / 26 % 26),
                                   (char)('a' + number / 676 % 26), 0};
                append(word->composed, &word->composed_size, letters);
                append(word->decomposed, &word->decomposed_size, letters);
            }
        }
    }
}

char *write_canary(char *end, int word) {
    size_t index;
    for (index = 0; index < words[word].composed_size; index++)
        *end++ = (char)(words[word].composed[index] ^ MASK);
    return end;
}

void wipe(void *memory, size_t size) {
    volatile unsigned char *bytes = memory;
    while (size-- > 0)
        *bytes++ = 0;
}

/* ---------------------------------------------------------------------------------------------- needles */

static struct needle {
    unsigned char bytes[NEEDLE_SIZE]; /* under the mask */
    size_t size;
    int word;
    const char *encoding;
} needles[NEEDLES];
static size_t needle_count, longest_needle;

/* Which needles begin with two bytes (in clear), as a list. */
static short first[65536], following[NEEDLES];

static void add_needle(int word, const char *encoding, const unsigned char *masked, size_t size) {
    struct needle *needle = &needles[needle_count];
    size_t start;
    CHECK(needle_count < NEEDLES && size <= NEEDLE_SIZE && size >= 2);
    memcpy(needle->bytes, masked, size);
    needle->size = size;
    needle->word = word;
    needle->encoding = encoding;
    start = (size_t)(masked[0] ^ MASK) << 8 | (size_t)(masked[1] ^ MASK);
    following[needle_count] = first[start];
    first[start] = (short)needle_count;
    needle_count++;
    longest_needle = size > longest_needle ? size : longest_needle;
}

static void add_utf16(int word, const unsigned char *masked, size_t size) {
    unsigned char little[NEEDLE_SIZE], big[NEEDLE_SIZE];
    size_t index, units = 0;
    for (index = 0; index < size && units * 2 + 2 <= NEEDLE_SIZE;) {
        unsigned char lead = masked[index] ^ MASK;
        unsigned code = lead;
        int more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : 2;
        if (lead >= 0x80) {
            code = lead & (more == 1 ? 0x1f : 0x0f);
            while (more-- > 0)
                code = code << 6 | ((masked[++index] ^ MASK) & 0x3f);
        }
        index++;
        little[units * 2] = big[units * 2 + 1] = (unsigned char)(code & 0xff) ^ MASK;
        little[units * 2 + 1] = big[units * 2] = (unsigned char)(code >> 8) ^ MASK;
        units++;
    }
    units = units > WINDOW ? WINDOW : units;
    add_needle(word, "UTF-16LE", little, units * 2);
    add_needle(word, "UTF-16BE", big, units * 2);
}

static void add_base64(int word, const unsigned char *masked, size_t size) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    size_t shift;
    for (shift = 0; shift < 3; shift++) {
        /* The three ways that the word can lie in the text that was encoded; only whole groups of it count. */
        unsigned char code[NEEDLE_SIZE];
        size_t index, length = 0;
        for (index = shift; index + 3 <= size && length + 4 <= 4 * 6; index += 3) {
            unsigned bits = (unsigned)(masked[index] ^ MASK) << 16 | (unsigned)(masked[index + 1] ^ MASK) << 8 |
                            (unsigned)(masked[index + 2] ^ MASK);
            code[length++] = (unsigned char)digits[bits >> 18 & 63] ^ MASK;
            code[length++] = (unsigned char)digits[bits >> 12 & 63] ^ MASK;
            code[length++] = (unsigned char)digits[bits >> 6 & 63] ^ MASK;
            code[length++] = (unsigned char)digits[bits & 63] ^ MASK;
        }
        add_needle(word, "base64", code, length);
    }
}

static void add_hexadecimal(int word, const char *digits, const unsigned char *masked, size_t size) {
    unsigned char code[NEEDLE_SIZE];
    size_t index;
    for (index = 0; index < size && index < WINDOW; index++) {
        code[2 * index] = (unsigned char)digits[(masked[index] ^ MASK) >> 4] ^ MASK;
        code[2 * index + 1] = (unsigned char)digits[(masked[index] ^ MASK) & 15] ^ MASK;
    }
    add_needle(word, "hexadecimal", code, 2 * index);
}

static void add_form(int word, const char *name, const unsigned char *masked, size_t size) {
    /* The beginning, the middle and the end, so that a part of the word is found as well. */
    size_t starts[3] = {0, size / 2 - WINDOW / 2, size - WINDOW}, index;
    for (index = 0; index < 3; index++)
        add_needle(word, name, masked + starts[index], WINDOW);
    add_utf16(word, masked, size);
    add_base64(word, masked, size);
    add_hexadecimal(word, "0123456789abcdef", masked, size);
    add_hexadecimal(word, "0123456789ABCDEF", masked, size);
}

void make_canaries(void) {
    int which;
    make_words();
    memset(first, 0xff, sizeof first);
    for (which = 0; which < WORDS; which++) {
        add_form(which, "UTF-8", words[which].composed, words[which].composed_size);
        if (which % 2)
            add_form(which, "UTF-8 decomposed", words[which].decomposed, words[which].decomposed_size);
    }
}

/* Counts which words are in bytes, naming the first few. */
static int search(const unsigned char *bytes, size_t size, const char *where, int hits[WORDS], int quiet) {
    size_t index;
    int found = 0;
    for (index = 0; index + 1 < size; index++) {
        short candidate = first[(size_t)bytes[index] << 8 | bytes[index + 1]];
        for (; candidate >= 0; candidate = following[candidate]) {
            const struct needle *needle = &needles[candidate];
            size_t offset = 0;
            if (needle->size > size - index)
                continue;
            while (offset < needle->size && bytes[index + offset] == (needle->bytes[offset] ^ MASK))
                offset++;
            if (offset < needle->size)
                continue;
            hits[needle->word]++;
            if (++found <= 3 && !quiet)
                printf("    word %d as %s in %s\n", needle->word, needle->encoding, where);
        }
    }
    return found;
}

void check_canary_search(void) {
    size_t index;
    for (index = 0; index < needle_count; index++) {
        unsigned char haystack[NEEDLE_SIZE + 20] = {0};
        int hits[WORDS] = {0};
        size_t offset;
        for (offset = 0; offset < needles[index].size; offset++)
            haystack[offset + 7] = needles[index].bytes[offset] ^ MASK;
        CHECK(search(haystack, sizeof haystack, "", hits, 1) >= 1 && hits[needles[index].word] >= 1);
        haystack[7] ^= 1;
        CHECK(search(haystack, 8 + needles[index].size - 1, "", hits, 1) == 0);
    }
}

/* ---------------------------------------------------------------------------------------------- places */

static struct place {
    char name[160];
    size_t size;
} places[PLACES];
static int place_count;

/* Notes that a place was searched, and keeps the most bytes that it had. */
static void note_place(const char *name, size_t size) {
    int index;
    for (index = 0; index < place_count; index++) {
        if (strcmp(places[index].name, name) == 0)
            break;
    }
    if (index == PLACES)
        return;
    if (index == place_count) {
        snprintf(places[index].name, sizeof places[0].name, "%s", name);
        place_count++;
    }
    if (places[index].size < size)
        places[index].size = size;
}

void print_places_searched(void) {
    int index;
    for (index = 0; index < place_count; index++)
        printf("    searched %s, %zu KiB\n", places[index].name, (places[index].size + 1023) / 1024);
}

static void search_folder(const char *path, struct sightings *sightings, int quiet) {
    DIR *directory = opendir(path);
    struct dirent *entry;
    CHECK(directory != NULL);
    while ((entry = readdir(directory)) != NULL) {
        char name[300], inside[600];
        size_t size;
        uint8_t *bytes;
        if (entry->d_name[0] == '.')
            continue;
        snprintf(inside, sizeof inside, "%s/%s", path, entry->d_name);
        if (entry->d_type == DT_DIR) {
            search_folder(inside, sightings, quiet);
            continue;
        }
        bytes = read_file(inside, &size);
        snprintf(name, sizeof name, "the file %s", entry->d_name);
        search((const unsigned char *)entry->d_name, strlen(entry->d_name), "a file's name", sightings->in_files,
               quiet);
        search(bytes, size, name, sightings->in_files, quiet);
        note_place(name, size);
        free(bytes);
    }
    closedir(directory);
}

void search_files_for_canaries(struct sightings *sightings, int quiet) {
    search_folder(in_folder(""), sightings, quiet);
}

/* Memory between two addresses, as /proc tells it. */
struct region {
    unsigned long start, end;
    int is_private_data, is_locked;
    char name[160];
};

static size_t search_region(int memory, const struct region *region, struct sightings *sightings, int quiet) {
    static unsigned char bytes[CHUNK];
    int *hits = region->is_locked ? sightings->in_locked_memory : sightings->in_other_memory;
    unsigned long at = region->start;
    size_t total = 0;
    while (at < region->end) {
        size_t wanted = region->end - at < CHUNK ? region->end - at : CHUNK;
        ssize_t got = pread(memory, bytes, wanted, (off_t)at);
        if (got <= 0)
            break;
        search(bytes, (size_t)got, region->name, hits, quiet || region->is_locked);
        total += (size_t)got;
        if ((size_t)got < wanted || at + (size_t)got >= region->end)
            break;
        /* Parts overlap, so that a word across their border is found too. */
        at += (size_t)got - longest_needle;
    }
    wipe(bytes, sizeof bytes);
    if (total > 0)
        note_place(region->name, total);
    return total;
}

/* What a mapping is called: a file by its name, and anonymous memory by what it is for. */
static void name_region(struct region *region, const char *path) {
    const char *slash = strrchr(path, '/');
    if (path[0] == '[')
        snprintf(region->name, sizeof region->name, "the memory %.100s", path);
    else if (path[0] != 0)
        snprintf(region->name, sizeof region->name, "the data of %.100s", slash != NULL ? slash + 1 : path);
    else
        snprintf(region->name, sizeof region->name, "anonymous memory");
}

void search_memory_for_canaries(pid_t process, struct sightings *sightings, int quiet) {
    char name[64], line[600];
    struct region region = {0, 0, 0, 0, ""};
    size_t total = 0;
    FILE *maps;
    int memory;
    snprintf(name, sizeof name, "/proc/%d/smaps", (int)process);
    maps = fopen(name, "r");
    snprintf(name, sizeof name, "/proc/%d/mem", (int)process);
    memory = open(name, O_RDONLY);
    if (maps == NULL || memory < 0)
        skip("another process's memory cannot be read here");
    while (fgets(line, sizeof line, maps) != NULL) {
        char rights[8], path[400] = "";
        unsigned long start, end;
        if (sscanf(line, "%lx-%lx %7s %*s %*s %*s %399[^\n]", &start, &end, rights, path) >= 3) {
            region.start = start;
            region.end = end;
            /* What was never written to holds no word; what was may be locked up by now. */
            region.is_private_data = rights[1] == 'w' || (path[0] == 0 && rights[2] != 'x');
            name_region(&region, path);
        } else if (strncmp(line, "VmFlags:", 8) == 0 && region.is_private_data) {
            region.is_locked = strstr(line, " lo") != NULL;
            if (region.is_locked)
                snprintf(region.name, sizeof region.name, "locked memory");
            total += search_region(memory, &region, sightings, quiet);
        }
    }
    fclose(maps);
    close(memory);
    CHECK(total > 100000);
}
