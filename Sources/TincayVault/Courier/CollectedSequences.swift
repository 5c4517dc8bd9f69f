/// Which of a point's bundles a desk has collected.
struct CollectedSequences {
    /// The highest number of which all up to it were collected.
    private var highWater: UInt64 = 0
    /// The numbers above it that were collected.
    private var above: Set<UInt64> = []

    /// Starts with nothing.
    init() {}

    /// Reads what `bytes` gave.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        highWater = try reader.number()
        while !reader.rest.isEmpty { above.insert(try reader.number()) }
    }

    /// Everything as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 8 + above.count * 8)
        writer.append(number: highWater)
        for number in above { writer.append(number: number) }
        return writer.bytes
    }

    /// Notes that a bundle was collected; bundles count from 1.
    mutating func insert(_ sequence: UInt64) {
        guard sequence > highWater else { return }
        above.insert(sequence)
        // The last number that there is has none behind it.
        while highWater < .max, above.remove(highWater + 1) != nil { highWater += 1 }
    }

    /// How far this is.
    var progress: BundleProgress {
        var missing: [UInt64] = []
        guard let last = above.max() else { return BundleProgress(highWater: highWater) }
        var number = highWater + 1
        while number < last, missing.count < BundleProgress.most {
            if !above.contains(number) { missing.append(number) }
            number += 1
        }
        return BundleProgress(highWater: highWater, missing: missing)
    }
}
