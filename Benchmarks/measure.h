/* Clocks, medians and a stop for programs that measure. */
#ifndef TINCAY_BENCHMARKS_MEASURE_H
#define TINCAY_BENCHMARKS_MEASURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Ends the program when a step that must work did not. */
#define MUST(step)                                                                                                     \
    do {                                                                                                               \
        if (!(step)) {                                                                                                 \
            fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__, #step);                                         \
            exit(1);                                                                                                   \
        }                                                                                                              \
    } while (0)

/* Microseconds of a clock. */
static inline double microseconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

/* Orders two numbers, for qsort. */
static inline int by_size(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* The value that a share of the samples does not exceed; sorts them. */
static inline double quantile(double *samples, size_t count, double share) {
    size_t place = (size_t)(share * (double)count);
    qsort(samples, count, sizeof *samples, by_size);
    return samples[place < count ? place : count - 1];
}

#endif
