/* How many documents a second of one core the library checks, from their bytes to everything that is wrong with them
 * as JSON.
 *
 *     validate SCHEMA DOCUMENTS SECONDS      prints the number; DOCUMENTS has one JSON text a line
 *     validate SCHEMA DOCUMENTS              prints the result of each, a line each
 */
#include "lines.h"

#include <tincay.h>

static int check(tincay_form *form, struct text document, tincay_bytes *result) {
    tincay_status status = tincay_form_check(form, document.bytes, document.size, "en", result);
    return status == TINCAY_OK || status == TINCAY_E_INVALID_REPORT;
}

int main(int count, char **arguments) {
    struct text schema, *documents;
    tincay_form *form;
    tincay_bytes result;
    size_t documents_count, done = 0;
    double begin, spent, most;
    MUST(count == 3 || count == 4);
    schema = read_text(arguments[1]);
    documents_count = read_lines(arguments[2], &documents);
    MUST(documents_count > 0);
    MUST(tincay_form_open(schema.bytes, schema.size, &form) == TINCAY_OK);
    if (count == 3) {
        for (size_t i = 0; i < documents_count; i++) {
            MUST(check(form, documents[i], &result));
            printf("%s\n", (const char *)result.data);
            tincay_bytes_free(&result);
        }
        return 0;
    }
    most = atof(arguments[3]) * 1e6;
    begin = microseconds(CLOCK_PROCESS_CPUTIME_ID);
    do {
        for (size_t i = 0; i < documents_count; i++) {
            MUST(check(form, documents[i], &result));
            tincay_bytes_free(&result);
        }
        done += documents_count;
        spent = microseconds(CLOCK_PROCESS_CPUTIME_ID) - begin;
    } while (spent < most);
    printf("%.0f\n", (double)done / spent * 1e6);
    return 0;
}
