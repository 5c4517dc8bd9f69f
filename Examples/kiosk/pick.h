/* Reading the library's JSON with tincay_json_pick alone. */
#ifndef KIOSK_PICK_H
#define KIOSK_PICK_H

#include "buffer.h"
#include "tincay.h"

/* Bytes that somebody else owns. */
struct span {
    const uint8_t *data;
    size_t size;
};

/* The bytes that the library gave, as a span that lives as long as they do. */
struct span span_of(const tincay_bytes *bytes);

/* The bytes of a buffer, none when it failed, as a span that lives until more is added. */
struct span span_of_buffer(const struct buffer *buffer);

/* Picks `pointer`; 1 when it leads somewhere. `out` is to be freed either way. */
int pick(struct span json, const char *pointer, tincay_bytes *out);

/* Picks an element of a list: `list`, then the index, then `rest`, as in "/findings/3/message". */
int pick_item(struct span json, const char *list, size_t index, const char *rest, tincay_bytes *out);

/* Tells whether the value at `pointer` reads exactly as `text`. */
int pick_is(struct span json, const char *pointer, const char *text);

#endif
