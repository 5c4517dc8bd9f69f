#include "verdict.h"

#include "../measure.h"

enum { MOST = 96 };

static struct { char what[160], said[64]; } verdicts[MOST];
static int count;

static void tell(const char *what, const char *said) {
    MUST(count < MOST);
    snprintf(verdicts[count].what, sizeof verdicts[count].what, "%s", what);
    snprintf(verdicts[count].said, sizeof verdicts[count].said, "%s", said);
    printf("  %-58s %s\n", what, said);
    count++;
}

void at_least(double goal, double value, const char *what) {
    char said[64];
    snprintf(said, sizeof said, "%8.2f  (at least %5.2f)  %s", value, goal, value >= goal ? "met" : "NOT MET");
    tell(what, said);
}

void at_most(double goal, double value, const char *what) {
    char said[64];
    snprintf(said, sizeof said, "%8.2f  (at most  %5.2f)  %s", value, goal, value <= goal ? "met" : "NOT MET");
    tell(what, said);
}

void beside(double value, const char *what) {
    printf("  %-58s %8.2f\n", what, value);
}

void not_measured(const char *what, const char *why) {
    char said[64];
    snprintf(said, sizeof said, "NOT MEASURED: %s", why);
    tell(what, said);
}

void print_verdicts(void) {
    int met = 0;
    printf("\nStorage: every goal\n");
    for (int i = 0; i < count; i++) {
        printf("  %-58s %s\n", verdicts[i].what, verdicts[i].said);
        met += !strstr(verdicts[i].said, "NOT ");
    }
    printf("  met %d of %d\n", met, count);
}
