"""The main job: answers at a kiosk, a bundle, a desk, a receipt, and a case that is worked."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

import tincay
from conftest import PASSPHRASE, PERSON
from tincay import Box, Desk, Form

CHILD = {"profile": "C", "session_ok": True, "safe_now": "N"}
STORY = "Con sợ về nhà tối nay"


def test_a_kiosk_drops_a_report_it_cannot_read_and_a_counsellor_opens_it(tmp_path: Path, form: Form) -> None:
    desk_path, box_path = tmp_path / "desk.tincay", tmp_path / "box.tincay"
    Desk.create(desk_path, PERSON, PASSPHRASE, {"name": "Bàn xã"})
    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        desk.keep(form)
        card = desk.card()
    Box.create(box_path, {"point": {"name": "Địa chỉ tin cậy", "kind": "NODE-TRUSTED"}, "desks": [card]})

    with Box.open(box_path) as box:
        result = box.submit(form, {**CHILD, "narrative": STORY}, "vi-x-child")
        assert (result["accepted"], result["urgency"], result["findings"]) == (True, "U1", [])
        assert "111" in [hotline["number"] for hotline in result["hotlines"]]
        with pytest.raises(tincay.InvalidReportError) as caught:
            box.submit(form, {**CHILD, "safe_now": "maybe"}, "vi-x-child")
        assert caught.value.result["findings"][0]["path"] == "/safe_now"
        assert caught.value.result["urgency"] is None or caught.value.result["urgency"].startswith("U")
        bundle = box.pack()
    for path in tmp_path.glob("box.tincay*"):
        assert STORY.encode() not in path.read_bytes()
    assert STORY.encode() not in bundle

    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        receipt = desk.collect(bundle)
        listed = desk.list()
        assert listed["total"] == 1
        case = listed["cases"][0]
        assert (case["urgency"], case["status"], case["profile"]) == ("U1", "OPEN", "C")
        assert case["point"] == "Địa chỉ tin cậy"
        assert case["due"] is not None
        due = datetime.fromisoformat(case["due"].replace("Z", "+00:00"))
        received = datetime.fromisoformat(case["received"].replace("Z", "+00:00"))
        assert timedelta(0) < due - received <= timedelta(hours=12)

        report = desk.read(case["id"])
        told = {name: answer for section in report["sections"].values() for name, answer in section.items()}
        assert told["narrative"] == STORY
        assert told["safe_now"] == "N"
        assert report["result"]["rules"]
        desk.note(case["id"], "Đã gọi lại")
        table = desk.count("urgency")
        assert [(row["urgency"], row["count"]) for row in table["rows"]] == [("U1", 1)]
        assert desk.verify()["ok"]

    with Box.open(box_path) as box:
        settled = box.settle(receipt)
        assert settled["freed"] > 0
        assert settled["desk"] == "Bàn xã"

    with Desk.open(desk_path, PERSON, PASSPHRASE) as desk:
        history = desk.read(case["id"])["history"]
        assert "note" in [entry["type"] for entry in history]
