#include "passphrase.h"

#include "../measure.h"
#include "options.h"
#include "primitives.h"

#include <stdint.h>

static int cost_something;

void passphrases_cost(int something) {
    cost_something = something;
}

/* Some bytes that depend on a passphrase and a salt, and on nothing else. */
static void mix(uint8_t *out, size_t size, const char *passphrase, size_t passphrase_size, const uint8_t *salt) {
    uint64_t state = 0xCBF29CE484222325u;
    for (size_t i = 0; i < passphrase_size + crypto_pwhash_SALTBYTES; i++)
        state = (state ^ (i < passphrase_size ? (uint8_t)passphrase[i] : salt[i - passphrase_size])) * 0x100000001B3u;
    for (size_t i = 0; i < size; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        out[i] = (uint8_t)(state >> 56);
    }
}

/* In place of libsodium's: the library, which this program loads, finds this one first. */
int crypto_pwhash(unsigned char *out, unsigned long long size, const char *passphrase,
                  unsigned long long passphrase_size, const unsigned char *salt, unsigned long long passes,
                  size_t memory, int algorithm) {
    if (!cost_something) {
        mix(out, size, passphrase, passphrase_size, salt);
        return 0;
    }
    MUST(load_primitives(OPTIONS.sodium));
    return sodium.crypto_pwhash(out, size, passphrase, passphrase_size, salt, passes, memory, algorithm);
}
