"""Answers that have to fit each other."""

from typing import Optional

from ..conditions import IS_COUNSELLOR, everything, fact, never, says
from ..words import JSON, Pair, message

_BY_DOCUMENT = everything(IS_COUNSELLOR, says("age_basis", "DOC"))


def compare(
    name: str, left: str, op: str, severity: str, words: Pair, when: Optional[JSON] = None, **right: object
) -> JSON:
    """A comparison of an answer with another one, a value or the moment of receipt."""
    made: JSON = {"id": name, "left": left, "op": op, **right, "severity": severity}
    if when:
        made["when"] = when
    return {**made, "x-tincay-i18n": message(*words)}


def _softly(name: str, left: str, op: str, words: Pair, **right: object) -> list[JSON]:
    """A comparison that a counsellor who has seen a document must heed, and that only warns others."""
    return [
        compare(name, left, op, "error", words, _BY_DOCUMENT, **right),
        compare(name + "-told", left, op, "warning", words, never(_BY_DOCUMENT), **right),
    ]


_AGE = ("Số tuổi và ngày sinh không khớp nhau.", "The age and the birth date do not fit.")
_NUMBER_SEX = ("Số định danh và giới tính không khớp nhau.", "The number and the sex do not fit.")
_NUMBER_YEAR = ("Số định danh và năm sinh không khớp nhau.", "The number and the year of birth do not fit.")

COMPARISONS: list[JSON] = [
    compare(
        "V12",
        "/concern_main",
        "in",
        "error",
        ("Vấn đề chính phải là một trong các vấn đề đã chọn.", "The main concern has to be one of those chosen."),
        right="/concerns",
    ),
    *_softly(
        "V07-future",
        "/child_birth",
        "le",
        ("Ngày sinh ở sau ngày nhận phiếu.", "The birth date lies in the future."),
        now=True,
    ),
    *_softly("V07-younger", "/child_age_est", "ge", _AGE, right="/derived/age_min", plus=-1),
    *_softly("V07-older", "/child_age_est", "le", _AGE, right="/derived/age_max", plus=1),
    *_softly("V09-sex", "/child_sex", "eq", _NUMBER_SEX, right="/derived/id_sex"),
    *_softly("V09-year", "/child_birth/year", "eq", _NUMBER_YEAR, right="/derived/id_birth_year"),
    compare(
        "V09-province",
        "/child_id",
        "ne",
        "warning",
        (
            "Ba chữ số đầu không phải mã tỉnh đã biết: xin xem lại.",
            "The first three digits are no province that is known: please look again.",
        ),
        fact("id_province_known", {"const": False}),
        right="/child_id",
    ),
    compare(
        "V14",
        "/safe_now",
        "ne",
        "warning",
        (
            "Chuyện vừa xảy ra mà ghi là an toàn: xin hỏi lại trẻ có an toàn không.",
            "It happened just now and the child is marked safe: please ask again.",
        ),
        everything(IS_COUNSELLOR, says("happening", "NOW", "H24")),
        value="Y",
    ),
    compare(
        "V18-future",
        "/received_at",
        "le",
        "warning",
        ("Giờ tiếp nhận ở sau giờ hiện tại.", "The time of receipt lies in the future."),
        now=True,
    ),
    compare(
        "V18-clock",
        "/clock_trust",
        "ne",
        "warning",
        ("Đồng hồ của máy chưa được đặt giờ.", "The machine's clock is not set."),
        value="UNSET",
    ),
]
