/* A power cut, a full disk or a failing one at any operation on a file leaves what was done about a case as it was before or
 * as it is afterwards. */
#include "desks.h"

static struct image plain, worked, held, lifting, proposed;
static char *first, *second;
static long hold_entry, urgency_entry;

/* ---------------------------------------------------------------------------------------------- what is worked on */

/* The number of the newest entry. */
static long newest_entry(void) {
    tincay_bytes log;
    long number;
    EXPECT(TINCAY_OK, tincay_desk_log(desk, BYTES("{\"limit\":1}"), &log));
    number = pick_number(log, "/entries/0/number");
    tincay_bytes_free(&log);
    return number;
}

/* What becomes of a desk when something is entered about the first report; gives the number of the entry. */
static struct image after(struct image before, const char *event, long *number) {
    lay(desk_path, before);
    begin_desk();
    record(first, event);
    if (number != NULL)
        *number = newest_entry();
    return finish_desk();
}

static void make_everything(void) {
    char event[100];
    make_first_desk();
    first = file_report("{\"story\":\"a story\",\"number\":1}");
    second = file_report("{\"story\":\"another story\",\"number\":2}");
    plain = finish_desk();
    proposed = after(plain, "{\"type\":\"urgency\",\"urgency\":\"U1\",\"reason\":\"danger\"}", NULL);
    proposed = after(proposed, "{\"type\":\"urgency\",\"urgency\":\"U4\",\"reason\":\"over\"}", &urgency_entry);
    held = after(plain, "{\"type\":\"hold\",\"until\":\"2030-01-01\",\"reason\":\"a court\"}", &hold_entry);
    lay(desk_path, held);
    begin_as_second();
    snprintf(event, sizeof event, "{\"type\":\"hold\",\"confirm\":%ld}", hold_entry);
    record(first, event);
    snprintf(event, sizeof event, "{\"type\":\"lift\",\"hold\":%ld,\"reason\":\"it is over\"}", hold_entry);
    record(first, event);
    lifting = finish_desk();
    worked = after(plain, "{\"type\":\"status\",\"status\":\"ASSESSING\"}", NULL);
    lay(desk_path, worked);
    begin_desk();
    snprintf(event, sizeof event, "{\"type\":\"link\",\"with\":\"%s\",\"kind\":\"SIBLING\"}", second);
    record(first, event);
    record(first, "{\"type\":\"note\",\"text\":\"called back\"}");
    worked = finish_desk();
}

static void lay_plain(void) {
    lay(desk_path, plain);
}

static void lay_worked(void) {
    lay(desk_path, worked);
}

static void lay_proposed(void) {
    lay(desk_path, proposed);
}

static void lay_held(void) {
    lay(desk_path, held);
}

static void lay_lifting(void) {
    lay(desk_path, lifting);
}

/* ---------------------------------------------------------------------------------------------- recording */

static tincay_status enter(const char *event) {
    return tincay_desk_record(desk, first, BYTES(event));
}

static tincay_status run_note(void) {
    return enter("{\"type\":\"note\",\"text\":\"called back\"}");
}

static tincay_status run_status(void) {
    return enter("{\"type\":\"status\",\"status\":\"ASSESSING\",\"reason\":\"begun\"}");
}

static tincay_status run_assigned(void) {
    return enter("{\"type\":\"assigned\",\"person\":\"second\"}");
}

static tincay_status run_step(void) {
    return enter("{\"type\":\"step\",\"step\":\"2\",\"form\":\"M01\",\"needed\":true}");
}

static tincay_status run_need(void) {
    return enter("{\"type\":\"need\",\"need\":\"SAFETY\",\"state\":\"OPEN\",\"reason\":\"seen\"}");
}

static tincay_status run_service(void) {
    return enter("{\"type\":\"service\",\"service\":\"SVC-PSY\",\"status\":\"SENT\"}");
}

static tincay_status run_verification(void) {
    return enter("{\"type\":\"verification\",\"result\":\"VERIFIED\",\"reason\":\"seen\"}");
}

static tincay_status run_raise(void) {
    return enter("{\"type\":\"urgency\",\"urgency\":\"U1\",\"reason\":\"danger\"}");
}

static tincay_status run_lower(void) {
    return enter("{\"type\":\"urgency\",\"urgency\":\"U4\",\"reason\":\"over\"}");
}

static tincay_status enter_about(const char *format, long number) {
    char event[200];
    snprintf(event, sizeof event, format, number);
    return enter(event);
}

static tincay_status run_confirm_urgency(void) {
    return enter_about("{\"type\":\"urgency\",\"confirm\":%ld}", urgency_entry);
}

static tincay_status run_withdraw_urgency(void) {
    return enter_about("{\"type\":\"urgency\",\"withdraw\":%ld}", urgency_entry);
}

static tincay_status run_hold(void) {
    return enter("{\"type\":\"hold\",\"until\":\"2030-01-01\",\"reason\":\"a court\"}");
}

static tincay_status run_confirm_hold(void) {
    return enter_about("{\"type\":\"hold\",\"confirm\":%ld}", hold_entry);
}

static tincay_status run_withdraw_hold(void) {
    return enter_about("{\"type\":\"hold\",\"withdraw\":%ld}", hold_entry);
}

static tincay_status run_confirm_lift(void) {
    return enter_about("{\"type\":\"lift\",\"confirm\":%ld}", hold_entry);
}

static tincay_status enter_with(const char *format) {
    char event[200];
    snprintf(event, sizeof event, format, second);
    return enter(event);
}

static tincay_status run_link(void) {
    return enter_with("{\"type\":\"link\",\"with\":\"%s\",\"kind\":\"SAME_CHILD\",\"reason\":\"told twice\"}");
}

static tincay_status run_unlink(void) {
    return enter_with("{\"type\":\"unlink\",\"with\":\"%s\"}");
}

static tincay_status run_duplicate(void) {
    return enter_with("{\"type\":\"duplicate_of\",\"of\":\"%s\"}");
}

static tincay_status run_decide(void) {
    return tincay_desk_decide(desk,
                              BYTES("{\"deadlines\":[{\"step\":\"1\",\"local_max\":\"PT1H\",\"source\":\"ours\"}]}"));
}

static const struct work works[] = {
    AT_DESK("decide", lay_plain, run_decide),
    AT_DESK("note", lay_plain, run_note),
    AT_DESK("status", lay_plain, run_status),
    AT_DESK("assigned", lay_plain, run_assigned),
    AT_DESK("step", lay_plain, run_step),
    AT_DESK("need", lay_plain, run_need),
    AT_DESK("service", lay_plain, run_service),
    AT_DESK("verification", lay_plain, run_verification),
    AT_DESK("urgency, raised", lay_plain, run_raise),
    AT_DESK("urgency, proposed", lay_proposed, run_lower),
    {"urgency, confirmed", lay_proposed, begin_as_second, run_confirm_urgency, do_nothing, end_desk, see_desk, 0},
    AT_DESK("urgency, withdrawn", lay_proposed, run_withdraw_urgency),
    AT_DESK("hold", lay_plain, run_hold),
    {"hold, confirmed", lay_held, begin_as_second, run_confirm_hold, do_nothing, end_desk, see_desk, 0},
    AT_DESK("hold, withdrawn", lay_held, run_withdraw_hold),
    AT_DESK("hold, lifted", lay_lifting, run_confirm_lift),
    AT_DESK("link", lay_plain, run_link),
    AT_DESK("unlink", lay_worked, run_unlink),
    AT_DESK("duplicate", lay_plain, run_duplicate),
};

int main(int argc, char **argv) {
    return run_matrix(argc, argv, works, sizeof works / sizeof *works, make_everything, clear_desk);
}
