"""Files that are kept with reports: streamed in, listed, streamed out, destroyed."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any, Optional

import pytest

import tincay
from tincay._call import run

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


LINES = (
    b"\xff\xd8\xff\xe0\n" + b"".join(b"%d\n" % line * (line % 3 + 1) for line in range(9_000)) + b"\n" + bytes(70_000)
)
"""A picture by its first bytes, and many lines: short ones, an empty one, and one that no usual buffer has room for."""


class Calls:
    """The calls of the library that read files, counted, which can be made to fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Puts itself before the library."""
        self.count = 0
        self.failing = False
        monkeypatch.setattr("tincay.attachment.run", self)

    def __call__(self, function: str, *arguments: Any) -> None:
        """Fails, or calls the library."""
        if function == "tincay_download_read":
            self.count += 1
            if self.failing:
                raise tincay.StorageError("The disk failed.")
        run(function, *arguments)


@pytest.fixture
def lines(tmp_path: Path) -> Iterator[tincay.Attachment]:
    """A file of many lines, open."""
    tincay.Desk.create(tmp_path / "desk.tincay", "a counsellor", PASSPHRASE, SETUP)
    with tincay.Form(FORM) as form, tincay.Desk.open(tmp_path / "desk.tincay", "a counsellor", PASSPHRASE) as desk:
        report = desk.file(form, {"told": "one"})["id"]
        kept = desk.attach(report, io.BytesIO(LINES), name="lines.jpg")
        with desk.attachment(report, kept["id"]) as file:
            yield file


def test_lines_take_few_calls(lines: tincay.Attachment, monkeypatch: pytest.MonkeyPatch) -> None:
    """Going through a file line by line asks the library for some KiB at a time, not for every byte."""
    calls = Calls(monkeypatch)
    assert list(lines) == io.BytesIO(LINES).readlines()
    assert calls.count < len(LINES) // 4096


def test_small_and_large_reads_go_together(lines: tincay.Attachment) -> None:
    """Whatever is asked for in whatever order, the bytes come in theirs, and as many as were asked for."""
    same, sizes = io.BytesIO(LINES), cycle((0, 1, 7, 100, 8191, 8192, 8193, 20_000))
    for kind in cycle(("bytes", "line", "part of a line")):
        if same.tell() == len(LINES):
            break
        size = next(sizes)
        if kind == "bytes":
            assert lines.read(size) == same.read(size)
        else:
            limit = None if kind == "line" else size
            assert lines.readline(limit) == same.readline(limit)
    assert lines.read(1) == lines.read(100_000) == lines.readline() == b""


def test_a_failure_between_two_reads_loses_nothing(lines: tincay.Attachment, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read ahead is still there when the library failed once, for who tries again."""
    calls = Calls(monkeypatch)
    reads: tuple[Callable[[], Optional[bytes]], ...] = (
        lines.readline,
        lambda: lines.read(5_000),
        lambda: lines.read(30_000),
    )
    came = bytearray()
    for read in reads:
        came += lines.read(5_000) or b""
        calls.failing = True
        with pytest.raises(tincay.StorageError):
            while True:
                came += read() or b""
        calls.failing = False
        came += read() or b""
    assert came == LINES[: len(came)]
    assert lines.readall() == LINES[len(came) :]


def test_what_was_read_ahead_is_wiped(lines: tincay.Attachment) -> None:
    """Nothing is left of what was given, and nothing at all once the file is closed."""
    first = lines.readline()
    ahead = lines._ahead
    assert not any(ahead[: len(first)])
    assert any(ahead)
    lines.close()
    assert not any(ahead)
    with pytest.raises(tincay.MisuseError):
        lines.readline()


def test_a_file_that_was_changed_says_so_in_the_middle_of_its_lines(tmp_path: Path) -> None:
    """Lines come up to where it was changed, and none behind."""
    tincay.Desk.create(tmp_path / "desk.tincay", "a counsellor", PASSPHRASE, SETUP)
    with tincay.Form(FORM) as form, tincay.Desk.open(tmp_path / "desk.tincay", "a counsellor", PASSPHRASE) as desk:
        report = desk.file(form, {"told": "one"})["id"]
        kept = desk.attach(report, io.BytesIO(LINES), name="lines.jpg")
        (sealed,) = (tmp_path / "desk.tincay.files").iterdir()
        content = bytearray(sealed.read_bytes())
        content[-20] ^= 1
        sealed.write_bytes(content)
        came: list[bytes] = []
        with desk.attachment(report, kept["id"]) as file, pytest.raises(tincay.TamperedError):
            came.extend(file)
        assert came
        assert LINES.startswith(b"".join(came))
