"""The way back for somebody who has lost a passphrase: shares on paper, tried before they are needed."""

from __future__ import annotations

from must import must, must_refuse
from office import Office
from people import OFFICER, OFFICER_AGAIN, VICE_CHAIR
from story import Story

from tincay import Desk, InvalidInputError, WrongKeyError

SHARES, NEEDED = 5, 3


class Paper:
    """The shares, each in another drawer."""

    def __init__(self, desk: Desk, story: Story) -> None:
        """Makes the shares and tries them: three fit, two do not, and one with a wrong letter is found."""
        self.shares = desk.make_recovery(SHARES, NEEDED)["shares"]
        must(desk.try_recovery(self.shares[:NEEDED])["fits"], "Three shares of five do not fit.")
        must_refuse(WrongKeyError, "Two shares of five fit.", desk.try_recovery, self.shares[:2])
        first = self.shares[0]
        mistyped = [first[:-1] + ("A" if first[-1] != "A" else "B"), *self.shares[1:NEEDED]]
        fault = must_refuse(InvalidInputError, "A mistyped share fits.", desk.try_recovery, mistyped).result
        must(fault is not None and fault["shares"][0]["group"] == 17, "A wrong letter in a share is not found.")
        story.add(
            f"Commune: {SHARES} paper shares, of which any {NEEDED} open the way back. Drill: {NEEDED} fit, 2 do not, "
            "and a wrong letter is found in its group."
        )

    def use(self, office: Office, story: Story) -> None:
        """Lets the officer back in with other shares than those of the drill, and makes new ones."""
        path, name = office.path, OFFICER.name
        must_refuse(WrongKeyError, "A forgotten passphrase opens.", Desk.open, path, name, "bamboo bridge in the snow")
        few = (path, self.shares[:2], name, OFFICER_AGAIN.passphrase)
        must_refuse(WrongKeyError, "Two shares let somebody in.", Desk.recover, *few)
        Desk.recover(path, self.shares[2:], name, OFFICER_AGAIN.passphrase)
        must_refuse(WrongKeyError, "The old passphrase still opens.", Desk.open, path, name, OFFICER.passphrase)
        with office.open(OFFICER_AGAIN) as desk:
            used, self.shares = self.shares, desk.make_recovery(SHARES, NEEDED)["shares"]
            must_refuse(WrongKeyError, "Shares that were used still fit.", desk.try_recovery, used[2:])
            recovered = [entry["person"] for entry in desk.log(kind="recovered")["entries"]]
            must(recovered == [name], "The ledger does not tell of the recovery.")
        with office.open(VICE_CHAIR) as desk:
            must(len(desk.people()["people"]) == 2, "Recovery has changed who else may come in.")
        story.add(
            f"Commune: the {name} has forgotten the passphrase. {NEEDED} shares let them in again, 2 did not; the old "
            "passphrase opens nothing, new shares are made, and the ledger has it all."
        )
