/* What desks send each other about a report: bundles and receipts that were changed on their way, requests and answers. */
#include "referrals.h"

enum { CARRIED = 5 };

static tincay_desk *other;
/* What came from the other desk: a referral, an answer, a receipt, a referral that is taken back, and its notice. */
static struct sample carried[CARRIED];
static struct sample requests[2], other_card;
static char referred[33];

struct sample ghost_card;
char to_ghost[33];
uint8_t addressee_seal[32], addressee_sign[32], addressee_id[16], referred_form[32];

static struct sample request_to(const char *card) {
    return sample_of_text(text("{\"to\":%s,\"sections\":[\"facts\"],\"purpose\":[\"SVC-PSY\"],\"legal_basis\":"
                               "[\"CHILDREN_LAW_51\"],\"consent\":{\"by\":\"somebody\",\"when\":\"2026-01-01\",\"how\":"
                               "\"said so\"},\"override_reason\":\"danger\",\"expires\":\"2999-12-31\",\"answer_by\":"
                               "\"2999-11-30\",\"note\":\"call first\"}",
                               card));
}

static void keep_id(char id[33], tincay_bytes result) {
    snprintf(id, 33, "%s", pick(result, "/id"));
    tincay_bytes_free(&result);
}

/* Refers a report of the other desk's to this one; gives the bundle. */
static struct sample refer_here(const char *story, char id[33]) {
    tincay_bytes result, bundle;
    tincay_form *form;
    struct sample request = request_to((const char *)card_sample.bytes);
    char *report;
    EXPECT(TINCAY_OK, tincay_form_open(form_sample.bytes, form_sample.size, &form));
    EXPECT(TINCAY_OK, tincay_desk_file(other, form, BYTES(story), NULL, &result));
    report = pick(result, "/id");
    EXPECT(TINCAY_OK, tincay_desk_refer(other, report, request.bytes, request.size, &result, &bundle));
    keep_id(id, result);
    EXPECT(TINCAY_OK, tincay_form_close(form));
    free(request.bytes);
    free(report);
    return sample_of_bytes(bundle);
}

static void read_card(void) {
    tincay_bytes card = {card_sample.bytes, card_sample.size};
    from_hexadecimal(pick(card, "/seal"), addressee_seal, 32);
    from_hexadecimal(pick(card, "/sign"), addressee_sign, 32);
    from_hexadecimal(pick(card, "/desk"), addressee_id, 16);
    hash_of("", form_sample.bytes, form_sample.size, "", 0, referred_form, 32);
}

void begin_referrals(void) {
    tincay_bytes card, result, bundle, receipt;
    read_card();
    open_desk_of_world();
    copy_file(in_fuzz("other"), in_fuzz("live-other"));
    other = open_desk(in_fuzz("live-other"));
    EXPECT(TINCAY_OK, tincay_desk_card(other, &card));
    other_card = sample_of_bytes(card);
    ghost_card = sample_of_text(card_of_party(&ghost, "Ghost"));
    EXPECT(TINCAY_OK, tincay_desk_know(world.desk, other_card.bytes, other_card.size));
    EXPECT(TINCAY_OK, tincay_desk_know(world.desk, ghost_card.bytes, ghost_card.size));
    EXPECT(TINCAY_OK, tincay_desk_know(other, card_sample.bytes, card_sample.size));
    requests[0] = request_to((const char *)other_card.bytes);
    requests[1] = request_to((const char *)ghost_card.bytes);
    EXPECT(TINCAY_OK, tincay_desk_refer(world.desk, REPORT, requests[1].bytes, requests[1].size, &result, &bundle));
    keep_id(to_ghost, result);
    tincay_bytes_free(&bundle);
    carried[0] = refer_here("{\"story\":\"one\",\"number\":5}", referred);
    EXPECT(TINCAY_OK, tincay_desk_collect(world.desk, carried[0].bytes, carried[0].size, &receipt));
    tincay_bytes_free(&receipt);
}

/* What the other desk has on its way to this one. */
static void begin_carried(void) {
    tincay_bytes result, bundle, receipt;
    char id[33], taken_back[33];
    begin_referrals();
    EXPECT(TINCAY_OK, tincay_desk_refer(world.desk, REPORT, requests[0].bytes, requests[0].size, &result, &bundle));
    keep_id(id, result);
    EXPECT(TINCAY_OK, tincay_desk_collect(other, bundle.data, bundle.size, &receipt));
    tincay_bytes_free(&bundle);
    carried[2] = sample_of_bytes(receipt);
    EXPECT(TINCAY_OK, tincay_desk_answer(other, id, BYTES("{\"state\":\"ACCEPTED\",\"note\":\"tomorrow\"}"), &bundle));
    carried[1] = sample_of_bytes(bundle);
    carried[3] = refer_here("{\"story\":\"two\",\"number\":6}", taken_back);
    EXPECT(TINCAY_OK, tincay_desk_withdraw(other, taken_back, BYTES("a mistake"), &bundle));
    carried[4] = sample_of_bytes(bundle);
}

void end_referrals(void) {
    tincay_bytes report;
    verify_desk(world.desk);
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
    world.desk = open_desk(in_fuzz("live-desk"));
    verify_desk(world.desk);
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, referred, &report));
    tincay_bytes_free(&report);
}

/* ---------------------------------------------------------------------------------------------- on the way */

static void try_carried(void) {
    struct sample original = carried[below(CARRIED)], bundle;
    tincay_bytes receipt = rubbish();
    tincay_status status;
    if (random_number() % 4) {
        bundle = sample_of(original.bytes, original.size);
        change_in_place(bundle.bytes, random_number() % 2 ? WRAPS : 8192);
    } else {
        bundle = changed(original);
    }
    status = tincay_desk_collect(world.desk, bundle.bytes, bundle.size, &receipt);
    /* Nothing has to be said about some of what is taken in. */
    IS_ANSWER(status, NULL);
    tincay_bytes_free(&receipt);
    CHECK(status != TINCAY_OK || (bundle.size == original.size &&
                                  memcmp(bundle.bytes + WRAPS, original.bytes + WRAPS, bundle.size - WRAPS) == 0));
    (void)total_cases();
    free(bundle.bytes);
}

/* After all the bad ones the good ones are taken in. */
static void end_carried(void) {
    size_t place;
    for (place = 0; place < CARRIED; place++) {
        tincay_bytes receipt;
        EXPECT(TINCAY_OK, tincay_desk_collect(world.desk, carried[place].bytes, carried[place].size, &receipt));
        tincay_bytes_free(&receipt);
    }
    end_referrals();
}

/* ---------------------------------------------------------------------------------------------- requests */

static const char *const ANSWERS[] = {"{\"state\":\"ACCEPTED\",\"outcome\":\"SERVICE_DONE\",\"note\":\"tomorrow\"}",
                                      "{\"state\":\"RETURNED\",\"note\":\"not ours\"}", "{\"state\":\"DONE\"}"};

static void try_request(void) {
    struct sample original = requests[below(2)], input = changed_json(original), card;
    tincay_bytes result = rubbish(), bundle = rubbish();
    tincay_status status;
    switch (random_number() % 8) {
    case 0:
        free(input.bytes);
        original = sample_of_text(ANSWERS[below(3)]);
        input = changed_json(original);
        free(original.bytes);
        IS_ANSWER(
            tincay_desk_answer(world.desk, random_number() % 4 ? referred : REPORT, input.bytes, input.size, &bundle),
            &bundle);
        break;
    case 1:
        card = random_number() % 2 ? changed_json(other_card) : changed_json(ghost_card);
        IS_ANSWER(tincay_desk_know(world.desk, card.bytes, card.size), NULL);
        free(card.bytes);
        break;
    case 2:
        IS_ANSWER(tincay_desk_withdraw(world.desk, random_number() % 4 ? to_ghost : referred, input.bytes,
                                       below(2) * below(1100), &bundle),
                  &bundle);
        break;
    case 3:
        IS_ANSWER(tincay_desk_resend(world.desk, random_number() % 2 ? to_ghost : referred, &bundle), &bundle);
        break;
    default:
        status = tincay_desk_refer(world.desk, random_number() % 4 ? REPORT : referred, input.bytes, input.size,
                                   &result, &bundle);
        IS_ANSWER(status, &result);
        IS_ANSWER(status, &bundle);
        break;
    }
    EXPECT(TINCAY_OK, tincay_desk_referrals(world.desk, NULL, 0, &result));
    tincay_bytes_free(&result);
    free(input.bytes);
}

const struct target REFERRAL_TARGETS[] = {{"carried-referral", begin_carried, try_carried, end_carried},
                                          {"request", begin_referrals, try_request, end_referrals},
                                          {NULL, NULL, NULL, NULL}};
