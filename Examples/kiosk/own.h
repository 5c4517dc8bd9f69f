/* Questions of the kiosk's own, written as the library writes a form's, so that they are shown and answered alike. */
#ifndef KIOSK_OWN_H
#define KIOSK_OWN_H

#include "buffer.h"

/* Begins a question with a hint under it; `kind` is "choice" or "choices". */
void own_begin(struct buffer *question, const char *kind, const char *label, const char *hint);

/* Adds a choice, after what was added before. */
void own_choice(struct buffer *question, const void *value, size_t value_size, const void *label, size_t label_size);

/* Ends a question. */
void own_end(struct buffer *question);

#endif
