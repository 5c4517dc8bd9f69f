#include "stream.h"

#include "../measure.h"
#include "database.h"
#include "options.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

enum {
    PIECE = 64 << 10,
    SEALED_PIECE = PIECE + crypto_secretstream_xchacha20poly1305_ABYTES,
    PIECES = MEBIBYTE / PIECE
};

#define SODIUM_FUNCTIONS(X)                                                                                            \
    X(crypto_secretstream_xchacha20poly1305_init_push)                                                                 \
    X(crypto_secretstream_xchacha20poly1305_push)                                                                      \
    X(crypto_secretstream_xchacha20poly1305_init_pull)                                                                 \
    X(crypto_secretstream_xchacha20poly1305_pull)

static struct {
#define DECLARE(name) __typeof__(name) *name;
    SODIUM_FUNCTIONS(DECLARE)
#undef DECLARE
} sodium;

static uint8_t key[crypto_secretstream_xchacha20poly1305_KEYBYTES], sealed[SEALED_PIECE];

/* Takes the functions, and gives where a file is. */
static const char *begin(const struct store *store, int file) {
    static char path[sizeof store->path + 32];
    void *library = dlopen(OPTIONS.sodium, RTLD_NOW | RTLD_LOCAL);
    MUST(library);
#define TAKE(name) MUST(sodium.name = (__typeof__(sodium.name))function_of(library, #name));
    SODIUM_FUNCTIONS(TAKE)
#undef TAKE
    snprintf(path, sizeof path, "%s.stream%d", store->path, file);
    return path;
}

void stream_put(struct store *store, int number, long mebibytes) {
    uint8_t header[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
    crypto_secretstream_xchacha20poly1305_state state;
    int file = open(begin(store, number), O_CREAT | O_TRUNC | O_WRONLY, 0600);
    int folder = open(OPTIONS.folder, O_RDONLY | O_DIRECTORY);
    MUST(file >= 0 && folder >= 0);
    sodium.crypto_secretstream_xchacha20poly1305_init_push(&state, header, key);
    MUST(write(file, header, sizeof header) == (ssize_t)sizeof header);
    for (long mebibyte = 0; mebibyte < mebibytes; mebibyte++) {
        const uint8_t *block = file_block(mebibyte);
        for (int piece = 0; piece < PIECES; piece++) {
            sodium.crypto_secretstream_xchacha20poly1305_push(&state, sealed, NULL, block + piece * PIECE, PIECE, NULL,
                                                              0, 0);
            MUST(write(file, sealed, SEALED_PIECE) == SEALED_PIECE);
        }
    }
    MUST(fsync(file) == 0 && fsync(folder) == 0);
    close(file);
    close(folder);
}

void stream_get(struct store *store, int number, long mebibytes) {
    static uint8_t plain[PIECE];
    uint8_t header[crypto_secretstream_xchacha20poly1305_HEADERBYTES], tag;
    crypto_secretstream_xchacha20poly1305_state state;
    int file = open(begin(store, number), O_RDONLY);
    MUST(file >= 0 && read(file, header, sizeof header) == (ssize_t)sizeof header);
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key);
    for (long mebibyte = 0; mebibyte < mebibytes; mebibyte++) {
        const uint8_t *block = file_block(mebibyte);
        for (int piece = 0; piece < PIECES; piece++) {
            MUST(read(file, sealed, SEALED_PIECE) == SEALED_PIECE);
            MUST(sodium.crypto_secretstream_xchacha20poly1305_pull(&state, plain, NULL, &tag, sealed, SEALED_PIECE,
                                                                   NULL, 0) == 0);
            MUST(memcmp(plain, block + piece * PIECE, PIECE) == 0);
        }
    }
    close(file);
}
