/* What may not fail in this program, and ends it when it does. */
#ifndef COURIER_MUST_H
#define COURIER_MUST_H

#include "tincay.h"

/* The exit status of a run that could not be played to its end. */
#define EXIT_STOPPED 3

/* Goes on when a call of the library succeeded; says what failed and ends the process otherwise. A real program would show
 * whom to call instead; this one wants to be told. */
void must(const char *what, tincay_status status);

/* The same for the system, whose reason is in errno. */
void must_do(const char *what, int done);

/* The same for what has to hold by itself. */
void must_hold(const char *what, int holds);

#endif
