import TincayCrypto
public import TincayIntake

extension Letterbox {
    /// Begins a draft and gives its number; a draft that was open ends as if its person had walked away.
    public func beginDraft(
        _ form: Form, profile: [UInt8]?, language: [UInt8]?
    ) throws(VaultError) -> Int64 {
        try Self.start()
        if let profile, form.profilePath(for: profile) == nil { throw .invalidInput }
        leaveDraft()
        try unlessFull { () throws(VaultError) in try hear(clock.now()) }
        draftCount += 1
        draft = try Draft.begin(
            number: draftCount, form: form, profile: profile, language: language, touched: clock.uptime())
        return draftCount
    }

    /// Takes an answer to the question that a JSON Pointer names, or takes one back; gives what that changed.
    ///
    /// All answers are sealed anew and are on the disk when this returns, under a key and wraps of their own: whoever
    /// is named only now holds nothing that opens them.
    public func answer(
        _ number: Int64, path: [UInt8], value: UnsafeRawBufferPointer?
    ) throws(VaultError) -> DraftScreen {
        let draft = try openDraft(number)
        var json: [UInt8]?
        if let value = unsafe value {
            json = try VaultError.json { () throws(JSONError) in
                try unsafe JSONDocument(parsing: value, limits: .report).root.json
            }
        }
        let moment = clock.now()
        let answers = draft.answers(at: moment)
        try require(path, json, fit: answers.json)
        try draft.answer(path, json, after: answers)
        do throws(VaultError) { return try secure(draft, .changes, at: moment) } catch {
            _ = draft.back()
            throw error
        }
    }

    /// Undoes the last answer; gives its path, what it was, and what to show; `notFound` when there is none.
    public func back(_ number: Int64) throws(VaultError) -> DraftScreen {
        let draft = try openDraft(number)
        guard let step = draft.back() else { throw .notFound }
        let screen = try secure(draft, .full, at: clock.now())
        var writer = JSONWriter(room: screen.json.count + 256)
        writer.beginObject()
        writer.name("path")
        writer.text(step.path)
        writer.name("value")
        if let value = step.value { writer.raw(value) } else { writer.null() }
        writer.name("state")
        writer.raw(screen.json)
        writer.endObject()
        return DraftScreen(json: writer.bytes, failure: screen.failure)
    }

    /// Tells what to show after the answers so far; never the answers.
    public func draftState(_ number: Int64) throws(VaultError) -> [UInt8] {
        let draft = try openDraft(number)
        let moment = clock.now()
        return try draft.screen(draft.answers(at: moment).json, .full, at: moment)
    }

    /// Notes what is to become of the draft if it is never sent.
    public func choose(_ number: Int64, _ choice: DraftChoice) throws(VaultError) {
        let draft = try openDraft(number)
        guard draft.choice != choice else { return }
        draft.choice = choice
        try secureAgain(draft)
    }

    /// Keeps the answers from desks, from now on.
    public func exclude(_ number: Int64, _ desks: [[UInt8]]) throws(VaultError) {
        let draft = try openDraft(number)
        try check(excluded: desks)
        // Also when nobody is left: who was refused stays refused until somebody else is named.
        draft.excluded = desks
        // Before the first answer nothing is sealed that would show it.
        if draft.isEmpty, Routing(removed: [], added: [], excluded: desks).readers(of: self.desks).isEmpty {
            throw .noReader
        }
        try secureAgain(draft)
    }

    /// Ends a draft whose person walks away, or has; gives {kept, hotlines}: whether the counsellor gets it, unfinished.
    ///
    /// Answers that say that somebody is in danger always go to the counsellor.
    public func abandon(_ number: Int64, _ choice: DraftChoice) throws(VaultError) -> [UInt8] {
        let draft = try openDraft(number)
        let moment = clock.now()
        let checked = try? draft.form.check(
            draft.answers(at: moment).json, language: draft.language, at: moment, for: .result)
        let result = checked.flatMap { try? JSONDocument(parsing: $0.result, limits: .any) }
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("kept")
        writer.boolean(try endDraft(choice))
        writer.name("hotlines")
        writer.raw(result?.root["hotlines"]?.json ?? Array("[]".utf8))
        writer.endObject()
        return writer.bytes
    }

    /// Ends a draft if it is still there.
    public func closeDraft(_ number: Int64) {
        if draft?.number == number { leaveDraft() }
    }

    /// Ends a draft that nobody has touched for as long as the setup allows.
    func endIdleDraft() {
        if let draft, isIdle(draft) { leaveDraft() }
    }

    /// Ends the open draft of somebody who is gone.
    ///
    /// What cannot be kept now, on a full disk, is lost but for what the box holds sealed already: the answers must not
    /// stay in memory for it, and the next person must not wait.
    func leaveDraft() {
        _ = try? endDraft(.undecided)
        draft = nil
    }

    /// Ends the open draft, if there is one; gives whether it was kept.
    @discardableResult
    func endDraft(_ choice: DraftChoice) throws(VaultError) -> Bool {
        guard let draft else { return false }
        if choice != .undecided { draft.choice = choice }
        guard draft.outlivesLeaving, !draft.isEmpty else {
            // Forgotten here first: whatever the disk says, the next person finds nothing.
            self.draft = nil
            if draft.envelope != nil { try discardDraftSlot() }
            return false
        }
        if draft.envelope == nil {
            do throws(VaultError) { try secureAgain(draft) } catch {
                guard case .noReader = error else { throw error }
                // There is nobody to keep it for; the next person must not wait for that to change.
                self.draft = nil
                return false
            }
        }
        try commit { (changed: inout LetterboxState) in changed.draft = 0 }
        self.draft = nil
        return true
    }

    /// The draft of a number; `notFound` when it has ended, by itself or by somebody.
    func openDraft(_ number: Int64) throws(VaultError) -> Draft {
        try Self.start()
        endIdleDraft()
        guard let draft, draft.number == number else { throw .notFound }
        draft.touched = clock.uptime()
        try unlessFull { () throws(VaultError) in try hear(clock.now()) }
        return draft
    }

    /// Whether nobody has touched a draft for as long as the setup allows.
    private func isIdle(_ draft: Draft) -> Bool {
        // A machine that has been on for less than when it was touched was switched off in between.
        let now = clock.uptime()
        return now < draft.touched || now - draft.touched > setup.idleMilliseconds
    }

    /// Fails when nothing can be put where a path leads to.
    private func require(_ path: [UInt8], _ json: [UInt8]?, fit answers: [UInt8]) throws(VaultError) {
        guard let document = try? JSONDocument(parsing: answers, limits: .any), !path.isEmpty,
            json == nil || document.root.replacing(path, with: json) != nil
        else { throw .invalidInput }
    }

    /// Seals a draft's answers into its slot after something else than an answer has changed.
    private func secureAgain(_ draft: Draft) throws(VaultError) {
        guard !draft.isEmpty else { return }
        let screen = try secure(draft, .changes, at: clock.now())
        if let failure = screen.failure { throw failure }
    }

    /// Seals a draft's answers into its slot as its choice wants it, and gives what to show.
    private func secure(
        _ draft: Draft, _ detail: StateDetail, at moment: Moment
    ) throws(VaultError) -> DraftScreen {
        let answers = draft.answers(at: moment)
        let screen: [UInt8]
        if detail == .changes, let shown = answers.screen {
            screen = shown
        } else {
            screen = try draft.screen(answers.json, detail, at: moment)
        }
        let checked = try VaultError.json { () throws(JSONError) in
            try draft.form.check(answers.json, language: draft.language, at: moment, for: .unfinished)
        }
        draft.isUrgent = checked.isUrgent
        do throws(VaultError) {
            try settleLeftDraft()
            if draft.isEmpty || !draft.outlivesPowerCut {
                try discardDraftSlot()
                draft.envelope = nil
            } else {
                try keepDraft(draft, checked, at: moment)
            }
        } catch {
            // What cannot be sealed cannot be sent either; anything else may pass, and the answers stay in memory.
            if case .tooLarge = error { throw error }
            // What was sealed before is for somebody who is to be kept out now.
            if case .noReader = error {
                try discardDraftSlot()
                draft.envelope = nil
            }
            return DraftScreen(json: screen, failure: error)
        }
        return DraftScreen(json: screen, failure: nil)
    }
}
