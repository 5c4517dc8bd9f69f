#!/usr/bin/env python3
"""Builds the default forms and the code lists from the sources beside this file.

python3 Forms/sources/build.py            writes Forms/*.json, Forms/lists/*.json and what the library knows of them
python3 Forms/sources/build.py --check    says which of them are not what the sources make
"""

import json
import sys
from pathlib import Path

from pack import casework, code_lists, feedback, layout, sweep
from pack.intake.form import form as intake

FORMS = Path(__file__).resolve().parent.parent
IN_LIBRARY = FORMS.parent / "Sources/TincayVault/Casebook/Work/StandardRules.swift"


def documents() -> dict[Path, str]:
    """What every file has to contain."""
    forms = {"vn-cp-intake": intake, "vn-cp-sweep": sweep.form, "vn-cp-feedback": feedback.form}
    made = {FORMS / f"{name}.json": layout.text(form()) for name, form in forms.items()}
    for code_list in code_lists.ALL:
        made[FORMS / "lists" / f"{code_list.name}.json"] = layout.text(code_list.json())
    rules = layout.text(casework.rules())
    made[FORMS / "vn-cp-casework.json"] = rules
    made[IN_LIBRARY] = _swift(rules)
    return made


def _swift(rules: str) -> str:
    """The rules of work as the library carries them, so that a desk has them with nothing beside it."""
    compact = layout.lines(json.loads(rules), 100)
    text = "\n".join(f"        {line}" for line in compact)
    return (
        "// Made by Forms/sources/build.py from Forms/sources/pack/casework.py.\n\n"
        "/// How cases are worked where a desk has decided nothing else: Forms/vn-cp-casework.json.\n"
        "enum StandardRules {\n"
        "    /// The document.\n"
        f'    static let text: StaticString = #"""\n{text}\n        """#\n'
        "}\n"
    )


def differing() -> list[Path]:
    """The files that are missing, differ, or belong to nothing any longer."""
    made = documents()
    wrong = [path for path, text in made.items() if not path.is_file() or path.read_text("utf-8") != text]
    return wrong + [path for path in sorted((FORMS / "lists").glob("*.json")) if path not in made]


def main() -> int:
    """Runs the command."""
    if sys.argv[1:] == ["--check"]:
        for path in differing():
            print(f"{path.relative_to(FORMS.parent)} is not what Forms/sources makes", file=sys.stderr)
        return 1 if differing() else 0
    if sys.argv[1:]:
        print(__doc__, file=sys.stderr)
        return 2
    for path, text in documents().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
