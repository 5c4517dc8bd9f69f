import TincayIntake

extension LedgerEntry {
    /// Writes the members of an entry about a referral as a case's history shows them.
    func writeReferral(to writer: inout JSONWriter, detail: [UInt8]?, words: [UInt8]?) throws(VaultError) {
        let mark = try ReferralMark(open)
        writer.name("referral")
        writer.text(mark.id.hexadecimal)
        writer.name("desk")
        writer.text(Hexadecimal.text(mark.deskID))
        switch type {
        case .referred, .referralFiled:
            if let detail { try ReferralTerms(detail).write(to: &writer) }
            if let words {
                writer.name("terms")
                writer.raw(words)
            }
        case .answered, .referralReply:
            try writeReply(mark, detail, to: &writer)
            if let words {
                writer.name("note")
                writer.text(words)
            }
        case .withdrew, .withdrawn:
            if type == .withdrawn, let outcome = WithdrawalOutcome(rawValue: mark.value) {
                writer.name("withdrawal")
                writer.text(outcome.name)
            }
            if let words {
                writer.name("reason")
                writer.text(words)
            }
        default: break
        }
    }

    /// Writes what an answer, or whatever else came back, says.
    private func writeReply(
        _ mark: ReferralMark, _ detail: [UInt8]?, to writer: inout JSONWriter
    ) throws(VaultError) {
        writer.name("answer")
        writer.integer(Int64(mark.number))
        let reply = type == .answered ? .answer : ReferralMark.Reply(rawValue: mark.code)
        switch reply {
        case .delivered:
            writer.name("state")
            writer.text(ReferralState.received.name)
        case .answer:
            if let detail { try ReferralAnswer(codes: detail).write(to: &writer) }
        case .withdrawal:
            guard let outcome = WithdrawalOutcome(rawValue: mark.value) else { throw .tooNew }
            writer.name("withdrawal")
            writer.text(outcome.name)
        case .acknowledged:
            writer.name("acknowledged")
            writer.boolean(true)
        case nil: throw .tooNew
        }
    }
}
