/* Kill -9 at any moment of submit, collect or settle loses no acknowledged report and corrupts nothing.
 * A child works and writes a byte into a pipe for each thing that the library acknowledged; it is killed at a random
 * moment, and what it was working on is opened again. TINCAY_KILLS sets how often, in all. */
#include "support.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>

enum { REPORTS_LIMIT = 100000 };

static const char *desk_path, *box_path;

/* How often each report was found at the desk, by its number. */
static unsigned char found[REPORTS_LIMIT];
static unsigned char acknowledged[REPORTS_LIMIT];

static int kills(int share) {
    const char *text = getenv("TINCAY_KILLS");
    int all = text != NULL ? atoi(text) : 300;
    return all * share / 100 > 0 ? all * share / 100 : 1;
}

/* Runs work in a child until it has written so many numbers, kills it within so many microseconds from there, and returns
 * the numbers that it wrote: the moments are spread over the work, however fast the machine is. */
static size_t work_and_kill(void (*work)(int pipe), size_t first, unsigned longest, long *numbers, size_t limit) {
    int ends[2], status;
    pid_t child;
    size_t count = 0;
    char ready;
    CHECK(pipe(ends) == 0);
    child = fork();
    if (child == 0) {
        close(ends[0]);
        work(ends[1]);
        _exit(0);
    }
    close(ends[1]);
    /* The child says when it begins, so that most kills hit the work and not the start of the process. */
    CHECK(read(ends[0], &ready, 1) == 1);
    while (count < first && read(ends[0], &numbers[count], sizeof(long)) == sizeof(long))
        count++;
    usleep(random_number() % longest);
    kill(child, SIGKILL);
    while (count < limit && read(ends[0], &numbers[count], sizeof(long)) == sizeof(long))
        count++;
    close(ends[0]);
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : status == 0);
    return count;
}

static void say(int pipe, long number) {
    CHECK(write(pipe, &number, sizeof number) == sizeof number);
}

static void say_ready(int pipe) {
    CHECK(write(pipe, "r", 1) == 1);
}

/* ---------------------------------------------------------------------------------------------- submitting */

static long next_number;

static void submit_number(tincay_box *box, tincay_form *form, long number) {
    char answers[100];
    tincay_bytes result;
    snprintf(answers, sizeof answers, "{\"story\":\"report\",\"number\":%ld}", number);
    EXPECT(TINCAY_OK, tincay_box_submit(box, form, BYTES(answers), NULL, &result));
    tincay_bytes_free(&result);
}

static void submit_until_killed(int pipe) {
    tincay_form *form = small_form();
    tincay_box *box;
    int count;
    say_ready(pipe);
    box = open_box(box_path);
    for (count = 0; count < 6; count++) {
        submit_number(box, form, next_number + count);
        say(pipe, next_number + count);
    }
    EXPECT(TINCAY_OK, tincay_box_close(box));
}

/* Counts each number at the desk. */
static void find_all(tincay_desk *desk) {
    memset(found, 0, sizeof found);
    find_reports(desk, found, REPORTS_LIMIT);
}

/* Every acknowledged report is at the desk exactly once; one that was not acknowledged at most once. */
static void check_found(long *lost_nothing_of) {
    long number, sum = 0;
    for (number = 0; number < REPORTS_LIMIT; number++) {
        if (acknowledged[number] && found[number] != 1) {
            printf("    report %ld is there %d times\n", number, found[number]);
            fail(__FILE__, __LINE__, "an acknowledged report is there once");
        }
        CHECK(found[number] <= 1);
        sum += acknowledged[number];
    }
    *lost_nothing_of = sum;
}

static void make_both(void) {
    tincay_desk *desk;
    desk_path = in_folder("desk.tincay");
    box_path = in_folder("box.tincay");
    make_desk(desk_path);
    desk = open_desk(desk_path);
    make_box(box_path, desk, ",\"bundle_mib\":1,\"slots_per_day\":2");
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
}

static void killed_while_submitting(void) {
    int round, rounds = kills(60);
    long sum, numbers[16];
    tincay_desk *desk;
    tincay_box *box;
    make_both();
    for (round = 0; round < rounds; round++) {
        size_t count = work_and_kill(submit_until_killed, random_number() % 6, 8000, numbers, 16), index;
        for (index = 0; index < count; index++)
            acknowledged[numbers[index]] = 1;
        next_number += 6;
        /* Every so often what is there is carried away, so that later kills meet other layouts of the file. */
        if (round % 40 == 39 || round + 1 == rounds) {
            desk = open_desk(desk_path);
            box = open_box(box_path);
            carry_all(box, desk);
            EXPECT(TINCAY_OK, tincay_box_close(box));
            EXPECT(TINCAY_OK, tincay_desk_close(desk));
        }
    }
    desk = open_desk(desk_path);
    find_all(desk);
    check_found(&sum);
    verify_desk(desk);
    printf("    %d kills, %ld acknowledged reports, each there once\n", rounds, sum);
    CHECK(sum > rounds / 4);
}

/* ---------------------------------------------------------------------------------------------- collecting */

static tincay_bytes bundles[4];

static void collect_until_killed(int pipe) {
    tincay_desk *desk = open_desk(desk_path);
    long index;
    say_ready(pipe);
    for (index = 0; index < 4; index++) {
        tincay_bytes receipt;
        EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundles[index].data, bundles[index].size, &receipt));
        say(pipe, index);
        tincay_bytes_free(&receipt);
    }
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
}

static void killed_while_collecting(void) {
    enum { EACH = 5 };
    const char *paths[4] = {"one.tincay", "two.tincay", "three.tincay", "four.tincay"};
    int round, rounds = kills(15), which;
    long sum = 0, numbers[8];
    tincay_desk *desk;
    tincay_form *form = small_form();
    tincay_box *boxes[4];
    make_both();
    desk = open_desk(desk_path);
    for (which = 0; which < 4; which++)
        make_box(in_folder(paths[which]), desk, ",\"bundle_mib\":1,\"slots_per_day\":2");
    EXPECT(TINCAY_OK, tincay_desk_close(desk));
    for (round = 0; round < rounds; round++) {
        size_t count, index;
        for (which = 0; which < 4; which++) {
            tincay_box *box = open_box(in_folder(paths[which]));
            int report;
            for (report = 0; report < EACH; report++) {
                acknowledged[next_number] = 1;
                submit_number(box, form, next_number++);
            }
            EXPECT(TINCAY_OK, tincay_box_pack(box, &bundles[which]));
            boxes[which] = box;
        }
        count = work_and_kill(collect_until_killed, random_number() % 4, 12000, numbers, 8);
        desk = open_desk(desk_path);
        verify_desk(desk);
        /* What a receipt was given for is there already, and collecting again gives a receipt for all of it. */
        for (index = 0; index < 4; index++) {
            tincay_bytes receipt, settled, list;
            long before, after;
            EXPECT(TINCAY_OK, tincay_desk_list(desk, BYTES("{\"limit\":1}"), &list));
            before = pick_number(list, "/total");
            tincay_bytes_free(&list);
            EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundles[index].data, bundles[index].size, &receipt));
            EXPECT(TINCAY_OK, tincay_desk_list(desk, BYTES("{\"limit\":1}"), &list));
            after = pick_number(list, "/total");
            tincay_bytes_free(&list);
            CHECK(after == before || after == before + EACH);
            if (index < count)
                CHECK(after == before);
            EXPECT(TINCAY_OK, tincay_box_settle(boxes[index], receipt.data, receipt.size, &settled));
            CHECK(pick_number(settled, "/waiting") == 0);
            tincay_bytes_free(&settled);
            tincay_bytes_free(&receipt);
            tincay_bytes_free(&bundles[index]);
            EXPECT(TINCAY_OK, tincay_box_close(boxes[index]));
        }
        EXPECT(TINCAY_OK, tincay_desk_close(desk));
    }
    desk = open_desk(desk_path);
    find_all(desk);
    check_found(&sum);
    verify_desk(desk);
    printf("    %d kills, %ld reports, each there once\n", rounds, sum);
}

/* ---------------------------------------------------------------------------------------------- settling */

static tincay_bytes receipts[1];

static void settle_until_killed(int pipe) {
    tincay_box *box;
    tincay_bytes settled;
    say_ready(pipe);
    box = open_box(box_path);
    EXPECT(TINCAY_OK, tincay_box_settle(box, receipts[0].data, receipts[0].size, &settled));
    say(pipe, pick_number(settled, "/freed"));
    EXPECT(TINCAY_OK, tincay_box_close(box));
}

static void killed_while_settling(void) {
    int round, rounds = kills(25);
    long sum, numbers[4];
    tincay_desk *desk;
    tincay_form *form = small_form();
    make_both();
    desk = open_desk(desk_path);
    for (round = 0; round < rounds; round++) {
        tincay_box *box = open_box(box_path);
        tincay_bytes bundle, settled;
        size_t count;
        int report;
        for (report = 0; report < 4; report++) {
            acknowledged[next_number] = 1;
            submit_number(box, form, next_number++);
        }
        EXPECT(TINCAY_OK, tincay_box_pack(box, &bundle));
        /* One more, which no receipt covers yet and which must not go with the others. */
        acknowledged[next_number] = 1;
        submit_number(box, form, next_number++);
        EXPECT(TINCAY_OK, tincay_box_close(box));
        EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipts[0]));
        tincay_bytes_free(&bundle);
        count = work_and_kill(settle_until_killed, 0, 15000, numbers, 4);
        box = open_box(box_path);
        EXPECT(TINCAY_OK, tincay_box_settle(box, receipts[0].data, receipts[0].size, &settled));
        if (count == 1)
            CHECK(pick_number(settled, "/freed") == 0);
        tincay_bytes_free(&settled);
        tincay_bytes_free(&receipts[0]);
        carry_all(box, desk);
        EXPECT(TINCAY_OK, tincay_box_close(box));
    }
    find_all(desk);
    check_found(&sum);
    verify_desk(desk);
    printf("    %d kills, %ld reports, each there once\n", rounds, sum);
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"killed while submitting, nothing acknowledged is lost", killed_while_submitting},
        {"killed while collecting, nothing is lost or doubled", killed_while_collecting},
        {"killed while settling, nothing is forgotten too soon", killed_while_settling},
    };
    return RUN(cases);
}
