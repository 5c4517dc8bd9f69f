#include "point.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "file.h"

/* A card is small; of others the library says itself what is too large. */
#define CARD_LIMIT 65536
#define FILE_LIMIT (16u * 1024u * 1024u)

/* More bundles than this nobody carries in one go; the next round has the rest. */
#define BUNDLE_LIMIT 10000

enum outcome point_failed(const char *what, tincay_status status) {
    log_status(what, status);
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

/* Adds a list of cards. */
static enum outcome add_cards(const char *const *paths, size_t count, struct buffer *json) {
    enum outcome outcome = OUTCOME_KEPT;
    size_t index;
    buffer_text(json, "[");
    for (index = 0; outcome == OUTCOME_KEPT && index < count; index++) {
        buffer_text(json, index > 0 ? "," : "");
        outcome = add_card(paths[index], json);
    }
    buffer_text(json, "]");
    return outcome;
}

enum outcome point_create(const char *box_path, const struct setup *setup) {
    struct buffer json = {0};
    enum outcome outcome;
    buffer_text(&json, "{\"point\":{\"name\":");
    buffer_json(&json, setup->name, strlen(setup->name));
    buffer_text(&json, ",\"kind\":");
    buffer_json(&json, setup->kind, strlen(setup->kind));
    buffer_text(&json, "},\"desks\":");
    outcome = add_cards(setup->cards, setup->card_count, &json);
    if (outcome == OUTCOME_KEPT && setup->signer_count > 0) {
        buffer_text(&json, ",\"authority\":");
        outcome = add_cards(setup->signers, setup->signer_count, &json);
    }
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

/* Tells how many bundles carry everything once; at least one, so that a courier never goes with nothing. */
static tincay_status count_bundles(tincay_box *box, long *count) {
    tincay_bytes state;
    tincay_bytes waiting = {NULL, 0};
    tincay_status status = tincay_box_status(box, &state);
    *count = 1;
    if (status == TINCAY_OK && pick(span_of(&state), "/bundles_waiting", &waiting)) {
        *count = strtol((const char *)waiting.data, NULL, 10);
        *count = *count < 1 ? 1 : *count > BUNDLE_LIMIT ? BUNDLE_LIMIT : *count;
    }
    tincay_bytes_free(&waiting);
    tincay_bytes_free(&state);
    return status;
}

/* Writes the bundle of a number, counted from 1, into a folder: data.bin, data2.bin, data3.bin. */
static enum outcome write_bundle(const char *folder, long number, const tincay_bytes *bundle) {
    static const char name[] = TINCAY_BUNDLE_NAME;
    int stem = (int)strcspn(name, ".");
    char path[4096];
    int length = number == 1 ? snprintf(path, sizeof path, "%s/%s", folder, name)
                             : snprintf(path, sizeof path, "%s/%.*s%ld%s", folder, stem, name, number, name + stem);
    if (length < 0 || (size_t)length >= sizeof path) {
        errno = ENAMETOOLONG;
        return file_failed(folder);
    }
    if (!write_file(path, bundle->data, bundle->size)) {
        return file_failed(path);
    }
    printf("%s: %lu bytes\n", path, (unsigned long)bundle->size);
    return OUTCOME_KEPT;
}

/* Writes a bundle in two halves, one a folder. */
static enum outcome write_halves(const char *folder, const char *other_folder, long number,
                                 const tincay_bytes *bundle) {
    tincay_bytes first;
    tincay_bytes second = {NULL, 0};
    tincay_status status = tincay_bundle_split(bundle->data, bundle->size, &first, &second);
    enum outcome outcome = status == TINCAY_OK ? write_bundle(folder, number, &first) : point_failed("bundle", status);
    if (outcome == OUTCOME_KEPT) {
        outcome = write_bundle(other_folder, number, &second);
    }
    tincay_bytes_free(&first);
    tincay_bytes_free(&second);
    return outcome;
}

enum outcome point_pack(const char *box_path, const char *folder, const char *other_folder) {
    tincay_box *box = NULL;
    enum outcome outcome = OUTCOME_KEPT;
    long count = 0;
    long number;
    tincay_status status = tincay_box_open(box_path, &box);
    if (status == TINCAY_OK) {
        status = count_bundles(box, &count);
    }
    for (number = 1; status == TINCAY_OK && outcome == OUTCOME_KEPT && number <= count; number++) {
        tincay_bytes bundle;
        status = tincay_box_pack(box, &bundle);
        if (status == TINCAY_OK) {
            outcome = other_folder == NULL ? write_bundle(folder, number, &bundle)
                                           : write_halves(folder, other_folder, number, &bundle);
        }
        tincay_bytes_free(&bundle);
    }
    (void)tincay_box_close(box);
    return status == TINCAY_OK ? outcome : point_failed(box_path, status);
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

/* A function of the library that takes in what was carried here. */
typedef tincay_status intake(tincay_box *box, const uint8_t *data, size_t size, tincay_bytes *out_result);

/* Takes in a file that was carried here, and prints the members of what the library says of it. */
static enum outcome take_in(const char *box_path, const char *path, intake *take, const char *const *names) {
    tincay_box *box = NULL;
    tincay_bytes result = {NULL, 0};
    struct buffer content = {0};
    tincay_status status;
    if (!read_file(path, FILE_LIMIT, &content)) {
        enum outcome outcome = file_failed(path);
        buffer_free(&content);
        return outcome;
    }
    status = tincay_box_open(box_path, &box);
    if (status == TINCAY_OK) {
        status = take(box, content.data, content.size, &result);
    }
    (void)tincay_box_close(box);
    if (status == TINCAY_OK) {
        show_members(&result, names);
    }
    tincay_bytes_free(&result);
    buffer_free(&content);
    return status == TINCAY_OK ? OUTCOME_KEPT : point_failed(path, status);
}

enum outcome point_settle(const char *box_path, const char *receipt_path) {
    static const char *const names[] = {"freed", "waiting", "desk", NULL};
    return take_in(box_path, receipt_path, tincay_box_settle, names);
}

enum outcome point_news(const char *box_path, const char *notice_path) {
    static const char *const names[] = {"kind", "name", "number", "taken", "desks", NULL};
    return take_in(box_path, notice_path, tincay_box_news, names);
}

enum outcome point_status(const char *box_path) {
    static const char *const names[] = {
        "point",        "kind",  "slots",         "bundles_waiting",   "packed", "last_packed",
        "last_receipt", "clock", "confirmed_day", "uncollected_hours", "alarm",  NULL};
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
