"""Files that are kept with reports: streamed in, listed, streamed out, destroyed."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

import tincay

PASSPHRASE = "correct horse battery"
SETUP = {"kdf": {"memory_mib": 64, "passes": 2}}
FORM = {"type": "object", "properties": {"told": {"type": "string"}}}


def test_a_file_is_streamed_in_and_out(tmp_path: Path) -> None:
    """What comes out is what went in, from a path and from an open file."""
    picture = b"\xff\xd8\xff\xe0" + os.urandom(3_000_000)
    source = tmp_path / "source.jpg"
    source.write_bytes(picture)
    tincay.Desk.create(tmp_path / "desk.tincay", "a counsellor", PASSPHRASE, SETUP)
    with tincay.Form(FORM) as form, tincay.Desk.open(tmp_path / "desk.tincay", "a counsellor", PASSPHRASE) as desk:
        report = desk.file(form, {"told": "one"})["id"]
        pieces: list[int] = []
        first = desk.attach(report, source, name="ảnh.jpg", progress=pieces.append)
        assert sum(pieces) == len(picture)
        assert len(pieces) > 1
        second = desk.attach(report, io.BytesIO(picture), name="again", section="notes")
        assert (first["size"], first["type"]) == (len(picture), "image/jpeg")
        assert [item["name"] for item in desk.read(report)["attachments"]] == ["ảnh.jpg", "again"]
        with desk.attachment(report, first["id"]) as file:
            assert file.about["name"] == "ảnh.jpg"
            assert file.readall() == picture
        with desk.attachment(report, second["id"]) as file:
            pieces.clear()
            assert file.save(tmp_path / "copy", progress=pieces.append) == len(picture)
            assert sum(pieces) == len(picture)
        assert (tmp_path / "copy").read_bytes() == picture
        assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
        assert desk.verify_attachments()["ok"]
        assert desk.verify()["attachments"] == {"count": 2, "missing": [], "altered": []}
        desk.detach(report, second["id"], "sent twice")
        with pytest.raises(tincay.NotFoundError):
            desk.attachment(report, second["id"])


def test_what_the_form_does_not_take_is_refused(tmp_path: Path) -> None:
    """A program that is called a picture is none, and leaves nothing."""
    tincay.Desk.create(tmp_path / "desk.tincay", "a counsellor", PASSPHRASE, SETUP)
    with tincay.Form(FORM) as form, tincay.Desk.open(tmp_path / "desk.tincay", "a counsellor", PASSPHRASE) as desk:
        report = desk.file(form, {"told": "one"})["id"]
        with pytest.raises(tincay.NotAcceptedError):
            desk.attach(report, io.BytesIO(b"MZ" + bytes(9000)), name="a.jpg")
        assert desk.read(report)["attachments"] == []
        assert not list((tmp_path / "desk.tincay.files").iterdir())


def test_files_that_were_changed_are_named(tmp_path: Path) -> None:
    """Verifying says which files do not hold, of which report."""
    tincay.Desk.create(tmp_path / "desk.tincay", "a counsellor", PASSPHRASE, SETUP)
    with tincay.Form(FORM) as form, tincay.Desk.open(tmp_path / "desk.tincay", "a counsellor", PASSPHRASE) as desk:
        report = desk.file(form, {"told": "one"})["id"]
        kept = desk.attach(report, io.BytesIO(b"\xff\xd8\xff\xe0" + bytes(9000)), name="a.jpg")
        (sealed,) = (tmp_path / "desk.tincay.files").iterdir()
        content = bytearray(sealed.read_bytes())
        content[-20] ^= 1
        sealed.write_bytes(content)
        with pytest.raises(tincay.TamperedAttachmentsError) as caught:
            desk.verify_attachments()
        assert caught.value.result["altered"] == [{"id": kept["id"], "report": report}]
        assert caught.value.result["missing"] == []
        assert caught.value.status == tincay.Status.TAMPERED
        assert isinstance(caught.value, tincay.TamperedError)
