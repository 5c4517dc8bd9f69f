/// Where points have seen ledgers end, this desk's and others'.
struct Witnesses {
    /// The furthest end that each point has seen of each ledger, by the numbers of both.
    private var furthest: [[UInt8]: Witness] = [:]
    /// Ends of this desk's ledger that it did not have when it was told of them.
    private(set) var contradictions: [Witness] = []

    /// Starts with nothing.
    init() {}

    /// Reads what `bytes` gave.
    init(_ reader: inout FoldReader) throws(VaultError) {
        for _ in 0..<(try reader.count(of: 4)) { note(try Witness(try reader.text())) }
        for _ in 0..<(try reader.count(of: 4)) { contradict(try Witness(try reader.text())) }
    }

    /// Everything as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append(count: furthest.count)
        for witness in furthest.values { writer.append(text: witness.bytes) }
        writer.append(count: contradictions.count)
        for witness in contradictions { writer.append(text: witness.bytes) }
        return writer.bytes
    }

    /// Notes what a point has seen.
    mutating func note(_ witness: Witness) {
        let key = witness.pointID + witness.head.deskID
        if let known = furthest[key], known.head.number > witness.head.number { return }
        furthest[key] = witness
    }

    /// Notes that a point has seen an end of this desk's ledger that is not there.
    mutating func contradict(_ witness: Witness) {
        contradictions.append(witness)
    }

    /// Every end that is known of a desk's ledger, or of all others'; the same ones in the same order.
    func ends(of deskID: [UInt8], orOthers others: Bool = false) -> [Witness] {
        var all = furthest.values.filter { ($0.head.deskID == deskID) != others }
        if !others { for witness in contradictions where !all.contains(witness) { all.append(witness) } }
        return all.sorted { left, right in
            if left.head.number != right.head.number { return left.head.number < right.head.number }
            return (left.pointID + left.head.bytes).lexicographicallyPrecedes(right.pointID + right.head.bytes)
        }
    }
}
