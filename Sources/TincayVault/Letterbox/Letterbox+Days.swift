import TincayIntake

extension Letterbox {
    /// Adds the slots of the days that have begun, and forgets which of the past days' slots were used;
    /// ends a draft that nobody has touched for long.
    public func tick() throws(VaultError) {
        try Self.start()
        try endIdleDraft()
        try hear(clock.now())
        if file.owesForgetting { try file.forget() }
    }

    /// Brings the box up to a moment.
    ///
    /// Pages of before that cannot be forgotten now, because the disk is full or fails, are forgotten with a later call:
    /// no report is refused for that.
    func hear(_ moment: Moment) throws(VaultError) {
        if moment.days != state.told { try go(to: moment.days) }
        if file.owesForgetting { try? file.forget() }
    }

    /// Takes in which day it is, and begins it when it is a new one.
    private func go(to now: Int64) throws(VaultError) {
        let begun = try commit { (changed: inout LetterboxState) throws(VaultError) -> Bool in
            let before = changed
            guard let added = changed.hear(now, slotsPerDay: setup.slotsPerDay) else { return false }
            try file.close(before.first..<before.next, since: changed.sequence)
            // Slots that were used have changed since the day began. Those that were not change now, so that who copies
            // the file at every day's start cannot tell one from the other.
            for place in before.unused {
                try file.refill(before.first + place, try Envelope.noise(size: setup.slotSize))
            }
            for number in before.next..<before.next + added {
                try file.add(number, try Envelope.noise(size: setup.slotSize))
            }
            // The days that nobody saw are over as well.
            try file.close(before.next..<changed.first, since: changed.sequence)
            try moveDraft(&changed)
            return true
        }
        if begun { file.owesForgetting = true }
    }
}
