import TincayIntake

extension Letterbox {
    /// Adds the slots of the days that have begun, and forgets which of the past days' slots were used;
    /// ends a draft that nobody has touched for long.
    public func tick() throws(VaultError) {
        try Self.start()
        try endIdleDraft()
        try hear(clock.now())
    }

    /// Brings the box up to a moment.
    func hear(_ moment: Moment) throws(VaultError) {
        let now = moment.days
        guard now != state.told else { return }
        let begun = try commit { (changed: inout LetterboxState) throws(VaultError) -> Bool in
            let before = changed
            guard let added = changed.hear(now, slotsPerDay: setup.slotsPerDay) else { return false }
            try file.close(before.first..<before.next, since: changed.sequence)
            for number in before.next..<before.next + added {
                try file.add(number, try Envelope.noise(size: setup.slotSize))
            }
            // The days that nobody saw are over as well.
            try file.close(before.next..<changed.first, since: changed.sequence)
            try moveDraft(&changed)
            return true
        }
        if begun { try file.forget() }
    }
}
