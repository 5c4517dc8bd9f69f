/// A bundle that was for this desk, with its point's signature checked.
public struct OpenedBundle: Sendable {
    /// What the bundle says of itself.
    let manifest: Manifest
    /// The hash that the point signed.
    public let hash: [UInt8]
    /// The items, one behind the other, and zeros.
    private let content: ArraySlice<UInt8>

    /// Takes what was opened; the content has room for as many items as the manifest says.
    init(_ manifest: Manifest, content: ArraySlice<UInt8>, hash: [UInt8]) {
        self.manifest = manifest
        self.content = content
        self.hash = hash
    }

    /// Who sent it.
    public var point: Point { manifest.point }

    /// The point's count of bundles.
    public var sequence: UInt64 { manifest.sequence }

    /// How many items there are.
    var count: Int { manifest.itemCount }

    /// A copy of one item, by its place from 0: a slot, used or not.
    func item(_ place: Int) -> [UInt8] {
        [UInt8](content.dropFirst(place * manifest.itemSize).prefix(manifest.itemSize))
    }

    /// A copy of all items.
    public var items: [[UInt8]] { (0..<count).map(item) }
}
