import CPlatform
import TincayCrypto
import TincayIntake

/// A file that is being taken in: sealed piece by piece as it comes, and nothing until its desk enters it.
///
/// Not for use by two threads at once. A step that fails leaves it of no use but to be let go, which leaves nothing.
@safe public final class Upload {
    /// How far it is.
    private enum Stage {
        /// More may come.
        case open
        /// All of it is sealed and on the disk.
        case finished
        /// It was entered, or something failed.
        case over
    }

    /// How often the system is asked to lay down what was written.
    private static let syncStep: Int64 = 8 << 20

    /// The file's number.
    let id: AttachmentID
    /// The report that it is for.
    let report: ReportID
    /// What its host says about it.
    let about: AttachmentAbout
    /// The row with its key, wrapped for the desk.
    let row: [UInt8]
    /// What its name in the folder stands for.
    let nameBytes: [UInt8]
    /// What its name is in the folder.
    private let name: [UInt8]
    /// What its form takes.
    let rule: AttachmentRule
    /// The folder.
    private let folder: AttachmentFolder
    /// The file.
    private let file: Int32
    /// Whether the file has its reserved name, from the start or by now.
    private var isNamed: Bool
    /// What every piece is bound to.
    private let associated: [UInt8]
    /// Seals the pieces.
    private var sealer: StreamSealer
    /// Hashes the sealed file.
    private var hash: Hash
    /// The bytes that are less than a piece so far.
    private var rest: SecretBytes
    /// How many they are.
    private var restSize = 0
    /// A sealed piece.
    private var sealed = [UInt8](repeating: 0, count: AttachmentLayout.sealedPieceSize)
    /// How many bytes came.
    private(set) var size: Int64 = 0
    /// How many bytes are in the file, and how many of them the system was asked to lay down.
    private var written: Int64 = 0, synced: Int64 = 0
    /// What it was found to be.
    private(set) var kind: AttachmentKind?
    /// How far it is.
    private var stage = Stage.open
    /// What the ledger is to tell of it, once it is finished.
    private(set) var record: AttachmentRecord?

    /// Begins a file; `named` asks for one with a name all along, as on file systems that have no others.
    static func begin(
        _ id: AttachmentID, for report: ReportID, _ about: AttachmentAbout, rule: AttachmentRule,
        keys: borrowing AttachmentKeys, row: [UInt8], in folder: AttachmentFolder, named: Bool
    ) throws(VaultError) -> Upload {
        let key = try keys.stream()
        let commitment = try keys.commitment()
        let sealer = try VaultError.crypto { () throws(CryptoError) in try StreamSealer(key: key) }
        let rest = try VaultError.crypto { () throws(CryptoError) in
            try SecretBytes(count: AttachmentLayout.pieceSize)
        }
        let header = AttachmentHeader(commitment: commitment, stream: sealer.header)
        let name = Random.bytes(AttachmentRecord.nameSize)
        let (file, isNamed) = try folder.create(Hexadecimal.text(name), named: named)
        let upload = Upload(
            id, report, about, rule, row, name, folder, file, isNamed, keys.associated, sealer, rest)
        try upload.put(header.bytes, AttachmentHeader.size)
        return upload
    }

    /// Puts an upload together; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(
        _ id: AttachmentID, _ report: ReportID, _ about: AttachmentAbout, _ rule: AttachmentRule, _ row: [UInt8],
        _ name: [UInt8], _ folder: AttachmentFolder, _ file: Int32, _ isNamed: Bool, _ associated: [UInt8],
        _ sealer: consuming StreamSealer, _ rest: consuming SecretBytes
    ) {
        self.id = id
        self.report = report
        self.about = about
        self.rule = rule
        self.row = row
        nameBytes = name
        self.name = Hexadecimal.text(name)
        self.folder = folder
        self.file = file
        self.isNamed = isNamed
        self.associated = associated
        self.sealer = sealer
        self.rest = rest
        hash = Hash()
    }

    deinit {
        abandon()
        tincay_file_close(file)
    }

    /// Takes more bytes; fails as soon as they are more than the form takes, or of a kind that it does not.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(VaultError) {
        guard stage == .open else { throw .defect }
        do throws(VaultError) { try unsafe take(bytes) } catch {
            abandon()
            throw error
        }
    }

    /// Seals what is left and waits until all of it is on the disk; the file is still nobody's.
    public func finish() throws(VaultError) {
        guard stage == .open else { throw .defect }
        do throws(VaultError) {
            try recognise(isWhole: true)
            try close()
            try VaultError.system(tincay_file_sync(file))
        } catch {
            abandon()
            throw error
        }
        stage = .finished
    }

    /// Lets the file go, with its bytes.
    public func abandon() {
        guard stage != .over else { return }
        stage = .over
        if isNamed { folder.remove(name) }
    }

    /// Gives the finished file its reserved name, which is on the disk when this returns.
    func place() throws(VaultError) {
        guard stage == .finished else { throw .defect }
        do throws(VaultError) {
            if !isNamed {
                try folder.link(file, name)
                isNamed = true
            }
            try folder.sync()
        } catch {
            abandon()
            throw error
        }
    }

    /// Notes that the file was entered: from here on it is the desk's, whatever becomes of this.
    func noteEntered() {
        stage = .over
    }

    /// Gives the file that was entered its own name; should that fail or a power cut undo it, the next unlocking does it.
    func settle() {
        try? folder.keep(name)
    }

    /// Takes bytes: whole pieces as they lie in the caller's memory, the rest to be joined with what comes next.
    private func take(_ bytes: UnsafeRawBufferPointer) throws(VaultError) {
        guard Int64(bytes.count) <= rule.maxBytes - size else { throw .tooLarge }
        var left = unsafe bytes
        if kind == nil {
            // As many as it takes to see what it is, before anything is sealed.
            unsafe left = unsafe keep(left, upTo: AttachmentKind.headSize)
            guard restSize >= AttachmentKind.headSize else { return }
            try recognise(isWhole: false)
        }
        if restSize > 0 {
            unsafe left = unsafe keep(left, upTo: AttachmentLayout.pieceSize)
            guard restSize == AttachmentLayout.pieceSize else { return }
            try sealRest()
        }
        while left.count >= AttachmentLayout.pieceSize {
            // SAFETY: there are as many bytes.
            try unsafe seal(UnsafeRawBufferPointer(rebasing: left.prefix(AttachmentLayout.pieceSize)))
            size += Int64(AttachmentLayout.pieceSize)
            unsafe left = unsafe UnsafeRawBufferPointer(rebasing: left.dropFirst(AttachmentLayout.pieceSize))
        }
        unsafe left = unsafe keep(left, upTo: AttachmentLayout.pieceSize)
    }

    /// Copies bytes to the rest until it has so many; gives those that are left.
    private func keep(_ bytes: UnsafeRawBufferPointer, upTo most: Int) -> UnsafeRawBufferPointer {
        let count = min(bytes.count, max(0, most - restSize))
        guard count > 0, let source = bytes.baseAddress else { return unsafe bytes }
        let start = restSize
        unsafe rest.withMutableBytes { rest in
            // SAFETY: the rest has room for a piece, and `most` is no more.
            guard let target = rest.baseAddress, start + count <= rest.count else { return }
            unsafe (target + start).copyMemory(from: source, byteCount: count)
        }
        restSize += count
        size += Int64(count)
        return unsafe UnsafeRawBufferPointer(rebasing: bytes.dropFirst(count))
    }

    /// Finds out what the file is by its first bytes, and whether its form takes it.
    private func recognise(isWhole: Bool) throws(VaultError) {
        guard kind == nil else { return }
        let count = restSize
        let head = unsafe rest.withBytes { rest in unsafe [UInt8](rest.prefix(count)) }
        guard let kind = AttachmentKind(sniffing: head, isWhole: isWhole), rule.accepts(kind) else {
            throw .notAccepted
        }
        try about.check(kind)
        self.kind = kind
    }

    /// Seals the last pieces, with zeros behind the content, and writes down what the ledger is to tell.
    private func close() throws(VaultError) {
        let padded = AttachmentLayout.padded(size)
        let whole = AttachmentLayout.wholePieces(of: padded)
        let last = AttachmentLayout.lastPiece(of: padded)
        var pieces = size / Int64(AttachmentLayout.pieceSize)
        clearRest()
        while pieces < whole {
            let hadContent = restSize > 0
            try sealRest()
            if hadContent { clearRest() }
            pieces += 1
        }
        let bound = AttachmentKeys.last(associated, size: size)
        try seal(rest, count: last, associated: bound, isLast: true)
        var digest = Hash()
        swap(&digest, &hash)
        record = AttachmentRecord(id: id, name: nameBytes, sealedSize: written, hash: digest.finish())
        guard written == AttachmentLayout.sealedSize(of: size) else { throw .defect }
    }

    /// Puts zeros behind the rest.
    private func clearRest() {
        let start = restSize
        unsafe rest.withMutableBytes { rest in
            for place in start..<rest.count { unsafe rest[place] = 0 }
        }
    }

    /// Seals the rest as a whole piece.
    private func sealRest() throws(VaultError) {
        try seal(rest, count: AttachmentLayout.pieceSize, associated: associated, isLast: false)
        restSize = 0
    }

    /// Seals bytes of the rest as a piece.
    private func seal(
        _ bytes: borrowing SecretBytes, count: Int, associated: [UInt8], isLast: Bool
    ) throws(VaultError) {
        try unsafe bytes.withBytes { (bytes) throws(VaultError) in
            try unsafe seal(UnsafeRawBufferPointer(rebasing: bytes.prefix(count)), associated, isLast: isLast)
        }
    }

    /// Seals a whole piece that others follow.
    private func seal(_ piece: UnsafeRawBufferPointer) throws(VaultError) {
        try unsafe seal(piece, associated, isLast: false)
    }

    /// Seals a piece and writes it.
    private func seal(_ piece: UnsafeRawBufferPointer, _ associated: [UInt8], isLast: Bool) throws(VaultError) {
        let count = piece.count + StreamSealer.overhead
        do throws(CryptoError) {
            unsafe try sealed.withUnsafeMutableBufferPointer { (target) throws(CryptoError) in
                // SAFETY: the buffer has room for a whole piece.
                let target = unsafe UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(target).prefix(count))
                unsafe try sealer.push(piece, into: target, associated: associated, isLast: isLast)
            }
        } catch {
            throw VaultError(error)
        }
        try put(sealed, count)
    }

    /// Writes sealed bytes at the file's end.
    private func put(_ bytes: [UInt8], _ count: Int) throws(VaultError) {
        try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(VaultError) in
            // SAFETY: the buffer has at least so many bytes.
            let piece = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).prefix(count))
            unsafe hash.update(piece)
            guard let start = piece.baseAddress else { return }
            try VaultError.system(unsafe tincay_file_write(file, start, piece.count))
        }
        written += Int64(count)
        if written - synced >= Self.syncStep {
            tincay_file_begin_sync(file, synced, written - synced)
            synced = written
        }
    }
}
