import TincayIntake

/// That a case has to be kept until a day, as far as two people have agreed.
struct CaseHold {
    /// For how long a hold that waits for its second person keeps a case all the same.
    static let patience: Int64 = 7 * 86_400_000

    /// The entry that placed it.
    let number: Int64
    /// When it was placed, in milliseconds since 1970.
    let placed: Int64
    /// The last day, in days since 1970-01-01.
    let until: Int64
    /// Who placed it.
    let person: [UInt8]
    /// Whether a second person agreed.
    var isConfirmed = false
    /// Who wants it lifted; nil for nobody.
    var lifter: [UInt8]?

    /// Names a hold.
    init(number: Int64, placed: Int64, until: Int64, person: [UInt8]) {
        self.number = number
        self.placed = placed
        self.until = until
        self.person = person
    }

    /// Reads one from a snapshot.
    init(_ reader: inout ByteReader) throws(VaultError) {
        number = try reader.moment()
        placed = try reader.moment()
        until = try reader.moment()
        let flags = try reader.byte()
        person = try reader.shortText()
        isConfirmed = flags & 1 != 0
        let lifter = try reader.shortText()
        self.lifter = flags & 2 != 0 ? lifter : nil
    }

    /// Writes it for a snapshot.
    func write(to writer: inout ByteWriter) {
        writer.append(signed: number)
        writer.append(signed: placed)
        writer.append(signed: until)
        writer.append([(isConfirmed ? 1 : 0) | (lifter == nil ? 0 : 2)])
        writer.append(short: person)
        writer.append(short: lifter ?? [])
    }

    /// Whether it keeps the case: until its last day is over, and for a week while it waits for its second person.
    func holds(at moment: Int64, on day: Int64) -> Bool {
        day <= until && !wasLeft(at: moment)
    }

    /// Whether nobody confirmed it in time, so that it keeps nothing any more whatever its last day is.
    func wasLeft(at moment: Int64) -> Bool {
        let (end, overflows) = placed.addingReportingOverflow(Self.patience)
        return !isConfirmed && !overflows && moment >= end
    }
}

extension CaseHold {
    /// Writes it as a case's work and what is kept show it.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("hold")
        writer.integer(number)
        writer.name("until")
        writer.text(Moment(days: until).dateText)
        writer.name("person")
        writer.text(person)
        writer.name("confirmed")
        writer.boolean(isConfirmed)
        writer.name("lifting")
        if let lifter { writer.text(lifter) } else { writer.null() }
        writer.endObject()
    }
}
