import TincayIntake

extension Releases {
    /// The sum as bytes, for a snapshot.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 4096)
        writer.append([seed == nil ? 0 : 1])
        writer.append(seed ?? [UInt8](repeating: 0, count: Release.seedSize))
        writer.append(number: UInt32(truncatingIfNeeded: list.count))
        for release in list {
            let bytes = release.bytes
            writer.append(number: UInt64(bitPattern: release.number))
            writer.append(number: UInt64(bitPattern: release.time.milliseconds))
            writer.append([UInt8(truncatingIfNeeded: release.person.count)])
            writer.append(release.person.prefix(255))
            writer.append(text: bytes)
        }
        writer.append(number: UInt32(truncatingIfNeeded: closings.count))
        for (quarter, number) in closings.sorted(by: { $0.key < $1.key }) {
            writer.append(number: UInt32(bitPattern: quarter))
            writer.append(number: UInt64(bitPattern: number))
        }
        writer.append(number: UInt32(truncatingIfNeeded: torn.count))
        for quarter in torn.sorted() { writer.append(number: UInt32(bitPattern: quarter)) }
        writer.append(number: UInt32(truncatingIfNeeded: starts.count))
        for start in starts {
            writer.append(number: UInt64(bitPattern: start.number))
            writer.append(number: UInt32(bitPattern: start.quarter))
        }
        writer.append(number: UInt32(truncatingIfNeeded: frozen.count))
        for (place, codes) in frozen.sorted(by: { $0.key < $1.key }) {
            writer.append(number: place)
            writer.append(number: codes)
        }
        writer.append(number: UInt32(truncatingIfNeeded: progress.count))
        for (place, state) in progress.sorted(by: { $0.key < $1.key }) {
            writer.append(number: place)
            writer.append([state.isInTime ? 1 : 0, state.outcome])
        }
        return writer.bytes
    }

    /// Reads the sum of a snapshot.
    init(_ reader: inout ByteReader) throws(VaultError) {
        self.init()
        let hasSeed = try reader.byte() == 1
        let bytes = try reader.bytes(Release.seedSize)
        seed = hasSeed ? bytes : nil
        for _ in 0..<(try reader.number(UInt32.self)) {
            let number = Int64(bitPattern: try reader.number())
            let time = Moment(milliseconds: Int64(bitPattern: try reader.number()))
            let person = try reader.bytes(Int(try reader.byte()))
            guard let size = Int(exactly: try reader.number(UInt32.self)) else { throw .badFormat }
            var release = try Release(try reader.bytes(size))
            release.number = number
            release.time = time
            release.person = person
            list.append(release)
        }
        for _ in 0..<(try reader.number(UInt32.self)) {
            let quarter = Int32(bitPattern: try reader.number())
            closings[quarter] = Int64(bitPattern: try reader.number())
        }
        for _ in 0..<(try reader.number(UInt32.self)) { torn.insert(Int32(bitPattern: try reader.number())) }
        for _ in 0..<(try reader.number(UInt32.self)) {
            let number = Int64(bitPattern: try reader.number())
            starts.append((number, Int32(bitPattern: try reader.number())))
        }
        for _ in 0..<(try reader.number(UInt32.self)) {
            let place: UInt32 = try reader.number()
            frozen[place] = try reader.number()
        }
        for _ in 0..<(try reader.number(UInt32.self)) {
            let place: UInt32 = try reader.number()
            let isInTime = try reader.byte() == 1
            progress[place] = StatisticProgress(isInTime: isInTime, outcome: try reader.byte())
        }
    }
}
