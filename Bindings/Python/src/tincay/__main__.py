"""The package as a command: its versions, the tools for people who write forms, and a desk.

``python -m tincay --version`` tells the versions of the package and of the library; ``python -m tincay form --help``
lists the tools, ``python -m tincay desk --help`` what can be done at a desk.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Optional

from . import __version__, library_version
from .authoring import command
from .command_line import entry


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Answers ``--version``, runs a tool, and shows the usage otherwise."""
    parser = argparse.ArgumentParser(prog="python -m tincay", description="The Python binding of libtincay.")
    parser.add_argument("--version", action="store_true", help="tell the versions of the package and of the library")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    command.add_to(commands)
    entry.add_to(commands)
    parsed, rest = parser.parse_known_args(arguments)
    if rest and parsed.command == "desk":
        # Not repeated: somebody may have typed a secret or words about a child where neither belongs.
        parser.error(f"too many arguments ({len(rest)}); words about a child are asked for, and never arguments")
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if parsed.version:
        print(f"tincay {__version__}, libtincay {library_version()}")
        return 0
    if parsed.command is None:
        parser.print_help()
        return 0
    return entry.run(parsed) if parsed.command == "desk" else command.run(parsed)


if __name__ == "__main__":
    sys.exit(main())
