import CPlatform
import TincayCrypto

/// A sealed file that is being opened, piece by piece and from its beginning.
///
/// Every byte that it gives was authenticated, and it ends only where the file was sealed to end. Not for use by two
/// threads at once.
@safe public final class Download {
    /// How many bytes of content there are.
    public let size: Int64
    /// How many bytes of them were given.
    private var given: Int64 = 0
    /// How many of them were opened.
    private var opened: Int64 = 0
    /// The file.
    private let file: Int32
    /// What every piece is bound to.
    private let associated: [UInt8]
    /// Opens the pieces.
    private var opener: StreamOpener
    /// How many whole pieces are still to come.
    private var wholeLeft: Int64
    /// Whether the last piece has come.
    private var isAtEnd = false
    /// Why it cannot go on, once it cannot.
    private var failure: VaultError?
    /// A sealed piece.
    private var sealed = [UInt8](repeating: 0, count: AttachmentLayout.sealedPieceSize)
    /// An opened piece for a caller who has not room for all of it.
    private var rest: SecretBytes
    /// Where the bytes of it lie that were not given yet.
    private var restRange = 0..<0

    /// Begins to open a file of a known size of content, from a descriptor that becomes its own.
    static func begin(
        _ file: Int32, fileSize: Int64, size: Int64, keys: borrowing AttachmentKeys
    ) throws(VaultError) -> Download {
        do throws(VaultError) {
            guard size >= 0, size <= AttachmentLayout.limit, fileSize == AttachmentLayout.sealedSize(of: size) else {
                throw .tampered
            }
            var bytes = [UInt8](repeating: 0, count: AttachmentHeader.size)
            try read(file, into: &bytes, count: AttachmentHeader.size)
            let header = try AttachmentHeader(bytes)
            guard ConstantTime.equal(header.commitment, try keys.commitment()) else { throw .tampered }
            let key = try keys.stream()
            let opener = try VaultError.crypto { () throws(CryptoError) in
                try StreamOpener(key: key, header: header.stream)
            }
            let rest = try VaultError.crypto { () throws(CryptoError) in
                try SecretBytes(count: AttachmentLayout.pieceSize)
            }
            return Download(file, size, keys.associated, opener, rest)
        } catch {
            tincay_file_close(file)
            throw error
        }
    }

    /// Puts a download together; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(
        _ file: Int32, _ size: Int64, _ associated: [UInt8], _ opener: consuming StreamOpener,
        _ rest: consuming SecretBytes
    ) {
        self.file = file
        self.size = size
        self.associated = associated
        self.opener = opener
        self.rest = rest
        wholeLeft = AttachmentLayout.wholePieces(of: AttachmentLayout.padded(size))
    }

    deinit {
        tincay_file_close(file)
    }

    /// Gives the next bytes, as many as there are and as there is room for; 0 only at the end, which is then proved.
    ///
    /// A file that turns out to be changed leaves zeros in the buffer, now and ever after.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(VaultError) -> Int {
        if let failure { throw failure }
        var filled = 0
        do throws(VaultError) {
            while filled < buffer.count, given < size {
                // SAFETY: as many bytes are left of the buffer.
                filled += try unsafe step(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            }
            // Nobody is told of an end that was not sealed as one: padding is opened as soon as the content is.
            if given == size { try end() }
        } catch {
            failure = error
            // SAFETY: the buffer has `count` writable bytes.
            if let start = buffer.baseAddress { unsafe tincay_wipe(start, buffer.count) }
            throw error
        }
        return filled
    }

    /// Gives some bytes: those left over, or a whole piece right where the caller wants it, or the beginning of one.
    private func step(into buffer: UnsafeMutableRawBufferPointer) throws(VaultError) -> Int {
        if restRange.isEmpty {
            let piece = Int64(AttachmentLayout.pieceSize)
            if buffer.count >= AttachmentLayout.pieceSize, size - opened >= piece, wholeLeft > 0 {
                try unsafe open(
                    into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(AttachmentLayout.pieceSize)))
                given += piece
                return AttachmentLayout.pieceSize
            }
            let start = opened
            try openRest()
            restRange = 0..<Int(min(opened, size) - start)
        }
        let range = restRange.prefix(buffer.count)
        unsafe rest.withBytes { rest in
            // SAFETY: the range lies inside the piece and is no longer than the buffer.
            unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[range]))
        }
        restRange = range.upperBound..<restRange.upperBound
        given += Int64(range.count)
        return range.count
    }

    /// Opens what is left of the padding, which must be zeros, up to the last piece.
    private func end() throws(VaultError) {
        while !isAtEnd {
            try openRest()
        }
    }

    /// Opens the next piece into memory of ours; what is behind the content in it must be zeros.
    private func openRest() throws(VaultError) {
        let count = wholeLeft > 0 ? AttachmentLayout.pieceSize : lastSize
        let content = Int(max(0, min(size - opened, Int64(count))))
        let isPadded = try unsafe rest.withMutableBytes { (piece) throws(VaultError) in
            try unsafe open(into: UnsafeMutableRawBufferPointer(rebasing: piece.prefix(count)))
            return unsafe piece[content..<count].allSatisfy { $0 == 0 }
        }
        guard isPadded else { throw .tampered }
    }

    /// How many bytes of content and padding the last piece has.
    private var lastSize: Int { AttachmentLayout.lastPiece(of: AttachmentLayout.padded(size)) }

    /// Opens the next piece into a buffer that has just room for it.
    private func open(into buffer: UnsafeMutableRawBufferPointer) throws(VaultError) {
        guard !isAtEnd else { throw .defect }
        let isLast = wholeLeft == 0
        let count = buffer.count + StreamSealer.overhead
        try Self.read(file, into: &sealed, count: count)
        let bound = isLast ? AttachmentKeys.last(associated, size: size) : associated
        let wasLast: Bool
        do throws(CryptoError) {
            wasLast = try unsafe sealed.withUnsafeBufferPointer { (sealed) throws(CryptoError) in
                // SAFETY: the buffer has at least so many bytes.
                let piece = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(sealed).prefix(count))
                return unsafe try opener.pull(piece, into: buffer, associated: bound)
            }
        } catch {
            throw VaultError(error)
        }
        guard wasLast == isLast else { throw .tampered }
        if isLast { isAtEnd = true } else { wholeLeft -= 1 }
        opened += Int64(buffer.count)
    }

    /// Reads exactly so many bytes; a file that ends before was cut.
    private static func read(_ file: Int32, into bytes: inout [UInt8], count: Int) throws(VaultError) {
        var got = 0
        let error = unsafe bytes.withUnsafeMutableBytes { bytes in
            // SAFETY: the buffer has at least so many bytes.
            guard let start = bytes.baseAddress, count <= bytes.count else { return EIO }
            return unsafe tincay_file_read(file, start, count, &got)
        }
        try VaultError.system(error)
        guard got == count else { throw .tampered }
    }
}
