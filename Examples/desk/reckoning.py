"""The end: every report is where it has to be, once, as it was told, and both ledgers verify."""

from __future__ import annotations

from casework import Casework, check_report
from diary import Diary
from must import must, must_equal
from referring import Exchange
from story import Story, count

from tincay import Desk


def reckon(works: list[tuple[Casework, Desk]], diary: Diary, exchange: Exchange, story: Story) -> None:
    """Reads everything at both desks and compares it with the diary."""
    seen: list[int] = []
    files = entries = 0
    for work, desk in works:
        for case in desk.cases(order="received", filters={"not": {"point": [exchange.sender]}}):
            report = desk.read(case["id"])
            entry = diary.find(report["sections"]["facts"]["narrative"])
            must_equal(case["id"], entry.id, f"The number of report {entry.told.number}")
            must_equal(work.office, entry.office, f"Where report {entry.told.number} is")
            check_report(entry, report)
            seen.append(entry.told.number)
            kept = {about["id"] for about in report["attachments"]}
            must_equal(kept, set(entry.files), f"The pictures of report {entry.told.number}")
            for file, content in entry.files.items():
                with desk.attachment(case["id"], file) as attachment:
                    must_equal(attachment.read(), content, f"A picture of report {entry.told.number}")
                files += 1
        checked = desk.verify()
        must(checked["ok"] and desk.verify_attachments()["ok"], f"The ledger of the {work.office} does not verify.")
        entries += checked["entries"]
    shredded = [entry.told.number for entry in diary.entries if entry.is_shredded]
    must_equal(sorted(seen + shredded), [entry.told.number for entry in diary.entries], "The reports at both desks")
    done, over = exchange.reckon(works[-1][1])
    story.add(
        f"{count(len(diary.entries), 'report')} were told. {len(seen)} are at their desk, once, word for word; "
        f"{len(shredded)} were shredded, and nothing else is missing. {count(files, 'picture')} open, bit for bit."
    )
    story.add(
        f"{count(len(exchange.referrals), 'referral')}: {exchange.ends()}. The {done} that were taken on open at the "
        f"commune as they were given; the {over} that were not open no more, for their day is over."
    )
    story.add(f"Both ledgers verify: {entries} entries.")
