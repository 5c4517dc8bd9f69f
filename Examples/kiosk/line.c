#define _POSIX_C_SOURCE 200809L

#include "line.h"

#include <poll.h>
#include <unistd.h>

/* How long the box goes without seeing the time: an open draft wants it at least once a minute. */
#define TICK_SECONDS 30

/* Waits for a key while the box sees the time go by; 0 when none came in time or a signal did. */
static int wait_for_key(const struct patience *patience) {
    struct pollfd input;
    int left = patience->idle;
    input.fd = STDIN_FILENO;
    input.events = POLLIN;
    input.revents = 0;
    for (;;) {
        int seconds = patience->idle == 0 || left > TICK_SECONDS ? TICK_SECONDS : left;
        int found = poll(&input, 1, seconds * 1000);
        tincay_status status;
        if (found != 0) {
            return found > 0;
        }
        /* Whether the box could do with it what it wanted, the next answer tells. */
        status = tincay_box_tick(patience->box);
        (void)status;
        left -= patience->idle == 0 ? 0 : seconds;
        if (patience->idle != 0 && left <= 0) {
            return 0;
        }
    }
}

enum line read_line(size_t limit, const struct patience *patience, struct buffer *line) {
    uint8_t byte = 0;
    int too_long = 0;
    enum line outcome = LINE_END;
    while (wait_for_key(patience) && read(STDIN_FILENO, &byte, 1) == 1) {
        if (byte == '\n') {
            outcome = too_long ? LINE_TOO_LONG : LINE_READ;
            break;
        }
        if (line->size >= limit) {
            too_long = 1;
        } else {
            buffer_add(line, &byte, 1);
        }
    }
    byte = 0;
    if (line->failed) {
        outcome = LINE_END;
    }
    if (outcome != LINE_READ) {
        buffer_empty(line);
    }
    return outcome;
}
