"""How commands speak: plain to programs, with rich to people, in two languages, and always in whole words."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from tincay.authoring.phrases import LANGUAGES, Phrases
from tincay.command_line.layout import cell, moment, plain_table, short
from tincay.command_line.screen import Screen
from tincay.command_line.vocabulary import VOCABULARY

SOURCES = ROOT / "Bindings" / "Python" / "src" / "tincay" / "command_line"


class Terminal(io.StringIO):
    """An output that somebody watches."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def screen(*, is_json: bool = False) -> Screen:
    """A screen in English."""
    return Screen(Phrases("en", VOCABULARY), is_json=is_json)


def test_values_become_one_line_that_cannot_steer_a_terminal() -> None:
    assert cell(["a", None, {"b": 1, "c": None}, True, False]) == "a, , b: 1, ✓, -"
    assert cell("a\x1b[2J\nb\u202ec") == "a\\x1b[2J b\\u202ec"
    assert cell("e\u0302\u0301") == "ế"


def test_times_are_those_of_viet_nam() -> None:
    assert moment("2026-03-01T18:30:00Z") == "02/03/2026 01:30"
    assert moment("2026-03-01T18:30:00+07:00") == "01/03/2026 18:30"
    assert moment(None) == ""
    assert short("0123456789abcdef") == "01234567"
    assert short(None) == ""


def test_columns_line_up_in_any_script() -> None:
    lines = list(plain_table(["A", "B"], [["漢字", "x"], ["ê\u0323", "y"], ["dài hơn", "z"]]))
    assert lines[1] == "-------  -"
    assert [line[-1] for line in lines] == ["B", "-", "x", "y", "z"]
    assert lines[2] == "漢字     x"


def test_programs_get_json_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    asked = screen(is_json=True)
    asked.say("listed", 1, 2)
    asked.table(("id",), [("x",)])
    asked.facts([("id", "x")])
    asked.heading("why")
    asked.give({"tên": "Hoà"})
    assert capsys.readouterr().out == '{\n  "tên": "Hoà"\n}\n'


def test_columns_that_are_empty_take_no_room(capsys: pytest.CaptureFixture[str]) -> None:
    screen().table(("id", "point", "status"), [("one", None, "OPEN"), ("two", "", "")])
    assert capsys.readouterr().out == "ID   Status\n---  ------\none  OPEN\ntwo\n"


def test_people_get_rich_tables_in_which_alarms_stand_out(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rich")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    screen().table(("id", "status"), [("[bold]one[/bold]", "OPEN"), ("two", "OPEN")], alarm=[1])
    shown = terminal.getvalue()
    assert "[bold]one[/bold]" in shown
    assert re.search("\x1b\\[1;31m *two", shown)
    assert not re.search("\x1b\\[1;31m *\\[bold", shown)


def test_without_rich_tables_are_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setattr(sys, "stderr", Terminal())
    watched = screen()
    watched.table(("id",), [("one",)])
    assert terminal.getvalue() == "ID\n---\none\n"
    with watched.progress("verifying", 3) as advance:
        advance(1)


def test_progress_is_shown_to_who_watches_and_to_nobody_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("rich")
    with screen().progress("verifying", 2) as advance:
        advance(1)
    assert capsys.readouterr() == ("", "")
    monkeypatch.setenv("TERM", "xterm-256color")
    watched = Terminal()
    monkeypatch.setattr(sys, "stderr", watched)
    with screen().progress("verifying", 2) as advance:
        advance(2)
    assert "Verifying the ledger" in watched.getvalue()
    assert "100%" in watched.getvalue()


def test_every_phrase_has_the_same_braces_in_every_language() -> None:
    for key, phrases in VOCABULARY.items():
        assert len(phrases) == len(LANGUAGES)
        assert len({phrase.count("{}") for phrase in phrases}) == 1, key


def test_every_phrase_that_is_said_is_there_and_every_one_that_is_there_is_said() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in module_files())
    said = set(re.findall(r'(?:say|warn|heading|progress|phrases|CommandError)\(\s*["\']([\w.]+)["\']', sources))
    said |= set(re.findall(r'"(ask\.\w+)"', sources)) | {"holds", "doesNotHold", "sharesFit", "sharesDoNotFit"}
    assert said <= VOCABULARY.keys()
    known = {key for key in VOCABULARY if not key.startswith(("column.", "failure.", "notLetIn.", "section."))}
    assert known <= said


def module_files() -> list[Path]:
    """The sources, without the words themselves."""
    return [path for path in SOURCES.glob("*.py") if not path.name.startswith("vocabulary")]
