#include "readers.h"

#include "own.h"
#include "words.h"

/* Writes the question with the names of the box's desks; 0 when there are not two of them. */
static int write_question(const struct sitting *sitting, struct buffer *question) {
    const char *language = sitting->audience->language;
    tincay_bytes directory;
    tincay_bytes desk;
    tincay_bytes name;
    size_t count = 0;
    if (tincay_box_directory(sitting->patience.box, language, &directory) != TINCAY_OK) {
        return 0;
    }
    own_begin(question, "choices", word(WORD_READERS, language), word(WORD_READERS_HINT, language));
    while (pick_item(span_of(&directory), "/desks", count, "/desk", &desk)) {
        (void)pick_item(span_of(&directory), "/desks", count, "/name", &name);
        own_choice(question, desk.data, desk.size, name.data, name.size);
        tincay_bytes_free(&name);
        tincay_bytes_free(&desk);
        count++;
    }
    own_end(question);
    tincay_bytes_free(&directory);
    return count > 1 && !question->failed;
}

/* Keeps the desks that were chosen out, which may be none; REPLY_AGAIN when the person has to choose again. */
static enum reply keep_out(struct sitting *sitting, const struct buffer *desks) {
    static const struct span none = {NULL, 0};
    tincay_status status = tincay_draft_exclude(sitting->draft, desks->data, desks->size);
    if (TINCAY_STATUS_FAMILY(status) == TINCAY_E_NO_READER) {
        printf("\n%s\n", word(WORD_NOBODY_LEFT, sitting->audience->language));
        show_hotlines(none, sitting->asked->source, sitting->audience);
        return REPLY_AGAIN;
    }
    note_trouble(sitting, status);
    return status == TINCAY_OK ? REPLY_ANSWER : REPLY_GONE;
}

enum reply ask_readers(struct sitting *sitting) {
    static const struct span none = {NULL, 0};
    struct buffer question = {0};
    struct buffer desks = {0};
    enum reply reply = REPLY_SKIP;
    if (write_question(sitting, &question)) {
        do {
            buffer_empty(&desks);
            show_question(span_of_buffer(&question), none, sitting->audience->language);
            reply = read_reply(span_of_buffer(&question), sitting->audience->language, &sitting->patience, &desks);
            if (reply == REPLY_SKIP) {
                buffer_text(&desks, "[]");
            }
            if (reply == REPLY_BACK) {
                reply = REPLY_AGAIN;
            } else if (reply == REPLY_ANSWER || reply == REPLY_SKIP) {
                reply = keep_out(sitting, &desks);
            }
        } while (reply == REPLY_AGAIN);
    }
    buffer_free(&desks);
    buffer_free(&question);
    return reply;
}
