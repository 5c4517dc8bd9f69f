import TincayIntake

extension CaseProgress {
    /// Whether one hold more can be placed: those that nobody confirmed in time make room when there is no other.
    func takesHold(at moment: Moment) -> Bool {
        holds.count < Self.most || holds.contains { $0.wasLeft(at: moment.milliseconds) }
    }

    /// Adds what was done about a hold.
    mutating func apply(_ change: HoldChange, _ entry: LedgerEntry, number: Int64) {
        if change.stage == .placed {
            if holds.count >= Self.most { holds.removeAll { $0.wasLeft(at: entry.time.milliseconds) } }
            guard holds.count < Self.most else { return }
            holds.append(
                CaseHold(
                    number: number, placed: entry.time.milliseconds, until: change.until, person: entry.person))
            return
        }
        guard let place = holds.firstIndex(where: { $0.number == change.hold }) else { return }
        switch change.stage {
        case .placed: break
        case .confirmed: holds[place].isConfirmed = true
        case .withdrawn, .lifted: holds.remove(at: place)
        case .lifting: holds[place].lifter = entry.person
        case .keeping: holds[place].lifter = nil
        }
    }
}
