extension EntryColumns {
    /// How many entries are in one part of a snapshot.
    static let foldSize = 448

    /// The bytes of the entries of a part.
    func fold(part: Int) -> [UInt8] {
        let places = part * Self.foldSize..<min((part + 1) * Self.foldSize, count)
        var words = FoldWords()
        var columns = ByteWriter(capacity: places.count * 16)
        for place in places { columns.append(number: types[place]) }
        for place in places { columns.append(number: UInt64(bitPattern: times[place])) }
        for place in places { columns.append(number: words.code(of: people[persons[place]]) ?? 0) }
        for place in places { columns.append(number: before[place]) }
        var writer = ByteWriter(capacity: columns.bytes.count + 1024)
        writer.append(count: places.count)
        words.write(to: &writer)
        writer.append(columns.bytes)
        return writer.bytes
    }

    /// Makes room for so many entries, which parts of a snapshot fill.
    mutating func prepare(_ count: Int) {
        types = [UInt8](repeating: 0, count: count)
        times = [Int64](repeating: 0, count: count)
        persons = [UInt32](repeating: 0, count: count)
        before = [UInt32](repeating: 0, count: count)
    }

    /// Fills the places of a part with what `fold` gave.
    mutating func unfold(part: Int, _ bytes: [UInt8]) throws(VaultError) {
        var reader = FoldReader(bytes)
        let size = try reader.count()
        let (start, overflows) = part.multipliedReportingOverflow(by: Self.foldSize)
        guard !overflows, start >= 0, size == min(Self.foldSize, count - start), size > 0 else { throw .badFormat }
        let words = try FoldWords(&reader)
        var codes: [UInt32] = [0]
        for word in words.words { codes.append(people.insert(word)) }
        try reader.read(size, into: &types, at: start)
        try reader.read(size, into: &times, at: start)
        for (offset, code) in try reader.numbers(size, UInt16.self).enumerated() {
            guard Int(code) < codes.count else { throw .badFormat }
            persons[start + offset] = codes[Int(code)]
        }
        try reader.read(size, into: &before, at: start)
        guard reader.isAtEnd else { throw .badFormat }
    }
}
