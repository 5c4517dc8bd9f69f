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

/* Submits answers and shows what came of it. The result is the caller's to free; it may be empty. */
enum outcome drop(const char *box_path, const struct asked *asked, struct span answers, const struct audience *audience,
                  tincay_bytes *result);

#endif
