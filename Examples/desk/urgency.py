"""A case that is made less urgent, which takes two people."""

from __future__ import annotations

from diary import Entry
from must import must, must_equal, must_refuse
from story import Story

from tincay import Desk, InvalidInputError, Status


class Lowering:
    """One case, on its way down."""

    def __init__(self, entry: Entry) -> None:
        """Chooses the case."""
        self.entry = entry
        self.proposal = 0

    def propose(self, desk: Desk) -> None:
        """Proposes less; nothing changes by that, and who proposes it cannot confirm it."""
        desk.set_urgency(self.entry.id, "U4", "The child lives with the grandparents now.")
        proposals = [each for each in desk.due()["proposals"] if each["id"] == self.entry.id]
        must_equal([each["proposed"] for each in proposals], ["U4"], "What waits for a second person")
        self.proposal = proposals[0]["proposal"]
        alone = "Somebody has made a case less urgent alone."
        refusal = must_refuse(InvalidInputError, alone, desk.confirm_urgency, self.entry.id, self.proposal)
        must_equal(refusal.status, Status.INVALID_INPUT_PERSON, "Why one person cannot make a case less urgent")
        must_equal(desk.read(self.entry.id)["head"]["urgency"], self.entry.urgency, "The urgency before two agree")

    def confirm(self, desk: Desk, story: Story) -> None:
        """Has another person agree."""
        before = self.entry.urgency
        desk.confirm_urgency(self.entry.id, self.proposal)
        self.entry.urgency = "U4"
        must(not desk.due()["proposals"], "Something still waits for a second person.")
        story.add(
            f"School: a case is made less urgent, {before} to U4. The counsellor proposes it and the head agrees; one "
            "alone cannot."
        )
