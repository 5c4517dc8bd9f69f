#include "stream.h"

#include "../measure.h"
#include "options.h"
#include "primitives.h"

#include <fcntl.h>
#include <unistd.h>

enum {
    PIECE = 64 << 10,
    SEALED_PIECE = PIECE + crypto_secretstream_xchacha20poly1305_ABYTES,
    PIECES = MEBIBYTE / PIECE
};

static uint8_t key[crypto_secretstream_xchacha20poly1305_KEYBYTES], sealed[SEALED_PIECE];

/* Where a file is. */
static const char *path_of(const struct store *store, int file) {
    static char path[sizeof store->path + 32];
    snprintf(path, sizeof path, "%s.stream%d", store->path, file);
    return path;
}

void stream_put(struct store *store, int number, long mebibytes) {
    uint8_t header[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
    crypto_secretstream_xchacha20poly1305_state state;
    int file = open(path_of(store, number), O_CREAT | O_TRUNC | O_WRONLY, 0600);
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
    int file = open(path_of(store, number), O_RDONLY);
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
