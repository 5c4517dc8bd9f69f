import TincayCrypto

/// How a sealed file is built: a header, then pieces of one size, the last of which is shorter and may be empty.
///
/// The content is followed by zeros, so that the file's size tells little of the content's; how long the content is, is
/// bound to the last piece and known from the ledger.
enum AttachmentLayout {
    /// How many bytes of content a piece has.
    static let pieceSize = 64 << 10
    /// How many bytes a sealed piece has.
    static let sealedPieceSize = pieceSize + StreamSealer.overhead
    /// Content is rounded up to this at least.
    private static let block: Int64 = 4096
    /// The most bytes of content.
    static let limit: Int64 = 1 << 40

    /// How many bytes content takes up with its padding: at most an eighth more, and at least a block.
    ///
    /// Sizes keep only their leading bits, fewer for small ones and slowly more for large ones (the scheme is known as
    /// Padmé), so that a size tells about as much as its number of digits.
    static func padded(_ size: Int64) -> Int64 {
        let size = max(1, min(size, limit))
        let exponent = Int64(63 - size.leadingZeroBitCount)
        let kept = exponent == 0 ? 1 : Int64(63 - exponent.leadingZeroBitCount) + 1
        let step = max(block, 1 << max(0, exponent - kept))
        return (size + step - 1) / step * step
    }

    /// How many whole pieces padded content has.
    static func wholePieces(of padded: Int64) -> Int64 { padded / Int64(pieceSize) }

    /// How many bytes of content the last piece has.
    static func lastPiece(of padded: Int64) -> Int { Int(padded % Int64(pieceSize)) }

    /// How many bytes the sealed file of content has.
    static func sealedSize(of size: Int64) -> Int64 {
        let padded = padded(size)
        return Int64(AttachmentHeader.size) + padded
            + (wholePieces(of: padded) + 1) * Int64(StreamSealer.overhead)
    }
}
