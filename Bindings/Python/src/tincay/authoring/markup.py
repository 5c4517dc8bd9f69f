"""HTML put together from pieces: whatever is not markup already is escaped, without exception."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Union

from .conditions import Clause, Code, ConditionWriter, Group, Leaf, bracketed
from .phrases import Phrases


class Markup(str):
    """Text that is HTML already; only this module makes it."""

    __slots__ = ()


Piece = Union[str, Iterable["Piece"], None]
"""What goes into an element: text, markup, or several of them; None is nothing."""

_EMPTY = frozenset(("meta", "br", "hr"))
_TAG = re.compile(r"[a-z][a-z0-9]*")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def text(value: Piece) -> Markup:
    """Escapes text, and makes the characters seen that could steer a terminal, a browser or a reader's eye."""
    if value is None:
        return Markup()
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return Markup(html.escape(_UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", value), quote=True))
    return Markup("".join(text(piece) for piece in value))


def element(name: str, /, *pieces: Piece, **attributes: str) -> Markup:
    """Makes an element; an underscore in an attribute's name is a hyphen, one at its end falls away."""
    if not _TAG.fullmatch(name):
        raise ValueError("no name of an element")
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{text(str(value))}"' for key, value in attributes.items())
    if name in _EMPTY:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{text(pieces)}</{name}>")


def style(rules: str) -> Markup:
    """Makes the style sheet; the rules are this package's own."""
    return Markup(f"<style>{rules}</style>")


def code(value: str) -> Markup:
    """Makes a name or a value."""
    return element("code", value)


def row(head: Piece, *cells: Piece, **attributes: str) -> Markup:
    """Makes a row of a table that begins with its head."""
    return element("tr", element("th", head, scope="row"), [element("td", cell) for cell in cells], **attributes)


def table(caption: str, columns: Iterable[Piece], rows: Iterable[Markup]) -> Markup:
    """Makes a table that scrolls by itself when it is wider than the page."""
    head = element("thead", element("tr", [element("th", column, scope="col") for column in columns]))
    inner = element("table", element("caption", caption), head, element("tbody", list(rows)))
    return element("div", inner, class_="scroll", role="region", tabindex="0", aria_label=caption)


def terms(pairs: Iterable[tuple[Piece, Piece]]) -> Markup:
    """Makes a list of terms and what there is to say about each."""
    return element("dl", [[element("dt", term), element("dd", said)] for term, said in pairs])


def condition(clause: Clause, writer: ConditionWriter, phrases: Phrases) -> Markup:
    """Makes a condition readable: a line when it is simple, nested lists when it is not."""
    if isinstance(clause, Leaf):
        return text([code(part.text) if isinstance(part, Code) else part for part in clause.parts])
    if clause.word == "not":
        inner_clause = clause.parts[0]
        if isinstance(inner_clause, Group) and inner_clause.word == "any":
            return _listed("none_of", inner_clause.parts, writer, phrases)
        return text([element("em", phrases("not_of")), " ", condition(clause.parts[0], writer, phrases)])
    if len(clause.parts) < 4 and all(isinstance(part, Leaf) and not bracketed(part, clause) for part in clause.parts):
        joint = phrases("or" if clause.word in ("any", "one") else "and")
        inner: list[Piece] = []
        for part in clause.parts:
            inner += [joint, condition(part, writer, phrases)] if inner else [condition(part, writer, phrases)]
        return text([element("em", phrases("one_of")), " ", inner] if clause.word == "one" else inner)
    return _listed(f"{clause.word}_of", clause.parts, writer, phrases)


def _listed(phrase: str, parts: list[Clause], writer: ConditionWriter, phrases: Phrases) -> Markup:
    """Makes a list of conditions under its heading."""
    items = [element("li", condition(part, writer, phrases)) for part in parts]
    return element("div", element("em", phrases(phrase)), element("ul", items), class_="clause")
