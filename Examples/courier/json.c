#include "json.h"

#include <stdlib.h>
#include <string.h>

int json_text(const tincay_bytes *json, const char *pointer, char *text, size_t room) {
    tincay_bytes value = {NULL, 0};
    int found = tincay_json_pick(json->data, json->size, pointer, &value) == TINCAY_OK && value.size < room;
    if (found) {
        if (value.size > 0) {
            memcpy(text, value.data, value.size);
        }
        text[value.size] = '\0';
    }
    tincay_bytes_free(&value);
    return found;
}

long json_number(const tincay_bytes *json, const char *pointer) {
    char text[32];
    return json_text(json, pointer, text, sizeof text) ? strtol(text, NULL, 10) : -1;
}

int json_is(const tincay_bytes *json, const char *pointer, const char *expected) {
    char text[64];
    return json_text(json, pointer, text, sizeof text) && strcmp(text, expected) == 0;
}
