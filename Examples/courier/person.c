#include "person.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "json.h"
#include "must.h"
#include "work.h"

/* How a number is told, and found again. */
#define STORY_BEFORE "Em kể chuyện thứ "
#define STORY_AFTER ", em không dám nói với ai."
#define STORY_ROOM 200

/* Longer than a box waits for somebody who does not answer. */
#define LONG_ABSENCE 900

struct person person_of(struct chance *chance, long number) {
    struct person person;
    person.number = number;
    person.manner =
        chance_happens(chance, 40) ? FILLS_IN_A_SHEET : (enum manner)(1 + chance_below(chance, MANNERS - 1));
    person.in_danger = chance_happens(chance, 25);
    return person;
}

static const char *safety(const struct person *person) {
    return person->in_danger ? "\"N\"" : "\"Y\"";
}

static void write_story(const struct person *person, char *json) {
    (void)snprintf(json, STORY_ROOM, "\"" STORY_BEFORE "%ld" STORY_AFTER "\"", person->number);
}

/* Tells all at once. The answers are overwritten by the library: this program has no business with them any longer. */
static void fill_in(const struct person *person, tincay_box *box, tincay_form *form, int told) {
    static const char options[] = "{\"language\":\"vi-x-child\"}";
    char story[STORY_ROOM], answers[STORY_ROOM + 100];
    tincay_bytes result = {NULL, 0};
    tincay_status status;
    write_story(person, story);
    (void)snprintf(answers, sizeof answers,
                   "{\"profile\":\"C\",\"session_ok\":true,\"safe_now\":%s,\"about\":\"ME\",\"concerns\":[\"E\"],"
                   "\"narrative\":%s}",
                   safety(person), story);
    status = tincay_box_submit_with(box, form, (uint8_t *)answers, strlen(answers), (const uint8_t *)options,
                                    strlen(options), TINCAY_WIPE_INPUT, &result);
    tincay_bytes_free(&result);
    if (TINCAY_STATUS_FAMILY(status) == TINCAY_E_LATER) {
        say(told, WORD_FORGOTTEN, person->number);
        return;
    }
    must("tincay_box_submit_with", status);
    say(told, WORD_KEPT, person->number);
}

static void answer(tincay_draft *draft, const char *question, const char *json) {
    char value[STORY_ROOM];
    tincay_bytes progress = {NULL, 0};
    (void)snprintf(value, sizeof value, "%s", json);
    must(question, tincay_draft_answer(draft, question, (uint8_t *)value, strlen(value), TINCAY_WIPE_INPUT, &progress));
    tincay_bytes_free(&progress);
}

/* Answers question by question. From the first answer on it is on the disk, and would arrive unfinished if the power were
 * cut, unless its person wants it forgotten and is not in danger. */
static void answer_all(const struct person *person, tincay_draft *draft, int told) {
    char story[STORY_ROOM];
    write_story(person, story);
    /* A child would be asked for the words last. Here they come first, so that what is cut off has its number too. */
    answer(draft, "/narrative", story);
    if (person->manner != WANTS_NO_TRACE) {
        say(told, WORD_KEPT, person->number);
    }
    answer(draft, "/session_ok", "true");
    answer(draft, "/safe_now", safety(person));
    if (person->in_danger) {
        say(told, WORD_KEPT, person->number);
    }
    answer(draft, "/about", "\"ME\"");
    answer(draft, "/concerns", "[\"E\"]");
}

/* Ends the draft as its person does; 1 when a screen would say that it is kept. */
static int end(const struct person *person, tincay_box *box, tincay_draft *draft) {
    tincay_bytes result = {NULL, 0};
    int kept = 0;
    switch (person->manner) {
    case ANSWERS_TO_THE_END:
        must("tincay_draft_submit", tincay_draft_submit(draft, &result));
        kept = json_is(&result, "/accepted", "true");
        break;
    case IS_CALLED_AWAY:
        calendar_pass(LONG_ABSENCE);
        must("tincay_box_tick", tincay_box_tick(box));
        kept = person->in_danger;
        break;
    case JUST_LEAVES:
        kept = person->in_danger;
        break;
    default:
        must("tincay_draft_abandon", tincay_draft_abandon(draft, TINCAY_DRAFT_UNDECIDED, &result));
        kept = json_is(&result, "/kept", "true");
        break;
    }
    tincay_bytes_free(&result);
    must("tincay_draft_close", tincay_draft_close(draft));
    return kept;
}

/* Tells it in a draft. */
static void answer_questions(const struct person *person, tincay_box *box, tincay_form *form, int told) {
    tincay_draft *draft = NULL;
    int wanted = person->in_danger || person->manner == ANSWERS_TO_THE_END || person->manner == LEAVES_IT_TO_US;
    must("tincay_draft_begin", tincay_draft_begin(box, form, "C", "vi-x-child", &draft));
    if (person->manner == LEAVES_IT_TO_US) {
        must("tincay_draft_choose", tincay_draft_choose(draft, TINCAY_DRAFT_KEEP));
    } else if (person->manner == WANTS_NO_TRACE) {
        must("tincay_draft_choose", tincay_draft_choose(draft, TINCAY_DRAFT_FORGET));
        if (!person->in_danger) {
            say(told, WORD_FORGOTTEN, person->number);
        }
    }
    answer_all(person, draft, told);
    if (!wanted && person->manner != WANTS_NO_TRACE) {
        /* While it is being forgotten, a power cut may still come first. */
        say(told, WORD_LEAVES, person->number);
    }
    must_hold("a draft ended otherwise than its person wanted", end(person, box, draft) == wanted);
    say(told, wanted ? WORD_KEPT : WORD_FORGOTTEN, person->number);
}

void person_tells(const struct person *person, tincay_box *box, tincay_form *form, int told) {
    say(told, WORD_COMES, person->number);
    if (person->manner == FILLS_IN_A_SHEET) {
        fill_in(person, box, form, told);
    } else {
        answer_questions(person, box, form, told);
    }
}

long person_number(const tincay_bytes *report) {
    char story[STORY_ROOM];
    if (!json_text(report, "/sections/facts/narrative", story, sizeof story) ||
        strncmp(story, STORY_BEFORE, strlen(STORY_BEFORE)) != 0) {
        return -1;
    }
    return strtol(story + strlen(STORY_BEFORE), NULL, 10);
}
