#include "leave.h"

#include <string.h>

#include "own.h"
#include "words.h"

/* What the two choices are in the question's JSON. */
static const char keep[] = "keep";
static const char forget[] = "forget";

/* Writes the question what is to become of what was told. */
static void write_question(struct buffer *question, const char *language) {
    const char *kept = word(WORD_LEAVE_KEEP, language);
    const char *forgotten = word(WORD_LEAVE_FORGET, language);
    own_begin(question, "choice", word(WORD_LEAVE, language), word(WORD_LEAVE_HINT, language));
    own_choice(question, keep, strlen(keep), kept, strlen(kept));
    own_choice(question, forget, strlen(forget), forgotten, strlen(forgotten));
    own_end(question);
}

/* Asks for a choice until there is an answer of some kind; no screen shows any longer what was told. */
static enum reply ask_choice(const struct sitting *sitting, int32_t *choice) {
    static const struct span none = {NULL, 0};
    struct buffer question = {0};
    struct buffer json = {0};
    enum reply reply;
    write_question(&question, sitting->audience->language);
    do {
        buffer_empty(&json);
        show_question(span_of_buffer(&question), none, sitting->audience->language);
        reply = read_reply(span_of_buffer(&question), sitting->audience->language, &sitting->patience, &json);
    } while (reply == REPLY_AGAIN);
    if (reply == REPLY_ANSWER) {
        *choice = pick_is(span_of_buffer(&json), "", keep) ? TINCAY_DRAFT_KEEP : TINCAY_DRAFT_FORGET;
    }
    buffer_free(&json);
    buffer_free(&question);
    return reply;
}

/* Ends the draft. What became of it is said to the person who is there, and to nobody who comes after. */
static void part(struct sitting *sitting, int32_t choice, int is_there) {
    const char *language = sitting->audience->language;
    tincay_bytes result;
    tincay_status status = tincay_draft_abandon(sitting->draft, choice, &result);
    clear_screen();
    if (status == TINCAY_OK && is_there) {
        int kept = pick_is(span_of(&result), "/kept", "true");
        printf("%s\n", word(kept ? WORD_LEFT_KEPT : WORD_LEFT_FORGOTTEN, language));
    } else {
        printf("%s\n", word(WORD_LEFT, language));
    }
    show_hotlines(span_of(&result), sitting->asked->source, sitting->audience);
    /* A draft that has ended by itself is nothing to write down. */
    if (status != TINCAY_OK && TINCAY_STATUS_FAMILY(status) != TINCAY_E_NOT_FOUND) {
        sitting->trouble = status;
        log_status("draft", status);
    }
    tincay_bytes_free(&result);
}

int leave(struct sitting *sitting, enum reply reply) {
    int32_t choice = TINCAY_DRAFT_UNDECIDED;
    if (reply != REPLY_GONE && trail_any_told(&sitting->trail)) {
        clear_screen();
        reply = ask_choice(sitting, &choice);
        if (reply == REPLY_BACK) {
            return 0;
        }
    }
    part(sitting, choice, reply != REPLY_GONE);
    return 1;
}
