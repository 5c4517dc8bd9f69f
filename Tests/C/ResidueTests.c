/* What a person told is in no file of the box or the desk and, once the results are freed, nowhere in memory.
 * The words are random and exist in this program only under a mask. A child uses the library and stops at agreed places;
 * its parent then searches the child's memory and all files, in every encoding that a leak might take. */
#define _GNU_SOURCE
#include "support.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <time.h>

enum { MASK = 0x5a, WORDS = 4, WORD_SIZE = 160, NEEDLES = 400, NEEDLE_SIZE = 360, WINDOW = 12 };

/* ---------------------------------------------------------------------------------------------- words */

/* Syllables in the composed and the decomposed form of Unicode. */
static const char *const COMPOSED[] = {"b\xe1\xbb\x8b", "\xc4\x91\xc3\xa1nh", "ch\xc3\xba",     "nh\xc3\xa0",
                                       "s\xe1\xbb\xa3", "qu\xc3\xa1",         "t\xe1\xbb\x91i", "m\xe1\xba\xb9"};
static const char *const DECOMPOSED[] = {
    "bi\xcc\xa3",  "\xc4\x91\x61\xcc\x81nh", "chu\xcc\x81", "nha\xcc\x80", "so\xcc\x9b\xcc\xa3",
    "qua\xcc\x81", "to\xcc\x82\xcc\x81i",    "me\xcc\xa3"};

/* A word under the mask, in both forms. */
struct word {
    unsigned char composed[WORD_SIZE], decomposed[WORD_SIZE];
    size_t composed_size, decomposed_size;
};

static struct word words[WORDS];

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
                append(word->composed, &word->composed_size, COMPOSED[number % 8]);
                append(word->decomposed, &word->decomposed_size, DECOMPOSED[number % 8]);
            } else {
                char letters[4] = {(char)('a' + number % 26), (char)('a' + number / 26 % 26),
                                   (char)('a' + number / 676 % 26), 0};
                append(word->composed, &word->composed_size, letters);
                append(word->decomposed, &word->decomposed_size, letters);
            }
        }
    }
}

/* Writes a word in clear; the caller wipes it. */
static char *unmask(char *end, const struct word *word) {
    size_t index;
    for (index = 0; index < word->composed_size; index++)
        *end++ = (char)(word->composed[index] ^ MASK);
    return end;
}

static void wipe(void *memory, size_t size) {
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
static size_t needle_count;

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

static void make_needles(void) {
    int which;
    memset(first, 0xff, sizeof first);
    for (which = 0; which < WORDS; which++) {
        add_form(which, "UTF-8", words[which].composed, words[which].composed_size);
        if (which % 2)
            add_form(which, "UTF-8 decomposed", words[which].decomposed, words[which].decomposed_size);
    }
}

/* Searches bytes and returns how many needles are in them, naming the first few. */
static int search(const unsigned char *bytes, size_t size, const char *where) {
    size_t index;
    int hits = 0;
    for (index = 0; index + 1 < size; index++) {
        short candidate = first[(size_t)bytes[index] << 8 | bytes[index + 1]];
        for (; candidate >= 0; candidate = following[candidate]) {
            const struct needle *needle = &needles[candidate];
            size_t offset = 0;
            if (needle->size > size - index)
                continue;
            while (offset < needle->size && bytes[index + offset] == (needle->bytes[offset] ^ MASK))
                offset++;
            if (offset == needle->size && ++hits <= 3 && where != NULL)
                printf("    word %d as %s in %s\n", needle->word, needle->encoding, where);
        }
    }
    return hits;
}

/* ---------------------------------------------------------------------------------------------- places */

static int search_files(void) {
    char path[512];
    DIR *directory;
    struct dirent *entry;
    int hits = 0;
    snprintf(path, sizeof path, "%s", in_folder(""));
    directory = opendir(path);
    CHECK(directory != NULL);
    while ((entry = readdir(directory)) != NULL) {
        size_t size;
        uint8_t *bytes;
        if (entry->d_name[0] == '.')
            continue;
        bytes = read_file(in_folder(entry->d_name), &size);
        hits += search(bytes, size, entry->d_name);
        free(bytes);
    }
    closedir(directory);
    return hits;
}

static int search_memory(pid_t process, int quiet) {
    char name[64], line[512];
    FILE *maps;
    int memory, hits = 0;
    size_t total = 0;
    snprintf(name, sizeof name, "/proc/%d/maps", (int)process);
    maps = fopen(name, "r");
    snprintf(name, sizeof name, "/proc/%d/mem", (int)process);
    memory = open(name, O_RDONLY);
    if (maps == NULL || memory < 0)
        skip("another process's memory cannot be read here");
    while (fgets(line, sizeof line, maps) != NULL) {
        unsigned long start, end;
        char rights[8], *place = strrchr(line, ' ');
        unsigned char *bytes;
        ssize_t got;
        if (sscanf(line, "%lx-%lx %7s", &start, &end, rights) != 3 || strncmp(rights, "rw", 2) != 0)
            continue;
        line[strcspn(line, "\n")] = 0;
        bytes = malloc(end - start);
        got = pread(memory, bytes, end - start, (off_t)start);
        if (got > 0) {
            hits += search(bytes, (size_t)got, quiet ? NULL : place != NULL && place[1] ? place + 1 : "memory");
            total += (size_t)got;
        }
        free(bytes);
    }
    fclose(maps);
    close(memory);
    CHECK(total > 100000);
    return hits;
}

/* ---------------------------------------------------------------------------------------------- the child */

static int to_parent, from_parent;

/* Lets the parent search, and waits until it has. */
static void stop_here(void) {
    char byte = 's';
    CHECK(write(to_parent, &byte, 1) == 1);
    CHECK(read(from_parent, &byte, 1) == 1);
}

static void submit_words(tincay_box *box, tincay_form *form, const struct word *one, const struct word *two) {
    char *answers = malloc(1000), *end = answers;
    tincay_bytes result;
    end = stpcpy(end, "{\"story\":\"");
    end = unmask(end, one);
    *end++ = ' ';
    end = unmask(end, two);
    end = stpcpy(end, "\",\"number\":1}");
    EXPECT(TINCAY_OK, tincay_form_check(form, (uint8_t *)answers, (size_t)(end - answers), NULL, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, (uint8_t *)answers, (size_t)(end - answers), NULL, &result));
    tincay_bytes_free(&result);
    wipe(answers, 1000);
    free(answers);
}

static void use_the_library(void) {
    const char *desk_path = in_folder("desk.tincay"), *box_path = in_folder("box.tincay");
    tincay_form *form = small_form();
    tincay_desk *desk;
    tincay_box *box;
    tincay_bytes bundle, receipt, settled, list, report;
    char *passphrase = malloc(WORD_SIZE), *id, *event;
    size_t size = (size_t)(unmask(passphrase, &words[2]) - passphrase);
    EXPECT(TINCAY_OK, tincay_desk_create(desk_path, PERSON, (uint8_t *)passphrase, size, BYTES(QUICK_DESK)));
    EXPECT(TINCAY_OK, tincay_desk_open(desk_path, PERSON, (uint8_t *)passphrase, size, &desk));
    wipe(passphrase, WORD_SIZE);
    EXPECT(TINCAY_OK, tincay_desk_keep(desk, form));
    make_box(box_path, desk, ",\"bundle_mib\":1");
    box = open_box(box_path);
    submit_words(box, form, &words[0], &words[1]);
    stop_here(); /* 1: everything was told, the box is open */

    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    write_file(in_folder("bundle"), bundle.data, bundle.size);
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
    write_file(in_folder("receipt"), receipt.data, receipt.size);
    EXPECT(TINCAY_OK, tincay_box_settle(box, receipt.data, receipt.size, &settled));
    tincay_bytes_free(&bundle);
    tincay_bytes_free(&receipt);
    stop_here(); /* 2: it is at the desk, which is unlocked, and nobody reads it */

    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &list));
    id = pick(list, "/cases/0/id");
    event = malloc(500);
    strcpy(unmask(stpcpy(event, "{\"type\":\"note\",\"text\":\""), &words[3]), "\"}");
    EXPECT(TINCAY_OK, tincay_desk_record(desk, id, BYTES(event)));
    wipe(event, 500);
    free(event);
    EXPECT(TINCAY_OK, tincay_desk_read(desk, id, &report));
    stop_here(); /* 3: the report is in the counsellor's hands: the search must find it */

    tincay_bytes_free(&report);
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    EXPECT(TINCAY_OK, tincay_box_close(box));
    EXPECT(TINCAY_OK, tincay_form_close(form));
    stop_here(); /* 4: all is closed */
}

static void nothing_told_stays_behind(void) {
    int down[2], up[2], stage, status;
    pid_t child;
    make_words();
    make_needles();
    CHECK(pipe(down) == 0 && pipe(up) == 0);
    child = fork();
    if (child == 0) {
        to_parent = up[1];
        from_parent = down[0];
        close(up[0]);
        close(down[1]);
        use_the_library();
        _exit(0);
    }
    close(up[1]);
    close(down[0]);
    for (stage = 1; stage <= 4; stage++) {
        char byte;
        int in_files, in_memory;
        CHECK(read(up[0], &byte, 1) == 1);
        in_files = search_files();
        in_memory = search_memory(child, stage == 3);
        if (in_files > 0 || (in_memory > 0) != (stage == 3))
            printf("    place %d: %d in files, %d in memory\n", stage, in_files, in_memory);
        CHECK(in_files == 0);
        CHECK((in_memory > 0) == (stage == 3));
        CHECK(write(down[1], &byte, 1) == 1);
    }
    CHECK(waitpid(child, &status, 0) == child && status == 0);
}

/* The search itself finds a word in each of the encodings. */
static void the_search_finds_what_is_there(void) {
    size_t index;
    make_words();
    make_needles();
    for (index = 0; index < needle_count; index++) {
        unsigned char haystack[NEEDLE_SIZE + 20] = {0};
        size_t offset;
        for (offset = 0; offset < needles[index].size; offset++)
            haystack[offset + 7] = needles[index].bytes[offset] ^ MASK;
        CHECK(search(haystack, sizeof haystack, NULL) >= 1);
        haystack[7] ^= 1;
        CHECK(search(haystack, 8 + needles[index].size - 1, NULL) == 0);
    }
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"the search finds what is there", the_search_finds_what_is_there},
        {"nothing that was told stays behind in files or memory", nothing_told_stays_behind},
    };
    return RUN(cases);
}
