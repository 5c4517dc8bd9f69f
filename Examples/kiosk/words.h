/* What the kiosk itself says; everything else on the screen comes from the form. */
#ifndef KIOSK_WORDS_H
#define KIOSK_WORDS_H

/* A sentence, by its meaning. */
enum word {
    WORD_THANKS,
    WORD_SEALED,
    WORD_CALL,
    WORD_ACCEPTED,
    WORD_URGENCY,
    WORD_NO_URGENCY,
    WORD_REASONS,
    WORD_DUE,
    WORD_REVIEW,
    WORD_HINT_ONLY,
    WORD_FAILED,
    WORD_UNVERIFIED,
    WORD_HOW_TO,
    WORD_HOW_TO_MANY,
    WORD_YES,
    WORD_NO,
    WORD_UNREADABLE,
    WORD_TOO_LONG,
    WORD_SEND,
    WORD_NOTHING,
    WORD_ALWAYS_TOLD,
    WORD_READERS,
    WORD_READERS_HINT,
    WORD_NOBODY_LEFT,
    WORD_LEAVE,
    WORD_LEAVE_HINT,
    WORD_LEAVE_KEEP,
    WORD_LEAVE_FORGET,
    WORD_LEFT,
    WORD_LEFT_KEPT,
    WORD_LEFT_FORGOTTEN,
    WORD_COUNT
};

/* Gives a sentence in a language: English for "en" and its variants, child wording for "-x-child", else Vietnamese. */
const char *word(enum word which, const char *language);

/* Tells whether a language tag asks for child wording. */
int is_child_wording(const char *language);

#endif
