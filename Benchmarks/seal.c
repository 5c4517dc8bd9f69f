/* What sealing a report to eight desks costs, beside the libsodium primitives that it must call, and what an answer in a
 * draft costs.
 *
 *     seal FOLDER [ROUNDS]     a folder on the disk to be measured; what is made there is removed again
 *
 * Sealing is no function of the library. It is what is left of the CPU time of tincay_box_submit when that of
 * tincay_form_check with the same answers is taken away, and that of the same rows written by hand with SQLite: so it is
 * charged with all else that the library does, such as the report's head and the state. The primitives are those that
 * Documentation/FORMAT.md asks for, with texts of the same sizes. All take turns.
 */
#include "measure.h"
#include "rows.h"

#include <sodium.h>
#include <tincay.h>
#include <unistd.h>

enum { DESKS = 8, MOST = 64 * SLOTS, WRAPS = 465, HEAD = 512, TOLD = 2000 };

/* What one thing took, each time. */
struct cost {
    double wall[MOST], cpu[MOST];
    size_t count;
};

static void begin(struct cost *cost) {
    cost->cpu[cost->count] = -microseconds(CLOCK_PROCESS_CPUTIME_ID);
    cost->wall[cost->count] = -microseconds(CLOCK_MONOTONIC);
}

static void end(struct cost *cost) {
    cost->wall[cost->count] += microseconds(CLOCK_MONOTONIC);
    cost->cpu[cost->count] += microseconds(CLOCK_PROCESS_CPUTIME_ID);
    cost->count++;
}

static double cpu(struct cost *cost) {
    return quantile(cost->cpu, cost->count, 0.5);
}

/* ---------------------------------------------------------------------------------------------- the primitives */

static uint8_t reader_keys[DESKS][32];

/* What each reader costs: an agreement, the hash that makes a key of it, and a seal of 32 bytes. */
static void wrap(const uint8_t key[32], const uint8_t secret[32], const uint8_t reader[32], uint8_t *wraps, int place) {
    static const uint8_t nonce[24];
    uint8_t shared[32], wrap_key[32];
    crypto_generichash_state state;
    MUST(crypto_scalarmult(shared, secret, reader) == 0);
    crypto_generichash_init(&state, NULL, 0, sizeof wrap_key);
    crypto_generichash_update(&state, (const uint8_t *)"tincay wrap 1 envelope", 22);
    crypto_generichash_update(&state, shared, 32);
    crypto_generichash_update(&state, wraps + 17, 32);
    crypto_generichash_update(&state, reader, 32);
    crypto_generichash_final(&state, wrap_key, sizeof wrap_key);
    crypto_aead_xchacha20poly1305_ietf_encrypt(wraps + 81 + 48 * place, NULL, key, 32, wraps, 49, NULL, nonce,
                                               wrap_key);
}

/* One part of a sealed body. */
static size_t seal_part(uint8_t *envelope, const uint8_t *plain, size_t size, uint64_t number, const uint8_t key[32]) {
    static const uint8_t nonce[24], associated[66];
    uint8_t subkey[32];
    crypto_kdf_derive_from_key(subkey, sizeof subkey, number, "tincayrp", key);
    crypto_aead_xchacha20poly1305_ietf_encrypt(envelope, NULL, plain, size, associated, sizeof associated, NULL, nonce,
                                               subkey);
    return size + 16;
}

/* All that an envelope for so many readers takes; the key pair is made ahead, which costs as much. */
static void run_primitives(int readers, size_t facts) {
    static uint8_t envelope[ENVELOPE], plain[ENVELOPE];
    uint8_t key[32], secret[32];
    crypto_generichash_state state;
    size_t size = WRAPS;
    int place;
    randombytes_buf(secret, sizeof secret);
    crypto_scalarmult_base(envelope + 17, secret);
    randombytes_buf(key, sizeof key);
    randombytes_buf(envelope + 1, IDENTIFIER);
    crypto_generichash_init(&state, key, sizeof key, 32);
    crypto_generichash_update(&state, (const uint8_t *)"tincay commitment 1 envelope", 28);
    crypto_generichash_update(&state, envelope, 49);
    crypto_generichash_final(&state, envelope + 49, 32);
    for (place = 0; place < readers; place++)
        wrap(key, secret, reader_keys[place], envelope, place);
    for (; place < DESKS; place++)
        randombytes_buf(envelope + 81 + 48 * place, 48);
    for (place = 0; place < DESKS; place++)
        (void)randombytes_uniform((uint32_t)(DESKS - place));
    size += seal_part(envelope + size, plain, 128, 0, key);
    size += seal_part(envelope + size, plain, HEAD, 1, key);
    size += seal_part(envelope + size, plain, facts, 2, key);
    randombytes_buf(envelope + size, ENVELOPE - 32 - size);
    crypto_generichash_init(&state, NULL, 0, 32);
    crypto_generichash_update(&state, (const uint8_t *)"tincay slot 1", 13);
    crypto_generichash_update(&state, envelope, ENVELOPE - 32);
    crypto_generichash_final(&state, envelope + ENVELOPE - 32, 32);
}

/* ---------------------------------------------------------------------------------------------- the library */

static char path[4200];
static tincay_bytes cards[DESKS];

static const char *in(const char *folder, const char *name) {
    snprintf(path, sizeof path, "%s/seal-%s", folder, name);
    return path;
}

static void make_cards(const char *folder) {
    static const uint8_t passphrase[] = "eight or more";
    for (int desk = 0; desk < DESKS; desk++) {
        tincay_desk *opened;
        unlink(in(folder, "desk.tincay"));
        MUST(tincay_desk_create(path, "a counsellor", passphrase, 13, NULL, 0) == TINCAY_OK);
        MUST(tincay_desk_open(path, "a counsellor", passphrase, 13, &opened) == TINCAY_OK);
        MUST(tincay_desk_card(opened, &cards[desk]) == TINCAY_OK);
        tincay_desk_close(opened);
        unlink(path);
    }
}

/* A box of 32 slots a day for some of the desks, opened. */
static tincay_box *make_box(const char *box_path, int desks) {
    tincay_box *box;
    char *setup = malloc(DESKS * (cards[0].size + 2) + 256), *put = setup;
    put += sprintf(
        put, "{\"point\":{\"name\":\"A trusted "
             "address\",\"kind\":\"NODE-TRUSTED\"},\"slots_per_day\":32,\"reserve\":0,\"flood\":{\"burst\":100000},"
             "\"desks\":[");
    for (int desk = 0; desk < desks; desk++)
        put += sprintf(put, "%s%s", desk > 0 ? "," : "", (const char *)cards[desk].data);
    put += sprintf(put, "]}");
    unlink(box_path);
    MUST(tincay_box_create(box_path, (const uint8_t *)setup, (size_t)(put - setup)) == TINCAY_OK);
    MUST(tincay_box_open(box_path, &box) == TINCAY_OK);
    free(setup);
    return box;
}

static void submit(tincay_box *box, tincay_form *form, const char *answers, size_t size, struct cost *cost) {
    tincay_bytes result;
    begin(cost);
    MUST(tincay_box_submit(box, form, (const uint8_t *)answers, size, "vi", &result) == TINCAY_OK);
    end(cost);
    tincay_bytes_free(&result);
}

/* Answers in a draft that holds a story already, so many times. */
static void answer(tincay_box *box, tincay_form *form, const char *told, struct cost *cost) {
    tincay_draft *draft;
    tincay_bytes progress, result;
    char value[TOLD + 3];
    MUST(tincay_draft_begin(box, form, NULL, "vi", &draft) == TINCAY_OK);
    sprintf(value, "\"%s\"", told);
    MUST(tincay_draft_answer(draft, "/told", (uint8_t *)value, strlen(value), 0, &progress) == TINCAY_OK);
    tincay_bytes_free(&progress);
    for (int number = 0; number < SLOTS; number++) {
        int size = sprintf(value, "%d", number);
        begin(cost);
        MUST(tincay_draft_answer(draft, "/age", (uint8_t *)value, (size_t)size, 0, &progress) == TINCAY_OK);
        end(cost);
        tincay_bytes_free(&progress);
    }
    MUST(tincay_draft_abandon(draft, TINCAY_DRAFT_FORGET, &result) == TINCAY_OK);
    tincay_bytes_free(&result);
    tincay_draft_close(draft);
}

static struct {
    struct cost to_eight, to_one, check, rows, primitives_eight, primitives_one, answer_eight, answer_one;
} costs;

static void run_round(const char *folder, tincay_form *form, const char *told) {
    char eight_path[4200], one_path[4200], peer_path[4200], answers[TOLD + 200];
    uint8_t bytes[ENVELOPE];
    struct peer peer;
    tincay_box *eight, *one;
    tincay_bytes result;
    snprintf(eight_path, sizeof eight_path, "%s", in(folder, "eight.tincay"));
    snprintf(one_path, sizeof one_path, "%s", in(folder, "one.tincay"));
    snprintf(peer_path, sizeof peer_path, "%s", in(folder, "peer.db"));
    unlink(peer_path);
    eight = make_box(eight_path, DESKS);
    one = make_box(one_path, 1);
    peer_open(&peer, peer_path);
    /* First, while there is a slot that the draft can have. */
    answer(eight, form, told, &costs.answer_eight);
    answer(one, form, told, &costs.answer_one);
    for (int number = 1; number <= SLOTS; number++) {
        size_t size = (size_t)sprintf(answers, "{\"told\":\"%s\",\"age\":%d,\"safe_now\":false,\"place\":\"home\"}",
                                      told, number);
        size_t facts = (size + 4 + 255) / 256 * 256;
        submit(eight, form, answers, size, &costs.to_eight);
        submit(one, form, answers, size, &costs.to_one);
        begin(&costs.check);
        MUST(tincay_form_check(form, (const uint8_t *)answers, size, "vi", &result) == TINCAY_OK);
        end(&costs.check);
        tincay_bytes_free(&result);
        randombytes_buf(bytes, sizeof bytes);
        begin(&costs.rows);
        peer_write(&peer, number, bytes);
        end(&costs.rows);
        begin(&costs.primitives_eight);
        run_primitives(DESKS, facts);
        end(&costs.primitives_eight);
        begin(&costs.primitives_one);
        run_primitives(1, facts);
        end(&costs.primitives_one);
    }
    peer_close(&peer);
    tincay_box_close(eight);
    tincay_box_close(one);
    unlink(eight_path);
    unlink(one_path);
    unlink(peer_path);
}

static void print_results(void) {
    double eight = cpu(&costs.to_eight), one = cpu(&costs.to_one), check = cpu(&costs.check), rows = cpu(&costs.rows);
    double needed = cpu(&costs.primitives_eight), needed_one = cpu(&costs.primitives_one);
    double sealing = eight - check - rows;
    printf("Sealing a report of 2 KiB to eight desks, CPU time, median of %zu\n", costs.to_eight.count);
    printf("  tincay_box_submit to 8 desks         %8.1f us\n", eight);
    printf("  less tincay_form_check               %8.1f us\n", check);
    printf("  less the same rows, C and SQLite     %8.1f us\n", rows);
    printf("  is sealing, and all else             %8.1f us\n", sealing);
    printf("  the primitives that it must call     %8.1f us\n", needed);
    printf("  ratio %.2f (goal: at most 1.20)\n", sealing / needed);
    printf("  7 desks more: %.1f us, their primitives %.1f us, ratio %.2f\n", eight - one, needed - needed_one,
           (eight - one) / (needed - needed_one));
    printf("\nAn answer in a draft of 2 KiB, median of %zu %16s %9s %9s\n", costs.answer_eight.count, "p50 us",
           "p99 us", "CPU us");
    printf("  to 8 desks %44.0f %9.0f %9.0f\n", quantile(costs.answer_eight.wall, costs.answer_eight.count, 0.5),
           quantile(costs.answer_eight.wall, costs.answer_eight.count, 0.99), cpu(&costs.answer_eight));
    printf("  to 1 desk  %44.0f %9.0f %9.0f\n", quantile(costs.answer_one.wall, costs.answer_one.count, 0.5),
           quantile(costs.answer_one.wall, costs.answer_one.count, 0.99), cpu(&costs.answer_one));
}

int main(int count, char **arguments) {
    static char told[TOLD + 1];
    int rounds = count > 2 ? atoi(arguments[2]) : 16;
    tincay_form *form;
    MUST((count == 2 || count == 3) && strlen(arguments[1]) < 4000 && sodium_init() >= 0);
    MUST(rounds > 0 && rounds * SLOTS <= MOST);
    memset(told, 'a', TOLD);
    for (int desk = 0; desk < DESKS; desk++) {
        uint8_t secret[32];
        randombytes_buf(secret, sizeof secret);
        crypto_scalarmult_base(reader_keys[desk], secret);
    }
    make_cards(arguments[1]);
    MUST(tincay_form_open((const uint8_t *)FORM, sizeof FORM - 1, &form) == TINCAY_OK);
    while (rounds-- > 0)
        run_round(arguments[1], form, told);
    tincay_form_close(form);
    print_results();
    return 0;
}
