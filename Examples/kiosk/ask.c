#define _POSIX_C_SOURCE 200809L

#include "ask.h"

#include <string.h>
#include <unistd.h>

#include "answers.h"
#include "file.h"
#include "reply.h"
#include "words.h"

/* One person at the screen. */
struct sitting {
    const struct asked *asked;
    const struct audience *audience;
    const char *profile;
    int idle;
    struct answers answers;
};

/* Clears the screen and what was scrolled off it: the next person sees nothing. */
static void clear_screen(void) {
    if (isatty(STDOUT_FILENO)) {
        printf("\033[2J\033[3J\033[H");
    }
    (void)fflush(stdout);
}

/* The screen as the form wants it after the answers so far. */
static int read_state(struct sitting *sitting, tincay_bytes *state) {
    struct buffer json = {0};
    int done;
    state->data = NULL;
    state->size = 0;
    answers_write(&sitting->answers, sitting->profile, &json);
    done = !json.failed && tincay_form_state(sitting->asked->form, json.data, json.size, sitting->profile,
                                             sitting->audience->language, state) == TINCAY_OK;
    buffer_free(&json);
    return done;
}

/* Where a question's answer goes: its place among the answers plus one, or 0. */
static size_t find(const struct sitting *sitting, struct span question) {
    tincay_bytes path;
    size_t found = pick(question, "/path", &path) ? answers_find(&sitting->answers, path.data, path.size) : 0;
    tincay_bytes_free(&path);
    return found;
}

/* Forgets answers to questions that no longer apply; 1 when one was forgotten, and the state is to be read again. */
static int forget_one_hidden(struct sitting *sitting, struct span state) {
    tincay_bytes question;
    size_t index;
    size_t found = 0;
    for (index = 0; found == 0 && pick_item(state, "/questions", index, "", &question); index++) {
        if (pick_is(span_of(&question), "/visible", "false")) {
            found = find(sitting, span_of(&question));
        }
        tincay_bytes_free(&question);
    }
    tincay_bytes_free(&question);
    if (found > 0) {
        answers_remove(&sitting->answers, found - 1);
    }
    return found > 0;
}

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

/* Finds the next question that is to be asked, and the group it is in; a group's members stand behind it. */
static int next_question(struct sitting *sitting, struct span state, tincay_bytes *question, tincay_bytes *group) {
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
            find(sitting, candidate) == 0) {
            return 1;
        }
        tincay_bytes_free(question);
    }
    tincay_bytes_free(group);
    return 0;
}

/* Shows what is wrong with the answer just given; 1 when something is. */
static int is_refused(struct sitting *sitting, const uint8_t *path, size_t path_size) {
    struct buffer json = {0};
    tincay_bytes result = {NULL, 0};
    tincay_bytes item;
    size_t index;
    int refused = 0;
    answers_write(&sitting->answers, sitting->profile, &json);
    if (!json.failed) {
        tincay_status status =
            tincay_form_check(sitting->asked->form, json.data, json.size, sitting->audience->language, &result);
        refused = status != TINCAY_OK && TINCAY_STATUS_FAMILY(status) != TINCAY_E_INVALID_REPORT;
    }
    for (index = 0; pick_item(span_of(&result), "/findings", index, "", &item); index++) {
        tincay_bytes where;
        if (pick_is(span_of(&item), "/severity", "error") && pick(span_of(&item), "/path", &where)) {
            if (where.size >= path_size && memcmp(where.data, path, path_size) == 0 &&
                (where.size == path_size || where.data[path_size] == '/')) {
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
    tincay_bytes_free(&result);
    buffer_free(&json);
    return refused;
}

/* Asks one question and keeps what came; 0 when the person leaves. */
static int ask_one(struct sitting *sitting, struct span question, struct span group) {
    struct buffer json = {0};
    tincay_bytes path;
    enum reply reply;
    show_question(question, group, sitting->audience->language);
    reply = read_reply(question, sitting->audience->language, sitting->idle, &json);
    (void)pick(question, "/path", &path);
    if (reply == REPLY_BACK && sitting->answers.count > 0) {
        answers_remove(&sitting->answers, sitting->answers.count - 1);
    } else if (reply == REPLY_ANSWER || reply == REPLY_SKIP) {
        if (!answers_add(&sitting->answers, path.data, path.size, &json)) {
            reply = REPLY_LEAVE;
        } else if (reply == REPLY_ANSWER && is_refused(sitting, path.data, path.size)) {
            answers_remove(&sitting->answers, sitting->answers.count - 1);
        }
    }
    tincay_bytes_free(&path);
    buffer_free(&json);
    return reply != REPLY_LEAVE;
}

/* Asks everything that is open; 0 when the person leaves. */
static int ask_open(struct sitting *sitting) {
    for (;;) {
        tincay_bytes state;
        tincay_bytes question;
        tincay_bytes group;
        int more;
        if (!read_state(sitting, &state)) {
            tincay_bytes_free(&state);
            return 0;
        }
        if (forget_one_hidden(sitting, span_of(&state))) {
            tincay_bytes_free(&state);
            continue;
        }
        more = next_question(sitting, span_of(&state), &question, &group);
        tincay_bytes_free(&state);
        if (!more) {
            return 1;
        }
        more = ask_one(sitting, span_of(&question), span_of(&group));
        tincay_bytes_free(&question);
        tincay_bytes_free(&group);
        if (!more) {
            return 0;
        }
    }
}

/* Opens again the questions that a result complains about; 1 when there is one to ask again. */
static int reopen(struct sitting *sitting, struct span result) {
    tincay_bytes path;
    size_t index;
    int any = 0;
    for (index = 0; pick_item(result, "/findings", index, "/path", &path); index++) {
        size_t found = answers_find(&sitting->answers, path.data, path.size);
        if (found > 0) {
            answers_remove(&sitting->answers, found - 1);
            any = 1;
        }
        tincay_bytes_free(&path);
    }
    tincay_bytes_free(&path);
    return any;
}

/* Sends the answers; OUTCOME_REVIEW means that there is something to ask again. */
static enum outcome send_answers(struct sitting *sitting, const char *box_path) {
    struct buffer json = {0};
    struct span answers;
    tincay_bytes result;
    enum outcome outcome;
    answers_write(&sitting->answers, sitting->profile, &json);
    answers.data = json.data;
    answers.size = json.failed ? 0 : json.size;
    clear_screen();
    outcome = drop(box_path, sitting->asked, answers, sitting->audience, &result);
    if (outcome == OUTCOME_REVIEW && !reopen(sitting, span_of(&result))) {
        outcome = OUTCOME_FAILED;
    }
    tincay_bytes_free(&result);
    buffer_free(&json);
    return outcome;
}

/* Shows what the form says before its first question. */
static void introduce(struct sitting *sitting) {
    tincay_bytes state;
    if (read_state(sitting, &state)) {
        (void)show_value(stdout, span_of(&state), "/title");
        printf("\n\n");
        if (!pick_is(span_of(&state), "/introduction", "null")) {
            (void)show_value(stdout, span_of(&state), "/introduction");
            printf("\n\n");
        }
        printf("%s\n", word(WORD_HOW_TO, sitting->audience->language));
    }
    tincay_bytes_free(&state);
}

enum outcome ask(const char *box_path, const struct asked *asked, const char *profile, const struct audience *audience,
                 int idle) {
    static struct sitting sitting;
    enum outcome outcome = OUTCOME_REVIEW;
    sitting.asked = asked;
    sitting.audience = audience;
    sitting.profile = profile;
    sitting.idle = idle;
    introduce(&sitting);
    while (outcome == OUTCOME_REVIEW || outcome == OUTCOME_FAILED) {
        enum reply reply = REPLY_LEAVE;
        if (ask_open(&sitting)) {
            printf("\n%s\n", word(answers_any(&sitting.answers) ? WORD_SEND : WORD_NOTHING, audience->language));
            reply = answers_any(&sitting.answers) ? read_decision(idle) : REPLY_LEAVE;
        }
        if (reply == REPLY_BACK && sitting.answers.count > 0) {
            answers_remove(&sitting.answers, sitting.answers.count - 1);
        } else if (reply == REPLY_ANSWER) {
            outcome = send_answers(&sitting, box_path);
        } else if (reply == REPLY_LEAVE) {
            clear_screen();
            printf("%s\n", word(WORD_LEFT, audience->language));
            outcome = outcome == OUTCOME_FAILED ? OUTCOME_FAILED : OUTCOME_LEFT;
            break;
        }
    }
    answers_free(&sitting.answers);
    return outcome;
}
