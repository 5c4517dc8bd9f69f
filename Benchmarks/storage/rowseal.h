/* How rows are sealed by hand in C with libsodium: what somebody would write who needs no library. */
#ifndef TINCAY_BENCHMARKS_ROWSEAL_H
#define TINCAY_BENCHMARKS_ROWSEAL_H

#include <stddef.h>
#include <stdint.h>

enum { MOST_PEOPLE = 5, ROW_ROOM = 16384 };

/* Loads libsodium and makes keys that are the same in every run; gives 0 when it is not there. */
int load_rows(const char *library);

/* Derives a key from a passphrase as dearly as a desk does. */
void spend_passphrase(void);

/* Seals with one key for all rows: a nonce, then crypto_secretbox. Gives the size. */
size_t secretbox_row(const uint8_t *plain, size_t size, uint8_t *out);
size_t open_secretbox_row(const uint8_t *row, size_t size, uint8_t *out);

/* Seals to people: for one person crypto_box_seal; for more a key of the row, which is sealed to each. */
size_t sealed_row(const uint8_t *plain, size_t size, int people, uint8_t *out);
size_t open_sealed_row(const uint8_t *row, size_t size, int people, uint8_t *out);

/* A keyed hash of two columns, by which rows are found that say nothing else. */
int64_t blind_index(int status, int commune);

#endif
