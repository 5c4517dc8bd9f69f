/* Whatever becomes of bundles and receipts on their way: nothing is lost, nothing is doubled, and it is seen. */
#include "support.h"

/* A point and its desks, each with a file of its own. */
struct world {
    tincay_desk *desks[2];
    tincay_box *box;
    tincay_form *form;
};

/* Makes a box for one desk or two, with bundles that hold 63 slots. */
static struct world make_world(int desks) {
    static const char *const names[] = {"first.tincay", "second.tincay"};
    struct world world = {{NULL, NULL}, NULL, NULL};
    tincay_bytes cards[2] = {{NULL, 0}, {NULL, 0}};
    char setup[4096];
    int index;
    for (index = 0; index < desks; index++) {
        make_desk(in_folder(names[index]));
        world.desks[index] = open_desk(in_folder(names[index]));
        EXPECT(TINCAY_OK, tincay_desk_card(world.desks[index], &cards[index]));
    }
    snprintf(setup, sizeof setup,
             "{\"point\":{\"name\":\"A trusted address\",\"kind\":\"NODE-TRUSTED\"},\"desks\":[%s%s%s],"
             "\"flood\":{\"burst\":1000},\"bundle_mib\":1}",
             (const char *)cards[0].data, desks > 1 ? "," : "", desks > 1 ? (const char *)cards[1].data : "");
    EXPECT(TINCAY_OK, tincay_box_create(in_folder("box.tincay"), BYTES(setup)));
    world.box = open_box(in_folder("box.tincay"));
    world.form = small_form();
    return world;
}

static void submit(struct world *world, int count) {
    tincay_bytes result;
    while (count-- > 0) {
        EXPECT(TINCAY_OK, tincay_box_submit(world->box, world->form, BYTES(SMALL_ANSWERS), NULL, &result));
        tincay_bytes_free(&result);
    }
}

static tincay_bytes pack(struct world *world) {
    tincay_bytes bundle;
    EXPECT(TINCAY_OK, tincay_box_pack(world->box, &bundle));
    return bundle;
}

static tincay_bytes collect(tincay_desk *desk, tincay_bytes bundle) {
    tincay_bytes receipt;
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
    return receipt;
}

/* Settles a receipt and returns how many slots it freed. */
static long settle(struct world *world, tincay_bytes receipt) {
    tincay_bytes settled;
    EXPECT(TINCAY_OK, tincay_box_settle(world->box, receipt.data, receipt.size, &settled));
    return pick_number(settled, "/freed");
}

static long total(tincay_desk *desk) {
    tincay_bytes list;
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &list));
    return pick_number(list, "/total");
}

/* Checks a value of the box's status. */
static int status_is(struct world *world, const char *pointer, const char *expected) {
    tincay_bytes status;
    EXPECT(TINCAY_OK, tincay_box_status(world->box, &status));
    return pick_is(status, pointer, expected);
}

/* ---------------------------------------------------------------------------------------------- bundles */

static void a_lost_bundle_is_made_up_for_by_the_next_round(void) {
    struct world world = make_world(1);
    int bundles;
    submit(&world, 150);
    /* What a day has beyond its own slots does not show on that day. */
    CHECK(status_is(&world, "/bundles_waiting", "1"));
    (void)pack(&world);
    for (bundles = 0; bundles < 3; bundles++)
        settle(&world, collect(world.desks[0], pack(&world)));
    CHECK(total(world.desks[0]) == 150);
    CHECK(status_is(&world, "/bundles_waiting", "0"));
    CHECK(status_is(&world, "/desks/0/collected", "0"));
    CHECK(status_is(&world, "/desks/0/missing", "[1]"));
}

static void a_repeated_bundle_changes_nothing(void) {
    struct world world = make_world(1);
    tincay_bytes bundle, verified;
    long entries;
    submit(&world, 3);
    bundle = pack(&world);
    settle(&world, collect(world.desks[0], bundle));
    EXPECT(TINCAY_OK, tincay_desk_verify(world.desks[0], &verified));
    entries = pick_number(verified, "/entries");
    CHECK(settle(&world, collect(world.desks[0], bundle)) == 0);
    EXPECT(TINCAY_OK, tincay_desk_verify(world.desks[0], &verified));
    CHECK(pick_number(verified, "/entries") == entries);
    CHECK(total(world.desks[0]) == 3);
}

static void reordered_bundles_bring_the_same(void) {
    struct world world = make_world(1);
    tincay_bytes bundles[3], receipts[3];
    int index;
    submit(&world, 150);
    for (index = 0; index < 3; index++)
        bundles[index] = pack(&world);
    for (index = 2; index >= 0; index--)
        receipts[index] = collect(world.desks[0], bundles[index]);
    for (index = 0; index < 3; index++)
        settle(&world, receipts[(index + 1) % 3]);
    CHECK(total(world.desks[0]) == 150);
    CHECK(status_is(&world, "/bundles_waiting", "0"));
    CHECK(status_is(&world, "/desks/0/collected", "3"));
    CHECK(status_is(&world, "/desks/0/contradicted", "false"));
}

static void a_withheld_bundle_shows_as_a_gap(void) {
    struct world world = make_world(1);
    tincay_bytes withheld;
    settle(&world, collect(world.desks[0], pack(&world)));
    withheld = pack(&world);
    (void)pack(&world);
    settle(&world, collect(world.desks[0], pack(&world)));
    CHECK(status_is(&world, "/desks/0/collected", "1"));
    CHECK(status_is(&world, "/desks/0/missing", "[2,3]"));
    settle(&world, collect(world.desks[0], withheld));
    CHECK(status_is(&world, "/desks/0/collected", "2"));
    CHECK(status_is(&world, "/desks/0/missing", "[3]"));
}

static void a_forged_bundle_is_refused(void) {
    struct world world = make_world(1);
    tincay_bytes bundle = pack(&world), receipt = rubbish();
    /* The seal is broken, the signature with it. */
    bundle.data[bundle.size / 2] ^= 1;
    EXPECT(TINCAY_E_TAMPERED, tincay_desk_collect(world.desks[0], bundle.data, bundle.size, &receipt));
    CHECK(is_empty(receipt));
    memset(bundle.data + 1, 7, bundle.size - 1);
    CHECK(tincay_desk_collect(world.desks[0], bundle.data, bundle.size, &receipt) != TINCAY_OK);
    CHECK(total(world.desks[0]) == 0);
}

static void a_bundle_of_which_any_bit_was_flipped_is_refused(void) {
    struct world world = make_world(1);
    tincay_bytes bundle = pack(&world), receipt = rubbish();
    size_t position;
    /* Every bit of the wraps, and of the rest one in some thousands, each time another. */
    for (position = 0; position < bundle.size * 8; position += position < 465 * 8 ? 1 : 16381) {
        bundle.data[position / 8] ^= (uint8_t)(1 << position % 8);
        if (tincay_desk_collect(world.desks[0], bundle.data, bundle.size, &receipt) == TINCAY_OK) {
            printf("    with bit %zu flipped\n", position);
            fail(__FILE__, __LINE__, "refused");
        }
        bundle.data[position / 8] ^= (uint8_t)(1 << position % 8);
    }
    (void)collect(world.desks[0], bundle);
}

/* ---------------------------------------------------------------------------------------------- receipts */

static void a_withheld_receipt_costs_only_time(void) {
    struct world world = make_world(1);
    submit(&world, 3);
    (void)collect(world.desks[0], pack(&world));
    CHECK(status_is(&world, "/last_receipt", "null"));
    CHECK(settle(&world, collect(world.desks[0], pack(&world))) == 4);
    CHECK(total(world.desks[0]) == 3);
}

static void an_old_receipt_that_is_replayed_frees_nothing_new(void) {
    struct world world = make_world(1);
    tincay_bytes old;
    submit(&world, 2);
    old = collect(world.desks[0], pack(&world));
    CHECK(settle(&world, old) == 4);
    submit(&world, 4);
    CHECK(settle(&world, old) == 0);
    settle(&world, collect(world.desks[0], pack(&world)));
    CHECK(settle(&world, old) == 0);
    CHECK(total(world.desks[0]) == 6);
    CHECK(status_is(&world, "/desks/0/collected", "2"));
    CHECK(status_is(&world, "/desks/0/contradicted", "false"));
}

static void a_forged_receipt_is_refused(void) {
    struct world world = make_world(1);
    tincay_bytes receipt = collect(world.desks[0], pack(&world)), settled = rubbish();
    receipt.data[receipt.size - 1] ^= 1;
    EXPECT(TINCAY_E_TAMPERED, tincay_box_settle(world.box, receipt.data, receipt.size, &settled));
    CHECK(is_empty(settled));
    CHECK(status_is(&world, "/last_receipt", "null"));
}

static void a_receipt_for_another_box_is_the_wrong_key(void) {
    struct world world = make_world(1);
    tincay_bytes receipt = collect(world.desks[0], pack(&world)), settled = rubbish();
    tincay_box *other;
    make_box(in_folder("other.tincay"), world.desks[0], ",\"bundle_mib\":1");
    other = open_box(in_folder("other.tincay"));
    EXPECT(TINCAY_E_WRONG_KEY, tincay_box_settle(other, receipt.data, receipt.size, &settled));
    CHECK(is_empty(settled));
}

static void a_receipt_tells_nothing_to_who_finds_it(void) {
    struct world world = make_world(1);
    tincay_bytes few, many;
    few = collect(world.desks[0], pack(&world));
    submit(&world, 60);
    many = collect(world.desks[0], pack(&world));
    CHECK(few.size == 16384 && many.size == 16384);
    /* What stands in clear is the suite; all else differs from one receipt to the next. */
    CHECK(few.data[0] == 1 && many.data[0] == 1 && memcmp(few.data + 1, many.data + 1, 16) != 0);
}

static void two_desks_of_which_one_is_silent_hold_up_no_report(void) {
    struct world world = make_world(2);
    tincay_bytes last = {NULL, 0};
    int bundles;
    submit(&world, 150);
    for (bundles = 0; bundles < 6; bundles++)
        CHECK(settle(&world, collect(world.desks[0], pack(&world))) == 0);
    CHECK(total(world.desks[0]) == 150);
    CHECK(status_is(&world, "/desks/1/last_receipt", "null"));
    for (bundles = 0; bundles < 3; bundles++) {
        last = collect(world.desks[1], pack(&world));
        CHECK(settle(&world, last) > 0);
    }
    CHECK(total(world.desks[1]) == 150);
    CHECK(status_is(&world, "/bundles_waiting", "0"));
    CHECK(status_is(&world, "/desks/1/missing", "[1,2,3,4,5,6]"));
}

/* ---------------------------------------------------------------------------------------------- ledgers */

static void a_desk_whose_file_was_put_back_is_found_out_by_the_box_and_told_by_it(void) {
    struct world world = make_world(1);
    const char *path = in_folder("first.tincay");
    tincay_bytes verified;
    uint8_t *earlier;
    size_t size;
    EXPECT(TINCAY_OK, tincay_desk_close(world.desks[0]));
    earlier = read_file(path, &size);
    world.desks[0] = open_desk(path);
    submit(&world, 3);
    settle(&world, collect(world.desks[0], pack(&world)));
    EXPECT(TINCAY_OK, tincay_desk_close(world.desks[0]));
    write_file(path, earlier, size);
    world.desks[0] = open_desk(path);
    EXPECT(TINCAY_OK, tincay_desk_verify(world.desks[0], &verified));
    submit(&world, 1);
    CHECK(settle(&world, collect(world.desks[0], pack(&world))) > 0);
    CHECK(total(world.desks[0]) == 1);
    CHECK(status_is(&world, "/desks/0/contradicted", "true"));
    EXPECT(TINCAY_E_TAMPERED, tincay_desk_verify(world.desks[0], &verified));
    CHECK(pick_is(verified, "/rolled_back", "true"));
    CHECK(pick_is(verified, "/witnessed/0/ok", "false"));
    CHECK(pick_is(verified, "/witnessed/0/point", "A trusted address"));
}

static void a_desk_is_told_where_the_others_ledgers_ended(void) {
    struct world world = make_world(2);
    tincay_bytes verified, card;
    char *desk;
    settle(&world, collect(world.desks[1], pack(&world)));
    (void)collect(world.desks[0], pack(&world));
    EXPECT(TINCAY_OK, tincay_desk_verify(world.desks[0], &verified));
    EXPECT(TINCAY_OK, tincay_desk_card(world.desks[1], &card));
    desk = pick(card, "/desk");
    CHECK(pick_is(verified, "/others/0/desk", desk));
    CHECK(pick_is(verified, "/others/0/number", "3"));
    CHECK(pick_is(verified, "/rolled_back", "false"));
}

/* ---------------------------------------------------------------------------------------------- halves */

static void two_halves_carry_a_bundle_and_a_receipt(void) {
    struct world world = make_world(1);
    tincay_bytes bundle, first, second, whole;
    submit(&world, 1);
    bundle = pack(&world);
    EXPECT(TINCAY_OK, tincay_bundle_split(bundle.data, bundle.size, &first, &second));
    CHECK(first.size == bundle.size && second.size == bundle.size);
    CHECK(tincay_desk_collect(world.desks[0], first.data, first.size, &whole) != TINCAY_OK);
    CHECK(tincay_desk_collect(world.desks[0], second.data, second.size, &whole) != TINCAY_OK);
    EXPECT(TINCAY_OK, tincay_bundle_join(second.data, second.size, first.data, first.size, &whole));
    CHECK(whole.size == bundle.size && memcmp(whole.data, bundle.data, bundle.size) == 0);
    whole = collect(world.desks[0], whole);
    EXPECT(TINCAY_OK, tincay_bundle_split(whole.data, whole.size, &first, &second));
    EXPECT(TINCAY_OK, tincay_bundle_join(first.data, first.size, second.data, second.size, &whole));
    CHECK(settle(&world, whole) == 4);
}

static void halves_that_do_not_belong_together_are_answers(void) {
    static const uint8_t bytes[2] = {1, 2};
    tincay_bytes first = rubbish(), second = rubbish();
    EXPECT(TINCAY_E_INVALID_INPUT, tincay_bundle_join(bytes, 2, bytes, 1, &first));
    CHECK(is_empty(first));
    EXPECT(TINCAY_E_INVALID_INPUT, tincay_bundle_join(NULL, 0, NULL, 0, &first));
    EXPECT(TINCAY_E_INVALID_INPUT, tincay_bundle_split(NULL, 0, &first, &second));
    CHECK(is_empty(first) && is_empty(second));
    first = rubbish();
    EXPECT(TINCAY_E_MISUSE, tincay_bundle_split(bytes, 2, &first, &first));
    CHECK(is_empty(first));
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"a lost bundle is made up for by the next round", a_lost_bundle_is_made_up_for_by_the_next_round},
        {"a repeated bundle changes nothing", a_repeated_bundle_changes_nothing},
        {"reordered bundles bring the same", reordered_bundles_bring_the_same},
        {"a withheld bundle shows as a gap", a_withheld_bundle_shows_as_a_gap},
        {"a forged bundle is refused", a_forged_bundle_is_refused},
        {"a bundle of which any bit was flipped is refused", a_bundle_of_which_any_bit_was_flipped_is_refused},
        {"a withheld receipt costs only time", a_withheld_receipt_costs_only_time},
        {"an old receipt that is replayed frees nothing new", an_old_receipt_that_is_replayed_frees_nothing_new},
        {"a forged receipt is refused", a_forged_receipt_is_refused},
        {"a receipt for another box is the wrong key", a_receipt_for_another_box_is_the_wrong_key},
        {"a receipt tells nothing to who finds it", a_receipt_tells_nothing_to_who_finds_it},
        {"two desks of which one is silent hold up no report", two_desks_of_which_one_is_silent_hold_up_no_report},
        {"a desk whose file was put back is found out by the box and told by it",
         a_desk_whose_file_was_put_back_is_found_out_by_the_box_and_told_by_it},
        {"a desk is told where the others' ledgers ended", a_desk_is_told_where_the_others_ledgers_ended},
        {"two halves carry a bundle and a receipt", two_halves_carry_a_bundle_and_a_receipt},
        {"halves that do not belong together are answers", halves_that_do_not_belong_together_are_answers},
    };
    return RUN(cases);
}
