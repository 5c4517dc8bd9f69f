"""Official forms as documents to print, made of what `tincay.Desk.export` gives. Needs the extra ``tincay[documents]``.

Whatever is printed or saved is out of the desk's hands: it is not sealed, and no shredding reaches it. That it was made
is in the ledger.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Union

from .results import OfficialForm, OfficialRow

EMPTY = "……………………………"
"""Stands for what nobody told, to be filled in by hand."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_FONT = "Times New Roman"
_PARTS = {
    "1": ("A1a", "A1b"),
    "2": ("A2a", "A2b", "A2c", "A2d", "A2e", "A2f", "A2g", "A2h", "A2i", "A2k", "A2l"),
    "3": ("A3",),
}
_HEADINGS = {
    "1": "1. Thông tin về việc tiếp nhận",
    "2": "2. Thông tin về trẻ em",
    "3": "3. Thông tin về người cung cấp thông tin (nếu đồng ý cung cấp)",
}


def docx(form: OfficialForm) -> bytes:
    """Makes a Word document of Mẫu số 01, in Vietnamese as it is filed.

    Args:
        form: what `tincay.Desk.export` gave.

    Returns:
        The document, to be stored where only those read it who may read the report.

    Raises:
        ModuleNotFoundError: the extra ``tincay[documents]`` is not installed.
        ValueError: it is another form.
    """
    if form["form"] != "M01":
        raise ValueError("only Mẫu số 01 can be made into a document")
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    document = Document()
    style = document.styles["Normal"]
    style.font.name = _FONT
    style.font.size = Pt(13)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.title = form["vi"]
    rows = list(form["rows"])

    head = document.add_table(rows=1, cols=2)
    left, right = head.rows[0].cells
    left.text = f"{_value_of(rows, 'h1')}\nSố: {_value_of(rows, 'h2')}/BC-"
    right.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    date = document.add_paragraph(f"{_value_of(rows, 'h3', 'place')}, {_date(_value_of(rows, 'h3', 'date'))}")
    date.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(f"BÁO CÁO\nTiếp nhận thông tin trẻ em {_value_of(rows, 'h4')}").bold = True

    for part, fields in _PARTS.items():
        document.add_paragraph().add_run(_HEADINGS[part]).bold = True
        for row in rows:
            if row["field"] in fields:
                document.add_paragraph(_line(row))
    for row in (row for row in rows if row["field"] == "h4" and "part" in row):
        document.add_paragraph(_line(row))
    signature = document.add_paragraph(f"Cán bộ tiếp nhận\n(ký, ghi rõ họ tên)\n\n{_value_of(rows, 'f1')}")
    signature.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for note in _notes(form):
        document.add_paragraph().add_run(note).italic = True

    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def save_docx(form: OfficialForm, path: Union[str, Path]) -> None:
    """Writes the document into a new file that only its owner reads.

    Raises:
        FileExistsError: a file is already there; nothing was overwritten.
        ModuleNotFoundError: the extra ``tincay[documents]`` is not installed.
        ValueError: it is another form.
    """
    content = docx(form)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)


def _notes(form: OfficialForm) -> Iterator[str]:
    """What stands below the form: where it comes from, and what it does not say."""
    yield f"{form['vi']}. Nguồn: {form['source']}."
    if form["verified"] is not True or any("confidence" in row for row in form["rows"]):
        yield "Mẫu và các dòng có dấu (*) chưa được đối chiếu với văn bản chính thức; đọc lại trước khi dùng."
    if form["closed"]:
        yield f"Không mở được tại đây: {', '.join(form['closed'])}."
    if any(row.get("withheld") for row in form["rows"]):
        yield "Người cung cấp thông tin không đồng ý nêu tên."
    if form["answers_of"] != form["mapped_for"]:
        yield f"Phiếu “{form['answers_of']}” không phải là phiếu mà mẫu này được lập theo; đối chiếu với phiếu gốc."
    yield f"Lập từ phiếu {form['report'][:8]} lúc {form['exported']}, người lập: {form['person']}."


def _line(row: OfficialRow) -> str:
    """A line of the form: what it asks, and what was told."""
    mark = " (*)" if "confidence" in row else ""
    return f"- {row['vi']}{mark}: {_text(row)}"


def _value_of(rows: list[OfficialRow], field: str, part: str = "") -> str:
    """What was told for a line."""
    for row in rows:
        if row["field"] == field and row.get("part", "") == part:
            return _text(row)
    return EMPTY


def _text(row: OfficialRow) -> str:
    """What was told, as people write it."""
    if "label" in row:
        return row["label"]["vi"]
    text = _plain(row.get("value"))
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text) if text else EMPTY


def _plain(value: Any) -> str:
    """A value without its JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, list):
        return ", ".join(_plain(item) for item in value)
    if isinstance(value, Mapping):
        if "year" in value:
            return "/".join(f"{value[name]:02}" for name in ("day", "month", "year") if name in value)
        return ", ".join(_plain(item) for item in value.values())
    return str(value)


def _date(day: str) -> str:
    """A day as official documents write it."""
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", day)
    return f"ngày {found[3]} tháng {found[2]} năm {found[1]}" if found else day
