import TincayIntake

extension Desk {
    /// What it takes to make a case as urgent as somebody says: one person to raise it, a second one to lower it.
    func change(of record: CaseRecord, to urgency: Urgency) throws(VaultError) -> UrgencyChange {
        guard let current = record.urgency else { return UrgencyChange(.raised, urgency) }
        guard current != urgency else { throw .notAllowed }
        return UrgencyChange(urgency.rank < current.rank ? .raised : .proposed, urgency)
    }

    /// What becomes of a proposal that is still open; nobody confirms what he proposed himself.
    func answer(
        _ number: Int64, to proposal: CaseProgress.Proposal?, _ stage: UrgencyChange.Stage
    ) throws(VaultError) -> UrgencyChange {
        guard let proposal, proposal.number == number else { throw .notFound }
        guard stage != .confirmed || proposal.person != person else { throw .samePerson }
        return UrgencyChange(stage, proposal.urgency, proposal: number)
    }
}
