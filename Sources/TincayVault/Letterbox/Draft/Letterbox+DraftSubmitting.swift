import TincayCrypto
public import TincayIntake

extension Letterbox {
    /// Checks a draft's answers and, when the form accepts them, puts the report where the draft was, which ends it.
    ///
    /// A draft that the form does not accept goes on.
    public func submitDraft(_ number: Int64) throws(VaultError) -> Checked {
        let draft = try openDraft(number)
        let moment = clock.now()
        let checked: Checked
        do throws(JSONError) {
            checked = try draft.form.check(draft.answers(at: moment), language: draft.language, at: moment)
        } catch {
            throw error == .tooLarge ? .tooLarge : .invalidJSON(error)
        }
        guard checked.accepted else { return checked }
        let envelope = try seal(
            checked, form: draft.form, language: draft.language, received: moment, unfinished: false,
            key: try draft.nextKey())
        file.makeRoom(for: setup.slotsPerDay, size: setup.slotSize)
        try commit { (changed: inout LetterboxState) throws(VaultError) in
            if changed.draft == 0 {
                _ = try place(envelope, in: &changed)
            } else {
                try file.replace(changed.draft, envelope)
                changed.endDraft()
            }
        }
        self.draft = nil
        return checked
    }
}
