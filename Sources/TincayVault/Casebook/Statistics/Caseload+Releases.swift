import TincayIntake

extension Caseload {
    /// Lets the published tables take notice of an entry, before it changes the case at a place.
    mutating func note(
        _ entry: LedgerEntry, number: Int64, detail: [UInt8]?, at place: Int?
    ) throws(VaultError) {
        releases.note(entry.time, number: number)
        switch entry.type {
        case .released: try releases.add(entry, number: number)
        case .shredded:
            if let place, table.numbers.indices.contains(place) {
                releases.tear(place, filed: Int64(table.numbers[place]))
            }
        case .filed, .read, .shared, .combined, .linked, .unlinked, .exported, .compared, .hold: break
        case .attachmentRead, .detached, .subjectGiven, .referralFiled, .referralReply, .withdrew, .withdrawn: break
        default:
            guard let place, table.fate(at: place) == .open else { return }
            if releases.isToFreeze(
                place, number: Int64(table.numbers[place]),
                received: Moment(milliseconds: table.received[place])), let record = record(at: place)
            {
                releases.freeze(record)
            }
            let isInTime = entry.time.milliseconds <= table.due[place]
            releases.act(place, isInTime: isInTime, end: entry.type == .status ? .some(detail) : nil)
        }
    }
}
