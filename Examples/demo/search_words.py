#!/usr/bin/env python3
"""Searches the files of a box for the words of the answers that were dropped into it.

    search_words.py ANSWERS_FOLDER BOX OWN_BOX

Every word of at least four letters in a string of any answers file is looked for in BOX and the files beside it, as
UTF-8 and UTF-16, composed and decomposed, in lower, upper and given case. OWN_BOX is a copy of the box from before the
first report: a word that is already in there, such as one of the point's name, says nothing and is left out.

A word of fewer than six bytes turns up in random bytes by chance now and then, so it counts only where it stands
between quotes, blanks, commas or full stops, as it does in any text. Exits with 1 when a word is found.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

DELIMITER = rb"[ \",.]"


def strings(value: object) -> Iterator[str]:
    """Yields every string value in a JSON value; the names of members are the form's, not the answers'."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from strings(member)
    elif isinstance(value, list):
        for element in value:
            yield from strings(element)


def words_of(folder: Path) -> set[str]:
    """Gives the words of at least four letters in all answers files of a folder."""
    words: set[str] = set()
    for path in sorted(folder.glob("*.json")):
        for text in strings(json.loads(path.read_text(encoding="utf-8"))):
            composed = unicodedata.normalize("NFC", text)
            words.update(word for word in re.findall(r"[^\W_]+", composed) if len(word) >= 4)
    return words


def content_of(box: Path) -> bytes:
    """Gives the bytes of a box and of every file beside it that belongs to it, such as its write-ahead log."""
    return b"\n".join(path.read_bytes() for path in sorted(box.parent.glob(box.name + "*")))


def is_in(content: bytes, word: str) -> bool:
    """Tells whether a word is in the bytes in any of its spellings."""
    for cased in {word, word.lower(), word.upper()}:
        for form in ("NFC", "NFD"):
            spelled = unicodedata.normalize(form, cased)
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                needle = spelled.encode(encoding)
                if len(needle) >= 6:
                    if needle in content:
                        return True
                elif re.search(DELIMITER + re.escape(needle) + DELIMITER, content):
                    return True
    return False


def main() -> int:
    """Runs the search and prints what was looked for and found."""
    answers, box, own_box = (Path(argument) for argument in sys.argv[1:4])
    own_content = content_of(own_box)
    content = content_of(box)
    if not content or not own_content:
        print("  there is no box to search")
        return 1
    words = words_of(answers)
    own = {word for word in words if is_in(own_content, word)}
    found = sorted(word for word in words - own if is_in(content, word))
    names = ", ".join(path.name for path in sorted(box.parent.glob(box.name + "*")))
    print(f"  looked for {len(words - own)} words in {len(content)} bytes of {names}")
    if own:
        print(f"  left out, being in the empty box already: {', '.join(sorted(own))}")
    print(f"  found: {len(found)}{''.join(' ' + word for word in found)}")
    return 1 if found or not words - own else 0


if __name__ == "__main__":
    sys.exit(main())
