#include "pick.h"

#include <stdio.h>
#include <string.h>

struct span span_of(const tincay_bytes *bytes) {
    struct span span;
    span.data = bytes->data;
    span.size = bytes->size;
    return span;
}

struct span span_of_buffer(const struct buffer *buffer) {
    struct span span;
    span.data = buffer->data;
    span.size = buffer->failed ? 0 : buffer->size;
    return span;
}

int pick(struct span json, const char *pointer, tincay_bytes *out) {
    out->data = NULL;
    out->size = 0;
    return json.size > 0 && tincay_json_pick(json.data, json.size, pointer, out) == TINCAY_OK;
}

int pick_item(struct span json, const char *list, size_t index, const char *rest, tincay_bytes *out) {
    char pointer[128];
    int length = snprintf(pointer, sizeof pointer, "%s/%lu%s", list, (unsigned long)index, rest);
    out->data = NULL;
    out->size = 0;
    return length > 0 && (size_t)length < sizeof pointer && pick(json, pointer, out);
}

int pick_is(struct span json, const char *pointer, const char *text) {
    tincay_bytes value;
    int same = pick(json, pointer, &value) && value.size == strlen(text) &&
               (value.size == 0 || memcmp(value.data, text, value.size) == 0);
    tincay_bytes_free(&value);
    return same;
}
