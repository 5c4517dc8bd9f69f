"""The people of a desk: who is let in with which keys, locking, and the way back with shares on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from ._bytes import Data, Passphrase, Path, c_path, c_text, json_bytes, lend, lend_passphrase
from ._call import ask, ask_always, parse, run
from .results import People, RecoveryDrill, RecoveryShares


def lend_key_file(key_file: Optional[Data]) -> tuple[Any, int]:
    """Lends the bytes of a key file; nothing for None."""
    return (None, 0) if key_file is None else lend(key_file)


class DeskPeople:
    """What `tincay.Desk` can do with its people."""

    _handle: Any

    def people(self) -> People:
        """Tells who may unlock the desk with which roles, and of shares for recovery."""
        result: People = parse(ask("tincay_desk_people", self._handle))
        return result

    def add_person(
        self, person: str, passphrase: Passphrase, roles: Sequence[str], key_file: Optional[Data] = None
    ) -> None:
        """Lets a person in. It takes the role "people" and every role that is given.

        Args:
            person: 1 to 200 bytes of UTF-8.
            passphrase: 8 to 1,024 bytes, or a text of as many in UTF-8. Copies made here are wiped.
            roles: of ``"reports"``, ``"identities"`` (only with reports), ``"intake"``, ``"people"`` and
                ``"statistics"``, which everybody has.
            key_file: 32 to 65,536 bytes that take part in the passphrase.

        Raises:
            NoKeyError: the person who unlocked the desk lacks one of them.
            ExistsError: there is such a person.
            InvalidInputError: a role is none.
            LimitError: the passphrase is too short or too long.
        """
        wanted = json_bytes(list(roles))
        file, file_size = lend_key_file(key_file)
        with lend_passphrase(passphrase) as (secret, size):
            name = c_text(person, "person")
            run("tincay_desk_add_person", self._handle, name, secret, size, file, file_size, wanted, len(wanted))

    def remove_person(self, person: str) -> None:
        """Takes a person out and exchanges every key of the desk. It takes every role.

        The desk's card changes: give points the new one.

        Raises:
            NoKeyError: the person who unlocked the desk lacks a role.
            NotFoundError: there is no such person.
            InvalidInputError: it is the person who unlocked the desk.
        """
        run("tincay_desk_remove_person", self._handle, c_text(person, "person"))

    def change_passphrase(
        self,
        old: Passphrase,
        new: Passphrase,
        *,
        old_key_file: Optional[Data] = None,
        new_key_file: Optional[Data] = None,
    ) -> None:
        """Sets another passphrase, and another key file or none, for the person who unlocked the desk.

        Raises:
            WrongKeyError: the old one is wrong.
            LaterError: it was wrong too often.
            LimitError: the new one is too short or too long.
        """
        before, before_size = lend_key_file(old_key_file)
        after, after_size = lend_key_file(new_key_file)
        with lend_passphrase(old) as (secret, size), lend_passphrase(new) as (other, other_size):
            run(
                "tincay_desk_change_passphrase",
                self._handle,
                secret,
                size,
                before,
                before_size,
                other,
                other_size,
                after,
                after_size,
            )

    def lock(self) -> None:
        """Wipes the keys; every call but `unlock` and `close` raises `tincay.LockedError` then."""
        run("tincay_desk_lock", self._handle)

    def unlock(self, passphrase: Passphrase, key_file: Optional[Data] = None) -> None:
        """Unlocks a locked desk for the person who had it; the errors are those of `tincay.Desk.open`."""
        file, file_size = lend_key_file(key_file)
        with lend_passphrase(passphrase) as (secret, size):
            run("tincay_desk_unlock", self._handle, secret, size, file, file_size)

    def tick(self) -> None:
        """Locks the desk when no call has used it for its ``idle_seconds``; to be called each minute or so.

        Raises:
            LockedError: the desk is locked now.
        """
        run("tincay_desk_tick", self._handle)

    def make_recovery(self, shares: int, needed: int) -> RecoveryShares:
        """Makes shares on paper, `needed` of which let somebody in who lost the passphrase; earlier ones no longer do.

        There is no other way back. Print them, give them to people who trust each other only so far, and keep none.

        Args:
            shares: 2 to 16.
            needed: 2 to `shares`.

        Raises:
            NoKeyError: the person who unlocked the desk lacks a role.
            InvalidInputError: the numbers are not as described.
        """
        setup = json_bytes({"shares": shares, "needed": needed})
        result: RecoveryShares = parse(ask("tincay_desk_make_recovery", self._handle, setup, len(setup)))
        return result

    def try_recovery(self, shares: Sequence[str]) -> RecoveryDrill:
        """Tries shares, as a drill: whether they fit is entered in the ledger, and nothing is opened.

        Raises:
            InvalidInputError: one was mistyped; ``result`` names the group.
            WrongKeyError: they are too few, or do not belong together; ``result`` says more.
            NotFoundError: none were made.
        """
        typed = json_bytes(list(shares))
        result: RecoveryDrill = ask_always("tincay_desk_try_recovery", self._handle, typed, len(typed))
        return result

    @staticmethod
    def recover(
        path: Path, shares: Sequence[str], person: str, passphrase: Passphrase, key_file: Optional[Data] = None
    ) -> None:
        """Lets a person in with shares, back in or anew, with every role; open the desk afterwards.

        Args:
            path: the desk's file.
            shares: as many as are needed, in any case and with any spaces and hyphens.
            person: who comes in.
            passphrase: the new one.
            key_file: 32 to 65,536 bytes that take part in the passphrase.

        Raises:
            InvalidInputError: a share was mistyped.
            WrongKeyError: they are too few, or not of this desk's last set.
            NotFoundError: there is no such file, or no shares were made.
        """
        typed = json_bytes(list(shares))
        file, file_size = lend_key_file(key_file)
        with lend_passphrase(passphrase) as (secret, size):
            name = c_text(person, "person")
            where = c_path(path)
            run("tincay_desk_recover", where, typed, len(typed), name, secret, size, file, file_size)
