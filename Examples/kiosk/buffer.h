/* A growing run of bytes that is wiped before its memory goes back: answers live in nothing else. */
#ifndef KIOSK_BUFFER_H
#define KIOSK_BUFFER_H

#include <stddef.h>
#include <stdint.h>

/* Start with {0}. `failed` stays set once memory ran out, so that a caller may add a lot and look once. */
struct buffer {
    uint8_t *data;
    size_t size;
    size_t room;
    int failed;
};

/* Overwrites memory in a way that the compiler may not leave out. */
void wipe(void *memory, size_t size);

/* Adds bytes at the end. */
void buffer_add(struct buffer *buffer, const void *bytes, size_t size);

/* Adds a NUL-terminated text at the end, without its NUL. */
void buffer_text(struct buffer *buffer, const char *text);

/* Adds bytes as a JSON string, with quotes and escapes. Whether they are UTF-8 is for the library to say. */
void buffer_json(struct buffer *buffer, const void *bytes, size_t size);

/* Forgets the content, wiped, and keeps the room. */
void buffer_empty(struct buffer *buffer);

/* Wipes and frees; the buffer may be used again. */
void buffer_free(struct buffer *buffer);

#endif
