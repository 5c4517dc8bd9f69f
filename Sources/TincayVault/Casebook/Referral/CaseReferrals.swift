import TincayIntake

/// What a list shows of a case's referrals.
struct CaseReferrals {
    /// Whether the case came here by a referral.
    let isIncoming: Bool
    /// How many went out of which something is still to come.
    let open: Int64
    /// How many of them are to have been answered.
    let overdue: Int64

    /// Writes the members of a case.
    func write(to writer: inout JSONWriter, isFromPoint: Bool) {
        writer.name("origin")
        writer.text(isIncoming ? "referral" : isFromPoint ? "point" : "desk")
        writer.name("referrals")
        writer.beginObject()
        writer.name("open")
        writer.integer(open)
        writer.name("overdue")
        writer.integer(overdue)
        writer.endObject()
    }
}
