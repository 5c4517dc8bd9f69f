"""The counsellor's program, run as a counsellor would."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import PASSPHRASE, PERSON, ROOT, setup_of
from tincay import Box, Desk, DraftChoice, Form, split_bundle

SCRIPT = ROOT / "Examples" / "counsellor" / "counsellor.py"
FORM = ROOT / "Forms" / "vn-cp-intake.json"
sys.path.insert(0, str(SCRIPT.parent))


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    """A file with the passphrase on its first line."""
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return path


class Counsellor:
    """Runs the program on one desk."""

    def __init__(self, desk: Path, passphrase_file: Path) -> None:
        """Remembers the desk and where its passphrase is."""
        self.desk = desk
        self.passphrase_file = passphrase_file

    def run(self, command: str, *arguments: str, status: int = 0) -> str:
        """Runs one command, checks its exit status and gives what it said."""
        ran = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, SCRIPT, command, self.desk, *arguments, "--passphrase-file", self.passphrase_file],
            env={**os.environ, "COLUMNS": "200"},
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
        assert ran.returncode == status, ran.stderr
        assert PASSPHRASE not in ran.stdout + ran.stderr
        assert "Traceback" not in ran.stderr
        return ran.stdout if status == 0 else ran.stderr


@pytest.fixture
def counsellor(desk_path: Path, passphrase_file: Path) -> Counsellor:
    """The program on a desk of this test's own."""
    return Counsellor(desk_path, passphrase_file)


def test_the_whole_way_through_the_program(tmp_path: Path, passphrase_file: Path, form: Form) -> None:
    counsellor = Counsellor(tmp_path / "new.tincay", passphrase_file)
    assert "new.tincay" in counsellor.run("create", "--name", "Bàn xã")
    counsellor.run("keep", str(FORM))
    card = json.loads(counsellor.run("card"))
    assert card["name"] == "Bàn xã"

    Box.create(tmp_path / "box.tincay", setup_of(card))
    with Box.open(tmp_path / "box.tincay") as box:
        box.submit(form, {"profile": "C", "session_ok": True, "safe_now": "N", "narrative": "Con sợ"})
        (tmp_path / "bundle.bin").write_bytes(box.pack())
        said = counsellor.run("collect", str(tmp_path / "bundle.bin"), "--receipt", str(tmp_path / "receipt.bin"))
        assert "1" in said
        assert box.settle((tmp_path / "receipt.bin").read_bytes())["freed"] > 0

    listed = counsellor.run("list")
    line = next(line for line in listed.splitlines() if line.startswith("U1"))
    assert re.search(r"\d\d/\d\d/\d{4} \d\d:\d\d \+07", line)
    case = re.search(r"\b[0-9a-f]{8}\b", line)
    assert case is not None
    assert "Đã ghi" in counsellor.run("note", case[0], "Đã gọi lại")
    opened = counsellor.run("open", case[0])
    assert "Con sợ" in opened
    assert "Đã gọi lại" in opened
    assert "U1" in counsellor.run("count", "--by", "urgency")
    assert "U1" in counsellor.run("count", "--by", "urgency,status")
    assert "nguyên vẹn" in counsellor.run("verify")


def test_what_was_never_sent_says_so(counsellor: Counsellor, desk_path: Path, plain: Form, tmp_path: Path) -> None:
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        Box.create(tmp_path / "box.tincay", setup_of(desk.card()))
    with Box.open(tmp_path / "box.tincay") as box:
        box.submit(plain, {"worry": "school"})
        with box.draft(plain) as draft:
            draft.answer("/worry", "home")
            draft.abandon(DraftChoice.KEEP)
        halves = split_bundle(box.pack())
    paths = [tmp_path / "one.bin", tmp_path / "other.bin"]
    for path, half in zip(paths, halves):
        path.write_bytes(half)
    receipt = str(tmp_path / "data.ack")
    counsellor.run("collect", str(paths[0]), "--receipt", receipt, status=1)
    counsellor.run("collect", str(paths[0]), "--other-half", str(paths[1]), "--receipt", receipt)
    listed = [line for line in counsellor.run("list").splitlines() if re.search(r"\b[0-9a-f]{8}\b", line)]
    unfinished = [line for line in listed if "chưa xong" in line]
    assert (len(listed), len(unfinished)) == (2, 1)
    case = re.search(r"\b[0-9a-f]{8}\b", unfinished[0])
    assert case is not None
    assert "chưa xong" in counsellor.run("open", case[0])


def test_columns_line_up(counsellor: Counsellor, desk_path: Path, plain: Form) -> None:
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        for worry in ("home", "school"):
            outcome = "SERVICE_DONE" if worry == "home" else None
            case = desk.file(plain, {"worry": worry})["id"]
            desk.set_status(case, "CLOSED" if outcome else "ASSESSING", outcome=outcome)
    header, rule, *rows = counsellor.run("list").splitlines()[:4]
    starts = [match.start() for match in re.finditer(r"(?<=  )-+", rule)]
    assert len(rows) == 2
    for line in (header, *rows):
        for start in starts[:4]:
            assert len(line) <= start or line[start - 2 : start] == "  "


def test_it_speaks_english_too(counsellor: Counsellor) -> None:
    assert counsellor.run("list", "--language", "en") == "0 cases, 0 overdue.\n"
    assert counsellor.run("list") == "0 vụ việc, 0 quá hạn.\n"


def test_failures_are_one_plain_sentence(counsellor: Counsellor, tmp_path: Path) -> None:
    (tmp_path / "junk").write_bytes(b"junk")
    assert counsellor.run("create", status=1).count("\n") == 1
    assert counsellor.run("open", "00000000", status=1).count("\n") == 1
    assert counsellor.run("open", "0" * 32, status=1).count("\n") == 1
    assert (
        counsellor.run("collect", str(tmp_path / "junk"), "--receipt", str(tmp_path / "r"), status=1).count("\n") == 1
    )
    assert not (tmp_path / "r").exists()
    assert counsellor.run("list", "--person", "nobody", status=1).count("\n") == 1


def test_hostile_text_cannot_steer_the_terminal() -> None:
    from screen import clean, cut, width, wrapped

    assert clean("a\x1b[2Jb\u202ec\nd") == "a\ufffd[2Jb\ufffdc d"
    assert wrapped("một hai ba bốn", 7) == ["một hai", "ba bốn"]
    assert width("Nguyễn") == 6
    assert width("e\u0323\u0302") == 1
    assert width("漢字") == 4
    assert cut("Nguyễn Văn", 7) == "Nguyễn…"


def test_times_are_shown_as_in_vietnam() -> None:
    from screen import local_time

    assert local_time("2026-03-01T18:30:00Z") == "02/03/2026 01:30 +07"
    assert local_time("2026-03-01T18:30:00.123+07:00") == "01/03/2026 18:30 +07"
    assert local_time(None) == ""


def test_what_is_overdue_stands_out_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    from screen import Screen
    from words import WORDS

    screen = Screen(WORDS["vi"])
    for has_colour, line in ((False, "U1"), (True, "\x1b[31;1mU1\x1b[0m")):
        screen.has_colour = has_colour
        screen.table(("A",), [("U1",), ("U2",)], alarm=[True, False])
        assert capsys.readouterr().out.splitlines()[2:] == [line, "U2"]


def test_words_are_the_same_in_both_languages() -> None:
    from words import ENGLISH, VIETNAMESE

    assert len(ENGLISH.list_columns) == len(VIETNAMESE.list_columns)
    for name in ("columns", "statuses", "sections", "events", "kinds", "failures"):
        assert getattr(ENGLISH, name).keys() == getattr(VIETNAMESE, name).keys()


def test_labels_come_from_the_form() -> None:
    from labels import Labels

    labels = Labels([FORM], "en")
    assert labels.urgency("U1") == "U1 Immediate danger"
    assert labels.value("profile", "C") == "Child self-report"
    assert labels.value("no such question", ["x", True]) == "x, Yes"
    assert "COMMUNE" not in labels.destinations(["COMMUNE"])
    assert Labels([], "vi").urgency("U1") == "U1"
