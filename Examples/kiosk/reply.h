/* One question on the screen, and what was typed under it. */
#ifndef KIOSK_REPLY_H
#define KIOSK_REPLY_H

#include "line.h"
#include "pick.h"

/* What somebody did at a question; REPLY_GONE: nothing, there is nobody. */
enum reply { REPLY_ANSWER, REPLY_SKIP, REPLY_BACK, REPLY_LEAVE, REPLY_GONE, REPLY_AGAIN };

/* Prints a question with its hint and its numbered choices, after the label of its group if it is in one. */
void show_question(struct span question, struct span group, const char *language);

/* Reads a reply; with REPLY_ANSWER, `json` holds it as the form wants it. */
enum reply read_reply(struct span question, const char *language, const struct patience *patience, struct buffer *json);

/* Reads whether to send (REPLY_ANSWER), to go back or to leave. */
enum reply read_decision(const struct patience *patience);

#endif
