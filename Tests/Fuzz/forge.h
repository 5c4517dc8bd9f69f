/* The bytes of Documentation/FORMAT.md made by hand, so that what lies inside a seal or under a signature can be changed
 * before it is closed: whoever has a desk's card can write all of this. */
#ifndef TINCAY_FUZZ_FORGE_H
#define TINCAY_FUZZ_FORGE_H

#include "fuzz.h"

enum { WRAPS = 465, SLOT = 16384, PARTS = 7, GRANT = 36, CELL = 232 };

/* Somebody with keys: a desk that signs and opens, or a point. */
struct party {
    uint8_t sign_public[32], sign_secret[64], seal_public[32], seal_secret[32], id[16];
};

/* Two signers whom the box and the desk have pinned, a desk of the box that only the fuzzer has, and a point. */
extern struct party signers[2], ghost, stranger;
void make_parties(void);
char *card_of_party(const struct party *party, const char *name);

void fill_random(uint8_t *bytes, size_t size);
/* The first bytes of a hash over a text and two parts. */
void hash_of(const char *domain, const void *one, size_t one_size, const void *two, size_t two_size, uint8_t *out,
             size_t size);
/* A number of the point's or desk's key. */
void number_of_key(const char *domain, const uint8_t key[32], uint8_t id[16]);
void from_hexadecimal(const char *digits, uint8_t *bytes, size_t size);

/* Wraps a key for one reader. */
void seal_wraps(uint8_t wraps[WRAPS], const char *use, const uint8_t key[32], const uint8_t reader[32]);
/* Takes the key out of wraps; 0 when none is for the party. */
int open_wraps(const uint8_t *wraps, const char *use, const struct party *party, uint8_t key[32]);

/* What travels: wraps, and a seal over content and its sender's signature. */
struct parcel {
    const char *use, *context, *signed_text;
};
extern const struct parcel BUNDLE, RECEIPT, SHARE;
/* Signs and seals content; at least `size` bytes in all. */
struct sample close_parcel(struct parcel parcel, struct sample content, size_t size, const struct party *from,
                           const uint8_t reader[32]);
/* Opens a parcel; its content without the signature. */
struct sample open_parcel(struct parcel parcel, struct sample bytes, const struct party *party);

/* A sealed report before it is sealed, in either layout. */
struct envelope {
    int layout;
    uint8_t id[16], form_hash[32], key[32], section_keys[PARTS][32];
    struct sample parts[PARTS]; /* the plaintexts, padded; those with no bytes are left out */
    uint8_t needs[PARTS], places[PARTS];
    uint8_t index[256];
    uint8_t cell[CELL - 16];
};
/* The plaintext of a part. */
struct sample padded(struct sample json);
/* Starts a report of a head and two sections. */
void begin_envelope(struct envelope *envelope, int layout, struct sample head, struct sample facts,
                    struct sample identity, const uint8_t form_hash[32]);
/* Writes the index and the reader's cell as they must be. */
void describe_envelope(struct envelope *envelope);
/* Seals it into a slot and frees its parts; gives the hash of its body. */
struct sample close_envelope(struct envelope *envelope, const uint8_t reader[32], uint8_t body_hash[32]);

/* Signs a notice as some of the signers. */
struct sample sign_notice(uint8_t kind, struct sample body, int signatures);

#endif
