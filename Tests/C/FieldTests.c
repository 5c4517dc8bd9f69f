/* What a point in the field goes through: full disks, floods, clocks that are wrong, and nobody who comes. */
#define _GNU_SOURCE
#include "support.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

static const char URGENT[] = "{\"profile\":\"C\",\"session_ok\":true,\"safe_now\":\"N\"}";
static const char QUIET[] = "{\"profile\":\"C\",\"session_ok\":true,\"safe_now\":\"Y\"}";

/* A desk, a box for it in the case's folder, and the default form. */
struct field {
    tincay_desk *desk;
    tincay_form *form;
    tincay_box *box;
};

static struct field make_field(const char *box_path, const char *options) {
    struct field field;
    const char *desk_path = in_folder("desk.tincay");
    make_desk(desk_path);
    field.desk = open_desk(desk_path);
    field.form = default_form();
    make_box(box_path, field.desk, options);
    field.box = open_box(box_path);
    return field;
}

/* Drops answers, checks that the result is there and whether it says that they were kept, and gives the status. */
static tincay_status drop(struct field *field, const char *answers) {
    tincay_bytes result = rubbish();
    tincay_status status = tincay_box_submit(field->box, field->form, BYTES(answers), "vi-x-child", &result);
    CHECK(pick_is(result, "/accepted", "true"));
    CHECK(pick_is(result, "/kept", status == TINCAY_OK ? "true" : "false"));
    CHECK(pick(result, "/hotlines/0/number") != NULL);
    tincay_bytes_free(&result);
    return status;
}

/* Carries all that is in the box and gives how many cases the desk has then. */
static long carry(struct field *field) {
    tincay_bytes bundle, receipt, settled, list;
    long total;
    EXPECT(TINCAY_OK, tincay_box_pack(field->box, &bundle));
    EXPECT(TINCAY_OK, tincay_desk_collect(field->desk, bundle.data, bundle.size, &receipt));
    EXPECT(TINCAY_OK, tincay_box_settle(field->box, receipt.data, receipt.size, &settled));
    EXPECT(TINCAY_OK, tincay_desk_list(field->desk, NULL, 0, &list));
    total = pick_number(list, "/total");
    tincay_bytes_free(&bundle);
    tincay_bytes_free(&receipt);
    tincay_bytes_free(&settled);
    tincay_bytes_free(&list);
    return total;
}

/* Takes all the room that a file system has left, to the last byte. */
static void take_all_room(const char *path) {
    static const char zeros[4096];
    int file = open(path, O_WRONLY | O_CREAT, 0600);
    size_t size = sizeof zeros;
    CHECK(file >= 0);
    while (size > 0)
        if (write(file, zeros, size) <= 0)
            size /= 2;
    CHECK(close(file) == 0);
}

static void on_a_full_disk_urgent_reports_are_kept_and_arrive(void) {
    const char *small = in_folder("small");
    struct field field;
    long kept = 0;
    CHECK(mkdir(small, 0700) == 0);
    if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("tmpfs", small, "tmpfs", 0, "size=4m") != 0)
        skip("a small file system cannot be mounted here: FULL DISKS ARE NOT TESTED");
    field = make_field(in_folder("small/box.tincay"),
                       ",\"bundle_mib\":2,\"slots_per_day\":8,\"reserve\":3,\"flood\":{\"burst\":1000}");
    take_all_room(in_folder("small/filler"));
    for (; drop(&field, QUIET) == TINCAY_OK; kept++)
        CHECK(kept < 1000);
    EXPECT(TINCAY_E_DISK_FULL, drop(&field, QUIET));
    EXPECT(TINCAY_OK, drop(&field, URGENT));
    EXPECT(TINCAY_E_DISK_FULL, drop(&field, QUIET));
    EXPECT(TINCAY_OK, drop(&field, URGENT));
    EXPECT(TINCAY_OK, drop(&field, URGENT));
    kept += 3;
    /* Somebody makes room: all that was said to be kept arrives. */
    CHECK(unlink(in_folder("small/filler")) == 0);
    CHECK(carry(&field) == kept);
    EXPECT(TINCAY_OK, drop(&field, QUIET));
    EXPECT(TINCAY_OK, tincay_box_close(field.box));
    CHECK(umount(small) == 0);
}

static void a_flood_makes_only_reports_wait_that_are_not_urgent(void) {
    struct field field = make_field(in_folder("box.tincay"), ",\"flood\":{\"burst\":2,\"per_hour\":1}");
    int index;
    EXPECT(TINCAY_OK, drop(&field, QUIET));
    EXPECT(TINCAY_OK, drop(&field, QUIET));
    EXPECT(TINCAY_E_LATER, drop(&field, QUIET));
    for (index = 0; index < 6; index++)
        EXPECT(TINCAY_OK, drop(&field, URGENT));
    EXPECT(TINCAY_E_LATER, drop(&field, QUIET));
    CHECK(carry(&field) == 8);
}

static void the_status_says_nothing_about_reports(void) {
    struct field field = make_field(in_folder("box.tincay"), "");
    tincay_bytes before, after;
    EXPECT(TINCAY_OK, tincay_box_status(field.box, &before));
    CHECK(pick_is(before, "/alarm", "false"));
    CHECK(pick_is(before, "/clock", "trusted"));
    CHECK(pick_number(before, "/uncollected_hours") < 24);
    EXPECT(TINCAY_OK, drop(&field, QUIET));
    EXPECT(TINCAY_OK, drop(&field, URGENT));
    EXPECT(TINCAY_OK, tincay_box_status(field.box, &after));
    /* An hour or a day may begin between the two. */
    if (pick_number(before, "/uncollected_hours") == pick_number(after, "/uncollected_hours"))
        CHECK(after.size == before.size && memcmp(after.data, before.data, after.size) == 0);
}

static void limits_that_make_no_sense_are_refused(void) {
    static const char *const options[] = {"\"reserve\":4",           "\"reserve\":-1",          "\"flood\":20",
                                          "\"flood\":{\"burst\":0}", "\"flood\":{\"other\":1}", "\"alarm_hours\":721",
                                          "\"alarm_hours\":\"72\""};
    tincay_bytes card;
    size_t index;
    make_desk(in_folder("desk.tincay"));
    EXPECT(TINCAY_OK, tincay_desk_card(open_desk(in_folder("desk.tincay")), &card));
    for (index = 0; index < sizeof options / sizeof *options; index++) {
        size_t size = card.size + 200;
        char *setup = malloc(size);
        snprintf(setup, size, "{\"point\":{\"name\":\"A\",\"kind\":\"B\"},\"desks\":[%s],%s}", (char *)card.data,
                 options[index]);
        EXPECT(TINCAY_E_INVALID_INPUT, tincay_box_create(in_folder("box.tincay"), BYTES(setup)));
        free(setup);
    }
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"on a full disk urgent reports are kept and arrive", on_a_full_disk_urgent_reports_are_kept_and_arrive},
        {"a flood makes only reports wait that are not urgent", a_flood_makes_only_reports_wait_that_are_not_urgent},
        {"the status says nothing about reports", the_status_says_nothing_about_reports},
        {"limits that make no sense are refused", limits_that_make_no_sense_are_refused},
    };
    return RUN(cases);
}
