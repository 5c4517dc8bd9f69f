#define _POSIX_C_SOURCE 200809L

#include "sitting.h"

#include <unistd.h>

void clear_screen(void) {
    if (isatty(STDOUT_FILENO)) {
        printf("\033[2J\033[3J\033[H");
    } else {
        printf("\n");
    }
    (void)fflush(stdout);
}

int read_state(struct sitting *sitting, tincay_bytes *state) {
    return tincay_draft_state(sitting->draft, state) == TINCAY_OK;
}

void note_trouble(struct sitting *sitting, tincay_status status) {
    static const struct span none = {NULL, 0};
    if (status != TINCAY_OK && status != sitting->trouble) {
        printf("\n");
        show_failure(none, sitting->asked->source, sitting->audience);
        log_status("draft", status);
    }
    sitting->trouble = status;
}
