internal import Synchronization

/// A few things that were worked out and are kept for good; no lock is needed, because a thing never changes once it is
/// there.
final class Shelf<Item: AnyObject & Sendable>: Sendable {
    /// The places, in the order in which they are filled.
    private let first = AtomicLazyReference<Item>()
    private let second = AtomicLazyReference<Item>()
    private let third = AtomicLazyReference<Item>()
    private let fourth = AtomicLazyReference<Item>()
    private let fifth = AtomicLazyReference<Item>()
    private let sixth = AtomicLazyReference<Item>()
    private let seventh = AtomicLazyReference<Item>()
    private let eighth = AtomicLazyReference<Item>()

    /// Starts with nothing.
    init() {}

    /// The first thing that fits.
    func first(where fits: (Item) -> Bool) -> Item? {
        guard let item = first.load() else { return nil }
        if fits(item) { return item }
        guard let item = second.load() else { return nil }
        if fits(item) { return item }
        guard let item = third.load() else { return nil }
        if fits(item) { return item }
        guard let item = fourth.load() else { return nil }
        if fits(item) { return item }
        if let item = fifth.load(), fits(item) { return item }
        if let item = sixth.load(), fits(item) { return item }
        if let item = seventh.load(), fits(item) { return item }
        if let item = eighth.load(), fits(item) { return item }
        return nil
    }

    /// Keeps a thing while there is a place.
    ///
    /// Somebody else may have been quicker: then theirs stays, and this one takes the next place or is used once.
    func keep(_ item: Item) {
        _ =
            first.storeIfNil(item) === item || second.storeIfNil(item) === item || third.storeIfNil(item) === item
            || fourth.storeIfNil(item) === item || fifth.storeIfNil(item) === item || sixth.storeIfNil(item) === item
            || seventh.storeIfNil(item) === item || eighth.storeIfNil(item) === item
    }
}
