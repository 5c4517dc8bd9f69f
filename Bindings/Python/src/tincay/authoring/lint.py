"""All advice about a form, the worst first."""

from __future__ import annotations

from itertools import chain, islice

from .advice import SEVERITIES, Advice
from .coverage import CoverageTable
from .document import Document
from .lint_questions import advise_on_questions
from .lint_rules import advise_on_rules
from .questions import Questionnaire

MOST = 1_000
"""How many pieces of advice one form gets."""


def advise(document: Document, asked: Questionnaire, coverage: CoverageTable) -> list[Advice]:
    """Gives all advice about a form, the worst first and otherwise in the order of the form's parts."""
    found = chain(advise_on_questions(document, asked, coverage), advise_on_rules(document, asked))
    return sorted(islice(found, MOST), key=lambda advice: SEVERITIES.index(advice.severity))
