/* What is carried, changed on its way: bundles, receipts, halves and shares as they are. */
#include "forge.h"

/* A bundle of the first version, which a library of an earlier time wrote for the desk. */
static struct sample first_bundle;

static struct sample desk_key(void) {
    static uint8_t key[32];
    tincay_bytes card = {card_sample.bytes, card_sample.size};
    struct sample sample = {key, sizeof key};
    from_hexadecimal(pick(card, "/seal"), key, sizeof key);
    return sample;
}

static void begin_bundle(void) {
    struct sample content = sample_of(NULL, 0);
    open_desk_of_world();
    append_number(&content, 1, 8);
    append(&content, stranger.sign_public, 32);
    append_number(&content, 1, 8);
    append_number(&content, SLOT, 4);
    append_number(&content, 0, 4);
    append_number(&content, 1, 2);
    append_number(&content, 1, 2);
    append(&content, "SK", 2);
    pad(&content, 1024);
    first_bundle = close_parcel(BUNDLE, content, 65536, &stranger, desk_key().bytes);
    free(content.bytes);
}

/* Most of a bundle is one seal: what lies before it is changed more often than its share. */
static struct sample changed_parcel(struct sample original) {
    struct sample copy;
    if (random_number() % 2)
        return changed(original);
    copy = sample_of(original.bytes, original.size);
    change_in_place(copy.bytes, WRAPS < copy.size ? WRAPS : copy.size);
    return copy;
}

static void try_bundle(void) {
    int is_first = random_number() % 2;
    struct sample original = is_first ? first_bundle : bundle_sample, bundle = changed_parcel(original);
    long before = total_cases();
    tincay_bytes receipt = rubbish();
    tincay_status status = tincay_desk_collect(world.desk, bundle.bytes, bundle.size, &receipt);
    IS_ANSWER(status, &receipt);
    /* A change that goes through is one of a dummy wrap, or no change. */
    CHECK(status != TINCAY_OK || (bundle.size == original.size &&
                                  memcmp(bundle.bytes + WRAPS, original.bytes + WRAPS, bundle.size - WRAPS) == 0));
    CHECK(total_cases() == before);
    free(bundle.bytes);
}

/* The point has this desk's receipt already, and takes the good one again after every bad one. */
static void try_receipt(void) {
    struct sample receipt = changed_parcel(receipt_sample);
    tincay_bytes result = rubbish();
    tincay_status status = tincay_box_settle(world.box, receipt.bytes, receipt.size, &result);
    IS_ANSWER(status, &result);
    CHECK(status != TINCAY_OK ||
          (receipt.size == receipt_sample.size &&
           memcmp(receipt.bytes + WRAPS, receipt_sample.bytes + WRAPS, receipt.size - WRAPS) == 0));
    EXPECT(TINCAY_OK, tincay_box_settle(world.box, receipt_sample.bytes, receipt_sample.size, &result));
    tincay_bytes_free(&result);
    still_works();
    free(receipt.bytes);
}

static void try_halves(void) {
    struct sample original = random_number() % 2 ? receipt_sample : share_sample;
    tincay_bytes first = rubbish(), second = rubbish(), whole = rubbish();
    struct sample one, other;
    EXPECT(TINCAY_OK, tincay_bundle_split(original.bytes, original.size, &first, &second));
    EXPECT(TINCAY_OK, tincay_bundle_join(second.data, second.size, first.data, first.size, &whole));
    CHECK(whole.size == original.size && memcmp(whole.data, original.bytes, whole.size) == 0);
    tincay_bytes_free(&whole);
    one = random_number() % 2 ? sample_of(first.data, first.size) : changed((struct sample){first.data, first.size});
    other = changed((struct sample){second.data, second.size});
    tincay_bytes_free(&first);
    tincay_bytes_free(&second);
    whole = rubbish();
    if (tincay_bundle_join(one.bytes, one.size, other.bytes, other.size, &whole) == TINCAY_OK) {
        tincay_bytes result = rubbish();
        IS_ANSWER(tincay_box_settle(world.box, whole.data, whole.size, &result), &result);
        tincay_bytes_free(&whole);
    } else {
        CHECK(is_empty(whole));
    }
    still_works();
    free(one.bytes);
    free(other.bytes);
}

static void try_share(void) {
    struct sample share = changed_parcel(share_sample);
    tincay_status status = tincay_desk_combine(world.desk, share.bytes, share.size);
    IS_ANSWER(status, NULL);
    CHECK(status != TINCAY_OK || (share.size == share_sample.size &&
                                  memcmp(share.bytes + WRAPS, share_sample.bytes + WRAPS, share.size - WRAPS) == 0));
    still_works();
    free(share.bytes);
}

/* After all the bad shares the good one opens what it is for. */
static void end_share(void) {
    tincay_bytes report;
    EXPECT(TINCAY_OK, tincay_desk_combine(world.desk, share_sample.bytes, share_sample.size));
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, (const char *)report_sample.bytes, &report));
    CHECK(pick_is(report, "/sections/identity/child", "somebody"));
    verify_desk(world.desk);
}

static void end_bundle(void) {
    verify_desk(world.desk);
}

const struct target CARRIED_TARGETS[] = {{"bundle", begin_bundle, try_bundle, end_bundle},
                                         {"receipt", open_box_of_world, try_receipt, nothing_was_lost},
                                         {"halves", open_box_of_world, try_halves, nothing_was_lost},
                                         {"share", open_desk_of_world, try_share, end_share},
                                         {NULL, NULL, NULL, NULL}};
