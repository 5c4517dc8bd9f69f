#include "ask.h"

#include <string.h>

#include "leave.h"
#include "readers.h"
#include "reply.h"
#include "sitting.h"
#include "words.h"

/* How many names a question's path has: 1, or 2 inside a group. */
static size_t depth_of(struct span question) {
    tincay_bytes path;
    size_t depth = 0;
    size_t index;
    (void)pick(question, "/path", &path);
    for (index = 0; index < path.size; index++) {
        depth += path.data[index] == '/' ? 1 : 0;
    }
    tincay_bytes_free(&path);
    return depth;
}

/* Tells whether a question was skipped in this sitting. */
static int is_skipped(const struct sitting *sitting, struct span question) {
    tincay_bytes path;
    int skipped = pick(question, "/path", &path) && trail_find(&sitting->trail, path.data, path.size) == PASS_SKIPPED;
    tincay_bytes_free(&path);
    return skipped;
}

/* Finds the next question that is to be asked, and the group it is in; a group's members stand behind it. */
static int next_question(const struct sitting *sitting, struct span state, tincay_bytes *question,
                         tincay_bytes *group) {
    size_t index;
    group->data = NULL;
    group->size = 0;
    for (index = 0; pick_item(state, "/questions", index, "", question); index++) {
        struct span candidate = span_of(question);
        size_t depth = depth_of(candidate);
        if (depth < 2) {
            tincay_bytes_free(group);
        }
        if (pick_is(candidate, "/kind", "group")) {
            tincay_bytes_free(group);
            *group = *question;
            continue;
        }
        if (depth <= 2 && pick_is(candidate, "/visible", "true") && !pick_is(candidate, "/answered", "true") &&
            !is_skipped(sitting, candidate)) {
            return 1;
        }
        tincay_bytes_free(question);
    }
    tincay_bytes_free(group);
    return 0;
}

/* Shows what is wrong with the answer just given; 1 when something is. */
static int is_refused(struct span progress, struct span path) {
    tincay_bytes item;
    size_t index;
    int refused = 0;
    for (index = 0; pick_item(progress, "/findings", index, "", &item); index++) {
        tincay_bytes where;
        if (pick_is(span_of(&item), "/severity", "error") && pick(span_of(&item), "/path", &where)) {
            if (where.size >= path.size && memcmp(where.data, path.data, path.size) == 0 &&
                (where.size == path.size || where.data[path.size] == '/')) {
                printf("  ! ");
                (void)show_value(stdout, span_of(&item), "/message");
                printf("\n");
                refused = 1;
            }
            tincay_bytes_free(&where);
        }
        tincay_bytes_free(&item);
    }
    tincay_bytes_free(&item);
    return refused;
}

/* Undoes the draft's last step. */
static void undo(struct sitting *sitting) {
    tincay_bytes undone;
    tincay_status status = tincay_draft_back(sitting->draft, &undone);
    note_trouble(sitting, status);
    tincay_bytes_free(&undone);
}

/* Says that an answer was not taken, and why; REPLY_GONE when no other can be taken either. */
static enum reply not_taken(struct sitting *sitting, tincay_status status) {
    switch (TINCAY_STATUS_FAMILY(status)) {
    case TINCAY_E_LIMIT:
        printf("  ! %s\n", word(WORD_TOO_LONG, sitting->audience->language));
        return REPLY_AGAIN;
    case TINCAY_E_INVALID_JSON:
    case TINCAY_E_INVALID_INPUT:
        printf("  ! %s\n", word(WORD_UNREADABLE, sitting->audience->language));
        return REPLY_AGAIN;
    case TINCAY_E_NOT_FOUND:
        return REPLY_GONE;
    default:
        note_trouble(sitting, status);
        return REPLY_GONE;
    }
}

/* Hands an answer over to the draft, which leaves nothing of it here; one that the form refuses is undone. */
static enum reply tell(struct sitting *sitting, const tincay_bytes *path, struct buffer *json) {
    tincay_bytes progress;
    enum reply reply = REPLY_ANSWER;
    tincay_status status = tincay_draft_answer(sitting->draft, (const char *)path->data, json->data, json->size,
                                               TINCAY_WIPE_INPUT, &progress);
    if (progress.data == NULL) {
        reply = not_taken(sitting, status);
    } else {
        note_trouble(sitting, status);
        if (is_refused(span_of(&progress), span_of(path))) {
            undo(sitting);
            reply = REPLY_AGAIN;
        } else if (!trail_add(&sitting->trail, path->data, path->size, PASS_TOLD)) {
            reply = REPLY_GONE;
        }
    }
    tincay_bytes_free(&progress);
    return reply;
}

/* Asks one question and does what was typed under it. */
static enum reply ask_one(struct sitting *sitting, struct span question, struct span group) {
    struct buffer json = {0};
    tincay_bytes path;
    enum reply reply;
    show_question(question, group, sitting->audience->language);
    reply = read_reply(question, sitting->audience->language, &sitting->patience, &json);
    if (!pick(question, "/path", &path)) {
        reply = REPLY_GONE;
    } else if (reply == REPLY_ANSWER) {
        reply = tell(sitting, &path, &json);
    } else if (reply == REPLY_SKIP && !trail_add(&sitting->trail, path.data, path.size, PASS_SKIPPED)) {
        reply = REPLY_GONE;
    }
    tincay_bytes_free(&path);
    buffer_free(&json);
    return reply;
}

/* Opens again the questions that a result complains about; 1 when there is one to ask again. */
static int reopen(struct sitting *sitting, struct span result) {
    tincay_bytes path;
    size_t index;
    int any = 0;
    for (index = 0; pick_item(result, "/findings", index, "/path", &path); index++) {
        enum pass pass = trail_find(&sitting->trail, path.data, path.size);
        if (pass == PASS_SKIPPED) {
            trail_reopen(&sitting->trail, path.data, path.size);
        } else if (pass == PASS_TOLD) {
            struct buffer nothing = {0};
            (void)tell(sitting, &path, &nothing);
        }
        any = any || pass != PASS_NONE;
        tincay_bytes_free(&path);
    }
    tincay_bytes_free(&path);
    return any;
}

/* Sends what was told; OUTCOME_REVIEW means that there is something to ask again. */
static enum outcome send_draft(struct sitting *sitting) {
    tincay_bytes result;
    enum outcome outcome;
    tincay_status status = tincay_draft_submit(sitting->draft, &result);
    clear_screen();
    outcome = show_submitted(status, span_of(&result), sitting->asked, sitting->audience);
    if (outcome == OUTCOME_REVIEW && !reopen(sitting, span_of(&result))) {
        outcome = OUTCOME_FAILED;
    }
    tincay_bytes_free(&result);
    return outcome;
}

/* Asks whether to send, when nothing is left to ask. */
static enum reply ask_to_send(struct sitting *sitting, enum outcome *outcome) {
    enum reply reply = REPLY_LEAVE;
    int any = trail_any_told(&sitting->trail);
    printf("\n%s\n", word(any ? WORD_SEND : WORD_NOTHING, sitting->audience->language));
    (void)fflush(stdout);
    if (any) {
        reply = read_decision(&sitting->patience);
    }
    if (reply == REPLY_ANSWER) {
        *outcome = send_draft(sitting);
    }
    return reply;
}

/* Asks the next question that is open, or else whether to send. */
static enum reply take_step(struct sitting *sitting, enum outcome *outcome) {
    tincay_bytes state;
    tincay_bytes question;
    tincay_bytes group;
    enum reply reply;
    int more;
    if (!read_state(sitting, &state)) {
        return REPLY_GONE;
    }
    more = next_question(sitting, span_of(&state), &question, &group);
    tincay_bytes_free(&state);
    reply = more ? ask_one(sitting, span_of(&question), span_of(&group)) : ask_to_send(sitting, outcome);
    tincay_bytes_free(&question);
    tincay_bytes_free(&group);
    return reply;
}

/* Goes back to the question before. */
static void go_back(struct sitting *sitting) {
    if (trail_back(&sitting->trail) == PASS_TOLD) {
        undo(sitting);
    }
}

/* Shows what the form says before its first question, and who is always told. */
static void introduce(struct sitting *sitting) {
    tincay_bytes state;
    if (read_state(sitting, &state)) {
        (void)show_value(stdout, span_of(&state), "/title");
        printf("\n\n");
        if (!pick_is(span_of(&state), "/introduction", "null")) {
            (void)show_value(stdout, span_of(&state), "/introduction");
            printf("\n");
        }
        printf("%s\n\n", word(WORD_ALWAYS_TOLD, sitting->audience->language));
        printf("%s\n", word(WORD_HOW_TO, sitting->audience->language));
    }
    tincay_bytes_free(&state);
}

/* Asks until the draft is sent or its person has left. */
static enum outcome sit(struct sitting *sitting) {
    enum outcome outcome = OUTCOME_REVIEW;
    enum reply reply;
    introduce(sitting);
    reply = ask_readers(sitting);
    while (outcome != OUTCOME_KEPT) {
        if ((reply == REPLY_LEAVE || reply == REPLY_GONE) && leave(sitting, reply)) {
            return sitting->trouble == TINCAY_OK && outcome != OUTCOME_FAILED ? OUTCOME_LEFT : OUTCOME_FAILED;
        }
        if (reply == REPLY_BACK) {
            go_back(sitting);
        }
        reply = take_step(sitting, &outcome);
    }
    return outcome;
}

enum outcome ask(const char *box_path, const struct asked *asked, const char *profile, const struct audience *audience,
                 int idle) {
    static const struct span none = {NULL, 0};
    static struct sitting sitting;
    enum outcome outcome = OUTCOME_FAILED;
    tincay_status status = tincay_box_open(box_path, &sitting.patience.box);
    sitting.asked = asked;
    sitting.audience = audience;
    sitting.patience.idle = idle;
    if (status == TINCAY_OK) {
        status = tincay_draft_begin(sitting.patience.box, asked->form, profile, audience->language, &sitting.draft);
    }
    if (status == TINCAY_OK) {
        outcome = sit(&sitting);
    } else {
        show_failure(none, asked->source, audience);
        log_status(box_path, status);
    }
    trail_free(&sitting.trail);
    (void)tincay_draft_close(sitting.draft);
    (void)tincay_box_close(sitting.patience.box);
    return outcome;
}
