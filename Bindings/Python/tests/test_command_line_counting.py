"""Counting and publishing, official forms, a person's data and a breach, from the command line."""

from __future__ import annotations

import csv
import io
import json
import stat
import sys
from datetime import date

import pytest

from at_desk import AtDesk

DESK = ("--year", "2024", "--children", "30000")


def test_cases_are_counted_by_whatever_is_asked_for(at_desk: AtDesk, case: str) -> None:
    assert at_desk.json("count", "--by", "urgency,concerns")["rows"] == [
        {"urgency": "U1", "concerns": "V1", "count": 1}
    ]
    said = at_desk("count", "--by", "month,urgency", "--urgency", "U1").out
    assert "month" in said
    assert "Not for publication" in said
    assert "0 cases" in at_desk("count", "--by", "status", "--urgency", "U5").out
    at_desk("count", "--by", "status,urgency,month,point", code=2)


def test_a_table_is_published_as_json_and_csv(at_desk: AtDesk) -> None:
    table = at_desk.json("release", "sex", *DESK)
    assert table["by"] == ["sex"]
    rows = list(csv.reader(io.StringIO(at_desk("release", "sex", *DESK, "--format", "csv").out)))
    assert rows[0][:3] == ["year", "quarter", "unit"]
    path = at_desk.folder / "table.csv"
    at_desk("release", "sex", *DESK, "--format", "csv", "-o", str(path))
    assert path.read_bytes().count(b"\r\n") == len(rows)
    at_desk("release", "sex", *DESK, "-o", str(path), code=2)
    assert "ALL" in at_desk("release", "sex", *DESK).out
    assert {release["shape"] for release in at_desk.json("releases")["releases"]} == {"sex"}
    assert "1 tables" in at_desk("releases").out


def test_a_table_that_tells_too_much_says_in_what_way(at_desk: AtDesk) -> None:
    assert "TINCAY_E_DISCLOSES_SMALL" in at_desk("release", "sex", "--year", "2024", code=2).err
    assert (
        "not been over"
        in at_desk("release", "total", "--year", str(date.today().year), "--children", "30000", code=2).err
    )


def test_an_indicator_has_its_tables(at_desk: AtDesk) -> None:
    assert len(at_desk.json("indicator", *DESK)["tables"]) == 3
    assert "0101_sex" in at_desk("indicator", *DESK).out
    assert at_desk("indicator", *DESK, "--format", "csv").out.count("year,quarter,unit") == 3


def test_units_are_what_the_library_takes() -> None:
    from argparse import Namespace

    from tincay.command_line.counting import _unit

    nothing = dict.fromkeys(("province", "commune", "units", "communes", "children"))
    assert _unit(Namespace(**nothing, unknown=False)) == {"level": "desk"}
    commune = {**nothing, "commune": ["1", "2"], "children": 9, "unknown": False}
    assert _unit(Namespace(**commune)) == {"level": "commune", "code": "1", "communes": ["1", "2"], "children": 9}
    province = {**nothing, "province": "79", "units": "2025", "communes": ["1"], "unknown": True}
    assert _unit(Namespace(**province)) == {
        **{"level": "province", "code": "79", "version": "2025"},
        **{"communes": ["1"], "unknown": True},
    }


def test_an_official_form_is_a_new_file_of_its_owner(at_desk: AtDesk, case: str) -> None:
    word = pytest.importorskip("docx")
    (written,) = at_desk.json("export", case[:8], "--to", str(at_desk.folder))["files"]
    assert stat.S_IMODE((at_desk.folder / f"M01-{case[:8]}.docx").stat().st_mode) == 0o600
    document = word.Document(written["output"])
    assert any("Nguyễn Thị Bé Hoà" in paragraph.text for paragraph in document.paragraphs)
    at_desk("export", case, "--format", "json", "--to", str(at_desk.folder))
    filled = json.loads((at_desk.folder / f"M01-{case[:8]}.json").read_text(encoding="utf-8"))
    assert filled["report"] == case
    assert at_desk.json("log", "--kind", "exported")["total"] == 2
    said = at_desk("export", case, "--to", str(at_desk.folder), code=2)
    assert "nothing was overwritten" in said.err
    assert at_desk.json("log", "--kind", "exported")["total"] == 2


def test_what_is_missing_for_documents_is_said_before_a_report_is_opened(
    at_desk: AtDesk, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    said = at_desk("export", case, "--to", str(at_desk.folder), code=2)
    assert "pip install 'tincay[documents]'" in said.err
    assert at_desk.json("log", "--kind", "exported")["total"] == 0


def test_a_persons_data_are_found_by_what_is_asked_for_line_by_line(at_desk: AtDesk, case: str) -> None:
    said = at_desk("subject", words="theo yêu cầu\nNguyễn Thị Bé Hoà\n")
    assert "child_name" in said.out
    path = at_desk.folder / "data.json"
    said = at_desk("subject", "-o", str(path), words="theo yêu cầu\nNguyễn Thị Bé Hoà\n")
    assert "Hoà" not in said.out + said.err
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert json.loads(path.read_text(encoding="utf-8"))["reports"][0]["id"] == case
    at_desk("subject", words="theo yêu cầu\n", code=2)


def test_a_breach_is_reviewed_without_opening_anything(at_desk: AtDesk, case: str) -> None:
    found = at_desk.json("breach")
    assert (found["reports"], found["ids"]) == (1, [case])
    assert "vn-cp-intake" in at_desk("breach").out
    assert at_desk.json("breach", "--opened-by", "nobody", "--opened-since", "2020-01-01")["reports"] == 0
    assert at_desk.json("log", "--kind", "read")["total"] == 0
