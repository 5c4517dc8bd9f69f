"""Files that are kept with reports, how long cases are kept, and destroying them, from the command line."""

from __future__ import annotations

import stat

from at_desk import AtDesk
from conftest import PERSON

PICTURE = b"\xff\xd8\xff\xe0" + bytes(3_000_000)


def test_a_file_is_kept_and_comes_back_in_clear_for_its_owner(at_desk: AtDesk, case: str) -> None:
    source, copy = at_desk.folder / "photo.jpg", at_desk.folder / "copy.jpg"
    source.write_bytes(PICTURE)
    kept = at_desk.json("attach", case[:8], str(source))
    assert (kept["type"], kept["size"]) == ("image/jpeg", len(PICTURE))
    getting = ("get-attachment", case, kept["id"], "-o", str(copy))
    assert "in clear" in at_desk(*getting).out
    assert copy.read_bytes() == PICTURE
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert "nothing was overwritten" in at_desk(*getting, code=2).err
    assert at_desk.json("log", "--kind", "attachment_read")["total"] == 1
    assert "photo.jpg" in at_desk("show", case).out
    at_desk("detach", case, kept["id"], words="gửi hai lần")
    assert at_desk.json("show", case)["attachments"] == []


def test_a_file_that_the_form_does_not_take_is_refused(at_desk: AtDesk, case: str) -> None:
    source = at_desk.folder / "photo.jpg"
    source.write_bytes(b"MZ" + bytes(9000))
    assert "TINCAY_E_NOT_ACCEPTED" in at_desk("attach", case, str(source), code=2).err
    assert "could not be done" in at_desk("attach", case, str(at_desk.folder / "none"), code=2).err


def test_cases_that_were_kept_long_enough_are_listed(at_desk: AtDesk, case: str) -> None:
    at_desk("set-status", case, "CLOSED", "--outcome", "UNFOUNDED")
    assert at_desk.json("retention")["total"] == 0
    (kept,) = at_desk.json("retention", "--all", "--class", "NO_CASE")["cases"]
    assert (kept["id"], kept["period"]) == (case, "P1Y")
    assert case[:8] in at_desk("retention", "--all").out
    assert at_desk.json("retention", "--all", "--held")["cases"] == []


def test_shredding_asks_once_more_and_leaves_a_certificate(at_desk: AtDesk, case: str) -> None:
    assert "--yes" in at_desk("shred", case, words="hết thời hạn", code=2).err
    assert at_desk.json("list")["total"] == 1
    assert at_desk.json("shred", case[:8], "--yes", words="hết thời hạn")["report"] == case
    certificate = at_desk.json("certificate", case)
    assert (certificate["person"], certificate["reason"]) == (PERSON, "hết thời hạn")
    assert at_desk.json("list")["total"] == 0
    assert at_desk.json("log", "--case", case, "--kind", "shredded")["total"] == 1
