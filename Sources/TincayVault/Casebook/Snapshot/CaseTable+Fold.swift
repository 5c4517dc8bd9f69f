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
        for _ in 0..<count { append() }
        reports.prepare(count)
        hashes = [UInt8](repeating: 0, count: count * 32)
    }

    /// Fills the places of a part with what `fold` gave.
    mutating func unfold(part: Int, _ bytes: [UInt8]) throws(VaultError) {
        var reader = FoldReader(bytes)
        let size = try reader.count()
        let (start, overflows) = part.multipliedReportingOverflow(by: Self.foldSize)
        guard !overflows, start >= 0, size == min(Self.foldSize, count - start), size > 0 else { throw .badFormat }
        let words = try FoldWords(&reader)
        var codes: [UInt32] = []
        for _ in 0..<(try reader.count(of: 8)) {
            let name = try reader.text()
            guard let code = facets.learn(name, json: try reader.text()) else { throw .badFormat }
            codes.append(code)
        }
        for place in start..<start + size {
            guard reports.set(try reader.take(ReportID.size), at: place) else { throw .badFormat }
        }
        hashes.replaceSubrange(start * 32..<(start + size) * 32, with: try reader.take(size * 32))
        numbers.replaceSubrange(start..<start + size, with: try reader.numbers(size, UInt32.self))
        fates.replaceSubrange(start..<start + size, with: try reader.take(size))
        let own = fates[start..<start + size]
        for (offset, time) in try reader.numbers(size, UInt64.self).enumerated() {
            received[start + offset] = Int64(bitPattern: time)
        }
        for (offset, time) in try reader.numbers(size, UInt64.self).enumerated() {
            due[start + offset] = Int64(bitPattern: time)
        }
        try Self.unfold(&urgency, &reader, own)
        try Self.unfold(&status, &reader, own)
        try Self.unfold(&flags, &reader, own)
        try Self.unfold(&check, &reader, own)
        try Self.unfold(&point, words, &reader, own)
        try Self.unfold(&form, words, &reader, own)
        try Self.unfold(&version, words, &reader, own)
        try Self.unfold(&profile, words, &reader, own)
        try Self.unfold(&assigned, words, &reader, own)
        notes.replaceSubrange(start..<start + size, with: try reader.numbers(size, UInt32.self))
        last.replaceSubrange(start..<start + size, with: try reader.numbers(size, UInt32.self))
        for place in start..<start + size {
            var terms: [UInt32] = []
            for _ in 0..<(try reader.count(of: 4)) {
                let number = Int(try reader.number(UInt32.self))
                guard number < codes.count else { throw .badFormat }
                terms.append(codes[number])
            }
            guard let fate = Fate(rawValue: fates[place]) else { throw .badFormat }
            guard fate == .open else { continue }
            facets.set(terms, at: place)
            begin(place)
        }
        guard reader.isAtEnd else { throw .badFormat }
    }

    /// Fills a column of small numbers; only cases have any.
    private static func unfold(
        _ column: inout ByteColumn, _ reader: inout FoldReader, _ fates: ArraySlice<UInt8>
    ) throws(VaultError) {
        for (place, value) in zip(fates.indices, try reader.take(fates.count)) where fates[place] == Fate.open.rawValue
        {
            column.set(value, at: place)
        }
    }

    /// Fills a column of names; only cases have any.
    private static func unfold(
        _ column: inout CodedColumn, _ words: FoldWords, _ reader: inout FoldReader, _ fates: ArraySlice<UInt8>
    ) throws(VaultError) {
        // Each string is looked up once for the whole part.
        var codes = [UInt32?](repeating: nil, count: words.words.count + 1)
        codes[0] = 0
        for (place, code) in zip(fates.indices, try reader.numbers(fates.count, UInt16.self)) {
            guard fates[place] == Fate.open.rawValue else { continue }
            guard Int(code) < codes.count else { throw .badFormat }
            if codes[Int(code)] == nil, let word = try words.word(code) { codes[Int(code)] = column.learn(word) }
            column.set(codes[Int(code)] ?? 0, at: place)
        }
    }
}
