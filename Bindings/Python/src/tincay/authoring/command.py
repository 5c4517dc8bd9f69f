"""The command line of the tools: ``python -m tincay form ...``."""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path
from typing import Any, Optional

from .._terminal import forgive, hush, printable, reason
from ..errors import LibraryError, TincayError
from .check import as_json, as_text, check
from .document import DocumentError
from .phrases import LANGUAGES, Phrases
from .preview import preview
from .verdict import judge
from .xlsform.importer import from_xlsform
from .xlsform.workbook import WorkbookError

SOUND, UNSOUND, FAILED = 0, 1, 2
"""The exit codes: fine, the form is not, the command could not be carried out."""


class CommandError(Exception):
    """The command cannot be carried out; the text says why."""


def add_to(commands: Any) -> None:
    """Adds ``form`` to the commands of the module."""
    form = commands.add_parser("form", help="check, preview and import forms")
    tools = form.add_subparsers(dest="tool", metavar="TOOL", required=True)
    tool = tools.add_parser(
        "check",
        help="ask the library whether a form can be used, and look for what is missing",
        description="Exit code 0: the form can be used and nothing in it is wrong. 1: it is refused, or something in "
        "it does not do what it says (or, with --strict, there is a warning). 2: it could not be checked.",
    )
    tool.add_argument("form", metavar="FORM", help="the form, a JSON file")
    tool.add_argument("--resources", metavar="FILE", help="the resources that go with the form, a JSON file")
    tool.add_argument("--strict", action="store_true", help="let warnings count as errors")
    tool.add_argument("--json", action="store_true", help="print JSON")
    _add_language(tool)
    tool.set_defaults(run=_check)
    tool = tools.add_parser(
        "preview",
        help="write a form as a page to read, with every question, language, condition and rule",
        description="The page is one HTML file that loads nothing. Exit code 0: written. 2: it could not be.",
    )
    tool.add_argument("form", metavar="FORM", help="the form, a JSON file")
    tool.add_argument("--resources", metavar="FILE", help="the resources that go with the form, a JSON file")
    tool.add_argument("-o", "--output", metavar="FILE", help="the page; without it, it is printed")
    _add_language(tool)
    tool.set_defaults(run=_preview)
    tool = tools.add_parser(
        "from-xlsform",
        help="bring a form over from an XLSForm workbook",
        description="What could not be carried over is told on the standard error and in the form's $comment. Exit "
        "code 0: written. 1: written, but the library refuses it. 2: the workbook could not be read.",
    )
    tool.add_argument("workbook", metavar="FILE", help="the workbook, an .xlsx file")
    tool.add_argument("-o", "--output", metavar="FILE", help="the form; without it, it is printed")
    tool.add_argument(
        "--form-language", metavar="TAG", default="vi", help="the language of columns that name none (vi)"
    )
    _add_language(tool)
    tool.set_defaults(run=_from_xlsform)


def _add_language(tool: argparse.ArgumentParser) -> None:
    """Adds the choice of a language."""
    tool.add_argument("--language", choices=LANGUAGES, default="en", help="the language of the sentences")


def run(arguments: argparse.Namespace) -> int:
    """Carries out a command, and gives its exit code."""
    forgive()
    try:
        code = int(arguments.run(arguments, Phrases(arguments.language)))
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        hush()
        return FAILED
    except (CommandError, LibraryError, TincayError) as error:
        print(printable(str(error)), file=sys.stderr)
        return FAILED


def _check(arguments: argparse.Namespace, phrases: Phrases) -> int:
    """``form check``."""
    source = read(arguments.form, phrases)
    resources = read(arguments.resources, phrases) if arguments.resources else None
    checked = check(source, resources)
    if arguments.json:
        print(as_json(checked, phrases))
    else:
        print("\n".join(as_text(checked, phrases)))
    is_warned = any(advice.severity == "warning" for advice in checked.advice)
    return SOUND if checked.is_sound and not (arguments.strict and is_warned) else UNSOUND


def _preview(arguments: argparse.Namespace, phrases: Phrases) -> int:
    """``form preview``."""
    source = read(arguments.form, phrases)
    resources = read(arguments.resources, phrases) if arguments.resources else None
    try:
        page = preview(source, resources, arguments.language)
    except DocumentError as error:
        raise CommandError(phrases("cannotRead", arguments.form, error)) from None
    put(arguments.output, page, phrases)
    return SOUND


def _from_xlsform(arguments: argparse.Namespace, phrases: Phrases) -> int:
    """``form from-xlsform``."""
    source = read(arguments.workbook, phrases)
    try:
        imported = from_xlsform(
            source,
            Path(arguments.workbook).stem,
            language=arguments.form_language,
            takes_pattern=_takes_pattern,
            phrases=phrases,
        )
    except ImportError as error:
        if isinstance(error, LibraryError):
            raise
        raise CommandError(phrases("needsOpenpyxl")) from None
    except WorkbookError as error:
        raise CommandError(phrases("cannotRead", arguments.workbook, phrases(error.phrase, *error.values))) from None
    content = json.dumps(imported.form, ensure_ascii=False, indent=2) + "\n"
    put(arguments.output, content, phrases)
    for loss in imported.losses:
        print(printable(loss.sentence(phrases)), file=sys.stderr)
    checked = check(content.encode("utf-8", "replace"))
    if not checked.is_sound:
        print("\n".join(as_text(checked, phrases)), file=sys.stderr)
    return SOUND if checked.is_sound else UNSOUND


def _takes_pattern(pattern: str) -> bool:
    """Tells whether the library takes a regular expression."""
    return judge(json.dumps({"type": "string", "pattern": pattern}).encode()).usable


def put(path: Optional[str], content: str, phrases: Phrases) -> None:
    """Writes a text to a file in UTF-8, or to the standard output.

    Raises:
        CommandError: it cannot be written.
    """
    if path is not None:
        return write(path, content, phrases)
    sys.stdout.flush()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(content)
    return None


def read(path: str, phrases: Phrases) -> bytes:
    """Reads a file.

    Raises:
        CommandError: it cannot be read.
    """
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise CommandError(phrases("cannotRead", path, reason(error))) from None


def write(path: str, content: str, phrases: Phrases) -> None:
    """Writes a text file in UTF-8.

    Raises:
        CommandError: it cannot be written.
    """
    try:
        Path(path).write_bytes(content.encode("utf-8", "replace"))
    except (OSError, ValueError) as error:
        raise CommandError(phrases("cannotWrite", path, reason(error))) from None
