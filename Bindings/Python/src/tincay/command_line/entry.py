"""The way in: ``desk`` as a command of the module, and what becomes of what a command gives or raises."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from .._terminal import forgive, hush, reason
from ..authoring.phrases import Phrases
from ..errors import LibraryError, TincayError
from . import (
    agreeing,
    attaching,
    auditing,
    cases,
    casework,
    collecting,
    counting,
    deciding,
    keeping,
    linking,
    papers,
    people,
    recovery,
    referring,
    setting_up,
    sharing,
    signing,
)
from .commands import Commands
from .failures import DONE, EXIT_CODES, FAILED, INTERRUPTED, CommandError, code_of, sentence_of
from .screen import Screen
from .vocabulary import VOCABULARY

_DESCRIPTION = (
    "Each command unlocks the desk, does one thing and locks it again. The passphrase is asked for, or read from "
    "--passphrase-file or --passphrase-fd; what people write about a child is asked for, or read from --text-file or "
    "the standard input. Neither is ever an argument: everybody on a machine can see those, and a shell keeps them."
)

_GROUPS = (
    setting_up,
    people,
    recovery,
    collecting,
    cases,
    casework,
    agreeing,
    linking,
    referring,
    sharing,
    signing,
    attaching,
    keeping,
    deciding,
    counting,
    papers,
    auditing,
)
"""The groups of commands, in the order in which the help lists them."""


def add_to(commands: Any) -> None:
    """Adds ``desk`` to the commands of the module."""
    desk = commands.add_parser(
        "desk",
        help="open a desk: collect reports, work cases, count, verify",
        description=_DESCRIPTION,
        epilog=f"{EXIT_CODES} Coloured tables and progress bars come with: pip install 'tincay[desk]'.",
        allow_abbrev=False,
    )
    tools = Commands(desk.add_subparsers(dest="tool", metavar="COMMAND", required=True))
    for group in _GROUPS:
        group.add_to(tools)


def run(arguments: argparse.Namespace) -> int:
    """Carries out a command, and gives its exit code; whatever fails is one sentence that quotes no report."""
    forgive()
    phrases = Phrases(arguments.language, VOCABULARY)
    screen = Screen(phrases, is_json=arguments.json)
    try:
        code = arguments.run(arguments, screen)
        sys.stdout.flush()
        return DONE if code is None else int(code)
    except BrokenPipeError:
        hush()
        return FAILED
    except KeyboardInterrupt:
        screen.warn("stopped")
        return INTERRUPTED
    except CommandError as error:
        screen.warn(error.phrase, *error.values)
        return error.code
    except TincayError as error:
        screen.complain(sentence_of(error, phrases))
        return code_of(error)
    except LibraryError as error:
        screen.complain(str(error))
        return FAILED
    except OSError as error:
        screen.warn("failed", reason(error))
        return FAILED
    except Exception as error:
        # What an exception of Python's own says may quote what was told; where it came from says enough.
        screen.warn("defect", type(error).__name__, _place(error))
        return FAILED


def _place(error: BaseException) -> str:
    """Names the line that an exception came from."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "?" if trace is None else f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
