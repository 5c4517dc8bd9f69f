/* A desk with two cases and two people, and good inputs for it. */
#ifndef TINCAY_FUZZ_REQUESTS_H
#define TINCAY_FUZZ_REQUESTS_H

#include "forge.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define REPORT ((const char *)report_sample.bytes)

extern const char ANOTHER[];
/* The second case. */
extern char *other_id;

/* A good input of a list, changed more often than not. */
struct sample input_of(const char *const *list, size_t count);
/* A text that ends with NUL, as a C caller gives it. */
struct sample changed_string(const char *string);
/* Opens a desk with a second case and a second person. */
void begin_requests(void);
/* Checks that the ledger holds, and that the desk opens as it was. */
void end_requests(void);

#endif
