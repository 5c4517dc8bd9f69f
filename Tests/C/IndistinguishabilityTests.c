/* Whoever copies a box's file every day, at the day's start, does not learn how many reports came on which day.
 * Boxes that get no report, a day's slots full of them and some of them live through the same days, with the same ticks,
 * bundles and receipts; what their copies show besides random bytes is compared, and the random bytes as well. */
#include "support.h"

#include "day.h"
#include "disk.h"

#include <math.h>
#include <sqlite3.h>
#include <sys/stat.h>

enum { BOXES = 3, DAYS = 70, SLOTS = 4, SLOT_SIZE = 16384, PAGE = 4096, PAGES = 8192, TEXT = 60000 };

/* ---------------------------------------------------------------------------------------------- what a copy shows */

/* What a copy of a box shows, and which pages differ from those of the copy of the day before. */
struct look {
    size_t size, log_size;
    unsigned char header[100];
    unsigned char changed[PAGES];
    char rows[TEXT];
};

static struct look looks[BOXES][DAYS];
static uint8_t *last[BOXES];
static size_t last_size[BOXES];

/* Adds what a query gives to a text. */
static void describe(sqlite3 *copy, const char *query, char *text) {
    sqlite3_stmt *statement;
    size_t used = strlen(text);
    CHECK(sqlite3_prepare_v2(copy, query, -1, &statement, NULL) == SQLITE_OK);
    CHECK(sqlite3_step(statement) == SQLITE_ROW);
    CHECK(used + (size_t)sqlite3_column_bytes(statement, 0) + 2 < TEXT);
    snprintf(text + used, TEXT - used, "%s\n", (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
}

static size_t file_size(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 ? (size_t)about.st_size : 0;
}

static sqlite3 *open_copy(const uint8_t *bytes, size_t size) {
    const char *path = in_folder("copy.tincay");
    sqlite3 *copy;
    write_file(path, bytes, size);
    CHECK(sqlite3_open_v2(path, &copy, SQLITE_OPEN_READWRITE, "unix") == SQLITE_OK);
    return copy;
}

static void look_at(int which, int day, const char *path) {
    struct look *look = &looks[which][day];
    size_t page, size;
    uint8_t *bytes = read_file(path, &size);
    char log[600];
    sqlite3 *copy = open_copy(bytes, size);
    snprintf(log, sizeof log, "%s-wal", path);
    look->log_size = file_size(log);
    look->size = size;
    CHECK(size / PAGE < PAGES);
    memcpy(look->header, bytes, sizeof look->header);
    for (page = 0; page < size / PAGE; page++)
        look->changed[page] =
            page * PAGE >= last_size[which] || memcmp(bytes + page * PAGE, last[which] + page * PAGE, PAGE) != 0;
    describe(copy, "SELECT group_concat(number || ' ' || length(id) || ' ' || length(envelope)) FROM slot", look->rows);
    describe(copy, "SELECT group_concat(number || ' ' || since || ' ' || covered) FROM mark", look->rows);
    describe(copy, "SELECT group_concat(id || ' ' || hex(body)) FROM state", look->rows);
    describe(copy, "SELECT group_concat(id || ' ' || length(seed) || ' ' || length(body)) FROM setup", look->rows);
    describe(copy, "SELECT group_concat(sql) FROM sqlite_schema", look->rows);
    describe(copy, "PRAGMA page_count", look->rows);
    describe(copy, "PRAGMA freelist_count", look->rows);
    CHECK(sqlite3_close(copy) == SQLITE_OK);
    free(last[which]);
    last[which] = bytes;
    last_size[which] = size;
}

/* ---------------------------------------------------------------------------------------------- random bytes */

/* How often each byte and each bit is set in the envelopes of closed days, in noise and in reports. */
static long bytes_seen[2][256], bits_seen[2][SLOT_SIZE * 8], envelopes_seen[2];

static void count_envelopes(int which, int is_report, long first, long end) {
    sqlite3 *copy = open_copy(last[which], last_size[which]);
    sqlite3_stmt *statement;
    CHECK(sqlite3_prepare_v2(copy, "SELECT envelope FROM slot WHERE number >= ? AND number < ?", -1, &statement,
                             NULL) == SQLITE_OK);
    sqlite3_bind_int64(statement, 1, first);
    sqlite3_bind_int64(statement, 2, end);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const unsigned char *envelope = sqlite3_column_blob(statement, 0);
        int index, bit;
        CHECK(sqlite3_column_bytes(statement, 0) == SLOT_SIZE);
        envelopes_seen[is_report]++;
        for (index = 0; index < SLOT_SIZE; index++) {
            bytes_seen[is_report][envelope[index]]++;
            for (bit = 0; bit < 8; bit++)
                bits_seen[is_report][index * 8 + bit] += envelope[index] >> bit & 1;
        }
    }
    sqlite3_finalize(statement);
    CHECK(sqlite3_close(copy) == SQLITE_OK);
}

/* Whether the two histograms could be of the same kind of bytes: a chi-square with 255 degrees of freedom. */
static double compare_bytes(void) {
    double sum = 0, shares[2];
    int value, kind;
    for (kind = 0; kind < 2; kind++)
        shares[kind] = (double)envelopes_seen[kind] / (double)(envelopes_seen[0] + envelopes_seen[1]);
    for (value = 0; value < 256; value++) {
        double both = (double)(bytes_seen[0][value] + bytes_seen[1][value]);
        for (kind = 0; kind < 2; kind++) {
            double expected = both * shares[kind], off = (double)bytes_seen[kind][value] - expected;
            sum += off * off / expected;
        }
    }
    return sum;
}

/* How far the most different bit is set more often in one kind than in the other, in standard deviations. */
static double compare_bits(void) {
    double most = 0, one = (double)envelopes_seen[0], two = (double)envelopes_seen[1];
    int bit;
    for (bit = 0; bit < SLOT_SIZE * 8; bit++) {
        double share = (double)(bits_seen[0][bit] + bits_seen[1][bit]) / (one + two);
        double off = fabs((double)bits_seen[0][bit] / one - (double)bits_seen[1][bit] / two);
        double deviation = sqrt(share * (1 - share) * (1 / one + 1 / two));
        if (deviation > 0 && off / deviation > most)
            most = off / deviation;
    }
    return most;
}

/* ---------------------------------------------------------------------------------------------- a guesser */

enum { FEATURES = 6 };

/* What a copy shows, as numbers. */
static void measure(const struct look *look, double *features) {
    size_t page, changed = 0, sum = 0, rows = 0;
    for (page = 0; page < look->size / PAGE; page++) {
        changed += look->changed[page];
        sum += look->changed[page] * page;
    }
    for (page = 0; look->rows[page]; page++)
        rows = rows * 31 % 1000003 + (unsigned char)look->rows[page];
    features[0] = (double)look->size;
    features[1] = (double)look->log_size;
    features[2] = (double)changed;
    features[3] = (double)sum;
    features[4] = (double)rows;
    features[5] = (double)(look->header[27] + 256 * look->header[26]);
}

/* Of days on which one box got reports and the other none, the share in which a guesser is right that compares one number
 * of the two boxes' copies. It learns from the first half of the days which number, and which way, and guesses in the
 * second half; where the numbers are the same it tosses a coin. */
static double guess(int quiet, int busy) {
    double best = -1, answer = 0;
    int feature, sign, day;
    for (feature = 0; feature < FEATURES; feature++)
        for (sign = -1; sign <= 1; sign += 2) {
            double right[2] = {0, 0};
            for (day = 1; day < DAYS; day++) {
                double a[FEATURES], b[FEATURES], off;
                measure(&looks[quiet][day], a);
                measure(&looks[busy][day], b);
                off = (b[feature] - a[feature]) * sign;
                right[day >= DAYS / 2] += off > 0 ? 1 : off < 0 ? 0 : 0.5;
            }
            if (right[0] > best) {
                best = right[0];
                answer = right[1] / (DAYS - DAYS / 2);
            }
        }
    return answer;
}

/* ---------------------------------------------------------------------------------------------- the days */

static const char options[] = ",\"bundle_mib\":1";

static tincay_form *form;
static tincay_desk *desk;
static tincay_box *boxes[BOXES];
static const char *paths[BOXES];
static tincay_bytes receipts[BOXES];

static void submit(int which, int count) {
    while (count-- > 0) {
        tincay_bytes result;
        EXPECT(TINCAY_OK, tincay_box_submit(boxes[which], form, BYTES(SMALL_ANSWERS), NULL, &result));
        tincay_bytes_free(&result);
    }
}

static void pack(int which) {
    tincay_bytes bundle;
    EXPECT(TINCAY_OK, tincay_box_pack(boxes[which], &bundle));
    /* Whose person was away for days has locked itself. */
    EXPECT(TINCAY_OK, tincay_desk_unlock(desk, BYTES(PASSPHRASE), NULL, 0));
    tincay_bytes_free(&receipts[which]);
    EXPECT(TINCAY_OK, tincay_desk_collect(desk, bundle.data, bundle.size, &receipts[which]));
    tincay_bytes_free(&bundle);
}

static void settle(int which) {
    tincay_bytes settled;
    EXPECT(TINCAY_OK, tincay_box_settle(boxes[which], receipts[which].data, receipts[which].size, &settled));
    tincay_bytes_free(&settled);
}

/* Nothing tells of an hour before the day's change: neither the file nor its log was written last before it. */
static void check_times(const char *path, const char *reference) {
    struct stat then, now;
    char log[600];
    CHECK(stat(reference, &then) == 0 && stat(path, &now) == 0);
    CHECK(now.st_mtim.tv_sec > then.st_mtim.tv_sec ||
          (now.st_mtim.tv_sec == then.st_mtim.tv_sec && now.st_mtim.tv_nsec >= then.st_mtim.tv_nsec));
    snprintf(log, sizeof log, "%s-wal", path);
    CHECK(is_blank(log));
}

/* One day of a box: it is copied right after it began, and gets its reports around what all boxes do. */
static void live(int which, int day, int reports) {
    const char *reference = in_folder("reference");
    int before = (int)(random_number() % (unsigned)(reports + 1));
    write_file(reference, "", 0);
    if (day % 9 == 4) {
        EXPECT(TINCAY_OK, tincay_box_close(boxes[which]));
        boxes[which] = open_box(paths[which]);
    }
    EXPECT(TINCAY_OK, tincay_box_tick(boxes[which]));
    if (day > 0)
        check_times(paths[which], reference);
    look_at(which, day, paths[which]);
    if (day % 7 == 3)
        settle(which);
    submit(which, before);
    if (day % 7 == 1 || day % 7 == 2)
        pack(which);
    if (day % 7 == 1)
        settle(which);
    submit(which, reports - before);
}

static void copies_of_every_day_do_not_tell_how_many_reports_came(void) {
    int which, day;
    double bytes, bits, full, some;
    disk_mount();
    form = small_form();
    tell_day(0);
    make_desk(in_folder("desk.tincay"));
    desk = open_desk(in_folder("desk.tincay"));
    for (which = 0; which < BOXES; which++) {
        char name[20];
        snprintf(name, sizeof name, "box%d.tincay", which);
        paths[which] = in_folder(name);
        make_box(paths[which], desk, options);
        boxes[which] = open_box(paths[which]);
    }
    for (day = 0; day < DAYS; day++) {
        tell_day(day);
        for (which = 0; which < BOXES; which++)
            live(which, day, which == 0 ? 0 : which == 1 ? SLOTS : (int)(random_number() % (SLOTS + 1)));
        /* The day before is closed: in the first box it is noise throughout, in the second it is all reports, of which
         * those that no receipt has freed are there. */
        if (day > 0 && (day - 1) % 7 != 1)
            for (which = 0; which < 2; which++)
                count_envelopes(which, which, SLOTS * (day - 1) + 1, SLOTS * day + 1);
    }
    for (day = 0; day < DAYS; day++)
        for (which = 1; which < BOXES; which++) {
            const struct look *look = &looks[which][day], *quiet = &looks[0][day];
            CHECK(look->size == quiet->size && look->log_size == quiet->log_size);
            CHECK(strcmp(look->rows, quiet->rows) == 0);
            CHECK(memcmp(look->header, quiet->header, sizeof look->header) == 0);
            CHECK(memcmp(look->changed, quiet->changed, sizeof look->changed) == 0);
        }
    bytes = compare_bytes();
    bits = compare_bits();
    full = guess(0, 1);
    some = guess(0, 2);
    printf("    %d days x %d boxes: sizes, rows, states and changed pages the same; a guesser is right in %.1f %% "
           "(full) and "
           "%.1f %% (some); bytes of %ld reports and %ld noises: chi-square %.0f of 255, bits %.1f deviations apart\n",
           DAYS, BOXES, 100 * full, 100 * some, envelopes_seen[1], envelopes_seen[0], bytes, bits);
    CHECK(full < 0.75 && some < 0.75);
    CHECK(envelopes_seen[0] > 200 && envelopes_seen[1] > 200);
    /* Either happens by chance once in more than ten million runs. */
    CHECK(bytes < 400);
    CHECK(bits < 8);
}

/* The comparison finds a difference where there is one: while its day lasts, a box that was used shows it. */
static void a_copy_of_the_same_day_does_tell_which_shows_that_copies_are_compared(void) {
    int which;
    disk_mount();
    form = small_form();
    tell_day(0);
    make_desk(in_folder("desk.tincay"));
    desk = open_desk(in_folder("desk.tincay"));
    for (which = 0; which < 2; which++) {
        paths[which] = in_folder(which ? "busy.tincay" : "quiet.tincay");
        make_box(paths[which], desk, options);
        boxes[which] = open_box(paths[which]);
        look_at(which, 0, paths[which]);
        submit(which, which);
        EXPECT(TINCAY_OK, tincay_box_close(boxes[which]));
        look_at(which, 1, paths[which]);
    }
    CHECK(strcmp(looks[0][1].rows, looks[1][1].rows) != 0);
    CHECK(memcmp(looks[0][1].changed, looks[1][1].changed, PAGES) != 0);
}

int main(int argc, char **argv) {
    static const struct test_case cases[] = {
        {"copies of every day do not tell how many reports came",
         copies_of_every_day_do_not_tell_how_many_reports_came},
        {"a copy of the same day does tell, which shows that copies are compared",
         a_copy_of_the_same_day_does_tell_which_shows_that_copies_are_compared},
    };
    return RUN(cases);
}
