#include "rowseal.h"

#include "../measure.h"
#include "primitives.h"

static uint8_t row_key[32], blind_key[32], public_keys[MOST_PEOPLE][32], secret_keys[MOST_PEOPLE][32];

enum { NONCE = crypto_secretbox_NONCEBYTES, MAC = crypto_secretbox_MACBYTES, SEAL = crypto_box_SEALBYTES, KEY = 32 };

int load_rows(const char *library) {
    uint8_t seed[32];
    if (!load_primitives(library))
        return 0;
    memset(row_key, 0x55, sizeof row_key);
    memset(blind_key, 0x66, sizeof blind_key);
    for (int person = 0; person < MOST_PEOPLE; person++) {
        memset(seed, 0x40 + person, sizeof seed);
        sodium.crypto_box_seed_keypair(public_keys[person], secret_keys[person], seed);
    }
    return 1;
}

void spend_passphrase(void) {
    uint8_t key[32], salt[crypto_pwhash_SALTBYTES] = {1};
    MUST(sodium.crypto_pwhash(key, sizeof key, "eight or more", 13, salt, 3, 64 << 20, crypto_pwhash_ALG_ARGON2ID13) ==
         0);
}

static size_t secretbox(const uint8_t *key, const uint8_t *plain, size_t size, uint8_t *out) {
    sodium.randombytes_buf(out, NONCE);
    sodium.crypto_secretbox_easy(out + NONCE, plain, size, out, key);
    return NONCE + MAC + size;
}

static size_t open_secretbox(const uint8_t *key, const uint8_t *row, size_t size, uint8_t *out) {
    MUST(size >= NONCE + MAC && size <= ROW_ROOM);
    MUST(sodium.crypto_secretbox_open_easy(out, row + NONCE, size - NONCE, row, key) == 0);
    return size - NONCE - MAC;
}

size_t secretbox_row(const uint8_t *plain, size_t size, uint8_t *out) {
    return secretbox(row_key, plain, size, out);
}

size_t open_secretbox_row(const uint8_t *row, size_t size, uint8_t *out) {
    return open_secretbox(row_key, row, size, out);
}

size_t sealed_row(const uint8_t *plain, size_t size, int people, uint8_t *out) {
    uint8_t key[KEY], *end = out;
    if (people == 1) {
        MUST(sodium.crypto_box_seal(out, plain, size, public_keys[0]) == 0);
        return SEAL + size;
    }
    sodium.randombytes_buf(key, sizeof key);
    for (int person = 0; person < people; person++, end += SEAL + KEY)
        MUST(sodium.crypto_box_seal(end, key, sizeof key, public_keys[person]) == 0);
    return (size_t)(end - out) + secretbox(key, plain, size, end);
}

size_t open_sealed_row(const uint8_t *row, size_t size, int people, uint8_t *out) {
    uint8_t key[KEY];
    size_t wraps = (size_t)people * (SEAL + KEY);
    if (people == 1) {
        MUST(size >= SEAL && size <= ROW_ROOM);
        MUST(sodium.crypto_box_seal_open(out, row, size, public_keys[0], secret_keys[0]) == 0);
        return size - SEAL;
    }
    MUST(size > wraps);
    MUST(sodium.crypto_box_seal_open(key, row, SEAL + KEY, public_keys[0], secret_keys[0]) == 0);
    return open_secretbox(key, row + wraps, size - wraps, out);
}

int64_t blind_index(int status, int commune) {
    int64_t hash[2];
    int columns[2] = {status, commune};
    sodium.crypto_generichash((uint8_t *)hash, sizeof hash, (uint8_t *)columns, sizeof columns, blind_key,
                              sizeof blind_key);
    return hash[0];
}
