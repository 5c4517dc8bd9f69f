/// A point that is no longer believed from some bundle on: stolen, lost or closed.
struct Revocation: Equatable {
    /// The point's number.
    let pointID: [UInt8]
    /// The last of its bundles that is still taken.
    let afterSequence: UInt64
}
