/* Every single bit of a box's file that flips is found out or does no harm: whatever the disk does, no report comes out as
 * another one, and nothing crashes. TINCAY_FLIPS=1 flips a bit of every byte, otherwise of some. */
#include "support.h"

/* The statuses that a damaged file may be answered with. */
static int is_told(tincay_status status) {
    switch (TINCAY_STATUS_FAMILY(status)) {
    case TINCAY_E_FORMAT:
    case TINCAY_E_FORMAT_TOO_NEW:
    case TINCAY_E_TAMPERED:
    case TINCAY_E_WRONG_KEY:
    case TINCAY_E_NOT_FOUND:
    case TINCAY_E_ACCESS: /* the header says that the file may only be read */
    case TINCAY_E_IO:
    case TINCAY_E_DISK_FULL:
    case TINCAY_E_NO_READER:
    case TINCAY_E_LATER:
    case TINCAY_E_LIMIT:
        return 1;
    default:
        return 0;
    }
}

/* Whether a call succeeded; anything but success and a damage that is told ends the case. */
static int succeeded(const char *what, size_t place, tincay_status status) {
    if (status != TINCAY_OK && !is_told(status)) {
        printf("    %s answers %s after a flip in byte %zu\n", what, tincay_status_name(status), place);
        fail(__FILE__, __LINE__, "a damage is told");
    }
    return status == TINCAY_OK;
}

/* Carries what a damaged box still gives to the desk. */
static int carry(tincay_box *box, tincay_desk *desk, size_t place) {
    tincay_bytes bundle, receipt, settled;
    int carried = 0;
    if (!succeeded("pack", place, tincay_box_pack(box, &bundle)))
        return 0;
    if (succeeded("collect", place, tincay_desk_collect(desk, bundle.data, bundle.size, &receipt))) {
        carried = succeeded("settle", place, tincay_box_settle(box, receipt.data, receipt.size, &settled));
        tincay_bytes_free(&settled);
        tincay_bytes_free(&receipt);
    }
    tincay_bytes_free(&bundle);
    return carried;
}

/* Each case that the desk has was told as it reads. */
static void check_cases(tincay_desk *desk, const char *told) {
    tincay_bytes list, report;
    long index, total;
    EXPECT(TINCAY_OK, tincay_desk_list(desk, NULL, 0, &list));
    total = pick_number(list, "/total");
    CHECK(total == 1);
    for (index = 0; index < total; index++) {
        char pointer[40], *id;
        snprintf(pointer, sizeof pointer, "/cases/%ld/id", index);
        id = pick(list, pointer);
        EXPECT(TINCAY_OK, tincay_desk_read(desk, id, &report));
        CHECK(pick_is(report, "/sections/facts/story", told));
        tincay_bytes_free(&report);
        free(id);
    }
    tincay_bytes_free(&list);
}

static void every_flipped_bit_of_a_box_is_told_or_harmless(void) {
    static const char told[] = "what was told before the disk failed";
    const char *desk_path = in_folder("desk.tincay"), *box_path = in_folder("box.tincay");
    const char *flipped_path = in_folder("flipped.tincay"), *log_path = in_folder("flipped.tincay-wal");
    size_t step = getenv("TINCAY_FLIPS") != NULL ? 1 : 97, size, place;
    long flips = 0, refused = 0, carried = 0;
    tincay_form *form = small_form();
    char answers[100];
    tincay_bytes result;
    tincay_desk *desk;
    tincay_box *box;
    uint8_t *bytes;
    alarm(0); /* a whole file takes a quarter of an hour */
    make_desk(desk_path);
    desk = open_desk(desk_path);
    make_box(box_path, desk, ",\"bundle_mib\":1,\"slots_per_day\":2,\"reserve\":0");
    box = open_box(box_path);
    snprintf(answers, sizeof answers, "{\"story\":\"%s\",\"number\":1}", told);
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES(answers), NULL, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_box_close(box));
    bytes = read_file(box_path, &size);
    for (place = 0; place < size; place += step) {
        uint8_t bit = (uint8_t)(1u << random_number() % 8);
        bytes[place] ^= bit;
        unlink(log_path);
        write_file(flipped_path, bytes, size);
        bytes[place] ^= bit;
        flips++;
        if (!succeeded("open", place, tincay_box_open(flipped_path, &box))) {
            refused++;
            continue;
        }
        carried += carry(box, desk, place);
        EXPECT(TINCAY_OK, tincay_box_close(box));
    }
    check_cases(desk, told);
    printf("    %ld flips over %zu bytes: %ld refused, %ld carried, one report and no other\n", flips, size, refused,
           carried);
    free(bytes);
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"every flipped bit of a box is told or harmless", every_flipped_bit_of_a_box_is_told_or_harmless},
    };
    return RUN(cases);
}
