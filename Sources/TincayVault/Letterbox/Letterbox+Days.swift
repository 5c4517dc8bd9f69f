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
        let before = state
        var heard = state
        let added = heard.hear(moment.days, uptime: clock.uptime(), slotsPerDay: setup.slotsPerDay)
        if heard != before {
            // Without so much room no day begins, and what is kept for urgent reports stays.
            let moved: Int64 = state.draft == 0 ? 1 : 3
            try file.takeRoom(for: (added ?? 0) + moved, keeping: setup.limits.reserve, size: setup.slotSize)
            try commit { (changed: inout LetterboxState) throws(VaultError) in
                changed = heard
                guard let added else { return }
                try file.close(before.first..<before.next, since: changed.sequence)
                for number in before.next..<before.next + added {
                    try file.add(number, try Envelope.noise(size: setup.slotSize))
                }
                // The days that nobody saw are over as well.
                try file.close(before.next..<changed.first, since: changed.sequence)
                try moveDraft(&changed)
            }
        }
        if added != nil || file.remembers { try file.forget() }
    }
}
