/* A power cut, a full disk or a failing one at any operation on a file leaves a desk as it was before or as it is after what
 * it sends another desk, or takes in from there. */
#include "desks.h"

static const char *other_path;
static struct image plain, known, referring, given, answered, sharing;
static tincay_bytes own_card, other_card, referral, answer, acknowledged, withdrawn, share;
static char *report, *referral_id, *received_id, *shared_id, *request;

/* ---------------------------------------------------------------------------------------------- what is worked on */

static tincay_desk *open_other(void) {
    return open_desk(other_path);
}

static void begin_with(struct image image) {
    lay(desk_path, image);
    begin_desk();
}

static char *request_to(tincay_bytes card) {
    static const char format[] = "{\"to\":%s,\"sections\":[\"facts\"],\"purpose\":[\"SVC-PSY\"],\"legal_basis\":"
                                 "[\"CHILDREN_LAW_51\"],\"override_reason\":\"danger\",\"expires\":\"2999-12-31\"}";
    char *made = malloc(sizeof format + card.size);
    sprintf(made, format, (char *)card.data);
    return made;
}

static tincay_status refer(tincay_desk *from, const char *id, const char *what, char **out_id, tincay_bytes *bundle) {
    tincay_bytes result;
    tincay_status status = tincay_desk_refer(from, id, BYTES(what), &result, bundle);
    if (out_id != NULL)
        *out_id = status == TINCAY_OK ? pick(result, "/id") : NULL;
    tincay_bytes_free(&result);
    return status;
}

static tincay_status collect(tincay_desk *at, tincay_bytes bundle, tincay_bytes *back) {
    return tincay_desk_collect(at, bundle.data, bundle.size, back);
}

/* A report that two desks open together, with this desk's share of it and the other's. */
static void make_shared_report(tincay_desk *other) {
    static const char sections[] =
        "{\"type\":\"object\",\"$id\":\"https://example.org/sections\",\"properties\":{"
        "\"number\":{\"type\":\"integer\",\"x-tincay-section\":\"facts\"},\"child\":{\"type\":"
        "\"string\",\"x-tincay-section\":\"identity\"}}}";
    const char *box_path = in_folder("box.tincay");
    tincay_bytes bundle, receipt, list, result;
    tincay_form *form_of_two;
    tincay_box *box;
    char *setup = malloc(own_card.size + other_card.size + 300);
    EXPECT(TINCAY_OK, tincay_form_open(BYTES(sections), &form_of_two));
    sprintf(setup,
            "{\"point\":{\"name\":\"Point\",\"kind\":\"NODE-TRUSTED\"},\"bundle_mib\":1,\"desks\":[%s,%s],\"together\":"
            "[{\"sections\":[\"identity\"],\"need\":2}]}",
            (char *)own_card.data, (char *)other_card.data);
    EXPECT(TINCAY_OK, tincay_box_create(box_path, BYTES(setup)));
    box = open_box(box_path);
    EXPECT(TINCAY_OK,
           tincay_box_submit(box, form_of_two, BYTES("{\"number\":3,\"child\":\"somebody\"}"), NULL, &result));
    EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
    EXPECT(TINCAY_OK, collect(desk, bundle, &receipt));
    EXPECT(TINCAY_OK, collect(other, bundle, &receipt));
    EXPECT(TINCAY_OK, tincay_desk_list(other, BYTES("{\"form\":\"https://example.org/sections\"}"), &list));
    shared_id = pick(list, "/cases/0/id");
    CHECK(shared_id != NULL);
    EXPECT(TINCAY_OK, tincay_desk_share(other, shared_id, own_card.data, own_card.size, &share));
    EXPECT(TINCAY_OK, tincay_box_close(box));
    clear_database(box_path);
    free(setup);
}

static void make_everything(void) {
    tincay_bytes back, bundle;
    tincay_desk *other;
    char *other_report, *other_request;
    other_path = in_folder("other.tincay");
    make_first_desk();
    make_desk(other_path);
    other = open_other();
    EXPECT(TINCAY_OK, tincay_desk_card(desk, &own_card));
    EXPECT(TINCAY_OK, tincay_desk_card(other, &other_card));
    request = request_to(other_card);
    other_request = request_to(own_card);
    report = file_report("{\"story\":\"a story\",\"number\":1}");
    plain = finish_desk();
    begin_with(plain);
    EXPECT(TINCAY_OK, tincay_desk_know(desk, other_card.data, other_card.size));
    EXPECT(TINCAY_OK, tincay_desk_know(other, own_card.data, own_card.size));
    known = finish_desk();

    /* This desk refers; the other acknowledges, and answers. */
    begin_with(known);
    EXPECT(TINCAY_OK, refer(desk, report, request, &referral_id, &bundle));
    EXPECT(TINCAY_OK, collect(other, bundle, &acknowledged));
    EXPECT(TINCAY_OK, tincay_desk_answer(other, referral_id, BYTES("{\"state\":\"ACCEPTED\"}"), &answer));
    referring = finish_desk();

    /* The other desk refers; this one has it, answers it, or hears that it is taken back. */
    {
        tincay_bytes result;
        EXPECT(TINCAY_OK, tincay_desk_file(other, form, BYTES("{\"story\":\"theirs\",\"number\":2}"), NULL, &result));
        other_report = pick(result, "/id");
    }
    EXPECT(TINCAY_OK, refer(other, other_report, other_request, &received_id, &referral));
    begin_with(known);
    EXPECT(TINCAY_OK, collect(desk, referral, &back));
    given = finish_desk();
    EXPECT(TINCAY_OK, tincay_desk_withdraw(other, received_id, BYTES("a mistake"), &withdrawn));
    begin_with(given);
    EXPECT(TINCAY_OK, tincay_desk_answer(desk, received_id, BYTES("{\"state\":\"ACCEPTED\"}"), &back));
    answered = finish_desk();

    begin_with(known);
    make_shared_report(other);
    sharing = finish_desk();
    EXPECT(TINCAY_OK, tincay_desk_close(other));
    clear_database(other_path);
    free(other_report);
    free(other_request);
}

static void lay_plain(void) {
    lay(desk_path, plain);
}

static void lay_known(void) {
    lay(desk_path, known);
}

static void lay_referring(void) {
    lay(desk_path, referring);
}

static void lay_given(void) {
    lay(desk_path, given);
}

static void lay_answered(void) {
    lay(desk_path, answered);
}

static void lay_shared(void) {
    lay(desk_path, sharing);
}

/* ---------------------------------------------------------------------------------------------- what is seen */

/* Sees whether sections open that two desks open together. */
static void see_shared(void) {
    tincay_bytes read;
    begin_desk();
    EXPECT(TINCAY_OK, tincay_desk_read(desk, shared_id, &read));
    see_words("%s, ", strstr((char *)read.data, "somebody") != NULL ? "open" : "closed");
    tincay_bytes_free(&read);
    EXPECT(TINCAY_OK, tincay_desk_verify(desk, &read));
    see_words("%ld entries", pick_number(read, "/entries"));
    tincay_bytes_free(&read);
    end_desk();
}

/* Sees whether what its sender took back is there. That it is destroyed comes before anything is entered about it, and
 * when it is taken in again the rest follows. */
static void see_withdrawn(void) {
    tincay_bytes read, back;
    tincay_status status;
    begin_desk();
    verify_desk(desk);
    status = tincay_desk_read(desk, received_id, &read);
    CHECK(status == TINCAY_OK || status == TINCAY_E_NOT_FOUND);
    see_words("%s", status == TINCAY_OK ? "there" : "destroyed");
    tincay_bytes_free(&read);
    EXPECT(TINCAY_OK, collect(desk, withdrawn, &back));
    tincay_bytes_free(&back);
    EXPECT(TINCAY_E_NOT_FOUND, tincay_desk_read(desk, received_id, &read));
    EXPECT(TINCAY_OK, tincay_desk_referrals(desk, NULL, 0, &read));
    CHECK(pick_is(read, "/referrals/0/withdrawn", "true"));
    tincay_bytes_free(&read);
    verify_desk(desk);
    end_desk();
}

/* ---------------------------------------------------------------------------------------------- kinds of work */

static tincay_status carried(tincay_status status, tincay_bytes *bundle) {
    CHECK((status == TINCAY_OK) == (bundle->size > 0));
    tincay_bytes_free(bundle);
    return status;
}

static tincay_status run_know(void) {
    return tincay_desk_know(desk, other_card.data, other_card.size);
}

static tincay_status run_refer(void) {
    tincay_bytes bundle;
    return carried(refer(desk, report, request, NULL, &bundle), &bundle);
}

static tincay_status run_resend(void) {
    tincay_bytes bundle;
    return carried(tincay_desk_resend(desk, referral_id, &bundle), &bundle);
}

static tincay_status run_take_back(void) {
    tincay_bytes bundle;
    return carried(tincay_desk_withdraw(desk, referral_id, BYTES("a mistake"), &bundle), &bundle);
}

/* Takes in what came from the other desk; there may be nothing to say to it. */
static tincay_status take_in(tincay_bytes bundle) {
    tincay_bytes back;
    tincay_status status = collect(desk, bundle, &back);
    CHECK(status == TINCAY_OK || back.size == 0);
    tincay_bytes_free(&back);
    return status;
}

static tincay_status run_take_referral(void) {
    return take_in(referral);
}

static tincay_status run_take_receipt(void) {
    return take_in(acknowledged);
}

static tincay_status run_take_answer(void) {
    return take_in(answer);
}

static tincay_status run_take_withdrawal(void) {
    return take_in(withdrawn);
}

static tincay_status run_answer(void) {
    tincay_bytes bundle;
    return carried(
        tincay_desk_answer(desk, received_id, BYTES("{\"state\":\"ACCEPTED\",\"note\":\"tomorrow\"}"), &bundle),
        &bundle);
}

static tincay_status run_share(void) {
    tincay_bytes out;
    return carried(tincay_desk_share(desk, shared_id, other_card.data, other_card.size, &out), &out);
}

static tincay_status run_combine(void) {
    return tincay_desk_combine(desk, share.data, share.size);
}

static const struct work works[] = {
    AT_DESK("know", lay_plain, run_know),
    AT_DESK("refer", lay_known, run_refer),
    AT_DESK("resend", lay_referring, run_resend),
    AT_DESK("take back", lay_referring, run_take_back),
    AT_DESK("take in a referral", lay_known, run_take_referral),
    AT_DESK("take in one of a stranger", lay_plain, run_take_referral),
    AT_DESK("take in a receipt", lay_referring, run_take_receipt),
    AT_DESK("take in an answer", lay_referring, run_take_answer),
    AT_DESK("answer", lay_given, run_answer),
    {"take in a withdrawal", lay_given, begin_desk, run_take_withdrawal, do_nothing, end_desk, see_withdrawn, 0},
    AT_DESK("the same, too late", lay_answered, run_take_withdrawal),
    WORK_AT_DESK("share", lay_shared, run_share, do_nothing, see_shared),
    WORK_AT_DESK("combine", lay_shared, run_combine, do_nothing, see_shared),
};

int main(int argc, char **argv) {
    return run_matrix(argc, argv, works, sizeof works / sizeof *works, make_everything, clear_desk);
}
