#!/usr/bin/env python3
"""Builds the default forms and the code lists from the sources beside this file.

python3 Forms/sources/build.py            writes Forms/*.json and Forms/lists/*.json
python3 Forms/sources/build.py --check    says which of them are not what the sources make
"""

import sys
from pathlib import Path

from pack import code_lists, feedback, layout, sweep
from pack.intake.form import form as intake

FORMS = Path(__file__).resolve().parent.parent


def documents() -> dict[Path, str]:
    """What every file has to contain."""
    forms = {"vn-cp-intake": intake, "vn-cp-sweep": sweep.form, "vn-cp-feedback": feedback.form}
    made = {FORMS / f"{name}.json": layout.text(form()) for name, form in forms.items()}
    for code_list in code_lists.ALL:
        made[FORMS / "lists" / f"{code_list.name}.json"] = layout.text(code_list.json())
    return made


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
