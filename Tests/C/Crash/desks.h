/* A desk with something in it for the crash matrix, and what is seen of a desk once it is opened again. */
#ifndef TINCAY_TESTS_DESKS_H
#define TINCAY_TESTS_DESKS_H

#include "matrix.h"

enum { ID_SIZE = 33 };

/* Where the desk that is worked on lies, and the desk itself while it is open. */
extern const char *desk_path;
extern tincay_desk *desk;
extern tincay_form *form;

extern const char SECOND[];

/* Makes a desk with a second person, who has the same passphrase and every role, and a form that is kept; leaves it open. */
void make_first_desk(void);
/* Files a report of one's own; gives its identifier. */
char *file_report(const char *answers);
/* Enters something about a report. */
void record(const char *report, const char *event);

/* Closes the desk, takes it as it is and takes it away. */
struct image finish_desk(void);

/* Opens the desk for the first person, and for the second. */
void begin_desk(void);
void begin_as_second(void);
/* Closes the desk, whatever the disk says. */
void end_desk(void);
/* Takes the desk's files away. */
void clear_desk(void);
/* Nothing of before remains in the desk's log. */
void log_of_desk_is_empty(void);

/* Sees all of the desk: that its ledger and its files hold, the kinds of its entries, what is known of each case and whether
 * it can be read, which rows have keys, who may unlock it, what was published and referred. */
void see_desk(void);
/* Sees the desk that is open. */
void see_open_desk(void);

/* Work of the first person at the desk: how it is laid and done, what holds once it succeeded, and what is seen then. */
#define WORK_AT_DESK(name, lay, run, succeeded, see)                                                                   \
    { name, lay, begin_desk, run, succeeded, end_desk, see, 0 }
/* The same where all of the desk is seen, and nothing else holds. */
#define AT_DESK(name, lay, run) WORK_AT_DESK(name, lay, run, do_nothing, see_desk)

#endif
