#!/usr/bin/env python3
"""A quarter at two desks, a school's counselling office and a commune's, and what becomes of 300 reports.

    quarter.py [--seed N]

Everything that it tells is compared with a diary that is kept beside the desks. Exit status: 0 all is as it must be, 1
something is not, and one sentence says what, 2 usage, 3 it could not be played.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

try:
    import tincay
except ModuleNotFoundError:  # run from a source checkout, without installing the package
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Bindings" / "Python" / "src"))
    import tincay

from clock import load_clock
from must import BrokenPromiseError
from play import play
from world import World

FORM = Path(__file__).resolve().parents[2] / "Forms" / "vn-cp-intake.json"


def main() -> int:
    """Plays the quarter; what is not as it must be ends it with one sentence."""
    parser = argparse.ArgumentParser(description="A quarter at two desks, told week by week.")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed is another quarter; 1")
    arguments = parser.parse_args()
    load_clock()
    with tempfile.TemporaryDirectory(prefix="tincay-desk-") as folder:
        try:
            play(World(Path(folder), arguments.seed, FORM))
        except BrokenPromiseError as error:
            print(f"Not as it must be: {error}", file=sys.stderr)
            return 1
        except tincay.TincayError as error:
            print(f"Not as it must be: the library refused what it must not refuse: {error}", file=sys.stderr)
            return 1
        except OSError as error:
            print(f"It could not be played: {error}", file=sys.stderr)
            return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
