/* Ways to change an input: bytes, tokens that parsers trip over, values of a JSON text, and numbers. */
#include "fuzz.h"

static const char *const TEXTS[] = {
    "{\"a\":[1,2.5e-3,true,null,\"\\u00e9\\ud83d\\ude00\"],\"b\":{\"c\":{}},\"\":\"\"}",
    "{\"story\":\"Ch\xc3\xa1u kh\xc3\xb4ng mu\xe1\xbb\x91n v\xe1\xbb\x81 nh\xc3\xa0\",\"number\":12}",
    "{\"urgency\":[\"U1\"],\"order\":\"due\",\"limit\":10}",
    "{\"by\":[\"urgency\",\"status\"]}",
    "{\"type\":\"status\",\"status\":\"CLOSED\",\"reason\":\"done\"}",
    "{\"profile\":\"C\",\"session_ok\":true,\"safe_now\":\"N\",\"child_age_est\":9,\"concerns\":[\"V\",\"X\"]}",
    "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/x\"}},\"$defs\":{\"x\":{\"enum\":[1,\"b\"],"
    "\"minLength\":2}},\"if\":{\"required\":[\"a\"]},\"then\":{\"maxProperties\":3},\"unevaluatedProperties\":false}",
    "{\"type\":\"string\",\"pattern\":\"^(a+)+[^\\\\d]{2,5}$\",\"format\":\"date-time\"}",
};

static const char *const TOKENS[] = {"{",
                                     "}",
                                     "[",
                                     "]",
                                     ",",
                                     ":",
                                     "\"",
                                     "\\",
                                     "\\u",
                                     "\\ud800",
                                     "null",
                                     "true",
                                     "1e999",
                                     "-0",
                                     "1E-400",
                                     "9223372036854775808",
                                     "\xff",
                                     "\xc3",
                                     "\xe1\xbb",
                                     "\xf0\x9f\x98\x80",
                                     "\"$ref\":\"#\"",
                                     "\"type\":",
                                     "\"allOf\":[",
                                     "\"not\":{",
                                     "\"pattern\":\"(a*)*b\"",
                                     "\"x-tincay-triage\":",
                                     "00",
                                     "\x01\x02",
                                     "/",
                                     "~1",
                                     "2026-02-30",
                                     "P1Y"};

/* Values that take the place of others. */
static const char *const VALUES[] = {"null",
                                     "true",
                                     "0",
                                     "1",
                                     "-1",
                                     "2",
                                     "8",
                                     "9",
                                     "281474976710656",
                                     "281474976710657",
                                     "9223372036854775807",
                                     "9223372036854775808",
                                     "1e400",
                                     "1.5",
                                     "\"\"",
                                     "\"a\"",
                                     "\"2026-11-27\"",
                                     "\"9999-12-31\"",
                                     "\"facts\"",
                                     "\"identity\"",
                                     "\"notes\"",
                                     "\"directory\"",
                                     "\"pack\"",
                                     "\"/story\"",
                                     "\"\\u0000\"",
                                     "\"\xe1\xbb\x87\"",
                                     "[]",
                                     "{}",
                                     "[[]]",
                                     "[\"facts\",\"identity\",\"contact\",\"accused\",\"place\",\"notes\"]",
                                     "{\"\":{}}",
                                     "\"00112233445566778899aabbccddeeff\""};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

size_t below(size_t limit) {
    return limit == 0 ? 0 : random_number() % limit;
}

struct sample sample_of(const void *bytes, size_t size) {
    struct sample sample = {malloc(size + 1), size};
    if (size > 0)
        memcpy(sample.bytes, bytes, size);
    sample.bytes[size] = 0;
    return sample;
}

struct sample sample_of_text(const char *text) {
    return sample_of(text, strlen(text));
}

struct sample sample_of_bytes(tincay_bytes bytes) {
    struct sample sample = sample_of(bytes.data, bytes.size);
    tincay_bytes_free(&bytes);
    return sample;
}

struct sample sample_of_file(const char *path) {
    struct sample sample;
    sample.bytes = read_file(path, &sample.size);
    return sample;
}

/* Makes room at a place. */
static void make_room(struct sample *sample, size_t at, size_t length) {
    sample->bytes = realloc(sample->bytes, sample->size + length + 1);
    memmove(sample->bytes + at + length, sample->bytes + at, sample->size - at);
    sample->size += length;
}

static void cut_out(struct sample *sample, size_t at, size_t length) {
    memmove(sample->bytes + at, sample->bytes + at + length, sample->size - at - length);
    sample->size -= length;
}

void append(struct sample *sample, const void *bytes, size_t size) {
    size_t at = sample->size;
    make_room(sample, at, size);
    if (size > 0)
        memcpy(sample->bytes + at, bytes, size);
}

void append_number(struct sample *sample, uint64_t number, int size) {
    uint8_t bytes[8];
    int place;
    for (place = 0; place < size; place++)
        bytes[place] = (uint8_t)(number >> place * 8);
    append(sample, bytes, (size_t)size);
}

void pad(struct sample *sample, size_t size) {
    size_t at = sample->size;
    if (at >= size)
        return;
    make_room(sample, at, size - at);
    memset(sample->bytes + at, 0, size - at);
}

static void change_once(struct sample *sample) {
    size_t at = below(sample->size + 1), length;
    switch (random_number() % 9) {
    case 0: /* one bit */
        if (at < sample->size)
            sample->bytes[at] ^= (uint8_t)(1 << random_number() % 8);
        break;
    case 1: /* one byte */
        if (at < sample->size)
            sample->bytes[at] = (uint8_t)random_number();
        break;
    case 2: /* shorter */
        sample->size = at;
        break;
    case 3: /* a part left out */
        cut_out(sample, at, below(sample->size - at + 1) % 64);
        break;
    case 4: { /* a part twice */
        size_t from = below(sample->size + 1);
        length = below(sample->size - from + 1) % 256;
        make_room(sample, from, length);
        break;
    }
    case 5: /* many times the same byte */
        length = 1 + below(300);
        make_room(sample, at, length);
        memset(sample->bytes + at, "[{\"0 \x80(\\"[random_number() % 8], length);
        break;
    case 6: /* zeros or ones */
        length = below(sample->size - at + 1) % 32;
        memset(sample->bytes + at, random_number() % 2 ? 0 : 0xff, length);
        break;
    default: { /* something that a parser may trip over */
        const char *token = TOKENS[below(COUNT(TOKENS))];
        length = strlen(token);
        make_room(sample, at, length);
        memcpy(sample->bytes + at, token, length);
        break;
    }
    }
}

struct sample changed(struct sample original) {
    struct sample copy = sample_of(original.bytes, original.size);
    int times = 1 + (int)(random_number() % 4);
    while (times-- > 0)
        change_once(&copy);
    return copy;
}

/* Where the value that begins at a place of a JSON text ends. */
static size_t end_of_value(struct sample json, size_t at) {
    int depth = 0, quoted = 0;
    for (; at < json.size; at++) {
        uint8_t byte = json.bytes[at];
        if (quoted) {
            if (byte == '\\')
                at++;
            else if (byte == '"')
                quoted = 0;
        } else if (byte == '"') {
            quoted = 1;
        } else if (byte == '{' || byte == '[') {
            depth++;
        } else if (byte == '}' || byte == ']') {
            if (depth-- == 0)
                return at;
        } else if (byte == ',' && depth == 0) {
            return at;
        }
    }
    return at > json.size ? json.size : at;
}

/* The beginnings of values: behind a colon, an opening bracket or a comma. Inside texts there are some that are none. */
static size_t beginning_of_value(struct sample json) {
    int tries;
    for (tries = 0; tries < 400; tries++) {
        size_t at = below(json.size);
        if (strchr(":[,", json.bytes[at]) != NULL && json.bytes[at] != 0)
            return at + 1;
    }
    return 0;
}

struct sample changed_json(struct sample original) {
    struct sample copy;
    int times = 1 + (int)(random_number() % 3);
    if (random_number() % 4 == 0)
        return changed(original);
    copy = sample_of(original.bytes, original.size);
    while (times-- > 0 && copy.size > 0) {
        size_t at = beginning_of_value(copy), end = end_of_value(copy, at), length;
        struct sample value;
        if (random_number() % 3 == 0) {
            /* Another value of the same text, which may fit better than one from a list. */
            size_t from = beginning_of_value(copy);
            value = sample_of(copy.bytes + from, end_of_value(copy, from) - from);
        } else {
            value = sample_of_text(VALUES[below(COUNT(VALUES))]);
        }
        length = value.size;
        if (random_number() % 5 == 0) {
            /* One more, rather than another. */
            append(&value, ",", 1);
            length++;
        } else {
            cut_out(&copy, at, end - at);
        }
        make_room(&copy, at, length);
        memcpy(copy.bytes + at, value.bytes, length);
        free(value.bytes);
    }
    return copy;
}

struct sample changed_text(void) {
    struct sample original = sample_of_text(TEXTS[below(COUNT(TEXTS))]), copy = changed_json(original);
    free(original.bytes);
    return copy;
}

int64_t odd_number(void) {
    static const int64_t numbers[] = {0,
                                      1,
                                      -1,
                                      2,
                                      3,
                                      -2,
                                      7,
                                      8,
                                      9,
                                      31,
                                      32,
                                      63,
                                      64,
                                      255,
                                      256,
                                      1000,
                                      65535,
                                      65536,
                                      1 << 20,
                                      INT32_MAX,
                                      (int64_t)INT32_MAX + 1,
                                      UINT32_MAX,
                                      (int64_t)1 << 40,
                                      ((int64_t)1 << 48) - 1,
                                      (int64_t)1 << 48,
                                      ((int64_t)1 << 48) + 1,
                                      INT64_MAX,
                                      INT64_MIN,
                                      INT64_MIN + 1};
    if (random_number() % 4 == 0)
        return (int64_t)((uint64_t)random_number() << 32 | random_number()) >> below(64);
    return numbers[below(COUNT(numbers))];
}

void change_in_place(uint8_t *bytes, size_t size) {
    int times = 1 + (int)(random_number() % 3);
    while (times-- > 0 && size > 0) {
        size_t at = below(size);
        switch (random_number() % 4) {
        case 0:
            bytes[at] ^= (uint8_t)(1 << random_number() % 8);
            break;
        case 1:
            bytes[at] = (uint8_t)random_number();
            break;
        default: { /* a number that lies at a multiple of its size */
            size_t width = (size_t)1 << random_number() % 4;
            uint64_t number = (uint64_t)odd_number();
            at = at / width * width;
            for (; width > 0 && at < size; width--, at++, number >>= 8)
                bytes[at] = (uint8_t)number;
            break;
        }
        }
    }
}
