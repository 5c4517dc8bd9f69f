#include "buffer.h"

#include <stdlib.h>
#include <string.h>

void wipe(void *memory, size_t size) {
    volatile uint8_t *byte = memory;
    while (size > 0) {
        *byte++ = 0;
        size--;
    }
}

/* Makes room for `more` bytes. Not realloc: it may move the bytes and leave the old ones behind. */
static int make_room(struct buffer *buffer, size_t more) {
    size_t room = buffer->room < 256 ? 256 : buffer->room;
    uint8_t *moved;
    if (buffer->failed || more > SIZE_MAX / 4 || buffer->size > SIZE_MAX / 4) {
        buffer->failed = 1;
        return 0;
    }
    while (room < buffer->size + more) {
        room *= 2;
    }
    if (room == buffer->room) {
        return 1;
    }
    moved = malloc(room);
    if (moved == NULL) {
        buffer->failed = 1;
        return 0;
    }
    if (buffer->size > 0) {
        memcpy(moved, buffer->data, buffer->size);
        wipe(buffer->data, buffer->size);
    }
    free(buffer->data);
    buffer->data = moved;
    buffer->room = room;
    return 1;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t size) {
    if (size > 0 && make_room(buffer, size)) {
        memcpy(buffer->data + buffer->size, bytes, size);
        buffer->size += size;
    }
}

void buffer_text(struct buffer *buffer, const char *text) {
    buffer_add(buffer, text, strlen(text));
}

void buffer_json(struct buffer *buffer, const void *bytes, size_t size) {
    static const char digits[] = "0123456789abcdef";
    const uint8_t *byte = bytes;
    size_t index;
    buffer_text(buffer, "\"");
    for (index = 0; index < size; index++) {
        if (byte[index] == '"' || byte[index] == '\\') {
            buffer_text(buffer, "\\");
            buffer_add(buffer, &byte[index], 1);
        } else if (byte[index] < 0x20) {
            buffer_text(buffer, "\\u00");
            buffer_add(buffer, &digits[byte[index] >> 4], 1);
            buffer_add(buffer, &digits[byte[index] & 15], 1);
        } else {
            buffer_add(buffer, &byte[index], 1);
        }
    }
    buffer_text(buffer, "\"");
}

void buffer_empty(struct buffer *buffer) {
    if (buffer->data != NULL) {
        wipe(buffer->data, buffer->size);
    }
    buffer->size = 0;
    buffer->failed = 0;
}

void buffer_free(struct buffer *buffer) {
    buffer_empty(buffer);
    free(buffer->data);
    buffer->data = NULL;
    buffer->room = 0;
}
