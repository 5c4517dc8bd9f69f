import TincayCrypto
import TincayIntake

extension Letterbox {
    /// Checks a draft's answers and, when the form accepts them, puts the report where the draft was, which ends it.
    ///
    /// A draft that the form does not accept, or that nobody is left to read, goes on.
    public func submitDraft(_ number: Int64) throws(VaultError) -> Submitted {
        let draft = try openDraft(number)
        let moment = clock.now()
        return try Submitted.check { () throws(JSONError) in
            try draft.form.check(draft.answers(at: moment).json, language: draft.language, at: moment)
        } keep: { checked throws(VaultError) in
            try keep(checked, of: draft, received: moment)
        }
    }

    /// Seals what a form accepted, and puts it where the draft was.
    private func keep(_ checked: Checked, of draft: Draft, received moment: Moment) throws(VaultError) {
        try settleLeftDraft()
        if state.draft == 0 { try requireAllowance(isUrgent: checked.isUrgent, at: moment) }
        let envelope = try seal(
            checked, form: draft.form, language: draft.language, received: moment, unfinished: false,
            excluding: draft.excluded, key: try draft.nextKey())
        try takeRoom(isUrgent: checked.isUrgent)
        try commit { (changed: inout LetterboxState) throws(VaultError) in
            if changed.draft == 0 {
                changed.admit(at: moment.milliseconds, setup.limits)
                _ = try place(envelope, in: &changed)
            } else {
                try file.replace(changed.draft, envelope)
                changed.draft = 0
            }
        }
        self.draft = nil
    }
}
