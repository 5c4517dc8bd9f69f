/// What is found out about the items of one bundle.
struct CollectedItems {
    /// Items that the sender may forget.
    var covered: [ReportID] = []
    /// Items that are for this desk and cannot be taken in.
    var damaged: [ReportID] = []
    /// The bodies of the reports that this bundle added.
    var added: [ReportID: [UInt8]] = [:]
    /// How many items were set aside for the first time.
    var setAside = 0
    /// What another desk tells about referrals, which is taken in after all reports.
    var messages: [(message: ReferralMessage, sender: [UInt8])] = []
    /// The messages that were taken in.
    var taken: Set<ReportID> = []
    /// The desks that were entered.
    var met: Set<[UInt8]> = []
}
