#include "point.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "must.h"
#include "person.h"

/* Twenty minutes from one person to the next. */
#define BETWEEN_PEOPLE 1200

void point_create(const char *box_path, const char *name, const tincay_bytes *card) {
    /* Fewer slots than people on a busy day, and bundles that do not hold three weeks. */
    static const char format[] = "{\"point\":{\"name\":\"%s\",\"kind\":\"NODE-TRUSTED\"},\"desks\":[%.*s],"
                                 "\"slots_per_day\":5,\"bundle_mib\":1}";
    size_t room = sizeof format + strlen(name) + card->size;
    char *setup = malloc(room);
    must_do("malloc", setup != NULL);
    (void)snprintf(setup, room, format, name, (int)card->size, (const char *)card->data);
    must("tincay_box_create", tincay_box_create(box_path, (const uint8_t *)setup, strlen(setup)));
    free(setup);
}

/* Takes in a receipt; only that lets the box forget what it covers. */
static void settle(const struct visit *visit, tincay_box *box, const struct parcel *parcel, int told) {
    struct content receipt = parcel_read(parcel, visit->folder);
    tincay_bytes result = {NULL, 0};
    must("tincay_box_settle", tincay_box_settle(box, receipt.data, receipt.size, &result));
    tincay_bytes_free(&result);
    free(receipt.data);
    say(told, WORD_SETTLED, parcel->stick);
}

/* Asks the box how many bundles a courier has to take along until nothing is left behind. */
static long bundles_waiting(tincay_box *box) {
    tincay_bytes status = {NULL, 0};
    long waiting;
    must("tincay_box_status", tincay_box_status(box, &status));
    waiting = json_number(&status, "/bundles_waiting");
    must_hold("a desk seems to have been put back to an earlier day",
              !json_is(&status, "/desks/0/contradicted", "true"));
    tincay_bytes_free(&status);
    return waiting;
}

/* Packs what waits, and one bundle when nothing does: an empty one looks like any other. */
static void pack(const struct visit *visit, tincay_box *box) {
    long waiting = bundles_waiting(box);
    int index;
    for (index = 0; index < visit->bundles && (index == 0 || index < waiting); index++) {
        tincay_bytes bundle = {NULL, 0};
        must("tincay_box_pack", tincay_box_pack(box, &bundle));
        parcel_write(&visit->parcels[index], visit->folder, &bundle);
        tincay_bytes_free(&bundle);
    }
}

void point_works(const void *plan, int told) {
    const struct visit *visit = plan;
    struct chance chance = visit->chance;
    tincay_box *box = NULL;
    size_t index;
    int person;
    calendar_tell(visit->day, visit->clock);
    must("tincay_box_open", tincay_box_open(visit->box_path, &box));
    for (index = 0; index < visit->receipt_count; index++) {
        settle(visit, box, &visit->receipts[index], told);
    }
    for (person = 0; person < visit->people; person++) {
        struct person somebody = person_of(&chance, visit->first_number + person);
        calendar_pass(BETWEEN_PEOPLE);
        person_tells(&somebody, box, visit->form, told);
    }
    if (visit->bundles > 0) {
        pack(visit, box);
    }
    say(told, WORD_WAITING, bundles_waiting(box));
    must("tincay_box_close", tincay_box_close(box));
}
