/* libsodium's functions, taken from the shared library at run time, for whatever is sealed by hand. */
#ifndef TINCAY_BENCHMARKS_PRIMITIVES_H
#define TINCAY_BENCHMARKS_PRIMITIVES_H

#include <sodium.h>

/* Every function that is used. */
#define SODIUM_FUNCTIONS(X)                                                                                            \
    X(sodium_init)                                                                                                     \
    X(randombytes_buf)                                                                                                 \
    X(crypto_secretbox_easy)                                                                                           \
    X(crypto_secretbox_open_easy)                                                                                      \
    X(crypto_box_seal)                                                                                                 \
    X(crypto_box_seal_open)                                                                                            \
    X(crypto_box_seed_keypair)                                                                                         \
    X(crypto_generichash)                                                                                              \
    X(crypto_kdf_derive_from_key)                                                                                      \
    X(crypto_pwhash)                                                                                                   \
    X(crypto_aead_xchacha20poly1305_ietf_encrypt)                                                                      \
    X(crypto_aead_xchacha20poly1305_ietf_decrypt)                                                                      \
    X(crypto_secretstream_xchacha20poly1305_init_push)                                                                 \
    X(crypto_secretstream_xchacha20poly1305_push)                                                                      \
    X(crypto_secretstream_xchacha20poly1305_init_pull)                                                                 \
    X(crypto_secretstream_xchacha20poly1305_pull)

struct primitives {
#define DECLARE(name) __typeof__(name) *name;
    SODIUM_FUNCTIONS(DECLARE)
#undef DECLARE
};

/* There once they were loaded. */
extern struct primitives sodium;

/* Loads the functions, once; gives 0 when they are not there. */
int load_primitives(const char *library);

#endif
