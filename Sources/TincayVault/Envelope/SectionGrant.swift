import TincayCrypto
public import TincayIntake

/// What a desk holds of one section's key: the key itself, or a share of it.
public struct SectionGrant: Sendable {
    /// How many bytes a grant has in a cell, a share or a row.
    static let size = 4 + SecretShare.size

    /// The section.
    public let section: SectionName
    /// The key, which is the share at 0, or a share at another place.
    let share: SecretShare
    /// Whether another desk gave it, rather than the point.
    let isReceived: Bool

    /// Describes a grant.
    init(section: SectionName, share: SecretShare, isReceived: Bool = false) {
        self.section = section
        self.share = share
        self.isReceived = isReceived
    }

    /// Whether it is the whole key.
    var isKey: Bool { share.place == 0 }

    /// Writes grants into secret memory, one behind the other; what is left of it stays zero.
    static func write(_ grants: [SectionGrant], into memory: inout SecretBytes, at offset: Int) throws(VaultError) {
        guard offset >= 0, grants.count <= (memory.count - offset) / size else { throw .defect }
        unsafe memory.withMutableBytes { memory in
            for (index, grant) in grants.enumerated() {
                let start = offset + index * size
                unsafe memory[start] = grant.section.rawValue
                unsafe memory[start + 1] = grant.share.place
                unsafe memory[start + 2] = grant.isReceived ? 1 : 0
                // SAFETY: that all grants fit was checked above, and a share has 32 bytes.
                unsafe grant.share.bytes.withBytes { bytes in
                    let target = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[(start + 4)..<(start + size)])
                    unsafe target.copyMemory(from: bytes)
                }
            }
        }
    }

    /// Reads grants up to a number of bytes, and moves over room that nothing is in.
    static func read(
        _ memory: borrowing SecretBytes, at offset: Int, size length: Int
    ) throws(VaultError) -> [SectionGrant] {
        guard offset >= 0, length >= 0, length % size == 0, length <= memory.count - offset else { throw .tampered }
        var grants: [SectionGrant] = []
        for start in stride(from: offset, to: offset + length, by: size) {
            // SAFETY: that the whole length is inside was checked above.
            let head = unsafe memory.withBytes { memory in
                unsafe (memory[start], memory[start + 1], memory[start + 2], memory[start + 3])
            }
            if head.0 == 0 { continue }
            guard let section = SectionName(rawValue: head.0), head.2 < 2, head.3 == 0,
                !grants.contains(where: { $0.section == section && $0.share.place == head.1 })
            else { throw .tampered }
            let secret = try VaultError.crypto { () throws(CryptoError) in
                try memory.copy(start + 4..<start + size)
            }
            let share = SecretShare(place: head.1, bytes: secret)
            grants.append(SectionGrant(section: section, share: share, isReceived: head.2 == 1))
        }
        return grants
    }
}
