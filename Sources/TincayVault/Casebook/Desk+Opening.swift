import TincayIntake

/// The one way to a report's keys for everybody who wants to see what is in it: what was referred here until a day that
/// has passed, and that nobody took on, is opened for nothing any more.
///
/// What people write about such a report is still sealed under its keys, so that they can say why it goes back.
extension Desk {
    /// The report of an identifier, when it is a case that may still be opened.
    func findToOpen(_ id: [UInt8]) throws(VaultError) -> ReportID {
        let id = try find(id)
        try checkDay(of: id)
        return id
    }

    /// The keys that open a report, as far as the person who unlocked the desk may.
    func reportKeys(of id: ReportID, _ keys: DeskKeys) throws(VaultError) -> ReportKeys {
        try checkDay(of: id)
        guard let number = caseload.known[id]?.number, let row = try store.key(number) else { throw .tampered }
        return try CaseKeys.report(in: row, id: id, header: header, keys: keys)
    }

    /// Opens a report, as far as the person may; gives also the keys that did.
    func open(
        _ id: ReportID, filed number: Int64, _ keys: DeskKeys
    ) throws(VaultError) -> (held: ReportKeys, opened: OpenedReport) {
        try checkDay(of: id)
        return try CaseKeys.open(id, filed: number, in: store, header: header, keys: keys)
    }

    /// Opens the sections of a report among others; nil for one that is damaged or may no longer be opened, which must not
    /// hide the rest.
    func openIfPossible(
        _ id: ReportID, filed number: Int64, _ keys: DeskKeys
    ) throws(VaultError) -> (held: ReportKeys, sections: [ReportSection])? {
        do throws(VaultError) {
            try checkDay(of: id)
            return try CaseKeys.openSections(id, filed: number, in: store, header: header, keys: keys)
        } catch {
            guard error.isDamage || error == .expired else { throw error }
            return nil
        }
    }

    /// Fails when a case came by a referral whose day has passed without anybody taking it on.
    private func checkDay(of id: ReportID) throws(VaultError) {
        guard caseload.referrals.incoming(id)?.isPast(on: clock.now().days) != true else { throw .expired }
    }
}
