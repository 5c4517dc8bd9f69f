/* Reading the library's JSON with tincay_json_pick alone. */
#ifndef COURIER_JSON_H
#define COURIER_JSON_H

#include <stddef.h>

#include "tincay.h"

/* Copies the value at `pointer` as text that ends with NUL; 0 when there is none or it does not fit. */
int json_text(const tincay_bytes *json, const char *pointer, char *text, size_t room);

/* The number at `pointer`; -1 when there is none. */
long json_number(const tincay_bytes *json, const char *pointer);

/* Whether the value at `pointer` reads exactly as `text`. */
int json_is(const tincay_bytes *json, const char *pointer, const char *text);

#endif
