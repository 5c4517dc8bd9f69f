import Testing

@testable import TincayCrypto

/// Long texts that are sealed piece by piece.
struct StreamTests {
    /// The pieces of a text, and the header before them.
    private func sealed(_ pieces: [[UInt8]], key: borrowing SecretBytes) throws -> (header: [UInt8], pieces: [[UInt8]])
    {
        var sealer = try StreamSealer(key: key)
        var sealed: [[UInt8]] = []
        for (place, piece) in pieces.enumerated() {
            var target = [UInt8](repeating: 0, count: piece.count + StreamSealer.overhead)
            try piece.withUnsafeBytes { piece in
                try target.withUnsafeMutableBytes { target in
                    try unsafe sealer.push(
                        piece, into: target, associated: [1, 2, 3], isLast: place == pieces.count - 1)
                }
            }
            sealed.append(target)
        }
        return (sealer.header, sealed)
    }

    /// Opens a piece; gives what it holds and whether it is the last.
    private func open(
        _ piece: [UInt8], _ opener: inout StreamOpener, associated: [UInt8] = [1, 2, 3]
    ) throws -> (plain: [UInt8], isLast: Bool) {
        var plain = [UInt8](repeating: 7, count: max(0, piece.count - StreamSealer.overhead))
        let isLast = try piece.withUnsafeBytes { piece in
            try plain.withUnsafeMutableBytes { plain in
                try unsafe opener.pull(piece, into: plain, associated: associated)
            }
        }
        return (plain, isLast)
    }

    @Test func piecesOpenInTheirOrderAndTheLastOneSaysSo() throws {
        let key = try SecretBytes(randomCount: 32)
        let pieces: [[UInt8]] = [Array(0..<200), [], Array(repeating: 9, count: 70_000), []]
        let (header, sealed) = try sealed(pieces, key: key)
        var opener = try StreamOpener(key: key, header: header)
        for (place, piece) in sealed.enumerated() {
            let opened = try open(piece, &opener)
            #expect(opened.plain == pieces[place])
            #expect(opened.isLast == (place == 3))
        }
    }

    @Test func aPieceThatIsChangedSwappedOrForAnotherUseDoesNotOpen() throws {
        let key = try SecretBytes(randomCount: 32)
        let (header, sealed) = try sealed([[1, 2, 3], [4, 5, 6], [7]], key: key)
        for place in sealed[0].indices {
            var opener = try StreamOpener(key: key, header: header)
            var piece = sealed[0]
            piece[place] ^= 1
            #expect(throws: CryptoError.forged) { try open(piece, &opener) }
        }
        var opener = try StreamOpener(key: key, header: header)
        #expect(throws: CryptoError.forged) { try open(sealed[1], &opener) }
        #expect(throws: CryptoError.forged) { try open(sealed[0], &opener, associated: [1, 2]) }
        #expect(try open(sealed[0], &opener).plain == [1, 2, 3])
        #expect(throws: CryptoError.forged) { try open(sealed[0], &opener) }
        #expect(throws: CryptoError.forged) { try open(sealed[2], &opener) }
        #expect(try open(sealed[1], &opener).plain == [4, 5, 6])
    }

    @Test func anotherKeyOrHeaderOpensNothing() throws {
        let key = try SecretBytes(randomCount: 32)
        let (header, sealed) = try sealed([[1, 2, 3]], key: key)
        var other = try StreamOpener(key: SecretBytes(randomCount: 32), header: header)
        #expect(throws: CryptoError.forged) { try open(sealed[0], &other) }
        var moved = try StreamOpener(key: key, header: header.reversed())
        #expect(throws: CryptoError.forged) { try open(sealed[0], &moved) }
    }

    @Test func sizesThatAreImpossibleAreAnswers() throws {
        let key = try SecretBytes(randomCount: 32)
        #expect(throws: CryptoError.badParameter) { _ = try StreamOpener(key: key, header: [1]).self }
        #expect(throws: CryptoError.badParameter) { _ = try StreamSealer(key: SecretBytes(randomCount: 16)).header }
        var opener = try StreamOpener(key: key, header: [UInt8](repeating: 0, count: 24))
        #expect(throws: CryptoError.badParameter) { try open([1, 2, 3], &opener) }
    }
}
