import TincayCrypto
public import TincayIntake

extension Letterbox {
    /// Checks answers and, when the form accepts them, seals and keeps them; they are on the disk when this returns.
    ///
    /// Nothing is kept when the form does not accept them, or when nobody is left who may read them.
    public func submit(
        _ form: Form, answers: UnsafeRawBufferPointer, options: SubmitOptions
    ) throws(VaultError) -> Submitted {
        try check(excluded: options.excluded)
        let moment = clock.now()
        return try Submitted.check { () throws(JSONError) in
            try unsafe form.check(answers, language: options.language, at: moment)
        } keep: { checked throws(VaultError) in
            try keep(checked, form: form, options: options, received: moment)
        }
    }

    /// Seals and keeps what a form accepted.
    private func keep(
        _ checked: Checked, form: Form, options: SubmitOptions, received moment: Moment
    ) throws(VaultError) {
        try Self.start()
        try unlessFull { () throws(VaultError) in try hear(moment) }
        try requireAllowance(isUrgent: checked.isUrgent, at: moment)
        let envelope = try seal(
            checked, form: form, language: options.language, received: moment, unfinished: false,
            excluding: options.excluded, key: nil)
        try takeRoom(isUrgent: checked.isUrgent)
        try commit { (changed: inout LetterboxState) throws(VaultError) in
            changed.admit(at: moment.milliseconds, setup.limits)
            _ = try place(envelope, in: &changed)
        }
        // Made now rather than at the next report, which somebody will be waiting for; failing to is no harm.
        ephemeral = try? newEphemeral()
    }

    /// Seals a checked report to those who may read it.
    func seal(
        _ checked: Checked, form: Form, language: [UInt8]?, received: Moment, unfinished: Bool,
        excluding excluded: [[UInt8]] = [], key: consuming SecretBytes?
    ) throws(VaultError) -> [UInt8] {
        let report = Report(
            head: head(of: checked, form: form, language: language, received: received, unfinished: unfinished),
            sections: checked.sections, formHash: hash(of: form))
        let readers = try readers(of: checked, excluding: excluded).map { $0.reader }
        return try Envelope.seal(
            report, id: ReportID(), to: readers, shared: together, ephemeral: try takeEphemeral(), key: key,
            size: setup.slotSize)
    }

    /// Fails when too many reports came in a short time and this one is not urgent.
    func requireAllowance(isUrgent: Bool, at moment: Moment) throws(VaultError) {
        guard isUrgent || state.admits(at: moment.milliseconds, setup.limits) else { throw .later }
    }

    /// Makes room for a report; one that is not urgent leaves the room that is kept, an urgent one is tried without any.
    func takeRoom(isUrgent: Bool) throws(VaultError) {
        guard isUrgent else {
            return try file.takeRoom(for: 1, keeping: setup.limits.reserve, size: setup.slotSize)
        }
        try? file.takeRoom(for: 1, keeping: 0, size: setup.slotSize)
    }

    /// Puts an envelope in the place of one of today's noise, taken at random, or into a slot more; gives its number.
    func place(_ envelope: [UInt8], in changed: inout LetterboxState) throws(VaultError) -> Int64 {
        let unused = changed.unused
        guard let count = UInt32(exactly: unused.count), count > 0 else {
            let number = changed.overflow()
            try file.add(number, envelope)
            return number
        }
        let place = unused[Int(Random.uniform(below: count))]
        changed.use(place)
        try file.replace(changed.first + place, envelope)
        return changed.first + place
    }

    /// What the desk is told about a report before it opens the answers.
    private func head(
        of checked: Checked, form: Form, language: [UInt8]?, received: Moment, unfinished: Bool
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("received")
        writer.integer(received.milliseconds)
        writer.name("clock")
        writer.text(state.clockIsDoubtful ? "doubtful" : "trusted")
        writer.name("confirmed")
        writer.text(Moment(days: state.confirmed).dateText)
        writer.name("uptime")
        writer.integer(clock.uptime())
        writer.name("form")
        writer.text(form.id)
        writer.name("version")
        writer.text(form.version)
        writer.name("language")
        writer.text(language ?? Array("vi".utf8))
        writer.name("profile")
        writer.text(checked.profile)
        writer.name("urgency")
        if let urgency = checked.urgency {
            writer.text(Array("U\(urgency.rawValue)".utf8))
        } else {
            writer.null()
        }
        writer.name("due")
        if let due = checked.due { writer.integer(due.milliseconds) } else { writer.null() }
        writer.name("triage")
        writer.raw(checked.triage)
        writer.name("facets")
        writer.raw(checked.facets)
        board.writeNames(to: &writer)
        if unfinished {
            writer.name("unfinished")
            writer.boolean(true)
        }
        writer.endObject()
        return writer.bytes
    }

    /// The hash that binds a report to its form.
    private func hash(of form: Form) -> [UInt8] {
        if let last = lastForm, last.form === form { return last.hash }
        let hash = Hash.digest(form.source)
        lastForm = (form, hash)
        return hash
    }

    /// The key pair that was made ahead, or a new one.
    private func takeEphemeral() throws(VaultError) -> AgreementKeyPair {
        if let prepared = ephemeral.take() { return prepared }
        return try newEphemeral()
    }

    /// Makes the key pair of one envelope.
    private func newEphemeral() throws(VaultError) -> AgreementKeyPair {
        try VaultError.crypto { () throws(CryptoError) in try AgreementKeyPair() }
    }
}
