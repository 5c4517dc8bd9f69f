/// How far a desk has come with a point's bundles, as a receipt tells it.
struct BundleProgress: Equatable {
    /// The most missing bundles that are named.
    static let most = 32

    /// The highest number of which the desk has collected all bundles up to it; 0 before the first.
    let highWater: UInt64
    /// The first of those above it that the desk has not collected, though it has a later one.
    let missing: [UInt64]

    /// Describes a progress.
    init(highWater: UInt64 = 0, missing: [UInt64] = []) {
        self.highWater = highWater
        self.missing = missing
    }

    /// Reads so many missing numbers behind a high-water mark; they are above it and rise.
    init(highWater: UInt64, count: Int, _ reader: inout ByteReader) throws(VaultError) {
        guard count <= Self.most else { throw .badFormat }
        var missing: [UInt64] = []
        for _ in 0..<count {
            let number = try reader.number(UInt64.self)
            guard number > missing.last ?? highWater else { throw .badFormat }
            missing.append(number)
        }
        self.init(highWater: highWater, missing: missing)
    }
}
