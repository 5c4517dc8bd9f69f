/* What is carried, written by somebody who knows every key that is not secret: seals and signatures hold, and what is
 * inside was changed. */
#include "forge.h"

static uint8_t desk_seal[32], desk_id[16], form_hash[32], report_hash[32];

static void read_card(void) {
    tincay_bytes card = {card_sample.bytes, card_sample.size};
    from_hexadecimal(pick(card, "/seal"), desk_seal, 32);
    from_hexadecimal(pick(card, "/desk"), desk_id, 16);
    hash_of("", form_sample.bytes, form_sample.size, "", 0, form_hash, 32);
}

static void begin_forged(void) {
    read_card();
    open_world();
}

/* ---------------------------------------------------------------------------------------------- bundles */

/* The block that a bundle begins with; in either version. */
static struct sample manifest_of(int version, size_t item_size, size_t items) {
    struct sample manifest = sample_of(NULL, 0);
    int place;
    append_number(&manifest, (uint64_t)version, 8);
    append(&manifest, stranger.sign_public, 32);
    append_number(&manifest, 1 + below(1000), 8);
    append_number(&manifest, item_size, 4);
    append_number(&manifest, items, 4);
    append_number(&manifest, 1, 2);
    append_number(&manifest, 1, 2);
    if (version == 1) {
        append(&manifest, "SK", 2);
        pad(&manifest, 1024);
        return manifest;
    }
    append_number(&manifest, 2, 2);
    append_number(&manifest, 1, 2);
    append(&manifest, stranger.seal_public, 32);
    append(&manifest, "SK", 2);
    for (place = 0; place < 2; place++) {
        append(&manifest, place == 0 ? desk_id : ghost.id, 16);
        append_number(&manifest, below(40), 8);
        append(&manifest, form_hash, 32);
        append_number(&manifest, 1795700000000, 8);
        pad(&manifest, manifest.size + 64);
    }
    pad(&manifest, manifest.size + 16);
    append_number(&manifest, 1, 8);
    pad(&manifest, 4096);
    return manifest;
}

static tincay_status collect(struct sample content, size_t size) {
    struct sample bundle = close_parcel(BUNDLE, content, size, &stranger, desk_seal);
    tincay_bytes receipt = rubbish();
    tincay_status status = tincay_desk_collect(world.desk, bundle.bytes, bundle.size, &receipt);
    if (status == TINCAY_OK && content.bytes[0] == 2 && memcmp(content.bytes + 64, stranger.seal_public, 32) == 0) {
        /* The answer is one that the point can open. */
        struct sample opened = open_parcel(RECEIPT, (struct sample){receipt.data, receipt.size}, &stranger);
        free(opened.bytes);
    }
    IS_ANSWER(status, &receipt);
    free(bundle.bytes);
    return status;
}

static void try_manifest(void) {
    size_t sizes[] = {SLOT, 1, 464, 465, 496, 497, 600, 16385}, item_size = sizes[below(8)], items = below(4);
    int version = random_number() % 4 == 0 ? 1 : 2;
    struct sample content = manifest_of(version, item_size, items);
    size_t place, front = 160 + 2 * 128;
    if (random_number() % 8 != 0)
        change_in_place(content.bytes, random_number() % 4 == 0 ? content.size : front);
    if (random_number() % 2 == 0)
        memcpy(content.bytes + (version == 1 ? 8 : random_number() % 2 ? 8 : 64), stranger.sign_public, 32);
    if (version == 2 && random_number() % 32 == 0)
        memset(content.bytes + 64, 0, 32); /* a key that nothing can be sealed to */
    for (place = 0; place < items * item_size; place += 4)
        append_number(&content, random_number(), 4);
    if (items > 0 && random_number() % 2)
        content.bytes[version == 1 ? 1024 : 4096] = 1;
    (void)collect(content, below(2) * (size_t)65536);
    still_works();
    free(content.bytes);
}

/* A bundle of one forged report, in the place of the point that the fuzzer has. */
static void send_envelope(struct envelope *envelope) {
    uint8_t body_hash[32];
    struct sample slot = close_envelope(envelope, desk_seal, body_hash), content = manifest_of(2, SLOT, 1);
    append(&content, slot.bytes, slot.size);
    EXPECT(TINCAY_OK, collect(content, 0));
    free(slot.bytes);
    free(content.bytes);
}

static struct sample sometimes_changed(struct sample original) {
    return random_number() % 3 == 0 ? changed_json(original) : sample_of(original.bytes, original.size);
}

static const char HEAD[] =
    "{\"received\":1795700000000,\"clock\":\"trusted\",\"form\":\"fuzz\",\"version\":\"1\",\"language\":\"vi\","
    "\"profile\":\"C\",\"urgency\":\"U2\",\"due\":1795700000001,\"triage\":{\"rules\":[{\"id\":\"a\"}]},\"facets\":"
    "{\"kind\":[\"a\",\"b\"]},\"directory\":null,\"packs\":[],\"unfinished\":false}";

static void begin_report(struct envelope *envelope, int layout) {
    struct sample head = sometimes_changed((struct sample){(uint8_t *)HEAD, sizeof HEAD - 1});
    struct sample facts = sample_of_text("{\"story\":\"something\",\"number\":1}"),
                  changed_facts = sometimes_changed(facts);
    struct sample identity = sample_of_text("{\"child\":\"somebody\"}"), changed_identity = sometimes_changed(identity);
    uint8_t unknown[32] = {0};
    begin_envelope(envelope, layout, head, changed_facts, changed_identity,
                   random_number() % 4 == 0 ? unknown : form_hash);
    free(head.bytes);
    free(facts.bytes);
    free(changed_facts.bytes);
    free(identity.bytes);
    free(changed_identity.bytes);
}

/* Reads what the desk has made of the newest report. */
static void read_newest(const uint8_t id[16]) {
    char digits[33];
    int place;
    tincay_bytes report = rubbish();
    tincay_status status;
    for (place = 0; place < 16; place++)
        sprintf(digits + 2 * place, "%02x", id[place]);
    status = tincay_desk_read(world.desk, digits, &report);
    CHECK(status == TINCAY_OK || status == TINCAY_E_NOT_FOUND);
    IS_ANSWER(status, &report);
}

static void try_envelope(void) {
    struct envelope envelope;
    uint8_t id[16];
    begin_report(&envelope, 1 + (int)below(2));
    switch (random_number() % 6) {
    case 0:
        change_in_place(envelope.index, envelope.layout == 2 ? 256 : 128);
        break;
    case 1:
        change_in_place(envelope.cell, sizeof envelope.cell);
        break;
    case 2: { /* lengths and padding */
        struct sample *part = &envelope.parts[below(3)];
        change_in_place(part->bytes, random_number() % 2 ? 4 : part->size);
        break;
    }
    case 3: /* a part less, or of another size */
        if (random_number() % 2)
            envelope.parts[below(3)].size = below(256);
        else
            pad(&envelope.parts[below(3)], below(20000));
        if (random_number() % 2)
            describe_envelope(&envelope);
        break;
    case 4: /* shares that cannot be */
        envelope.needs[1 + below(6)] = (uint8_t)odd_number();
        envelope.places[1 + below(6)] = (uint8_t)odd_number();
        describe_envelope(&envelope);
        break;
    default:
        break;
    }
    memcpy(id, envelope.id, 16);
    send_envelope(&envelope);
    read_newest(id);
    still_works();
}

/* ---------------------------------------------------------------------------------------------- shares */

/* A report that two desks must open together, and its hash. */
static uint8_t shared_id[16];

static void begin_shares(void) {
    struct envelope envelope;
    struct sample head = sample_of_text(HEAD), facts = sample_of_text("{\"story\":\"something\"}"),
                  identity = sample_of_text("{\"child\":\"somebody\"}"), slot, content;
    begin_forged();
    begin_envelope(&envelope, 2, head, facts, identity, form_hash);
    memcpy(shared_id, envelope.id, 16);
    slot = close_envelope(&envelope, desk_seal, report_hash);
    content = manifest_of(2, SLOT, 1);
    append(&content, slot.bytes, slot.size);
    EXPECT(TINCAY_OK, collect(content, 0));
}

static void try_forged_share(void) {
    struct sample content = sample_of(NULL, 0), share;
    int grants = (int)below(4), place;
    append_number(&content, 1, 8);
    append(&content, ghost.sign_public, 32);
    append(&content, desk_id, 16);
    append(&content, shared_id, 16);
    append(&content, report_hash, 32);
    for (place = 0; place < grants; place++) {
        append_number(&content, (random_number() % 3 ? 2 : below(9)) | (uint64_t)random_number() % 256 << 8, 4);
        append_number(&content, (uint64_t)odd_number(), 8);
        pad(&content, content.size + 24);
    }
    pad(&content, 448);
    if (random_number() % 2)
        change_in_place(content.bytes, random_number() % 2 ? content.size : 104);
    share = close_parcel(SHARE, content, 0, &ghost, desk_seal);
    IS_ANSWER(tincay_desk_combine(world.desk, share.bytes, share.size), NULL);
    read_newest(shared_id);
    still_works();
    free(content.bytes);
    free(share.bytes);
}

/* ---------------------------------------------------------------------------------------------- receipts */

/* A box with two desks, this one and the one that the fuzzer has: what both have covered is freed. */
static void begin_receipts(void) {
    struct sample body, notice;
    tincay_bytes result;
    begin_forged();
    body =
        sample_of_text(text("{\"tincay\":\"directory\",\"version\":1,\"number\":1,\"issued\":\"2026-11-01\",\"desks\":"
                            "[%s,%s]}",
                            (char *)card_sample.bytes, card_of_party(&ghost, "Ghost")));
    notice = sign_notice(1, body, 2);
    EXPECT(TINCAY_OK, tincay_box_news(world.box, notice.bytes, notice.size, &result));
    tincay_bytes_free(&result);
    free(body.bytes);
    free(notice.bytes);
}

/* Carries a bundle to the desk and its receipt back; gives the identifiers of what the bundle held. */
static struct sample covered_ids(void) {
    tincay_bytes bundle, receipt, result;
    struct sample content, ids = sample_of(NULL, 0);
    size_t items, place;
    EXPECT(TINCAY_OK, tincay_box_pack(world.box, &bundle));
    EXPECT(TINCAY_OK, tincay_desk_collect(world.desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_box_settle(world.box, receipt.data, receipt.size, &result));
    content = open_parcel(BUNDLE, (struct sample){bundle.data, bundle.size}, &ghost);
    items = content.bytes[52] | (size_t)content.bytes[53] << 8;
    for (place = 0; place < items; place++)
        append(&ids, content.bytes + 4096 + place * SLOT + 1, 16);
    free(content.bytes);
    tincay_bytes_free(&bundle);
    tincay_bytes_free(&receipt);
    tincay_bytes_free(&result);
    return ids;
}

static struct sample receipt_of(struct sample ids, struct sample notice) {
    struct sample receipt = sample_of(NULL, 0);
    uint8_t point[16];
    from_hexadecimal((const char *)point_sample.bytes, point, 16);
    append_number(&receipt, 2, 8);
    append(&receipt, ghost.id, 16);
    append(&receipt, point, 16);
    append_number(&receipt, 1 + below(3), 8);
    append_number(&receipt, 1795700000000, 8);
    append_number(&receipt, 1 + below(100), 8);
    append(&receipt, form_hash, 32);
    append_number(&receipt, ids.size / 16, 4);
    append_number(&receipt, 1, 4);
    append_number(&receipt, below(9), 8);
    append_number(&receipt, 2, 4);
    append_number(&receipt, notice.size > 0, 4);
    pad(&receipt, 184);
    append_number(&receipt, 10, 8);
    append_number(&receipt, 12, 8);
    append(&receipt, ids.bytes, ids.size);
    append(&receipt, point, 16);
    if (notice.size > 0) {
        append_number(&receipt, notice.size, 4);
        append(&receipt, notice.bytes, notice.size);
    }
    return receipt;
}

static void try_forged_receipt(void) {
    static struct sample ids;
    static int uses;
    struct sample notice = sample_of(NULL, 0), content, receipt;
    tincay_bytes result = rubbish();
    if (uses++ % 16 == 0) {
        free(ids.bytes);
        ids = covered_ids();
    }
    if (random_number() % 4 == 0) {
        struct sample body = sample_of_text("{\"tincay\":\"pack\",\"version\":1,\"name\":\"n\",\"number\":1,\"issued\":"
                                            "\"2026-11-01\",\"packs\":[]}");
        struct sample changed_body = changed_json(body);
        notice = sign_notice(2, changed_body, 1);
        free(body.bytes);
        free(changed_body.bytes);
    }
    content = receipt_of(ids, notice);
    if (random_number() % 8 != 0)
        change_in_place(content.bytes, random_number() % 2 ? 200 : content.size);
    receipt =
        close_parcel(RECEIPT, content, (content.size + 545 + 16383) / 16384 * 16384, &ghost, point_key_sample.bytes);
    IS_ANSWER(tincay_box_settle(world.box, receipt.bytes, receipt.size, &result), &result);
    still_works();
    free(notice.bytes);
    free(content.bytes);
    free(receipt.bytes);
}

const struct target FORGED_TARGETS[] = {{"manifest", begin_forged, try_manifest, nothing_was_lost},
                                        {"envelope", begin_forged, try_envelope, nothing_was_lost},
                                        {"forged-share", begin_shares, try_forged_share, nothing_was_lost},
                                        {"forged-receipt", begin_receipts, try_forged_receipt, nothing_was_lost},
                                        {NULL, NULL, NULL, NULL}};
