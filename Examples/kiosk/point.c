#include "point.h"

#include <errno.h>
#include <string.h>

#include "buffer.h"
#include "file.h"

/* A card and a receipt are small; more is somebody else's file. */
#define CARD_LIMIT 65536
#define RECEIPT_LIMIT (16u * 1024u * 1024u)

enum outcome point_failed(const char *what, tincay_status status) {
    fprintf(stderr, "tincay-kiosk: %s: %s: %s\n", what, tincay_status_name(status), tincay_status_text(status));
    return OUTCOME_FAILED;
}

/* Says why the system would not read or write a file. */
static enum outcome file_failed(const char *path) {
    fprintf(stderr, "tincay-kiosk: %s: %s\n", path, strerror(errno));
    return OUTCOME_FAILED;
}

/* Adds a card to the setup as it is, once it is known to be one JSON value: the setup cannot be broken out of. */
static enum outcome add_card(const char *path, struct buffer *json) {
    struct buffer card = {0};
    tincay_bytes whole = {NULL, 0};
    tincay_status status;
    if (!read_file(path, CARD_LIMIT, &card)) {
        enum outcome outcome = file_failed(path);
        buffer_free(&card);
        return outcome;
    }
    status = card.size > CARD_LIMIT ? TINCAY_E_LIMIT_SIZE : tincay_json_pick(card.data, card.size, "", &whole);
    if (status == TINCAY_OK) {
        buffer_add(json, card.data, card.size);
    }
    tincay_bytes_free(&whole);
    buffer_free(&card);
    return status == TINCAY_OK ? OUTCOME_KEPT : point_failed(path, status);
}

enum outcome point_create(const char *box_path, const struct setup *setup) {
    struct buffer json = {0};
    enum outcome outcome = OUTCOME_KEPT;
    size_t index;
    buffer_text(&json, "{\"point\":{\"name\":");
    buffer_json(&json, setup->name, strlen(setup->name));
    buffer_text(&json, ",\"kind\":");
    buffer_json(&json, setup->kind, strlen(setup->kind));
    buffer_text(&json, "},\"desks\":[");
    for (index = 0; outcome == OUTCOME_KEPT && index < setup->card_count; index++) {
        buffer_text(&json, index > 0 ? "," : "");
        outcome = add_card(setup->cards[index], &json);
    }
    buffer_text(&json, "]");
    if (setup->slots_per_day > 0) {
        char slots[48];
        (void)snprintf(slots, sizeof slots, ",\"slots_per_day\":%ld", setup->slots_per_day);
        buffer_text(&json, slots);
    }
    buffer_text(&json, "}");
    if (outcome == OUTCOME_KEPT) {
        tincay_status status = json.failed ? TINCAY_E_NOMEM : tincay_box_create(box_path, json.data, json.size);
        outcome = status == TINCAY_OK ? OUTCOME_KEPT : point_failed(box_path, status);
    }
    buffer_free(&json);
    return outcome;
}

enum outcome point_tick(const char *box_path) {
    tincay_box *box = NULL;
    tincay_status status = tincay_box_open(box_path, &box);
    if (status == TINCAY_OK) {
        status = tincay_box_tick(box);
    }
    (void)tincay_box_close(box);
    return status == TINCAY_OK ? OUTCOME_KEPT : point_failed(box_path, status);
}

enum outcome point_pack(const char *box_path, const char *bundle_path) {
    tincay_box *box = NULL;
    tincay_bytes bundle = {NULL, 0};
    enum outcome outcome = OUTCOME_KEPT;
    tincay_status status = tincay_box_open(box_path, &box);
    if (status == TINCAY_OK) {
        status = tincay_box_pack(box, &bundle);
    }
    (void)tincay_box_close(box);
    if (status != TINCAY_OK) {
        outcome = point_failed(box_path, status);
    } else if (!write_file(bundle_path, bundle.data, bundle.size)) {
        outcome = file_failed(bundle_path);
    } else {
        printf("%s: %lu bytes\n", bundle_path, (unsigned long)bundle.size);
    }
    tincay_bytes_free(&bundle);
    return outcome;
}

/* Prints the members of a small object, one a line. */
static void show_members(const tincay_bytes *json, const char *const *names) {
    for (; *names != NULL; names++) {
        char pointer[64];
        (void)snprintf(pointer, sizeof pointer, "/%s", *names);
        printf("%s: ", *names);
        (void)show_value(stdout, span_of(json), pointer);
        printf("\n");
    }
}

enum outcome point_settle(const char *box_path, const char *receipt_path) {
    static const char *const names[] = {"freed", "waiting", "desk", NULL};
    tincay_box *box = NULL;
    tincay_bytes result = {NULL, 0};
    struct buffer receipt = {0};
    tincay_status status;
    if (!read_file(receipt_path, RECEIPT_LIMIT, &receipt)) {
        enum outcome outcome = file_failed(receipt_path);
        buffer_free(&receipt);
        return outcome;
    }
    status = tincay_box_open(box_path, &box);
    if (status == TINCAY_OK) {
        status = tincay_box_settle(box, receipt.data, receipt.size, &result);
    }
    (void)tincay_box_close(box);
    if (status == TINCAY_OK) {
        show_members(&result, names);
    }
    tincay_bytes_free(&result);
    buffer_free(&receipt);
    return status == TINCAY_OK ? OUTCOME_KEPT : point_failed(receipt_path, status);
}

enum outcome point_status(const char *box_path) {
    static const char *const names[] = {"point",        "kind",  "slots", "bundles_waiting", "packed", "last_packed",
                                        "last_receipt", "clock", NULL};
    tincay_box *box = NULL;
    tincay_bytes result = {NULL, 0};
    tincay_status status = tincay_box_open(box_path, &box);
    if (status == TINCAY_OK) {
        status = tincay_box_status(box, &result);
    }
    (void)tincay_box_close(box);
    if (status == TINCAY_OK) {
        show_members(&result, names);
    }
    tincay_bytes_free(&result);
    return status == TINCAY_OK ? OUTCOME_KEPT : point_failed(box_path, status);
}
