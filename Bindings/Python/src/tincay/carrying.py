"""Carrying: names for the files that travel, and bundles and receipts in two halves for two carriers."""

from __future__ import annotations

from ._bytes import Data, lend
from ._call import ask, ask_two

BUNDLE_NAME = "data.bin"
"""A name for a bundle's file that says nothing."""

RECEIPT_NAME = "data.ack"
"""A name for a receipt's file that says nothing."""


def split_bundle(bundle: Data) -> tuple[bytes, bytes]:
    """Splits a bundle or a receipt: one half is random, and either alone is noise.

    Raises:
        InvalidInputError: there are no bytes.
        LimitError: there are more than 64 MiB.
    """
    pointer, size = lend(bundle)
    return ask_two("tincay_bundle_split", pointer, size)


def join_bundle(first: Data, second: Data) -> bytes:
    """Puts two halves together, in whatever order; halves of different bundles give bytes that nothing opens.

    Raises:
        InvalidInputError: they are not of one size, or there are no bytes.
        LimitError: there are more than 64 MiB.
    """
    left, left_size = lend(first)
    right, right_size = lend(second)
    return ask("tincay_bundle_join", left, left_size, right, right_size)
