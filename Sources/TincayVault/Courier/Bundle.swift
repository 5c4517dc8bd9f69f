public import TincayCrypto

/// What travels from a point to its desks: slots, in one file of one size that says nothing to anybody else.
///
/// In a parcel lie the manifest, the items and zeros.
public enum Bundle {
    /// Everything that is neither an item nor padding.
    private static let overhead = Parcel.overhead + Manifest.size
    /// The largest bundle that a desk opens.
    public static let largest = 64 << 20

    /// How many items of a size a bundle of a size holds.
    public static func capacity(size: Int, itemSize: Int) -> Int {
        guard itemSize > 0, size > overhead else { return 0 }
        return (size - overhead) / itemSize
    }

    /// Opens a bundle that is for this desk and that its point signed.
    public static func open(
        _ bytes: UnsafeRawBufferPointer, with pair: borrowing AgreementKeyPair
    ) throws(VaultError) -> OpenedBundle {
        guard bytes.count <= largest else { throw .tooLarge }
        let parcel = try unsafe Parcel.bundle.open(bytes, with: pair)
        var reader = ByteReader(parcel.body)
        let manifest = try Manifest(&reader)
        guard parcel.verify(with: manifest.point.publicKey) else { throw .tampered }
        guard manifest.itemCount <= reader.rest.count / manifest.itemSize else { throw .badFormat }
        return OpenedBundle(manifest, content: reader.rest, hash: parcel.hash)
    }
}
