/* Clocks that stand still at noon of a day that the test tells. */
#ifndef TINCAY_TESTS_DAY_H
#define TINCAY_TESTS_DAY_H

/* Makes it noon in Indochina of a day, counted from 2026-03-02. */
void tell_day(long day);

#endif
