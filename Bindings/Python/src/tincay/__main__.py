"""Tells the versions of the package and of the library: ``python -m tincay --version``."""

from __future__ import annotations

import argparse

from . import __version__, library_version


def main() -> None:
    """Answers ``--version``, and shows the usage otherwise."""
    parser = argparse.ArgumentParser(prog="python -m tincay", description="The Python binding of libtincay.")
    parser.add_argument("--version", action="store_true", help="tell the versions of the package and of the library")
    if parser.parse_args().version:
        print(f"tincay {__version__}, libtincay {library_version()}")
    else:
        parser.print_help()


if __name__ == "__main__":
    main()
