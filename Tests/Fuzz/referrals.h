/* Two desks that know each other, and a third that only the fuzzer has. */
#ifndef TINCAY_FUZZ_REFERRALS_H
#define TINCAY_FUZZ_REFERRALS_H

#include "forge.h"

#define REPORT ((const char *)report_sample.bytes)

/* The fuzzer's card, and what was referred to it. */
extern struct sample ghost_card;
extern char to_ghost[33];
/* The keys and the number of the desk that it writes to, and the hash of the form of its reports. */
extern uint8_t addressee_seal[32], addressee_sign[32], addressee_id[16], referred_form[32];

void begin_referrals(void);
/* Checks that the ledger holds, and that what was referred here is still there. */
void end_referrals(void);

#endif
