/// Sheets of a snapshot that wait for others of the same thing.
struct SheetPieces {
    /// What was read of one thing.
    private struct Pile {
        /// The pieces, each nil until it was read.
        var pieces: [ArraySlice<UInt8>?]
        /// Their rows.
        var rows: [Int]
        /// How many were read.
        var count = 0
    }

    /// What is not complete, by its name.
    private var piles: [UInt64: Pile] = [:]

    /// Whether nothing waits.
    var isEmpty: Bool { piles.isEmpty }

    /// Adds a piece; gives the whole and its rows once it is complete.
    mutating func add(
        _ content: ArraySlice<UInt8>, _ name: UInt64, _ piece: Int, of needed: Int, _ row: Int
    ) throws(VaultError) -> (bytes: [UInt8], rows: [Int])? {
        guard piece < needed else { throw .badFormat }
        if needed == 1 { return ([UInt8](content), [row]) }
        var pile =
            piles.removeValue(forKey: name)
            ?? Pile(
                pieces: [ArraySlice<UInt8>?](repeating: nil, count: needed), rows: [Int](repeating: 0, count: needed))
        guard pile.pieces.count == needed, pile.pieces[piece] == nil else { throw .badFormat }
        // A copy: the sheet's own memory is used again for the next.
        pile.pieces[piece] = [UInt8](content)[...]
        pile.rows[piece] = row
        pile.count += 1
        guard pile.count == needed else {
            piles[name] = pile
            return nil
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(needed * FoldSheets.room)
        for piece in pile.pieces { bytes += piece ?? [] }
        return (bytes, pile.rows)
    }
}
