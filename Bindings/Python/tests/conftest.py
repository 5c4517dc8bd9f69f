"""What the tests share: forms, a desk, a box, and the way between them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tincay import Box, Card, Desk, Form

if TYPE_CHECKING:
    from at_desk import AtDesk

ROOT = Path(__file__).resolve().parents[3]
PERSON = "counsellor"
PASSPHRASE = "ba con mèo ngủ trưa"

PLAIN = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://example.org/forms/plain",
    "type": "object",
    "properties": {
        "worry": {"enum": ["school", "home"]},
        "story": {"type": "string", "maxLength": 2000},
        "age": {"type": "integer", "minimum": 0, "maximum": 120},
    },
    "required": ["worry"],
    "additionalProperties": False,
}
"""A plain schema: no triage, no sections of its own."""

DANGER = {
    "profile": "K",
    "session_ok": True,
    "about": "OTHER_CHILD",
    "safe_now": "N",
    "concerns": ["V1"],
    "channel": "HOTLINE",
    "child_name": "Nguyễn Thị Bé Hoà",
    "child_age_est": 9,
    "child_sex": "F",
    "narrative": "conchimxanh ở quán nước",
}
"""What a counsellor files about a child in danger, in the default form."""


@pytest.fixture(scope="session")
def form() -> Iterator[Form]:
    """The default form."""
    with Form.from_file(ROOT / "Forms" / "vn-cp-intake.json") as opened:
        yield opened


@pytest.fixture(scope="session")
def plain() -> Iterator[Form]:
    """A plain schema as a form."""
    with Form(PLAIN) as opened:
        yield opened


@pytest.fixture(scope="session")
def desk_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh desk's file, to be copied: making one is slow on purpose."""
    path = tmp_path_factory.mktemp("desk") / "desk.tincay"
    Desk.create(path, PERSON, PASSPHRASE, {"name": "Bàn xã", "kdf": {"memory_mib": 64, "passes": 2}})
    return path


@pytest.fixture
def desk_path(desk_file: Path, tmp_path: Path) -> Path:
    """A desk of this test's own."""
    return Path(shutil.copy(desk_file, tmp_path / "desk.tincay"))


@pytest.fixture
def desk(desk_path: Path) -> Iterator[Desk]:
    """This test's desk, unlocked."""
    with Desk.open(desk_path, PERSON, PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def at_desk(
    desk_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> AtDesk:
    """The command line at a desk of this test's own."""
    from at_desk import AtDesk

    return AtDesk(desk_path, tmp_path, capsys, monkeypatch)


@pytest.fixture
def case(desk_path: Path, form: Form) -> str:
    """A case at that desk, of a child in danger."""
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        desk.keep(form)
        return desk.file(form, DANGER)["id"]


@pytest.fixture
def card(desk: Desk) -> Card:
    """The card of this test's desk."""
    return desk.card()


@pytest.fixture
def box_path(tmp_path: Path, card: Card) -> Path:
    """A box whose reports this test's desk may read."""
    path = tmp_path / "box.tincay"
    Box.create(path, setup_of(card))
    return path


@pytest.fixture
def box(box_path: Path) -> Iterator[Box]:
    """That box, open."""
    with Box.open(box_path) as opened:
        yield opened


def setup_of(*cards: Card, **more: Any) -> dict[str, Any]:
    """The setup of a small box."""
    return {
        "point": {"name": "Địa chỉ tin cậy 1", "kind": "NODE-TRUSTED"},
        "desks": list(cards),
        "bundle_mib": 1,
        "flood": {"burst": 100_000},
        **more,
    }
