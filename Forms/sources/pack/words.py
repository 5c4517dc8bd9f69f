"""Words for people: tables of languages."""

from typing import Any, Optional

JSON = dict[str, Any]
"""An object of JSON."""

Pair = tuple[str, str]
"""The same words in Vietnamese and in English."""


def wording(
    label: Pair,
    child: Optional[Pair] = None,
    hint: Optional[Pair] = None,
    child_hint: Optional[Pair] = None,
    icon: Optional[str] = None,
) -> JSON:
    """A table of languages; children get words of their own where there are some, and a picture's name."""
    table: JSON = {"vi": {"label": label[0]}, "vi-x-child": {}, "en": {"label": label[1]}, "en-x-child": {}}
    if hint:
        table["vi"]["hint"], table["en"]["hint"] = hint
    if child:
        table["vi-x-child"]["label"], table["en-x-child"]["label"] = child
    if child_hint:
        table["vi-x-child"]["hint"], table["en-x-child"]["hint"] = child_hint
    if icon:
        table["vi"]["icon"] = icon
    return {language: entry for language, entry in table.items() if entry}


def labelled(vi: str, en: str) -> JSON:
    """A table with a label in each language."""
    return wording((vi, en))


def reason(vi: str, en: str) -> JSON:
    """A table with a sentence for staff about a rule that fired."""
    return {"vi": {"reason": vi}, "en": {"reason": en}}


def message(vi: str, en: str, child: Optional[Pair] = None) -> JSON:
    """A table with a sentence about answers that do not fit each other."""
    table: JSON = {"vi": {"message": vi}, "en": {"message": en}}
    if child:
        table["vi-x-child"], table["en-x-child"] = {"message": child[0]}, {"message": child[1]}
    return table
