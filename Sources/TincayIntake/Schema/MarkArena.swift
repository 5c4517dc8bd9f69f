/// Which members or elements of the values that are looked at some keyword has looked at: a stack of bit sets.
///
/// Only schemas that ask for what is left use one; a frame of no marks is -1.
struct MarkArena {
    /// The most words of all frames together.
    private static let most = 1 << 21

    /// The frames, each behind its own length.
    private var words: [UInt64] = []

    /// How much is in use, to come back to.
    var top: Int { words.count }

    /// Opens a frame for so many children; nil when there is no more room.
    mutating func open(_ count: Int) -> Int? {
        let length = count / 64 + 1
        guard words.count + length < Self.most else { return nil }
        words.append(UInt64(length))
        words.append(contentsOf: repeatElement(0, count: length))
        return words.count - length
    }

    /// Opens a frame of the same size as another.
    mutating func open(like frame: Int) -> Int? {
        open(Int(truncatingIfNeeded: words[frame - 1] - 1) * 64)
    }

    /// Closes every frame above a height.
    mutating func close(to height: Int) {
        words.removeLast(words.count - height)
    }

    /// Marks a child.
    @inline(__always) mutating func mark(_ child: Int, in frame: Int) {
        words[frame + child >> 6] |= 1 << UInt64(child & 63)
    }

    /// Whether a child is marked.
    @inline(__always) func isMarked(_ child: Int, in frame: Int) -> Bool {
        words[frame + child >> 6] & (1 << UInt64(child & 63)) != 0
    }

    /// Marks in one frame what is marked in another of the same size.
    mutating func join(_ other: Int, into frame: Int) {
        for place in 0..<Int(truncatingIfNeeded: words[frame - 1]) { words[frame + place] |= words[other + place] }
    }
}
