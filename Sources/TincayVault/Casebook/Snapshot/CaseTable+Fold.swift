extension CaseTable {
    /// How many reports are in one part of a snapshot.
    static let foldSize = 256

    /// The bytes of the reports of a part: everything that lists know of them, and nothing of any other.
    func fold(part: Int) -> [UInt8] {
        let places = [Int](part * Self.foldSize..<min((part + 1) * Self.foldSize, count))
        var words = FoldWords()
        var terms: [UInt32: UInt32] = [:]
        var named = ByteWriter()
        var lists = ByteWriter()
        var columns = ByteWriter(capacity: places.count * 128)
        for place in places {
            columns.append(reports.bytes[place * ReportID.size..<(place + 1) * ReportID.size])
        }
        for place in places { columns.append(hashes[place * 32..<(place + 1) * 32]) }
        for place in places { columns.append(number: numbers[place]) }
        for place in places { columns.append(number: fates[place]) }
        for place in places { columns.append(number: UInt64(bitPattern: received[place])) }
        for place in places { columns.append(number: UInt64(bitPattern: due[place])) }
        for column in [urgency, status, flags, check] {
            for place in places { columns.append(number: column[place]) }
        }
        // A part has at most five strings a report, so that their numbers never run out.
        for column in [point, form, version, profile, assigned] {
            for place in places { columns.append(number: words.code(of: column[place]) ?? 0) }
        }
        for place in places { columns.append(number: notes[place]) }
        for place in places { columns.append(number: last[place]) }
        for place in places {
            let codes = facets.terms(at: place)
            lists.append(count: codes.count)
            for code in codes {
                let number = terms[code] ?? UInt32(truncatingIfNeeded: terms.count)
                if terms[code] == nil {
                    terms[code] = number
                    let term = facets.terms[Int(code)]
                    named.append(text: facets.names[term.name] ?? [])
                    named.append(text: term.json)
                }
                lists.append(number: number)
            }
        }
        var writer = ByteWriter(capacity: columns.bytes.count + lists.bytes.count + named.bytes.count + 4096)
        writer.append(count: places.count)
        words.write(to: &writer)
        writer.append(count: terms.count)
        writer.append(named.bytes)
        writer.append(columns.bytes)
        writer.append(lists.bytes)
        return writer.bytes
    }

    /// Makes room for so many reports, which parts of a snapshot fill.
    mutating func prepare(_ count: Int) {
        reports.prepare(count)
        hashes = [UInt8](repeating: 0, count: count * 32)
        numbers = [UInt32](repeating: 0, count: count)
        fates = [UInt8](repeating: Fate.damaged.rawValue, count: count)
        open = PlaceBits(room: count)
        received = [Int64](repeating: 0, count: count)
        due = [Int64](repeating: Self.never, count: count)
        urgency.prepare(count)
        status.prepare(count)
        flags.prepare(count)
        check.prepare(count)
        point.prepare(count)
        form.prepare(count)
        version.prepare(count)
        profile.prepare(count)
        assigned.prepare(count)
        facets.prepare(count)
        notes = [UInt32](repeating: 0, count: count)
        last = [UInt32](repeating: 0, count: count)
    }

    /// Fills the places of a part with what `fold` gave.
    mutating func unfold(part: Int, _ bytes: [UInt8]) throws(VaultError) {
        var reader = FoldReader(bytes)
        let size = try reader.count()
        let (start, overflows) = part.multipliedReportingOverflow(by: Self.foldSize)
        guard !overflows, start >= 0, size == min(Self.foldSize, count - start), size > 0 else { throw .badFormat }
        let words = try FoldWords(&reader)
        var terms: [UInt32] = []
        for _ in 0..<(try reader.count(of: 8)) {
            let name = try reader.text()
            guard let code = facets.learn(name, json: try reader.text()) else { throw .badFormat }
            terms.append(code)
        }
        guard reports.set(try reader.take(size * ReportID.size), from: start) else { throw .badFormat }
        hashes.replaceSubrange(start * 32..<(start + size) * 32, with: try reader.take(size * 32))
        try reader.read(size, into: &numbers, at: start)
        try reader.read(size, into: &fates, at: start)
        let cases = fates[start..<start + size]
        try reader.read(size, into: &received, at: start)
        try reader.read(size, into: &due, at: start)
        try urgency.fill(part: part, try reader.take(size), cases: cases)
        try status.fill(part: part, try reader.take(size), cases: cases)
        try flags.fill(part: part, try reader.take(size), cases: cases)
        try check.fill(part: part, try reader.take(size), cases: cases)
        try point.fill(part: part, try reader.numbers(size), of: words, cases: cases)
        try form.fill(part: part, try reader.numbers(size), of: words, cases: cases)
        try version.fill(part: part, try reader.numbers(size), of: words, cases: cases)
        try profile.fill(part: part, try reader.numbers(size), of: words, cases: cases)
        try assigned.fill(part: part, try reader.numbers(size), of: words, cases: cases)
        try reader.read(size, into: &notes, at: start)
        try reader.read(size, into: &last, at: start)
        try facets.fill(part: part, &reader, of: terms, cases: cases)
        for (place, fate) in zip(cases.indices, cases) {
            guard let fate = Fate(rawValue: fate) else { throw .badFormat }
            // The fate is left as it is: written while it is read, the whole column would be copied.
            if fate == .open { admit(place) }
        }
        guard reader.isAtEnd else { throw .badFormat }
    }
}
