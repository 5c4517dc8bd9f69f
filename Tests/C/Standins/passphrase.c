/* Stands before libsodium's derivation of keys from passphrases, which is slow on purpose, for programs that open desks
 * thousands of times and are not about passphrases. */
#include <sodium.h>
#include <string.h>

int crypto_pwhash(unsigned char *const key, unsigned long long size, const char *const passphrase,
                  unsigned long long passphrase_size, const unsigned char *const salt, unsigned long long passes,
                  size_t memory, int algorithm) {
    (void)passes, (void)memory, (void)algorithm;
    memset(key, 0, size);
    return crypto_generichash(key, size, (const unsigned char *)passphrase, passphrase_size, salt,
                              crypto_pwhash_SALTBYTES);
}
