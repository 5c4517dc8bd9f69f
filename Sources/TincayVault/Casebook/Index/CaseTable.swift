import TincayIntake

/// Every report that was ever filed, field by field: a case's place is the same in all columns.
///
/// No case has an object of its own, so that a hundred thousand of them are a few dozen arrays. Whoever changes a column
/// of a case calls `leave` before and `enter` behind, so that the orders stay right; every entry about a report calls
/// `touch`, so that the snapshot does.
struct CaseTable {
    /// What became of a report, as it is kept.
    enum Fate: UInt8 {
        case damaged = 0
        case open = 1
        case shredded = 2
    }

    /// Stands for no deadline.
    static let never = Int64.max
    /// Stands for no urgency.
    private static let noUrgency: UInt8 = 15
    /// The clock that told when was in doubt.
    static let doubtful: UInt8 = 1
    /// Whoever told it did not come to an end.
    static let unfinished: UInt8 = 2

    /// The identifiers.
    var reports = ReportIndex()
    /// The numbers of the entries that filed them.
    var numbers: [UInt32] = []
    /// The hashes of their bodies, one behind the other.
    var hashes: [UInt8] = []
    /// What became of them.
    var fates: [UInt8] = []
    /// The reports that are cases.
    var open = PlaceBits(room: 0)
    /// When they were told, in milliseconds since 1970.
    var received: [Int64] = []
    /// The soonest deadlines.
    var due: [Int64] = []
    /// How urgent they are.
    var urgency = ByteColumn()
    /// How far the work is.
    var status = ByteColumn()
    /// The two flags.
    var flags = ByteColumn()
    /// What came of checking them again.
    var check = ByteColumn()
    /// The points that they came from.
    var point = CodedColumn()
    /// The names of their forms.
    var form = CodedColumn()
    /// The versions of their forms.
    var version = CodedColumn(isSearched: false)
    /// Whose questions were answered.
    var profile = CodedColumn()
    /// Who works on them.
    var assigned = CodedColumn()
    /// The rules that fired and the coded answers.
    var facets = FacetColumn()
    /// How many notes there are.
    var notes: [UInt32] = []
    /// The numbers of the last entries about them.
    var last: [UInt32] = []
    /// In which orders they are listed.
    var orders = CaseOrders()
    /// The parts of a snapshot that are not any more what they were when it was written.
    var changed: Set<Int> = []

    /// How many reports were ever filed.
    var count: Int { numbers.count }

    /// What became of a report.
    func fate(at place: Int) -> Fate {
        guard fates.indices.contains(place) else { return .damaged }
        return Fate(rawValue: fates[place]) ?? .damaged
    }

    /// How urgent a case is.
    func urgency(at place: Int) -> Urgency? {
        Urgency(rawValue: Int(urgency[place]))
    }

    /// The hash of a report's body.
    func bodyHash(at place: Int) -> [UInt8] {
        guard place >= 0, (place + 1) * 32 <= hashes.count else { return [] }
        return [UInt8](hashes[place * 32..<(place + 1) * 32])
    }

    /// Adds the cases of an urgency, or of none, to bits.
    func add(_ value: Urgency?, to bits: inout PlaceBits) {
        urgency.add(value.map { UInt8(truncatingIfNeeded: $0.rawValue) } ?? Self.noUrgency, to: &bits)
    }

    /// Makes a place for a report that was filed, or finds the one of a report that is filed again.
    mutating func file(
        _ id: ReportID, number: UInt32, bodyHash: [UInt8], detail: FiledDetail?
    ) throws(VaultError) {
        guard bodyHash.count == 32 else { throw .tampered }
        let place: Int
        if let known = reports.place(of: id) {
            close(known, .damaged)
            place = known
            for offset in 0..<32 { hashes[place * 32 + offset] = bodyHash[offset] }
        } else {
            guard let new = reports.append(id) else { throw .tooLarge }
            place = new
            hashes += bodyHash
            append()
        }
        numbers[place] = number
        changed.insert(place / Self.foldSize)
        guard let detail else { return }
        received[place] = detail.received.milliseconds
        due[place] = detail.due?.milliseconds ?? Self.never
        urgency.set(
            detail.urgency.map { UInt8(truncatingIfNeeded: $0.rawValue) } ?? Self.noUrgency, at: place)
        status.set(CaseStatus.open.rawValue, at: place)
        flags.set(
            (detail.clockIsDoubtful ? Self.doubtful : 0) | (detail.isUnfinished ? Self.unfinished : 0), at: place)
        check.set(detail.check.rawValue, at: place)
        point.set(detail.point, at: place)
        form.set(detail.form, at: place)
        version.set(detail.formVersion, at: place)
        profile.set(detail.profile.isEmpty ? nil : detail.profile, at: place)
        assigned.set(nil as [UInt8]?, at: place)
        facets.set(rules: detail.rules, facets: detail.facets, at: place)
        begin(place)
    }

    /// Makes a place in every column.
    mutating func append() {
        numbers.append(0)
        fates.append(Fate.damaged.rawValue)
        open.grow(toHold: numbers.count - 1)
        received.append(0)
        due.append(Self.never)
        urgency.append()
        status.append()
        flags.append()
        check.append()
        point.append()
        form.append()
        version.append()
        profile.append()
        assigned.append()
        facets.append()
        notes.append(0)
        last.append(0)
    }

    /// Lets a case count whose columns are filled.
    mutating func begin(_ place: Int) {
        fates[place] = Fate.open.rawValue
        admit(place)
    }

    /// Lets a case count whose columns are filled and whose fate is known.
    mutating func admit(_ place: Int) {
        open.insert(place)
        enter(place)
    }

    /// Takes a case away with everything that is told about it.
    mutating func close(_ place: Int, _ fate: Fate) {
        guard fates.indices.contains(place) else { return }
        changed.insert(place / Self.foldSize)
        if fates[place] == Fate.open.rawValue {
            leave(place)
            open.remove(place)
            received[place] = 0
            due[place] = Self.never
            urgency.clear(place)
            status.clear(place)
            flags.clear(place)
            check.clear(place)
            point.clear(place)
            form.clear(place)
            version.clear(place)
            profile.clear(place)
            assigned.clear(place)
            facets.clear(place)
            notes[place] = 0
        }
        fates[place] = fate.rawValue
    }

    /// Notes that there is an entry about a report, the first one or one more.
    mutating func touch(_ place: Int, entry number: UInt32) {
        guard last.indices.contains(place) else { return }
        changed.insert(place / Self.foldSize)
        leave(place)
        last[place] = number
        enter(place)
    }

    /// Counts a note.
    mutating func addNote(_ place: Int) {
        guard notes.indices.contains(place) else { return }
        notes[place] &+= 1
    }

    /// Moves a case on.
    mutating func setStatus(_ value: CaseStatus, at place: Int) {
        guard fate(at: place) == .open else { return }
        status.set(value.rawValue, at: place)
    }

    /// Gives a case to somebody, or to nobody.
    mutating func setAssigned(_ person: [UInt8]?, at place: Int) {
        guard fate(at: place) == .open else { return }
        assigned.set(person, at: place)
    }

    /// Sets how urgent a case is.
    mutating func setUrgency(_ value: Urgency?, at place: Int) {
        guard fate(at: place) == .open else { return }
        leave(place)
        urgency.set(value.map { UInt8(truncatingIfNeeded: $0.rawValue) } ?? Self.noUrgency, at: place)
        enter(place)
    }

    /// Sets the soonest deadline of a case.
    mutating func setDue(_ moment: Moment?, at place: Int) {
        guard fate(at: place) == .open else { return }
        leave(place)
        due[place] = moment?.milliseconds ?? Self.never
        enter(place)
    }
}
