#include "desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "json.h"
#include "must.h"
#include "person.h"

/* A real desk is asked for its passphrase, and keeps it nowhere. */
#define PERSON "counsellor"
#define PASSPHRASE "a passphrase for three weeks of play"

/* The cheapest key that the library derives from a passphrase: this desk is opened every day. */
#define SETUP "{\"name\":\"The desk\",\"kdf\":{\"memory_mib\":64,\"passes\":2}}"

/* The staff of the desk come later than the courier. */
#define UNTIL_NOON (4 * 3600)

#define BYTES(text) (const uint8_t *)(text), strlen(text)

static tincay_desk *open_desk(const char *desk_path, long day) {
    tincay_desk *desk = NULL;
    calendar_tell(day, CLOCK_RIGHT);
    calendar_pass(UNTIL_NOON);
    must("tincay_desk_open", tincay_desk_open(desk_path, PERSON, BYTES(PASSPHRASE), &desk));
    return desk;
}

tincay_bytes desk_create(const char *desk_path, tincay_form *form) {
    tincay_bytes card = {NULL, 0};
    tincay_desk *desk;
    calendar_tell(0, CLOCK_RIGHT);
    must("tincay_desk_create", tincay_desk_create(desk_path, PERSON, BYTES(PASSPHRASE), BYTES(SETUP)));
    desk = open_desk(desk_path, 0);
    must("tincay_desk_keep", tincay_desk_keep(desk, form));
    must("tincay_desk_card", tincay_desk_card(desk, &card));
    must("tincay_desk_close", tincay_desk_close(desk));
    return card;
}

void desk_works(const void *plan, int told) {
    const struct desk_day *today = plan;
    tincay_desk *desk = open_desk(today->desk_path, today->day);
    size_t index;
    for (index = 0; index < today->count; index++) {
        struct content bundle = parcel_read(&today->bundles[index], today->folder);
        tincay_bytes receipt = {NULL, 0};
        must("tincay_desk_collect", tincay_desk_collect(desk, bundle.data, bundle.size, &receipt));
        parcel_write(&today->receipts[index], today->folder, &receipt);
        tincay_bytes_free(&receipt);
        free(bundle.data);
        say(told, WORD_COLLECTED, today->bundles[index].stick);
    }
    must("tincay_desk_close", tincay_desk_close(desk));
}

/* Tells the numbers of one page of the list; 1 when there is another, which `query` then asks for. */
static int read_page(tincay_desk *desk, char *query, size_t room, void (*tell)(void *told, long number), void *told) {
    tincay_bytes list = {NULL, 0}, report = {NULL, 0};
    char pointer[40], id[40] = "";
    long row;
    int more;
    must("tincay_desk_list", tincay_desk_list(desk, BYTES(query), &list));
    for (row = 0;; row++) {
        (void)snprintf(pointer, sizeof pointer, "/cases/%ld/id", row);
        if (!json_text(&list, pointer, id, sizeof id)) {
            break;
        }
        must("tincay_desk_read", tincay_desk_read(desk, id, &report));
        tell(told, person_number(&report));
        tincay_bytes_free(&report);
    }
    more = json_text(&list, "/next", id, sizeof id) && strcmp(id, "null") != 0;
    (void)snprintf(query, room, "{\"limit\":100,\"after\":\"%s\"}", id);
    tincay_bytes_free(&list);
    return more;
}

int desk_read_all(const char *desk_path, long day, void (*tell)(void *told, long number), void *told) {
    tincay_desk *desk = open_desk(desk_path, day);
    tincay_bytes verified = {NULL, 0};
    char query[100] = "{\"limit\":100}";
    int holds;
    while (read_page(desk, query, sizeof query, tell, told)) {
    }
    holds = tincay_desk_verify(desk, &verified) == TINCAY_OK && json_is(&verified, "/ok", "true") &&
            !json_is(&verified, "/rolled_back", "true");
    tincay_bytes_free(&verified);
    must("tincay_desk_close", tincay_desk_close(desk));
    return holds;
}
