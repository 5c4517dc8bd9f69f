import TincayIntake

extension Letterbox {
    /// Adds the slots of the days that have begun, and forgets which of the past days' slots were used;
    /// ends a draft that nobody has touched for long.
    public func tick() throws(VaultError) {
        try Self.start()
        endIdleDraft()
        try hear(clock.now())
        try settleLeftDraft()
        if file.owesForgetting { try file.forget() }
    }

    /// Brings the box up to a moment.
    ///
    /// Pages and drafts of before that cannot be forgotten now, because the disk is full or fails, are forgotten with a
    /// later call: no report is refused for that.
    func hear(_ moment: Moment) throws(VaultError) {
        let before = state
        var heard = state
        let added = heard.hear(moment.days, uptime: clock.uptime(), slotsPerDay: setup.slotsPerDay)
        heard.reckon(at: moment.milliseconds)
        if heard != before { try go(from: before, to: heard, adding: added) }
        if file.owesForgetting { try? file.forget() }
        if owesNoise { try? settleLeftDraft() }
    }

    /// Takes in what the clock tells, and begins a day when slots are to be added for one.
    private func go(
        from before: LetterboxState, to heard: LetterboxState, adding added: Int64?
    ) throws(VaultError) {
        let unused = added == nil ? [] : before.unused
        // Without so much room no day begins, and what is kept for urgent reports stays. One more is for the marks, and two
        // for a draft that moves.
        let changes = (added ?? 0) + Int64(unused.count) + (before.draft == 0 ? 1 : 3)
        try file.takeRoom(for: changes, keeping: setup.limits.reserve, size: setup.slotSize)
        try commit { (changed: inout LetterboxState) throws(VaultError) in
            changed = heard
            guard let added else { return }
            try file.close(before.first..<before.next, since: changed.sequence)
            // Slots that were used have changed since the day began. Those that were not change now, so that who copies
            // the file at every day's start cannot tell one from the other.
            for place in unused {
                try file.refill(before.first + place, try Envelope.noise(size: setup.slotSize))
            }
            for number in before.next..<before.next + added {
                try file.add(number, try Envelope.noise(size: setup.slotSize))
            }
            // The days that nobody saw are over as well.
            try file.close(before.next..<changed.first, since: changed.sequence)
            try moveDraft(&changed)
        }
        if added != nil { file.owesForgetting = true }
    }
}
