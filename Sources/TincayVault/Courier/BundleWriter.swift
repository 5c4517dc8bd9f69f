import TincayCrypto

/// A bundle that is being packed: items go where they will lie, so that each is copied once.
struct BundleWriter: ~Copyable {
    /// The bundle, whole from the beginning and full of zeros.
    private var bytes: [UInt8]
    /// How long each item is.
    private let itemSize: Int
    /// How many items there are.
    private(set) var count = 0
    /// How many there is room for.
    private let capacity: Int

    /// Starts a bundle of `size` bytes.
    init(size: Int, itemSize: Int) throws(VaultError) {
        guard size <= Bundle.largest, size >= Parcel.overhead + Manifest.size else { throw .tooLarge }
        bytes = [UInt8](repeating: 0, count: size)
        self.itemSize = itemSize
        capacity = Bundle.capacity(size: size, itemSize: itemSize)
    }

    /// How many items there is still room for.
    var room: Int { capacity - count }

    /// Adds an item.
    mutating func append(_ item: UnsafeRawBufferPointer) throws(VaultError) {
        guard item.count == itemSize, room > 0 else { throw .tooLarge }
        let start = KeyWraps.size + Manifest.size + count * itemSize
        // SAFETY: the place is inside the bundle, because there is room, and has as many bytes as the item.
        unsafe bytes.withUnsafeMutableBytes { bytes in
            unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start..<start + itemSize]).copyMemory(from: item)
        }
        count += 1
    }

    /// Signs and seals what was packed; the manifest counts the items.
    consuming func finish(
        _ manifest: Manifest, signing key: borrowing SigningKeyPair, to recipients: [Recipient]
    ) throws(VaultError) -> [UInt8] {
        var bundle = bytes
        bytes = []
        bundle.replaceSubrange(KeyWraps.size..<KeyWraps.size + Manifest.size, with: manifest.bytes)
        try Parcel.bundle.close(&bundle, signing: key, to: recipients)
        return bundle
    }
}
