/* The goals, and whether they are met: each is printed where it is measured, and all of them once more at the end. */
#ifndef TINCAY_BENCHMARKS_VERDICT_H
#define TINCAY_BENCHMARKS_VERDICT_H

/* Tells a ratio or a figure that is to be at least, or at most, a goal. */
void at_least(double goal, double value, const char *what);
void at_most(double goal, double value, const char *what);

/* Tells a ratio without a goal, where it is measured and nowhere else. */
void beside(double value, const char *what);

/* Says loudly that something could not be measured. */
void not_measured(const char *what, const char *why);

/* Prints what was told, one line each. */
void print_verdicts(void);

#endif
