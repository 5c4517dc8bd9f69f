/* What a passphrase costs a desk. A desk has no raw key as its peers have: where they are opened with theirs, this program
 * stands in for libsodium's crypto_pwhash and derives the desk's key in no time, so that all else is what is measured. */
#ifndef TINCAY_BENCHMARKS_PASSPHRASE_H
#define TINCAY_BENCHMARKS_PASSPHRASE_H

/* Has passphrases cost nothing from here on, or what they do cost. */
void passphrases_cost(int something);

#endif
