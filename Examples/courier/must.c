#include "must.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Not exit: a child process must not write once more what its parent has yet to write. */
static void stop(void) {
    _Exit(EXIT_STOPPED);
}

void must(const char *what, tincay_status status) {
    if (status != TINCAY_OK) {
        fprintf(stderr, "tincay-courier: %s: %s: %s\n", what, tincay_status_name(status), tincay_status_text(status));
        stop();
    }
}

void must_do(const char *what, int done) {
    if (!done) {
        fprintf(stderr, "tincay-courier: %s: %s\n", what, strerror(errno));
        stop();
    }
}

void must_hold(const char *what, int holds) {
    if (!holds) {
        fprintf(stderr, "tincay-courier: %s\n", what);
        stop();
    }
}
