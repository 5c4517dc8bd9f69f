/* Dropping answers into a box. */
#ifndef KIOSK_DROP_H
#define KIOSK_DROP_H

#include "show.h"

/* What a program that started the kiosk learns from its exit status. */
enum outcome { OUTCOME_KEPT = 0, OUTCOME_REVIEW = 1, OUTCOME_USAGE = 2, OUTCOME_FAILED = 3, OUTCOME_LEFT = 4 };

/* A form that is open, and its source for the hotlines in it. */
struct asked {
    tincay_form *form;
    struct span source;
};

/* Says for a log what the library answered. */
void log_status(const char *what, tincay_status status);

/* Shows what came of answers that were to be kept: with every status, whom to call. */
enum outcome show_submitted(tincay_status status, struct span result, const struct asked *asked,
                            const struct audience *audience);

/* Submits answers that are there as a whole and shows what came of it. */
enum outcome drop(const char *box_path, const struct asked *asked, struct span answers,
                  const struct audience *audience);

#endif
