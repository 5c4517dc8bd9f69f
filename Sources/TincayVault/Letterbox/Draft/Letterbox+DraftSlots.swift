import TincayCrypto
import TincayIntake

extension Letterbox {
    /// Seals a draft's answers and puts them into its slot, which it is given when it has none.
    func keepDraft(_ draft: Draft, _ checked: Checked, at moment: Moment) throws(VaultError) {
        // A draft counts as one report, from its first answer on.
        if state.draft == 0 { try requireAllowance(isUrgent: checked.isUrgent, at: moment) }
        let envelope = try seal(
            checked, form: draft.form, language: draft.language, received: moment, unfinished: true,
            excluding: draft.excluded, key: try draft.nextKey())
        try takeRoom(isUrgent: checked.isUrgent)
        try commit { (changed: inout LetterboxState) throws(VaultError) in
            if changed.draft == 0 {
                changed.admit(at: moment.milliseconds, setup.limits)
                changed.draft = try place(envelope, in: &changed)
            } else {
                try file.replace(changed.draft, envelope)
            }
        }
        owesNoise = false
        draft.envelope = Envelope.identifier(of: envelope)
    }

    /// Puts noise where a draft was, as if it had never been.
    func discardDraftSlot() throws(VaultError) {
        guard state.draft != 0 else { return }
        owesNoise = true
        let noise = try Envelope.noise(size: setup.slotSize)
        try commit { (changed: inout LetterboxState) throws(VaultError) in
            try file.replace(changed.draft, noise)
            changed.release(changed.draft)
            changed.draft = 0
        }
        owesNoise = false
    }

    /// Leaves a draft that an interrupted run has left in its slot to the desks, or forgets one that a failing disk has kept
    /// there, so that the next person's does not take its place.
    ///
    /// What its person wants to be forgotten is never in a slot, so what a power cut leaves there may be kept.
    func settleLeftDraft() throws(VaultError) {
        guard state.draft != 0, draft?.envelope == nil else { return }
        guard !owesNoise else { return try discardDraftSlot() }
        try commit { (changed: inout LetterboxState) in changed.draft = 0 }
    }

    /// Moves an open draft out of a day that is over into the new one, once that has its slots.
    func moveDraft(_ changed: inout LetterboxState) throws(VaultError) {
        let number = changed.draft
        guard number != 0, number < changed.first else { return }
        guard let envelope = try file.envelope(number) else { throw .badFormat }
        changed.draft = try place(envelope, in: &changed)
        try file.replace(number, try Envelope.noise(size: setup.slotSize))
    }

    /// Adds a slot's envelope to a bundle, and noise in the place of an open draft's, which is no report yet.
    func pack(_ envelope: UnsafeRawBufferPointer, into bundle: inout BundleWriter) throws(VaultError) {
        guard let draft = draft?.envelope,
            unsafe Envelope.identifier(of: [UInt8](envelope.prefix(KeyWraps.size))) == draft
        else { return try unsafe bundle.append(envelope) }
        let noise = try Envelope.noise(size: setup.slotSize)
        // SAFETY: the buffer is lent for the call.
        try unsafe noise.withUnsafeBufferPointer { (noise) throws(VaultError) in
            try unsafe bundle.append(UnsafeRawBufferPointer(noise))
        }
    }
}
