#include "forge.h"

#include <sodium.h>

struct party signers[2], ghost, stranger;
const struct parcel BUNDLE = {"bundle", "tincaybn", "tincay bundle 1"},
                    RECEIPT = {"receipt", "tincayrc", "tincay receipt 2"},
                    SHARE = {"share", "tincaysh", "tincay share 1"};
static const uint8_t ONLY_NONCE[24];

/* ---------------------------------------------------------------------------------------------- keys and hashes */

void fill_random(uint8_t *bytes, size_t size) {
    while (size-- > 0)
        *bytes++ = (uint8_t)random_number();
}

void hash_of(const char *domain, const void *one, size_t one_size, const void *two, size_t two_size, uint8_t *out,
             size_t size) {
    uint8_t hash[32];
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof hash);
    crypto_generichash_update(&state, (const uint8_t *)domain, strlen(domain));
    crypto_generichash_update(&state, one, one_size);
    crypto_generichash_update(&state, two, two_size);
    crypto_generichash_final(&state, hash, sizeof hash);
    memcpy(out, hash, size);
}

void number_of_key(const char *domain, const uint8_t key[32], uint8_t id[16]) {
    hash_of(domain, key, 32, "", 0, id, 16);
}

void from_hexadecimal(const char *digits, uint8_t *bytes, size_t size) {
    size_t read;
    CHECK(sodium_hex2bin(bytes, size, digits, strlen(digits), NULL, &read, NULL) == 0 && read == size);
}

static void make_party(struct party *party) {
    uint8_t seed[32];
    fill_random(seed, sizeof seed);
    crypto_sign_seed_keypair(party->sign_public, party->sign_secret, seed);
    fill_random(seed, sizeof seed);
    crypto_box_seed_keypair(party->seal_public, party->seal_secret, seed);
    number_of_key("tincay desk 1", party->sign_public, party->id);
}

void make_parties(void) {
    CHECK(sodium_init() >= 0);
    make_party(&signers[0]);
    make_party(&signers[1]);
    make_party(&ghost);
    make_party(&stranger);
}

char *card_of_party(const struct party *party, const char *name) {
    char desk[33], seal[65], sign[65], signature[129];
    uint8_t bytes[64];
    struct sample signed_bytes = sample_of_text("tincay card 1");
    append(&signed_bytes, party->id, 16);
    append(&signed_bytes, party->seal_public, 32);
    append(&signed_bytes, party->sign_public, 32);
    append(&signed_bytes, name, strlen(name));
    crypto_sign_detached(bytes, NULL, signed_bytes.bytes, signed_bytes.size, party->sign_secret);
    free(signed_bytes.bytes);
    return text("{\"tincay\":\"card\",\"version\":1,\"name\":\"%s\",\"desk\":\"%s\",\"seal\":\"%s\",\"sign\":\"%s\","
                "\"signature\":\"%s\"}",
                name, sodium_bin2hex(desk, sizeof desk, party->id, 16),
                sodium_bin2hex(seal, sizeof seal, party->seal_public, 32),
                sodium_bin2hex(sign, sizeof sign, party->sign_public, 32),
                sodium_bin2hex(signature, sizeof signature, bytes, 64));
}

/* ---------------------------------------------------------------------------------------------- wraps */

/* The key between whoever has sealed and one reader. */
static void agreed_key(const char *purpose, const char *use, const uint8_t shared[32], const uint8_t ephemeral[32],
                       const uint8_t reader[32], uint8_t key[32]) {
    struct sample hashed = sample_of_text(purpose);
    append(&hashed, use, strlen(use));
    append(&hashed, shared, 32);
    append(&hashed, ephemeral, 32);
    append(&hashed, reader, 32);
    crypto_generichash(key, 32, hashed.bytes, hashed.size, NULL, 0);
    free(hashed.bytes);
}

static void commitment_of(const uint8_t key[32], const char *use, const uint8_t *wraps, uint8_t commitment[32]) {
    struct sample hashed = sample_of_text("tincay commitment 1 ");
    append(&hashed, use, strlen(use));
    append(&hashed, wraps, 49);
    crypto_generichash(commitment, 32, hashed.bytes, hashed.size, key, 32);
    free(hashed.bytes);
}

static void seal(uint8_t *out, const void *plain, size_t size, const void *associated, size_t associated_size,
                 const uint8_t key[32]) {
    crypto_aead_xchacha20poly1305_ietf_encrypt(out, NULL, plain, size, associated, associated_size, NULL, ONLY_NONCE,
                                               key);
}

static int unseal(uint8_t *out, const void *sealed, size_t size, const void *associated, size_t associated_size,
                  const uint8_t key[32]) {
    return crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL, sealed, size, associated, associated_size,
                                                      ONLY_NONCE, key) == 0;
}

/* Wraps a key, and gives what was agreed on with the reader. */
static void seal_wraps_and_share(uint8_t wraps[WRAPS], const char *use, const uint8_t id[16], const uint8_t key[32],
                                 const uint8_t reader[32], uint8_t shared[32]) {
    uint8_t secret[32], wrap_key[32];
    fill_random(wraps, WRAPS);
    wraps[0] = 1;
    memcpy(wraps + 1, id, 16);
    fill_random(secret, sizeof secret);
    crypto_scalarmult_base(wraps + 17, secret);
    CHECK(crypto_scalarmult(shared, secret, reader) == 0);
    commitment_of(key, use, wraps, wraps + 49);
    agreed_key("tincay wrap 1 ", use, shared, wraps + 17, reader, wrap_key);
    seal(wraps + 81 + 48 * below(8), key, 32, wraps, 49, wrap_key);
}

void seal_wraps(uint8_t wraps[WRAPS], const char *use, const uint8_t key[32], const uint8_t reader[32]) {
    uint8_t id[16], shared[32];
    fill_random(id, sizeof id);
    seal_wraps_and_share(wraps, use, id, key, reader, shared);
}

int open_wraps(const uint8_t *wraps, const char *use, const struct party *party, uint8_t key[32]) {
    uint8_t shared[32], wrap_key[32];
    int place;
    if (crypto_scalarmult(shared, party->seal_secret, wraps + 17) != 0)
        return 0;
    agreed_key("tincay wrap 1 ", use, shared, wraps + 17, party->seal_public, wrap_key);
    for (place = 0; place < 8; place++) {
        if (unseal(key, wraps + 81 + 48 * place, 48, wraps, 49, wrap_key))
            return 1;
    }
    return 0;
}

/* ---------------------------------------------------------------------------------------------- parcels */

static void digest(struct parcel parcel, const uint8_t *wraps, const uint8_t *content, size_t size, uint8_t hash[32]) {
    hash_of(parcel.signed_text, wraps, WRAPS, content, size, hash, 32);
}

struct sample close_parcel(struct parcel parcel, struct sample content, size_t size, const struct party *from,
                           const uint8_t reader[32]) {
    struct sample closed = {NULL, 0}, plain = sample_of(content.bytes, content.size);
    uint8_t key[32], subkey[32], hash[32], signature[64], wraps[WRAPS];
    pad(&plain, size > WRAPS + 80 ? size - WRAPS - 80 : 0);
    fill_random(key, sizeof key);
    seal_wraps(wraps, parcel.use, key, reader);
    digest(parcel, wraps, plain.bytes, plain.size, hash);
    crypto_sign_detached(signature, NULL, hash, sizeof hash, from->sign_secret);
    append(&plain, signature, sizeof signature);
    closed = sample_of(wraps, WRAPS);
    pad(&closed, WRAPS + plain.size + 16);
    crypto_kdf_derive_from_key(subkey, 32, 0, parcel.context, key);
    seal(closed.bytes + WRAPS, plain.bytes, plain.size, wraps, WRAPS, subkey);
    free(plain.bytes);
    return closed;
}

struct sample open_parcel(struct parcel parcel, struct sample bytes, const struct party *party) {
    struct sample content = sample_of(NULL, 0);
    uint8_t key[32], subkey[32];
    CHECK(bytes.size > WRAPS + 80 && open_wraps(bytes.bytes, parcel.use, party, key));
    crypto_kdf_derive_from_key(subkey, 32, 0, parcel.context, key);
    pad(&content, bytes.size - WRAPS);
    CHECK(unseal(content.bytes, bytes.bytes + WRAPS, bytes.size - WRAPS, bytes.bytes, WRAPS, subkey));
    content.size = bytes.size - WRAPS - 80;
    return content;
}

/* ---------------------------------------------------------------------------------------------- envelopes */

/* What a part of an envelope is bound to. */
static struct sample associated(const char *use, const struct envelope *envelope, const uint8_t *more, size_t size) {
    struct sample bytes = sample_of_text(use);
    append(&bytes, "\1", 1);
    append(&bytes, envelope->id, 16);
    append(&bytes, more, size);
    return bytes;
}

struct sample padded(struct sample json) {
    struct sample plain = sample_of(NULL, 0);
    append_number(&plain, json.size, 4);
    append(&plain, json.bytes, json.size);
    pad(&plain, (plain.size + 255) / 256 * 256);
    return plain;
}

void begin_envelope(struct envelope *envelope, int layout, struct sample head, struct sample facts,
                    struct sample identity, const uint8_t form_hash[32]) {
    memset(envelope, 0, sizeof *envelope);
    envelope->layout = layout;
    fill_random(envelope->id, 16);
    fill_random(envelope->key, 32);
    fill_random(&envelope->section_keys[0][0], sizeof envelope->section_keys);
    memcpy(envelope->form_hash, form_hash, 32);
    envelope->parts[0] = padded(head);
    envelope->parts[1] = padded(facts);
    envelope->parts[2] = padded(identity);
    envelope->needs[1] = 1;
    envelope->needs[2] = 2;
    envelope->places[2] = (uint8_t)(1 + below(255));
    describe_envelope(envelope);
}

void describe_envelope(struct envelope *envelope) {
    struct sample index = sample_of(NULL, 0), cell = sample_of(NULL, 0);
    int part, count = 0;
    for (part = 0; part < PARTS; part++)
        count += envelope->parts[part].bytes != NULL;
    append_number(&index, (uint64_t)envelope->layout | (uint64_t)count << 8, 8);
    append(&index, envelope->form_hash, 32);
    for (part = 0; part < PARTS; part++) {
        uint8_t number = (uint8_t)part;
        if (envelope->parts[part].bytes == NULL)
            continue;
        append_number(&index, number | (envelope->layout == 2 ? (uint64_t)envelope->needs[part] << 8 : 0), 4);
        append_number(&index, envelope->parts[part].size + 16, 4);
        if (part > 0) {
            append_number(&cell, number | (uint64_t)envelope->places[part] << 8, 4);
            append(&cell, envelope->section_keys[part], 32);
        }
    }
    pad(&index, 96);
    for (part = 1; envelope->layout == 2 && part < PARTS; part++) {
        uint8_t commitment[32], number = (uint8_t)part;
        struct sample bound = associated("tincay section key 1", envelope, &number, 1);
        crypto_generichash(commitment, 32, bound.bytes, bound.size, envelope->section_keys[part], 32);
        free(bound.bytes);
        if (envelope->parts[part].bytes != NULL)
            append(&index, commitment, 24);
        pad(&index, 96 + 24 * (size_t)part);
    }
    pad(&index, 256);
    pad(&cell, sizeof envelope->cell);
    memcpy(envelope->index, index.bytes, 256);
    memcpy(envelope->cell, cell.bytes, sizeof envelope->cell);
    free(index.bytes);
    free(cell.bytes);
}

static void append_sealed(struct sample *body, const void *plain, size_t size, struct sample bound,
                          const uint8_t key[32]) {
    size_t at = body->size;
    pad(body, at + size + 16);
    seal(body->bytes + at, plain, size, bound.bytes, bound.size, key);
    free(bound.bytes);
}

/* Eight cells, of which one is the reader's. */
static void append_cells(struct sample *body, const struct envelope *envelope, const uint8_t shared[32],
                         const uint8_t ephemeral[32], const uint8_t reader[32]) {
    uint8_t cells[8 * CELL], key[32];
    struct sample bound = associated("tincay cell 1", envelope, envelope->form_hash, 32);
    fill_random(cells, sizeof cells);
    agreed_key("tincay cell 1 ", "envelope", shared, ephemeral, reader, key);
    seal(cells + CELL * below(8), envelope->cell, sizeof envelope->cell, bound.bytes, bound.size, key);
    append(body, cells, sizeof cells);
    free(bound.bytes);
}

struct sample close_envelope(struct envelope *envelope, const uint8_t reader[32], uint8_t body_hash[32]) {
    struct sample slot, body = sample_of(NULL, 0);
    uint8_t wraps[WRAPS], shared[32], subkey[32];
    int part;
    seal_wraps_and_share(wraps, "envelope", envelope->id, envelope->key, reader, shared);
    crypto_kdf_derive_from_key(subkey, 32, 0, "tincayrp", envelope->key);
    append_sealed(&body, envelope->index, envelope->layout == 2 ? 256 : 128,
                  associated(envelope->layout == 2 ? "tincay index 2" : "tincay index 1", envelope, NULL, 0), subkey);
    if (envelope->layout == 2)
        append_cells(&body, envelope, shared, wraps + 17, reader);
    for (part = 0; part < PARTS; part++) {
        uint8_t more[33];
        if (envelope->parts[part].bytes == NULL)
            continue;
        more[0] = (uint8_t)part;
        memcpy(more + 1, envelope->form_hash, 32);
        crypto_kdf_derive_from_key(subkey, 32, (uint64_t)part + 1, "tincayrp",
                                   envelope->layout == 2 && part > 0 ? envelope->section_keys[part] : envelope->key);
        append_sealed(&body, envelope->parts[part].bytes, envelope->parts[part].size,
                      associated("tincay section 1", envelope, more, sizeof more), subkey);
        free(envelope->parts[part].bytes);
    }
    hash_of("tincay body 1", body.bytes, body.size, "", 0, body_hash, 32);
    slot = sample_of(wraps, WRAPS);
    append(&slot, body.bytes, body.size);
    free(body.bytes);
    if (slot.size > SLOT - 32)
        slot.size = SLOT - 32;
    pad(&slot, SLOT);
    hash_of("tincay slot 1", slot.bytes, SLOT - 32, "", 0, slot.bytes + SLOT - 32, 32);
    return slot;
}

/* ---------------------------------------------------------------------------------------------- notices */

struct sample sign_notice(uint8_t kind, struct sample body, int signatures) {
    struct sample notice = sample_of(NULL, 0), signed_bytes = sample_of_text("tincay notice 1");
    int place;
    append(&signed_bytes, &kind, 1);
    append_number(&signed_bytes, body.size, 8);
    append(&signed_bytes, body.bytes, body.size);
    append_number(&notice, 1 | (uint64_t)kind << 8 | (uint64_t)signatures << 16, 8);
    append_number(&notice, body.size, 8);
    append(&notice, body.bytes, body.size);
    for (place = 0; place < signatures; place++) {
        uint8_t signature[64];
        crypto_sign_detached(signature, NULL, signed_bytes.bytes, signed_bytes.size, signers[place].sign_secret);
        append(&notice, signers[place].id, 16);
        append(&notice, signature, sizeof signature);
    }
    free(signed_bytes.bytes);
    return notice;
}
