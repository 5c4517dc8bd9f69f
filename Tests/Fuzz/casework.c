/* What a desk is told and asked about its cases, as JSON: events, queries, releases, rules. */
#include "requests.h"

const char ANOTHER[] = "another passphrase";
char *other_id;

struct sample input_of(const char *const *list, size_t count) {
    struct sample original = sample_of_text(list[below(count)]), input;
    if (random_number() % 8 == 0)
        return original;
    input = changed_json(original);
    free(original.bytes);
    return input;
}

struct sample changed_string(const char *string) {
    struct sample original = sample_of_text(string), copy = changed(original), ended;
    ended = sample_of(copy.bytes, copy.size);
    free(original.bytes);
    free(copy.bytes);
    return ended;
}

void begin_requests(void) {
    tincay_bytes result;
    tincay_form *form;
    open_desk_of_world();
    EXPECT(TINCAY_OK, tincay_form_open(form_sample.bytes, form_sample.size, &form));
    EXPECT(TINCAY_OK, tincay_desk_file(world.desk, form, BYTES("{\"story\":\"another\",\"number\":2}"), NULL, &result));
    other_id = pick(result, "/id");
    tincay_bytes_free(&result);
    world.form = form;
    EXPECT(TINCAY_OK, tincay_desk_add_person(world.desk, "second", BYTES(ANOTHER), NULL, 0, BYTES("[\"reports\"]")));
}

void end_requests(void) {
    tincay_bytes report = rubbish();
    verify_desk(world.desk);
    EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
    world.desk = open_desk(in_fuzz("live-desk"));
    verify_desk(world.desk);
    IS_ANSWER(tincay_desk_read(world.desk, REPORT, &report), &report);
}

/* ---------------------------------------------------------------------------------------------- events */

static const char *const EVENTS[] = {
    "{\"type\":\"note\",\"text\":\"called back\"}",
    "{\"type\":\"status\",\"status\":\"ASSESSING\",\"reason\":\"begun\"}",
    "{\"type\":\"status\",\"status\":\"PLAN_APPROVED\"}",
    "{\"type\":\"status\",\"status\":\"IN_SUPPORT\"}",
    "{\"type\":\"status\",\"status\":\"CLOSED\",\"outcome\":\"SAFE_HOME\"}",
    "{\"type\":\"status\",\"status\":\"REOPENED\"}",
    "{\"type\":\"assigned\",\"person\":\"second\"}",
    "{\"type\":\"step\",\"step\":\"5b\",\"form\":\"M03\",\"needed\":true,\"reason\":\"seen\"}",
    "{\"type\":\"step\",\"step\":\"2\",\"needed\":false,\"reason\":\"not so\"}",
    "{\"type\":\"need\",\"need\":\"SAFETY\",\"state\":\"OPEN\",\"reason\":\"seen\"}",
    "{\"type\":\"service\",\"service\":\"SVC-PSY\",\"item\":3,\"need\":\"PSYCH\",\"status\":\"SENT\"}",
    "{\"type\":\"verification\",\"result\":\"PARTLY\",\"reason\":\"seen\"}",
    "{\"type\":\"urgency\",\"urgency\":\"U1\",\"reason\":\"danger\"}",
    "{\"type\":\"urgency\",\"urgency\":\"U5\",\"reason\":\"over\"}",
    "{\"type\":\"urgency\",\"withdraw\":12}",
    "{\"type\":\"urgency\",\"confirm\":12}",
    "{\"type\":\"hold\",\"until\":\"2030-02-28\",\"reason\":\"a court\"}",
    "{\"type\":\"hold\",\"withdraw\":12,\"reason\":\"a mistake\"}",
    "{\"type\":\"lift\",\"hold\":12,\"reason\":\"over\"}",
    "{\"type\":\"lift\",\"confirm\":12}",
};
static const char *const LINKS[] = {
    "{\"type\":\"link\",\"with\":\"%s\",\"kind\":\"SIBLING\",\"reason\":\"told\"}",
    "{\"type\":\"unlink\",\"with\":\"%s\"}",
    "{\"type\":\"duplicate_of\",\"of\":\"%s\"}",
};

/* Puts the number of an entry that may be there into the place of the one that all have. */
static void renumber(struct sample event) {
    char *found = strstr((char *)event.bytes, ":12");
    if (found == NULL)
        return;
    found[1] = (char)('1' + below(9));
    found[2] = (char)('0' + below(10));
}

static void try_event(void) {
    struct sample event;
    if (random_number() % 4 == 0) {
        char *link = NULL;
        size_t which = below(COUNT(LINKS)), size = strlen(LINKS[which]) + 40;
        link = malloc(size);
        snprintf(link, size, LINKS[which], other_id);
        event = input_of((const char *const[]){link}, 1);
        free(link);
    } else {
        event = input_of(EVENTS, COUNT(EVENTS));
        renumber(event);
    }
    IS_ANSWER(tincay_desk_record(world.desk, random_number() % 4 ? REPORT : other_id, event.bytes, event.size), NULL);
    (void)total_cases();
    free(event.bytes);
}

/* What was entered adds up to something that can be told. */
static void end_events(void) {
    tincay_bytes result = rubbish();
    EXPECT(TINCAY_OK, tincay_desk_read(world.desk, REPORT, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_desk_timeline(world.desk, REPORT, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_desk_due(world.desk, NULL, 0, &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_desk_retention(world.desk, NULL, 0, &result));
    tincay_bytes_free(&result);
    end_requests();
}

/* ---------------------------------------------------------------------------------------------- queries */

static const char *const CASE_QUERIES[] = {
    "{\"urgency\":[\"U1\",null],\"status\":[\"OPEN\"],\"check\":[\"accepted\"],\"profile\":\"C\",\"point\":[\"P\",null]"
    ","
    "\"form\":\"fuzz\",\"assigned\":null,\"rules\":[\"a\"],\"overdue\":false,\"unfinished\":false,\"doubtful\":true,"
    "\"received\":{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"},\"due\":{\"to\":\"2027-01-01\"},\"facets\":{\"kind\":"
    "[\"a\",null]},\"not\":{\"urgency\":[\"U5\"]},\"order\":\"due\",\"reverse\":true,\"limit\":7}",
    "{\"not\":{\"status\":[\"CLOSED\"],\"received\":{\"from\":\"2030-01-01\"}},\"order\":\"changed\",\"limit\":1}",
    "{\"order\":\"received\",\"limit\":1000}",
};
static const char *const COUNTS[] = {"{\"by\":[\"urgency\",\"status\",\"month\"],\"not\":{\"form\":\"fuzz\"}}",
                                     "{\"by\":[\"week\",\"kind\"]}", "{\"by\":[\"quarter\",\"rules\",\"overdue\"]}"};
static const char *const SEARCHES[] = {
    "{\"text\":\"some* \\\"what "
    "must\\\"\",\"exact\":true,\"sections\":[\"facts\",\"notes\"],\"snippet\":true,\"limit\":3}",
    "{\"text\":\"Ch\xc3\xa1u kh\xc3\xb4ng\",\"sections\":[\"identity\"]}", "{\"text\":\"another\",\"order\":\"due\"}"};
static const char *const SUBJECTS[] = {
    "{\"name\":\"Nguy\xe1\xbb\x85n Th\xe1\xbb\x8b \xc3\x81nh\",\"phone\":\"0912 345 678\",\"reason\":\"asked\","
    "\"sections\":true,\"status\":[\"OPEN\"]}",
    "{\"phone\":\"+84912345678\",\"reason\":\"asked\"}"};
static const char *const BREACHES[] = {
    "{\"opened\":{\"from\":\"2026-01-01\",\"to\":\"2027-01-01\"},\"person\":[\"second\"],\"limit\":0}",
    "{\"limit\":100000,\"urgency\":[\"U1\"]}"};
static const char *const LOGS[] = {
    "{\"person\":\"second\",\"type\":[\"read\",\"filed\"],\"time\":{\"from\":\"2026-01-01\"},\"order\":\"oldest\","
    "\"limit\":3,\"after\":2}",
    "{\"report\":\"00112233445566778899aabbccddeeff\"}"};
static const char *const DUES[] = {
    "{\"step\":[\"1\",\"5b\"],\"person\":null,\"urgency\":[\"U1\"],\"overdue\":true,\"within_hours\":48,\"limit\":2}",
    "{\"report\":\"00112233445566778899aabbccddeeff\"}"};
static const char *const RETENTIONS[] = {
    "{\"class\":[\"CLOSED\"],\"held\":false,\"all\":true,\"limit\":5,\"after\":\"00112233445566778899aabbccddeeff\"}",
    "{\"report\":\"00112233445566778899aabbccddeeff\"}"};
static const char *const REFERRALS[] = {
    "{\"direction\":\"out\",\"state\":[\"SENT\"],\"desk\":\"00112233445566778899aabbccddeeff\",\"overdue\":true,"
    "\"limit\":2}"};

typedef tincay_status question(tincay_desk *desk, const uint8_t *query, size_t query_size, tincay_bytes *out_list);

/* Every question that takes a query. */
static const struct {
    question *ask;
    const char *const *queries;
    size_t count;
} QUESTIONS[] = {
    {tincay_desk_list, CASE_QUERIES, COUNT(CASE_QUERIES)},
    {tincay_desk_count, COUNTS, COUNT(COUNTS)},
    {tincay_desk_find, SEARCHES, COUNT(SEARCHES)},
    {tincay_desk_subject, SUBJECTS, COUNT(SUBJECTS)},
    {tincay_desk_breach, BREACHES, COUNT(BREACHES)},
    {tincay_desk_log, LOGS, COUNT(LOGS)},
    {tincay_desk_due, DUES, COUNT(DUES)},
    {tincay_desk_retention, RETENTIONS, COUNT(RETENTIONS)},
    {tincay_desk_referrals, REFERRALS, COUNT(REFERRALS)},
};

static void try_question(void) {
    size_t which = below(COUNT(QUESTIONS));
    struct sample query = random_number() % 8 ? input_of(QUESTIONS[which].queries, QUESTIONS[which].count)
                                              : input_of(CASE_QUERIES, COUNT(CASE_QUERIES));
    tincay_bytes result = rubbish();
    IS_ANSWER(QUESTIONS[which].ask(world.desk, query.bytes, query.size, &result), &result);
    (void)total_cases();
    free(query.bytes);
}

/* ---------------------------------------------------------------------------------------------- releases and rules */

static const char *const RELEASES[] = {
    "{\"shape\":\"total\",\"period\":{\"year\":2024},\"unit\":{\"level\":\"desk\",\"children\":100000},\"csv\":true}",
    "{\"shape\":\"sex_age\",\"period\":{\"year\":2025,\"quarter\":3},\"unit\":{\"level\":\"desk\",\"children\":30000},"
    "\"lag\":100}",
    "{\"indicator\":\"0101\",\"period\":{\"year\":2024},\"unit\":{\"level\":\"desk\",\"children\":100000}}",
    "{\"shape\":\"concern_place\",\"period\":{\"year\":2023},\"unit\":{\"level\":\"province\",\"code\":\"79\","
    "\"version\":\"2025\",\"communes\":[\"26731\",\"26732\",\"26733\",\"26734\",\"26735\",\"26736\",\"26737\","
    "\"26738\",\"26739\",\"26740\"],\"unknown\":true}}",
    "{\"shape\":\"total\",\"period\":{\"year\":2024},\"unit\":{\"level\":\"commune\",\"code\":\"26732\",\"children\":"
    "900}}",
};

static void try_release(void) {
    struct sample query = input_of(RELEASES, COUNT(RELEASES));
    tincay_bytes table = rubbish(), list;
    IS_ANSWER(tincay_desk_release(world.desk, query.bytes, query.size, &table), &table);
    EXPECT(TINCAY_OK, tincay_desk_releases(world.desk, &list));
    tincay_bytes_free(&list);
    free(query.bytes);
}

static const char *const RULES[] = {
    "{\"deadlines\":[{\"step\":\"1\",\"local_max\":\"PT1H\",\"source\":\"ours\",\"working_days\":false,\"urgency\":"
    "[\"U1\"],\"statutory_max\":\"PT12H\",\"verified\":true,\"valid_from\":\"2026-01-01\",\"valid_to\":\"2027-01-01\"},"
    "{\"step\":\"5b\",\"local_max\":\"P2D\",\"source\":\"ours\",\"working_days\":true}]}",
    "{\"retention\":[{\"class\":\"SHORT\",\"vi\":\"a\",\"en\":\"b\",\"when\":{\"status\":[\"CLOSED\"],\"outcome\":"
    "[\"SAFE_HOME\"],\"urgency\":[\"U1\",\"U2\"]},\"period\":\"P1Y\",\"source\":\"ours\",\"verified\":null,"
    "\"valid_from\":null},{\"class\":\"ALL\",\"when\":{},\"period\":null,\"source\":\"ours\"}]}",
    "{\"calendar\":{\"id\":\"days\",\"version\":\"1\",\"from\":\"2026-01-01\",\"until\":\"2026-12-31\",\"holidays\":"
    "[{\"date\":\"2026-09-02\",\"source\":\"law\",\"verified\":false}]}}",
};

/* Whatever was decided, steps are due and cases are kept by it, also after the desk was opened again. */
static void try_rules(void) {
    struct sample rules = input_of(RULES, COUNT(RULES));
    tincay_bytes result = rubbish();
    tincay_status status = tincay_desk_decide(world.desk, rules.bytes, rules.size);
    IS_ANSWER(status, NULL);
    if (random_number() % 8 == 0) {
        EXPECT(TINCAY_OK, tincay_desk_close(world.desk));
        world.desk = open_desk(in_fuzz("live-desk"));
    }
    EXPECT(TINCAY_OK, tincay_desk_due(world.desk, BYTES("{\"limit\":1000}"), &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_desk_retention(world.desk, BYTES("{\"all\":true}"), &result));
    tincay_bytes_free(&result);
    EXPECT(TINCAY_OK, tincay_desk_rules(world.desk, &result));
    tincay_bytes_free(&result);
    free(rules.bytes);
}

/* One of the cases is over, so that it is kept for a while. */
static void begin_rules(void) {
    char *event;
    begin_requests();
    event = text("{\"type\":\"duplicate_of\",\"of\":\"%s\"}", REPORT);
    EXPECT(TINCAY_OK, tincay_desk_record(world.desk, other_id, BYTES(event)));
    free(event);
}

const struct target CASEWORK_TARGETS[] = {{"event", begin_requests, try_event, end_events},
                                          {"question", begin_requests, try_question, end_requests},
                                          {"release", begin_requests, try_release, end_requests},
                                          {"rules", begin_rules, try_rules, end_requests},
                                          {NULL, NULL, NULL, NULL}};
