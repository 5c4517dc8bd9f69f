#include "reply.h"

#include <stdio.h>
#include <string.h>

#include "show.h"
#include "words.h"

/* More than any text field of a form takes. */
#define LINE_LIMIT 65536

void show_question(struct span question, struct span group, const char *language) {
    tincay_bytes choice;
    tincay_bytes hint;
    size_t index;
    printf("\n");
    if (show_value(stdout, group, "/label")) {
        printf(" - ");
    }
    (void)show_value(stdout, question, "/label");
    printf("%s\n", pick_is(question, "/required", "true") ? " *" : "");
    if (pick(question, "/hint", &hint) && hint.size > 0 && !pick_is(question, "/hint", "null")) {
        printf("  ");
        show_text(stdout, hint.data, hint.size);
        printf("\n");
    }
    tincay_bytes_free(&hint);
    if (pick_is(question, "/kind", "boolean")) {
        printf("  1  %s\n  2  %s\n", word(WORD_YES, language), word(WORD_NO, language));
    }
    for (index = 0; pick_item(question, "/choices", index, "", &choice); index++) {
        printf("  %lu  ", (unsigned long)index + 1);
        (void)show_value(stdout, span_of(&choice), "/label");
        printf("\n");
        tincay_bytes_free(&choice);
    }
    tincay_bytes_free(&choice);
    if (pick_is(question, "/kind", "choices")) {
        printf("  %s\n", word(WORD_HOW_TO_MANY, language));
    }
    printf("> ");
    (void)fflush(stdout);
}

/* Drops blanks at both ends. */
static struct span trimmed(const struct buffer *line) {
    struct span text = span_of_buffer(line);
    while (text.size > 0 && (text.data[0] == ' ' || text.data[0] == '\t')) {
        text.data++;
        text.size--;
    }
    while (text.size > 0 && strchr(" \t\r", text.data[text.size - 1]) != NULL) {
        text.size--;
    }
    return text;
}

/* Reads a whole number of at most nine digits from the front of `text`; 0 when there is none. */
static int take_number(struct span *text, long *number) {
    size_t digits = 0;
    *number = 0;
    while (text->size > 0 && text->data[0] >= '0' && text->data[0] <= '9' && digits < 9) {
        *number = *number * 10 + (text->data[0] - '0');
        text->data++;
        text->size--;
        digits++;
    }
    return digits > 0;
}

/* Adds the value of a choice, counted from 1; 0 when there is no such choice. */
static int write_choice(struct span question, long number, struct buffer *json) {
    tincay_bytes value;
    int found = number > 0 && pick_item(question, "/choices", (size_t)number - 1, "/value", &value);
    if (found) {
        buffer_json(json, value.data, value.size);
        tincay_bytes_free(&value);
    }
    return found;
}

/* Writes numbers with commas or blanks between them as a list of choices. */
static int write_choices(struct span question, struct span text, struct buffer *json) {
    int several = 0;
    buffer_text(json, "[");
    while (text.size > 0) {
        long number;
        if (text.data[0] == ',' || text.data[0] == ' ') {
            text.data++;
            text.size--;
            continue;
        }
        buffer_text(json, several ? "," : "");
        if (!take_number(&text, &number) || !write_choice(question, number, json)) {
            return 0;
        }
        several = 1;
    }
    buffer_text(json, "]");
    return several;
}

/* Writes a whole number, with a sign if there is one. */
static int write_number(struct span text, struct buffer *json) {
    char digits[16];
    long number;
    int negative = text.size > 0 && text.data[0] == '-';
    if (negative) {
        text.data++;
        text.size--;
    }
    if (!take_number(&text, &number) || text.size > 0) {
        return 0;
    }
    (void)snprintf(digits, sizeof digits, "%ld", negative ? -number : number);
    buffer_text(json, digits);
    wipe(digits, sizeof digits);
    return 1;
}

/* Writes what was typed as the kind of question wants it; 0 when it cannot be that. */
static int write_answer(struct span question, struct span text, struct buffer *json) {
    long number;
    if (pick_is(question, "/kind", "choices")) {
        return write_choices(question, text, json);
    }
    if (pick_is(question, "/kind", "number")) {
        return write_number(text, json);
    }
    if (pick_is(question, "/kind", "choice")) {
        return take_number(&text, &number) && text.size == 0 && write_choice(question, number, json);
    }
    if (pick_is(question, "/kind", "boolean")) {
        if (!take_number(&text, &number) || text.size > 0 || number < 1 || number > 2) {
            return 0;
        }
        buffer_text(json, number == 1 ? "true" : "false");
        return 1;
    }
    buffer_json(json, text.data, text.size);
    return 1;
}

/* Sorts out what leads away from a question. */
static enum reply reply_to(struct span text, enum reply blank) {
    if (text.size == 0) {
        return blank;
    }
    if (text.size == 1 && (text.data[0] == 'q' || text.data[0] == 'Q')) {
        return REPLY_LEAVE;
    }
    if (text.size == 1 && (text.data[0] == 'b' || text.data[0] == 'B')) {
        return REPLY_BACK;
    }
    return REPLY_AGAIN;
}

enum reply read_reply(struct span question, const char *language, const struct patience *patience,
                      struct buffer *json) {
    struct buffer line = {0};
    enum line outcome = read_line(LINE_LIMIT, patience, &line);
    enum reply reply = REPLY_GONE;
    if (outcome == LINE_TOO_LONG) {
        printf("  ! %s\n", word(WORD_TOO_LONG, language));
        reply = REPLY_AGAIN;
    } else if (outcome == LINE_READ) {
        struct span text = trimmed(&line);
        reply = reply_to(text, REPLY_SKIP);
        if (reply == REPLY_AGAIN && write_answer(question, text, json)) {
            reply = json->failed ? REPLY_GONE : REPLY_ANSWER;
        } else if (reply == REPLY_AGAIN) {
            printf("  ! %s\n", word(WORD_UNREADABLE, language));
        }
    }
    buffer_free(&line);
    return reply;
}

enum reply read_decision(const struct patience *patience) {
    struct buffer line = {0};
    enum line outcome = read_line(LINE_LIMIT, patience, &line);
    enum reply reply = outcome == LINE_READ       ? reply_to(trimmed(&line), REPLY_ANSWER)
                       : outcome == LINE_TOO_LONG ? REPLY_AGAIN
                                                  : REPLY_GONE;
    buffer_free(&line);
    return reply;
}
