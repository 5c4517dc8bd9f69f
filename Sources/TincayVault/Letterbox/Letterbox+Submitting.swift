import TincayCrypto
public import TincayIntake

extension Letterbox {
    /// Checks answers and, when the form accepts them, seals and keeps them; they are on the disk when this returns.
    ///
    /// Nothing is kept when the form does not accept them. What stands in the way after that is told beside the result,
    /// because somebody is waiting in front of the screen, and the result says whom to call.
    public func submit(
        _ form: Form, answers: UnsafeRawBufferPointer, language: [UInt8]?
    ) throws(VaultError) -> Submitted {
        let moment = clock.now()
        return try unsafe submit(form, answers: answers, language: language, at: moment) {
            (checked: Checked) throws(VaultError) in
            try keep(checked, form: form, language: language, received: moment)
        }
    }

    /// Checks answers and does a step with those that the form accepts.
    func submit(
        _ form: Form, answers: UnsafeRawBufferPointer, language: [UInt8]?, at moment: Moment,
        step: (Checked) throws(VaultError) -> Void
    ) throws(VaultError) -> Submitted {
        let checked: Checked
        do throws(JSONError) {
            checked = try unsafe form.check(answers, language: language, at: moment)
        } catch {
            throw error == .tooLarge ? .tooLarge : .invalidJSON(error)
        }
        guard checked.accepted else { return Submitted(checked: checked, obstacle: nil) }
        do throws(VaultError) { try step(checked) } catch {
            return Submitted(checked: checked, obstacle: error)
        }
        return Submitted(checked: checked, obstacle: nil)
    }

    /// Seals and keeps what a form accepted.
    private func keep(
        _ checked: Checked, form: Form, language: [UInt8]?, received moment: Moment
    ) throws(VaultError) {
        try Self.start()
        try unlessFull { () throws(VaultError) in try hear(moment) }
        guard checked.isUrgent || state.admits(at: moment.milliseconds, setup.limits) else { throw .later }
        let report = Report(
            head: head(of: checked, form: form, language: language, received: moment),
            sections: checked.sections, formHash: hash(of: form))
        let envelope = try Envelope.seal(
            report, id: ReportID(), to: setup.desks, ephemeral: try takeEphemeral(), size: setup.slotSize)
        try keep(envelope, isUrgent: checked.isUrgent, at: moment)
        // Made now rather than at the next report, which somebody will be waiting for; failing to is no harm.
        ephemeral = try? newEphemeral()
    }

    /// Puts an envelope in the place of one of today's noise, taken at random, or into a slot more.
    private func keep(_ envelope: [UInt8], isUrgent: Bool, at moment: Moment) throws(VaultError) {
        try takeRoom(isUrgent: isUrgent)
        try commit { (changed: inout LetterboxState) throws(VaultError) in
            changed.admit(at: moment.milliseconds, setup.limits)
            let unused = changed.unused
            guard let count = UInt32(exactly: unused.count), count > (isUrgent ? 0 : setup.limits.reserve) else {
                return try file.add(changed.overflow(), envelope)
            }
            let place = unused[Int(Random.uniform(below: count))]
            changed.use(place)
            try file.replace(changed.first + place, envelope)
        }
    }

    /// Makes room for a report; one that is not urgent leaves the room that is kept, an urgent one is tried without any.
    private func takeRoom(isUrgent: Bool) throws(VaultError) {
        guard isUrgent else {
            return try file.takeRoom(for: 1, keeping: setup.limits.reserve, size: setup.slotSize)
        }
        try? file.takeRoom(for: 1, keeping: 0, size: setup.slotSize)
    }

    /// What the desk is told about a report before it opens the answers.
    private func head(of checked: Checked, form: Form, language: [UInt8]?, received: Moment) -> [UInt8] {
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
