#include "desk_store.h"

#include "../measure.h"
#include "database.h"
#include "options.h"
#include "passphrase.h"

#include <dlfcn.h>
#include <tincay.h>
#include <unistd.h>

#define PASSPHRASE_BYTES (const uint8_t *)"eight or more", 13
#define PERSON "a counsellor"
#define ROLES (const uint8_t *)"[\"reports\",\"identities\"]", 24

#define TINCAY_FUNCTIONS(X)                                                                                            \
    X(tincay_form_open)                                                                                                \
    X(tincay_form_check)                                                                                               \
    X(tincay_form_close)                                                                                               \
    X(tincay_bytes_free)                                                                                               \
    X(tincay_status_name)                                                                                              \
    X(tincay_json_pick)                                                                                                \
    X(tincay_desk_create)                                                                                              \
    X(tincay_desk_open)                                                                                                \
    X(tincay_desk_close)                                                                                               \
    X(tincay_desk_file)                                                                                                \
    X(tincay_desk_file_many)                                                                                           \
    X(tincay_desk_read)                                                                                                \
    X(tincay_desk_list)                                                                                                \
    X(tincay_desk_find)                                                                                                \
    X(tincay_desk_verify)                                                                                              \
    X(tincay_desk_attach)                                                                                              \
    X(tincay_upload_write)                                                                                             \
    X(tincay_upload_end)                                                                                               \
    X(tincay_upload_close)                                                                                             \
    X(tincay_desk_attachment)                                                                                          \
    X(tincay_download_read)                                                                                            \
    X(tincay_download_close)

static struct {
#define DECLARE(name) __typeof__(name) *name;
    TINCAY_FUNCTIONS(DECLARE)
#undef DECLARE
} tincay;

/* Lets a person in. A library that cannot is measured all the same, but for desks of several people. */
static tincay_status (*add_person)(tincay_desk *desk, const char *person, const uint8_t *passphrase,
                                   size_t passphrase_size, const uint8_t *key_file, size_t key_file_size,
                                   const uint8_t *roles, size_t roles_size);

/* A desk that is open, or the form alone. */
struct desk {
    tincay_desk *desk;
    tincay_form *form;
    /* The identifier of each report that was kept while the desk was open. */
    char (*identifiers)[33];
    long kept;
    /* Reports a line each. */
    uint8_t *lines;
};

static void must(tincay_status status) {
    if (status == TINCAY_OK)
        return;
    fprintf(stderr, "tincay: %s\n", tincay.tincay_status_name(status));
    exit(1);
}

static int desk_load(struct store *store) {
    void *library = OPTIONS.library ? dlopen(OPTIONS.library, RTLD_NOW | RTLD_LOCAL) : NULL;
    if (!library)
        return 0;
#define TAKE(name)                                                                                                     \
    if (!(tincay.name = (__typeof__(tincay.name))function_of(library, #name)))                                         \
        return 0;
    TINCAY_FUNCTIONS(TAKE)
#undef TAKE
    add_person = (__typeof__(add_person))function_of(library, "tincay_desk_add_person");
    MUST((store->state = calloc(1, sizeof(struct desk))));
    return store->people == 1 || add_person;
}

/* The form, with every commune's number in it. */
static tincay_form *open_form(void) {
    static char communes[COMMUNES * 8 + 1], text[sizeof communes + 1024];
    tincay_form *form;
    size_t end = 0;
    for (int commune = 0; commune < COMMUNES; commune++)
        end +=
            (size_t)snprintf(communes + end, sizeof communes - end, "%s\"%05d\"", commune ? "," : "", 10000 + commune);
    end = (size_t)snprintf(text, sizeof text, CORPUS_FORM, communes);
    MUST(end < sizeof text);
    must(tincay.tincay_form_open((const uint8_t *)text, end, &form));
    return form;
}

void check_report(const char *report) {
    static tincay_form *form;
    tincay_bytes result;
    if (!form)
        form = open_form();
    must(tincay.tincay_form_check(form, (const uint8_t *)report, REPORT, "vi", &result));
    tincay.tincay_bytes_free(&result);
}

/* Where the identifier of the report that is read in the cold is kept. */
static const char *wanted_path(const struct store *store) {
    static char path[4200];
    snprintf(path, sizeof path, "%s.id", store->path);
    return path;
}

static void desk_open(struct store *store, int how) {
    struct desk *desk = store->state;
    char name[4200];
    passphrases_cost(how & PASSPHRASE);
    if (how & CREATE) {
        remove_database(store->path);
        must(tincay.tincay_desk_create(store->path, PERSON, PASSPHRASE_BYTES, NULL, 0));
    }
    must(tincay.tincay_desk_open(store->path, PERSON, PASSPHRASE_BYTES, &desk->desk));
    for (int person = 1; how & CREATE && person < store->people; person++) {
        snprintf(name, sizeof name, "%s %d", PERSON, person + 1);
        must(add_person(desk->desk, name, PASSPHRASE_BYTES, NULL, 0, ROLES));
    }
    if (how & CREATE)
        desk->form = open_form();
    desk->kept = 0;
}

static void desk_close(struct store *store) {
    struct desk *desk = store->state;
    if (desk->kept > 0) {
        FILE *file = fopen(wanted_path(store), "w");
        MUST(file && fputs(desk->identifiers[desk->kept / 2], file) >= 0 && fclose(file) == 0);
    }
    must(tincay.tincay_desk_close(desk->desk));
    if (desk->form)
        must(tincay.tincay_form_close(desk->form));
    desk->form = NULL;
}

/* Notes the identifier of a report that was kept; gives where it ends in what was said of it. */
static const uint8_t *note(struct desk *desk, const uint8_t *said, size_t size) {
    const uint8_t *id = memmem(said, size, "\"id\":\"", 6);
    if (desk->kept % 1024 == 0)
        MUST((desk->identifiers = realloc(desk->identifiers, (size_t)(desk->kept + 1024) * 33)));
    MUST(id && id + 38 <= said + size);
    memcpy(desk->identifiers[desk->kept], id + 6, 32);
    desk->identifiers[desk->kept++][32] = 0;
    return id + 38;
}

static void desk_take(struct store *store, long number) {
    struct desk *desk = store->state;
    const char *report = corpus(number + 1) + number * REPORT;
    tincay_bytes result;
    must(tincay.tincay_desk_file(desk->desk, desk->form, (const uint8_t *)report, REPORT, "vi", &result));
    note(desk, result.data, result.size);
    tincay.tincay_bytes_free(&result);
}

static void desk_keep(struct store *store, long first, long count) {
    struct desk *desk = store->state;
    const char *reports = corpus(first + count) + first * REPORT;
    tincay_bytes results;
    const uint8_t *end;
    MUST((desk->lines = realloc(desk->lines, (size_t)count * (REPORT + 1))));
    for (long i = 0; i < count; i++) {
        memcpy(desk->lines + i * (REPORT + 1), reports + i * REPORT, REPORT);
        desk->lines[i * (REPORT + 1) + REPORT] = '\n';
    }
    must(tincay.tincay_desk_file_many(desk->desk, desk->form, desk->lines, (size_t)count * (REPORT + 1), "vi",
                                      &results));
    end = results.data;
    for (long i = 0; i < count; i++)
        end = note(desk, end, results.size - (size_t)(end - results.data));
    tincay.tincay_bytes_free(&results);
}

/* The identifiers that were kept for a process that comes later: of a report, and of a file if one is asked for. */
static void take_wanted(const struct store *store, char report[33], int number, char file_id[33]) {
    FILE *file = fopen(wanted_path(store), "r");
    MUST(file && fread(report, 1, 32, file) == 32);
    if (file_id)
        MUST(fseek(file, 32L * (1 + number), SEEK_SET) == 0 && fread(file_id, 1, 32, file) == 32);
    fclose(file);
}

static void desk_read(struct store *store, long count) {
    struct desk *desk = store->state;
    char id[33] = "", expected[REPORT];
    tincay_bytes report, told;
    const char *start;
    take_wanted(store, id, 0, NULL);
    must(tincay.tincay_desk_read(desk->desk, id, &report));
    must(tincay.tincay_json_pick(report.data, report.size, "/sections/facts/told", &told));
    write_report(count / 2, expected);
    MUST((start = strstr(expected, "\"told\":\"")) != NULL);
    MUST(memcmp(start + 8, told.data, told.size) == 0);
    tincay.tincay_bytes_free(&report);
    tincay.tincay_bytes_free(&told);
}

/* A number in what the library says. */
static long number_in(const tincay_bytes *said, const char *pointer) {
    tincay_bytes text;
    long count;
    must(tincay.tincay_json_pick(said->data, said->size, pointer, &text));
    count = atol((const char *)text.data);
    tincay.tincay_bytes_free(&text);
    return count;
}

/* Asks for words, and gives a number of the answer. */
static long find(struct store *store, const char *words, const char *pointer) {
    struct desk *desk = store->state;
    tincay_bytes list;
    char query[256];
    long count;
    int size = snprintf(query, sizeof query, "{\"text\":\"%s\",\"limit\":1000}", words);
    must(tincay.tincay_desk_find(desk->desk, (const uint8_t *)query, (size_t)size, &list));
    count = number_in(&list, pointer);
    tincay.tincay_bytes_free(&list);
    return count;
}

static long desk_scan(struct store *store) {
    /* The beginning of a word that none has: no filter can tell, so that every report is opened and looked through. */
    return find(store, "zzzz*", "/opened");
}

static long desk_search(struct store *store, const char *words) {
    char phrase[200];
    snprintf(phrase, sizeof phrase, "\\\"%s\\\"", words);
    return find(store, phrase, "/total");
}

static long desk_verify(struct store *store) {
    struct desk *desk = store->state;
    tincay_bytes result;
    long count;
    must(tincay.tincay_desk_verify(desk->desk, &result));
    count = number_in(&result, "/entries");
    tincay.tincay_bytes_free(&result);
    return count;
}

static long desk_filter(struct store *store, int status, int commune) {
    struct desk *desk = store->state;
    tincay_bytes list;
    char query[128];
    long count;
    int size =
        snprintf(query, sizeof query, "{\"facets\":{\"status\":[\"S%d\"],\"commune\":[\"%05d\"]},\"limit\":1000}",
                 status, 10000 + commune);
    if (tincay.tincay_desk_list(desk->desk, (const uint8_t *)query, (size_t)size, &list) != TINCAY_OK)
        return -1;
    count = number_in(&list, "/total");
    tincay.tincay_bytes_free(&list);
    return count;
}

static void desk_list(struct store *store) {
    struct desk *desk = store->state;
    tincay_bytes list;
    must(tincay.tincay_desk_list(desk->desk, NULL, 0, &list));
    tincay.tincay_bytes_free(&list);
}

static void desk_put(struct store *store, int number, long mebibytes) {
    static const char about[] = "{\"name\":\"a film\"}";
    struct desk *desk = store->state;
    char report[33] = "";
    tincay_upload *upload;
    tincay_bytes result, id;
    FILE *file;
    /* Identifiers are noted in the order of the files. */
    (void)number;
    take_wanted(store, report, 0, NULL);
    must(tincay.tincay_desk_attach(desk->desk, report, (const uint8_t *)about, strlen(about), &upload));
    for (long mebibyte = 0; mebibyte < mebibytes; mebibyte++)
        must(tincay.tincay_upload_write(upload, file_block(mebibyte), MEBIBYTE));
    must(tincay.tincay_upload_end(upload, &result));
    must(tincay.tincay_upload_close(upload));
    must(tincay.tincay_json_pick(result.data, result.size, "/id", &id));
    MUST(id.size == 32 && (file = fopen(wanted_path(store), "a")));
    MUST(fwrite(id.data, 1, id.size, file) == id.size && fclose(file) == 0);
    tincay.tincay_bytes_free(&id);
    tincay.tincay_bytes_free(&result);
}

static void desk_get(struct store *store, int number, long mebibytes) {
    static uint8_t block[MEBIBYTE];
    struct desk *desk = store->state;
    char report[33] = "", id[33] = "";
    tincay_download *download;
    take_wanted(store, report, number, id);
    must(tincay.tincay_desk_attachment(desk->desk, report, id, &download, NULL));
    for (long mebibyte = 0; mebibyte <= mebibytes; mebibyte++) {
        size_t size = 0, more = 1;
        while (size < sizeof block && more > 0) {
            must(tincay.tincay_download_read(download, block + size, sizeof block - size, &more));
            size += more;
        }
        MUST(mebibyte < mebibytes ? memcmp(block, file_block(mebibyte), sizeof block) == 0 : size == 0);
    }
    must(tincay.tincay_download_close(download));
}

const struct store_calls DESK_CALLS = {
    .load = desk_load,
    .open = desk_open,
    .close = desk_close,
    .keep = desk_keep,
    .take = desk_take,
    .read = desk_read,
    .scan = desk_scan,
    .verify = desk_verify,
    .search = desk_search,
    .filter = desk_filter,
    .list = desk_list,
    .put = desk_put,
    .get = desk_get,
};
