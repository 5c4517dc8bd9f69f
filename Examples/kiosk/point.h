/* What the people of a point do with its box: set it up, carry bundles, take in receipts and notices. */
#ifndef KIOSK_POINT_H
#define KIOSK_POINT_H

#include "drop.h"

#define POINT_DESKS 8
#define POINT_SIGNERS 4

/* Who a point is and who may read what is dropped there. */
struct setup {
    const char *name;
    const char *kind;
    const char *cards[POINT_DESKS]; /* files that hold desks' cards */
    size_t card_count;
    const char *signers[POINT_SIGNERS]; /* files that hold the cards of the authority's desks */
    size_t signer_count;
    long slots_per_day; /* 0: as the library sees fit */
};

enum outcome point_create(const char *box_path, const struct setup *setup);
enum outcome point_tick(const char *box_path);

/* Writes every bundle of a round into a folder, under names that say nothing; with a second folder each of them in two
 * halves, one a folder, for two carriers. */
enum outcome point_pack(const char *box_path, const char *folder, const char *other_folder);

enum outcome point_news(const char *box_path, const char *notice_path);
enum outcome point_settle(const char *box_path, const char *receipt_path);
enum outcome point_status(const char *box_path);

/* Says what the library answered, for a log. Gives OUTCOME_FAILED. */
enum outcome point_failed(const char *what, tincay_status status);

#endif
