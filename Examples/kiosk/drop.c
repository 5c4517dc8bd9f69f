#include "drop.h"

/* Opens the box for as long as one report needs it. */
static tincay_status submit(const char *box_path, tincay_form *form, struct span answers, const char *language,
                            tincay_bytes *result) {
    tincay_box *box = NULL;
    tincay_status status = tincay_box_open(box_path, &box);
    if (status == TINCAY_OK) {
        status = tincay_box_submit(box, form, answers.data, answers.size, language, result);
    }
    (void)tincay_box_close(box);
    return status;
}

void log_status(const char *what, tincay_status status) {
    fprintf(stderr, "tincay-kiosk: %s: %s: %s\n", what, tincay_status_name(status), tincay_status_text(status));
}

enum outcome show_submitted(tincay_status status, struct span result, const struct asked *asked,
                            const struct audience *audience) {
    int family = TINCAY_STATUS_FAMILY(status);
    if (family == TINCAY_OK) {
        show_accepted(result, audience);
        return OUTCOME_KEPT;
    }
    if (family == TINCAY_E_INVALID_REPORT) {
        show_findings(result, audience);
        return OUTCOME_REVIEW;
    }
    show_failure(result, asked->source, audience);
    log_status("box", status);
    return family == TINCAY_E_INVALID_JSON || family == TINCAY_E_LIMIT ? OUTCOME_REVIEW : OUTCOME_FAILED;
}

enum outcome drop(const char *box_path, const struct asked *asked, struct span answers,
                  const struct audience *audience) {
    tincay_bytes result = {NULL, 0};
    enum outcome outcome;
    tincay_status status = submit(box_path, asked->form, answers, audience->language, &result);
    /* Whatever stood in the way of keeping them, the result of the answers says who should be called; only when the box
     * could not be opened are they judged without it, and failing that the form says. */
    if (status != TINCAY_OK && result.data == NULL) {
        tincay_status checked = tincay_form_check(asked->form, answers.data, answers.size, audience->language, &result);
        (void)checked;
    }
    outcome = show_submitted(status, span_of(&result), asked, audience);
    tincay_bytes_free(&result);
    return outcome;
}
