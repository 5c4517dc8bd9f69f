/* Reading what somebody types. */
#ifndef KIOSK_LINE_H
#define KIOSK_LINE_H

#include "buffer.h"
#include "tincay.h"

/* How many seconds to wait for somebody (0: for ever), and the box that sees the time go by meanwhile. */
struct patience {
    int idle;
    tincay_box *box;
};

/* What one line of input was. */
enum line { LINE_READ, LINE_TOO_LONG, LINE_END };

/* Reads one line from standard input, without its end; of a line that is too long nothing is kept.
 * LINE_END also stands for a signal and for patience that ran out: nobody is answering. */
enum line read_line(size_t limit, const struct patience *patience, struct buffer *line);

#endif
