#include "show.h"

#include <string.h>

#include "words.h"

void show_text(FILE *out, const uint8_t *text, size_t size) {
    size_t index;
    for (index = 0; index < size; index++) {
        int c1 = text[index] == 0xc2 && index + 1 < size && text[index + 1] >= 0x80 && text[index + 1] < 0xa0;
        if (text[index] < 0x20 || text[index] == 0x7f || c1) {
            fputc('.', out);
            index += c1 ? 1 : 0;
        } else {
            fputc(text[index], out);
        }
    }
}

int show_value(FILE *out, struct span json, const char *pointer) {
    tincay_bytes value;
    int found = pick(json, pointer, &value);
    if (found) {
        show_text(out, value.data, value.size);
    }
    tincay_bytes_free(&value);
    return found;
}

/* Prints one finding: what to do, and for adults where. */
static void show_finding(struct span finding, int with_path) {
    printf("  - ");
    (void)show_value(stdout, finding, "/message");
    if (with_path) {
        printf("  [");
        (void)show_value(stdout, finding, "/path");
        printf("]");
    }
    printf("\n");
}

/* Prints the findings that stand in the way, or those that do not, under a heading if there are any. */
static void show_findings_of(struct span result, int standing, int with_path, const char *heading) {
    tincay_bytes item;
    size_t index;
    int any = 0;
    for (index = 0; pick_item(result, "/findings", index, "", &item); index++) {
        if (pick_is(span_of(&item), "/severity", "error") == standing) {
            if (!any) {
                printf("%s\n", heading);
            }
            any = 1;
            show_finding(span_of(&item), with_path);
        }
        tincay_bytes_free(&item);
    }
    tincay_bytes_free(&item);
}

void show_findings(struct span result, const struct audience *audience) {
    int adult = !audience->child || audience->staff;
    show_findings_of(result, 1, adult, word(WORD_REVIEW, audience->language));
    /* A hint is for adults: it must not make a child doubt what was told. */
    if (adult) {
        show_findings_of(result, 0, adult, word(WORD_HINT_ONLY, audience->language));
    }
}

/* Prints why a report is as urgent as it is, and what is due first. */
static void show_reasons(struct span result, const char *language) {
    tincay_bytes item;
    size_t index;
    for (index = 0; pick_item(result, "/rules", index, "", &item); index++) {
        printf("%s%s  - ", index == 0 ? word(WORD_REASONS, language) : "", index == 0 ? "\n" : "");
        (void)show_value(stdout, span_of(&item), "/id");
        printf(" ");
        (void)show_value(stdout, span_of(&item), "/reason");
        printf("\n");
        tincay_bytes_free(&item);
    }
    tincay_bytes_free(&item);
    if (pick(result, "/deadlines/0", &item)) {
        printf("%s", word(WORD_DUE, language));
        (void)show_value(stdout, span_of(&item), "/due");
        printf("  ");
        (void)show_value(stdout, span_of(&item), "/kind");
        printf("  (");
        (void)show_value(stdout, span_of(&item), "/source");
        printf(")\n");
    }
    tincay_bytes_free(&item);
}

void show_accepted(struct span result, const struct audience *audience) {
    struct span none = {NULL, 0};
    int urgent = pick_is(result, "/urgency", "U1") || pick_is(result, "/urgency", "U2");
    printf("%s\n", word(WORD_ACCEPTED, audience->language));
    printf("%s\n%s\n", word(WORD_THANKS, audience->language), word(WORD_SEALED, audience->language));
    if (!audience->child || audience->staff) {
        printf("%s", word(WORD_URGENCY, audience->language));
        if (pick_is(result, "/urgency", "null")) {
            printf("%s", word(WORD_NO_URGENCY, audience->language));
        } else {
            (void)show_value(stdout, result, "/urgency");
            printf(" - ");
            (void)show_value(stdout, result, "/urgency_label");
        }
        printf("\n");
    }
    if (audience->staff) {
        show_reasons(result, audience->language);
    }
    if (urgent || audience->child) {
        show_hotlines(result, none, audience);
    }
}

/* Prints one hotline; a child is given no number that nobody has checked. */
static int show_hotline(struct span hotline, const struct audience *audience) {
    int doubtful = pick_is(hotline, "/verified", "false") || pick_is(hotline, "/verified", "null");
    if (doubtful && audience->child) {
        return 0;
    }
    printf("  ");
    (void)show_value(stdout, hotline, "/number");
    printf("  ");
    if (!show_value(stdout, hotline, "/label")) {
        (void)show_value(stdout, hotline, "/x-tincay-i18n/vi/label");
    }
    printf("%s%s%s\n", doubtful ? " (" : "", doubtful ? word(WORD_UNVERIFIED, audience->language) : "",
           doubtful ? ")" : "");
    return 1;
}

/* Prints a list of hotlines, of a result or of a form; 1 when there was one to show. */
static int show_hotlines_of(struct span json, const char *list, const struct audience *audience) {
    tincay_bytes item;
    size_t index;
    int any = 0;
    for (index = 0; pick_item(json, list, index, "", &item); index++) {
        any = show_hotline(span_of(&item), audience) || any;
        tincay_bytes_free(&item);
    }
    tincay_bytes_free(&item);
    return any;
}

void show_hotlines(struct span result, struct span form, const struct audience *audience) {
    printf("%s\n", word(WORD_CALL, audience->language));
    if (!show_hotlines_of(result, "/hotlines", audience) && !show_hotlines_of(form, "/x-tincay-hotlines", audience)) {
        /* Vietnam's national child protection line: the one number that must show when even the form is gone. */
        printf("  111\n");
    }
}

void show_failure(struct span result, struct span form, const struct audience *audience) {
    printf("%s\n", word(WORD_FAILED, audience->language));
    show_hotlines(result, form, audience);
}
