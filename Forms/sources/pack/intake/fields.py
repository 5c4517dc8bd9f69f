"""All questions of the intake form, page by page."""

from typing import Optional

from ..definitions import Page
from ..question import Question
from ..words import Pair, wording
from . import child, concern, handling, informant, safety, session


def _page(name: str, label: Pair, questions: list[Question], for_children: Optional[Pair] = None) -> Page:
    """A page with its name and its words."""
    return name, wording(label, child=for_children), questions


PAGES: list[Page] = [
    _page("start", ("Bắt đầu", "Start"), session.QUESTIONS),
    _page("safety", ("An toàn", "Safety"), safety.QUESTIONS[:4], ("Em có an toàn không", "Are you safe")),
    _page(
        "concern",
        ("Vấn đề", "Concern"),
        concern.CONCERNS[:3] + safety.QUESTIONS[4:] + concern.CONCERNS[3:],
        ("Chuyện của em", "What happened"),
    ),
    _page("person", ("Người gây ra", "Person of concern"), concern.PERSON, ("Người đó", "That person")),
    _page("place", ("Nơi xảy ra", "Place"), concern.PLACE, ("Ở đâu", "Where")),
    _page("child", ("Trẻ em", "Child"), child.QUESTIONS, ("Về em", "About you")),
    _page("informant", ("Người báo", "Informant"), informant.INFORMANT),
    _page("wishes", ("Mong muốn, liên hệ", "Wishes, contact"), informant.WISHES, ("Em muốn gì", "What you wish")),
    _page("handling", ("Xử lý", "Handling"), handling.QUESTIONS),
]

QUESTIONS: list[Question] = [question for _, _, questions in PAGES for question in questions]

CHILD_PAGE = [question.name for question in child.QUESTIONS]
"""Questions about a child, which a report about a place or an opinion does not need."""


def named(name: str) -> Question:
    """A question by its name."""
    return next(question for question in QUESTIONS if question.name == name)
