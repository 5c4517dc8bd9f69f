"""The package as a command: its versions, and the tools for people who write forms.

``python -m tincay --version`` tells the versions of the package and of the library; ``python -m tincay form --help``
lists the tools.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Optional

from . import __version__, library_version
from .authoring import command


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Answers ``--version``, runs a tool, and shows the usage otherwise."""
    parser = argparse.ArgumentParser(prog="python -m tincay", description="The Python binding of libtincay.")
    parser.add_argument("--version", action="store_true", help="tell the versions of the package and of the library")
    command.add_to(parser.add_subparsers(dest="command", metavar="COMMAND"))
    parsed = parser.parse_args(arguments)
    if parsed.version:
        print(f"tincay {__version__}, libtincay {library_version()}")
        return 0
    if parsed.command is None:
        parser.print_help()
        return 0
    return command.run(parsed)


if __name__ == "__main__":
    sys.exit(main())
