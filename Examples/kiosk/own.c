#include "own.h"

#include <string.h>

void own_begin(struct buffer *question, const char *kind, const char *label, const char *hint) {
    buffer_text(question, "{\"kind\":");
    buffer_json(question, kind, strlen(kind));
    buffer_text(question, ",\"label\":");
    buffer_json(question, label, strlen(label));
    buffer_text(question, ",\"hint\":");
    buffer_json(question, hint, strlen(hint));
    buffer_text(question, ",\"choices\":[");
}

void own_choice(struct buffer *question, const void *value, size_t value_size, const void *label, size_t label_size) {
    int first = question->size > 0 && question->data[question->size - 1] == '[';
    buffer_text(question, first ? "{\"value\":" : ",{\"value\":");
    buffer_json(question, value, value_size);
    buffer_text(question, ",\"label\":");
    buffer_json(question, label, label_size);
    buffer_text(question, "}");
}

void own_end(struct buffer *question) {
    buffer_text(question, "]}");
}
