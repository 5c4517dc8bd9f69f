"""Somebody with the machine at night, who deletes, edits and exchanges rows of the desk's file."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

from must import BrokenPromiseError, must
from office import Office
from people import HEAD

from tincay import Desk, TamperedError, TincayError

Change = Callable[[sqlite3.Connection, random.Random], None]
"""Something that is done to the rows of a file."""


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Opens a desk's file as any program for such files can."""
    connection = sqlite3.connect(path)
    try:
        with connection:
            yield connection
    finally:
        connection.close()


def _some(rows: sqlite3.Connection, chance: random.Random, query: str) -> tuple[int, ...]:
    """Chooses one of the rows that a query gives."""
    return tuple(chance.choice(rows.execute(query).fetchall()))


def _flip(content: bytes, chance: random.Random) -> bytes:
    """Changes one bit."""
    place = chance.randrange(len(content))
    return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]


def delete_last_entry(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Deletes the last entry of the ledger."""
    rows.execute("DELETE FROM ledger WHERE number = (SELECT max(number) FROM ledger)")


def delete_entry(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Deletes an entry of the ledger: that a report was read, for example."""
    (number,) = _some(rows, chance, "SELECT number FROM ledger WHERE head IS NULL")
    rows.execute("DELETE FROM ledger WHERE number = ?", (number,))


def edit_entry(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Changes a bit of an entry of the ledger."""
    (number,) = _some(rows, chance, "SELECT number FROM ledger")
    (entry,) = rows.execute("SELECT entry FROM ledger WHERE number = ?", (number,)).fetchone()
    rows.execute("UPDATE ledger SET entry = ? WHERE number = ?", (_flip(entry, chance), number))


def exchange_entries(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Exchanges two entries of the ledger."""
    first, second = chance.sample([row[0] for row in rows.execute("SELECT number FROM ledger").fetchall()], 2)
    _exchange(rows, "ledger", "entry", first, second)


def cut_tail(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Deletes the last entries, and makes the end that there is the end of what is left."""
    head, last = rows.execute("SELECT head, number FROM ledger WHERE head IS NOT NULL").fetchone()
    end = last - chance.randint(1, 40)
    rows.execute("DELETE FROM ledger WHERE number > ?", (end,))
    rows.execute("DELETE FROM body WHERE number > ?", (end,))
    rows.execute("UPDATE ledger SET head = ? WHERE number = ?", (head, end))


def delete_report(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Deletes what was told, and leaves that it was."""
    (number,) = _some(rows, chance, "SELECT number FROM body")
    rows.execute("DELETE FROM body WHERE number = ?", (number,))


def edit_report(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Changes a bit of what was told."""
    (number,) = _some(rows, chance, "SELECT number FROM body")
    (body,) = rows.execute("SELECT body FROM body WHERE number = ?", (number,)).fetchone()
    rows.execute("UPDATE body SET body = ? WHERE number = ?", (_flip(body, chance), number))


def exchange_reports(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Exchanges what was told in two reports."""
    first, second = chance.sample([row[0] for row in rows.execute("SELECT number FROM body").fetchall()], 2)
    _exchange(rows, "body", "body", first, second)


def wipe_key(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Wipes the key of a report, as shredding does, and says so nowhere."""
    (number,) = _some(rows, chance, "SELECT number FROM ledger WHERE key IS NOT NULL")
    rows.execute("UPDATE ledger SET key = zeroblob(length(key)) WHERE number = ?", (number,))


def edit_key(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Changes a bit of the key of a report, which then nobody opens any more."""
    (number,) = _some(rows, chance, "SELECT number FROM body")
    (key,) = rows.execute("SELECT key FROM ledger WHERE number = ?", (number,)).fetchone()
    rows.execute("UPDATE ledger SET key = ? WHERE number = ?", (_flip(key, chance), number))


def exchange_keys(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Exchanges the keys of two reports."""
    first, second = chance.sample([row[0] for row in rows.execute("SELECT number FROM body").fetchall()], 2)
    _exchange(rows, "ledger", "key", first, second)


def edit_form(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Changes a bit of a form, so that reports are no longer checked with it."""
    row, form = rows.execute("SELECT id, body FROM form ORDER BY id LIMIT 1").fetchone()
    rows.execute("UPDATE form SET body = ? WHERE id = ?", (_flip(form, chance), row))


def delete_person(rows: sqlite3.Connection, chance: random.Random) -> None:
    """Takes somebody out, so that they cannot look."""
    (count,) = rows.execute("SELECT count(*) FROM person").fetchone()
    must(count >= 2, "There is nobody whom the insider could take out.")
    rows.execute("DELETE FROM person WHERE id = (SELECT id FROM person ORDER BY rowid DESC LIMIT 1)")


CHANGES: tuple[Change, ...] = (
    delete_last_entry,
    delete_entry,
    edit_entry,
    exchange_entries,
    cut_tail,
    delete_report,
    edit_report,
    exchange_reports,
    wipe_key,
    edit_key,
    exchange_keys,
    edit_form,
    delete_person,
)


def delete_file(folder: Path, chance: random.Random) -> None:
    """Deletes a picture that is kept with a report."""
    chance.choice(sorted(folder.iterdir())).unlink()


def edit_file(folder: Path, chance: random.Random) -> None:
    """Changes a bit of a picture."""
    path = chance.choice(sorted(folder.iterdir()))
    path.write_bytes(_flip(path.read_bytes(), chance))


FILE_CHANGES = (delete_file, edit_file)
"""What is done to the sealed files beside the desk's."""


def _exchange(rows: sqlite3.Connection, table: str, column: str, first: int, second: int) -> None:
    """Exchanges a column of two rows."""
    query = f"SELECT {column} FROM {table} WHERE number = ?"  # noqa: S608
    contents = [rows.execute(query, (number,)).fetchone()[0] for number in (first, second)]
    for number, content in zip((second, first), contents):
        rows.execute(f"UPDATE {table} SET {column} = ? WHERE number = ?", (content, number))  # noqa: S608


def is_found_out(path: Path) -> bool:
    """Whether a desk that somebody has changed says so when it is opened or verified."""
    try:
        with Desk.open(path, HEAD.name, HEAD.passphrase) as desk:
            desk.verify()
            desk.verify_attachments()
    except TamperedError:
        return True
    except TincayError as error:
        raise BrokenPromiseError(f"A desk that was changed answered: {error}") from None
    return False


def try_all(school: Office, folder: Path, chance: random.Random) -> int:
    """Does each change to a copy of the desk; each has to be found out. Gives how many there were."""
    for change in CHANGES:
        path = school.copy_to(folder / "changed")
        with opened(path) as rows:
            change(rows, chance)
        _must_be_found_out(path, change.__doc__)
    for file_change in FILE_CHANGES:
        path = school.copy_to(folder / "changed")
        file_change(path.with_name(path.name + ".files"), chance)
        _must_be_found_out(path, file_change.__doc__)
    return len(CHANGES) + len(FILE_CHANGES)


def _must_be_found_out(path: Path, what: Optional[str]) -> None:
    """Has a change be found out, and removes the copy on which it was tried."""
    must(is_found_out(path), f"Nobody found out: {(what or '').rstrip('.')}.")
    shutil.rmtree(path.parent)
