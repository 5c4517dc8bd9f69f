/* What a desk writes to another that knows it: seals and signatures hold, and what is inside has no sense. */
#include "referrals.h"

#include <sodium.h>

enum { MANIFEST = 4096, MESSAGE = 4096 };

static const struct parcel MESSAGE_PARCEL = {"referral", "tincayrf", "tincay referral message 1"};

/* ---------------------------------------------------------------------------------------------- messages */

/* The block that a bundle of a desk begins with. */
static struct sample manifest_of_desk(size_t items) {
    struct sample manifest = sample_of(NULL, 0);
    append_number(&manifest, 2, 8);
    append(&manifest, ghost.sign_public, 32);
    append_number(&manifest, 1 + below(1000), 8);
    append_number(&manifest, SLOT, 4);
    append_number(&manifest, items, 4);
    append_number(&manifest, 5, 2);
    append_number(&manifest, 4, 2);
    append_number(&manifest, 0, 4);
    append(&manifest, ghost.seal_public, 32);
    append(&manifest, "Ghostdesk", 9);
    pad(&manifest, MANIFEST);
    return manifest;
}

static tincay_status send_items(struct sample items) {
    struct sample content = manifest_of_desk(items.size / SLOT), bundle;
    tincay_bytes receipt = rubbish();
    tincay_status status;
    append(&content, items.bytes, items.size);
    bundle = close_parcel(BUNDLE, content, 0, &ghost, addressee_seal);
    status = tincay_desk_collect(world.desk, bundle.bytes, bundle.size, &receipt);
    IS_ANSWER(status, &receipt);
    free(content.bytes);
    free(bundle.bytes);
    return status;
}

/* A message about a referral, as the desk that the fuzzer has writes it. */
static struct sample message_of(int kind, int state, uint32_t number) {
    static const char code[] = "SERVICE_DONE", note[] = "tomorrow";
    struct sample content = sample_of(NULL, 0);
    uint8_t id[16];
    from_hexadecimal(to_ghost, id, 16);
    append_number(&content, 1 | (uint64_t)kind << 8 | (uint64_t)state << 16, 4);
    append_number(&content, number, 4);
    append(&content, id, 16);
    append(&content, addressee_id, 16);
    append(&content, ghost.sign_public, 32);
    append_number(&content, 1795700000000, 8);
    append_number(&content, kind == 1 ? sizeof code - 1 : 0, 2);
    append_number(&content, kind == 3 ? 0 : sizeof note - 1, 2);
    if (kind == 1)
        append(&content, code, sizeof code - 1);
    if (kind != 3)
        append(&content, note, sizeof note - 1);
    pad(&content, MESSAGE - WRAPS - 80);
    return content;
}

/* Closes a message, and puts it into an item. */
static struct sample item_of(struct sample content) {
    struct sample message = close_parcel(MESSAGE_PARCEL, content, MESSAGE, &ghost, addressee_seal);
    pad(&message, SLOT);
    message.size = SLOT;
    hash_of("tincay slot 1", message.bytes, SLOT - 32, "", 0, message.bytes + SLOT - 32, 32);
    return message;
}

static void try_message(void) {
    static uint32_t number;
    int kind = 1 + (int)below(3);
    struct sample content = message_of(kind,
                                       kind == 1   ? 3 + (int)below(7)
                                       : kind == 3 ? 1 + (int)below(5)
                                                   : 0,
                                       random_number() % 4 ? ++number : (uint32_t)odd_number()),
                  item;
    tincay_bytes list;
    if (random_number() % 4)
        change_in_place(content.bytes, random_number() % 2 ? 84 : content.size);
    item = item_of(content);
    EXPECT(TINCAY_OK, send_items(item));
    EXPECT(TINCAY_OK, tincay_desk_referrals(world.desk, NULL, 0, &list));
    CHECK(strstr((char *)list.data, to_ghost) != NULL);
    tincay_bytes_free(&list);
    free(content.bytes);
    free(item.bytes);
}

/* An answer that was not changed is taken in. */
static void begin_messages(void) {
    struct sample content, item;
    tincay_bytes report;
    begin_referrals();
    content = message_of(1, 3, 1);
    item = item_of(content);
    EXPECT(TINCAY_OK, send_items(item));
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, REPORT, &report));
    CHECK(pick_is(report, "/referrals/0/state", "ACCEPTED"));
    tincay_bytes_free(&report);
    free(content.bytes);
    free(item.bytes);
}

/* ---------------------------------------------------------------------------------------------- reports */

static const char FACTS[] = "{\"story\":\"something\",\"number\":1}";

static struct sample cover_of(void) {
    char digits[33];
    return sample_of_text(
        text("{\"version\":1,\"to\":\"%s\",\"sent\":1795700000000,\"from\":%s,\"terms\":{\"sections\":[\"facts\"],"
             "\"purpose\":[\"SVC-PSY\"],\"legal_basis\":[\"CHILDREN_LAW_51\"],\"override_reason\":\"danger\","
             "\"expires\":\"2999-12-31\",\"answer_by\":\"2999-11-30\",\"note\":\"call first\"},\"head\":{\"received\":"
             "1795700000000,\"clock\":\"trusted\",\"form\":\"fuzz\",\"version\":\"1\",\"language\":\"vi\",\"profile\":"
             "\"\",\"urgency\":\"U2\",\"due\":null,\"triage\":{\"rules\":[{\"id\":\"a\"}]},\"facets\":{\"kind\":[\"a\"]"
             "}}}",
             sodium_bin2hex(digits, sizeof digits, addressee_id, 16), (const char *)ghost_card.bytes));
}

/* Signs a cover over what goes along, and writes the head of the report. */
static struct sample head_of(struct sample cover, const uint8_t id[16]) {
    struct sample hashed = sample_of_text("tincay referral 1"), head = sample_of_text("{\"referral\":{\"cover\":");
    uint8_t hash[32], signature[64];
    char digits[129];
    append(&hashed, id, 16);
    append(&hashed, referred_form, 32);
    append_number(&hashed, cover.size, 4);
    append_number(&hashed, 1, 4);
    append(&hashed, cover.bytes, cover.size);
    append_number(&hashed, 1, 1);
    append_number(&hashed, sizeof FACTS - 1, 4);
    append(&hashed, FACTS, sizeof FACTS - 1);
    crypto_generichash(hash, sizeof hash, hashed.bytes, hashed.size, NULL, 0);
    crypto_sign_detached(signature, NULL, hash, sizeof hash, ghost.sign_secret);
    append(&head, cover.bytes, cover.size);
    append(&head, ",\"signature\":\"", 14);
    append(&head, sodium_bin2hex(digits, sizeof digits, signature, 64), 128);
    append(&head, "\"}}", 3);
    free(hashed.bytes);
    return head;
}

/* Sends a report under a cover; gives its identifier. */
static void send_report(struct sample cover, char id[33]) {
    struct sample head = sample_of_text("{}"), facts = sample_of_text(FACTS), identity = sample_of_text("{}"), slot;
    struct envelope envelope;
    uint8_t body_hash[32];
    begin_envelope(&envelope, 2, head, facts, identity, referred_form);
    free(head.bytes);
    head = head_of(cover, envelope.id);
    free(envelope.parts[0].bytes);
    free(envelope.parts[2].bytes);
    envelope.parts[0] = padded(head);
    envelope.parts[2] = (struct sample){NULL, 0};
    envelope.needs[2] = envelope.places[2] = 0;
    describe_envelope(&envelope);
    sodium_bin2hex(id, 33, envelope.id, 16);
    slot = close_envelope(&envelope, addressee_seal, body_hash);
    EXPECT(TINCAY_OK, send_items(slot));
    free(head.bytes);
    free(facts.bytes);
    free(identity.bytes);
    free(slot.bytes);
}

static void try_referred(void) {
    struct sample original = cover_of(), cover = changed_json(original);
    tincay_bytes result = rubbish();
    char id[33];
    send_report(cover, id);
    IS_ANSWER(tincay_desk_read(world.desk, id, &result), &result);
    result = rubbish();
    IS_ANSWER(tincay_desk_referrals(world.desk, BYTES("{\"limit\":3}"), &result), &result);
    (void)total_cases();
    free(original.bytes);
    free(cover.bytes);
}

/* A referral that was not changed is taken in. */
static void begin_referred(void) {
    struct sample cover;
    tincay_bytes report;
    char id[33];
    begin_referrals();
    cover = cover_of();
    send_report(cover, id);
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, id, &report));
    CHECK(pick_is(report, "/referral/name", "Ghost"));
    tincay_bytes_free(&report);
    free(cover.bytes);
}

/* ---------------------------------------------------------------------------------------------- receipts */

static void try_receipt_of_desk(void) {
    struct sample content = sample_of(NULL, 0), message = message_of(1, 4, random_number()), closed, receipt;
    tincay_bytes answer = rubbish();
    uint8_t point[16], id[16];
    number_of_key("tincay point 1", addressee_sign, point);
    from_hexadecimal(to_ghost, id, 16);
    append_number(&content, 2, 8);
    append(&content, ghost.id, 16);
    append(&content, point, 16);
    append_number(&content, below(3), 8);
    append_number(&content, 1795700000000, 8);
    append_number(&content, 1 + below(100), 8);
    append(&content, referred_form, 32);
    append_number(&content, 1, 4);
    append_number(&content, 0, 4);
    append_number(&content, below(9), 8);
    append_number(&content, 0, 4);
    append_number(&content, 1, 4);
    pad(&content, 184);
    append(&content, id, 16);
    closed = close_parcel(MESSAGE_PARCEL, message, MESSAGE, &ghost, addressee_seal);
    append_number(&content, closed.size, 4);
    append(&content, closed.bytes, closed.size);
    if (random_number() % 8 != 0)
        change_in_place(content.bytes, random_number() % 2 ? 200 : content.size);
    receipt = close_parcel(RECEIPT, content, (content.size + 545 + 16383) / 16384 * 16384, &ghost, addressee_seal);
    IS_ANSWER(tincay_desk_collect(world.desk, receipt.bytes, receipt.size, &answer), NULL);
    tincay_bytes_free(&answer);
    (void)total_cases();
    free(message.bytes);
    free(content.bytes);
    free(closed.bytes);
    free(receipt.bytes);
}

const struct target CORRESPONDENT_TARGETS[] = {{"message", begin_messages, try_message, end_referrals},
                                               {"referred", begin_referred, try_referred, end_referrals},
                                               {"desk-receipt", begin_referrals, try_receipt_of_desk, end_referrals},
                                               {NULL, NULL, NULL, NULL}};
