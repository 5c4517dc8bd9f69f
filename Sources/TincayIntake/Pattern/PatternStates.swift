/// Sets of steps that an automaton can be in, each with a number.
struct PatternStates {
    /// The steps that wait in each state, ascending; behind them what is before it.
    private(set) var keys: [[UInt32]]
    /// The states by what their keys are mixed to, counted from one; more than half of them are free.
    private var slots = [UInt32](repeating: 0, count: 16)
    /// How many steps all states name together.
    private(set) var size = 0

    /// Starts with the state in front of the text, which is like no other.
    init(_ places: [UInt32]) {
        var key = places
        key.sort()
        keys = [key + [Self.nothing]]
        slots[slot(of: keys[0])] = 1
    }

    /// What a key says where the text starts.
    private static var nothing: UInt32 { 0 }
    /// What a key says behind a character that words are made of.
    private static var word: UInt32 { 1 }
    /// What a key says behind any other character.
    private static var other: UInt32 { 2 }

    /// The steps that wait in a state.
    func places(_ state: Int) -> ArraySlice<UInt32> { keys[state].dropLast() }

    /// Whether a state is behind a character that words are made of.
    func isBehindWord(_ state: Int) -> Bool { keys[state].last == Self.word }

    /// Whether a state is in front of the text.
    func isStart(_ state: Int) -> Bool { keys[state].last == Self.nothing }

    /// Forgets all states.
    mutating func forget() {
        keys.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = 0 }
        size = 0
    }

    /// The number of a state, which is a new one when there is none yet.
    mutating func number(of places: [UInt32], isBehindWord: Bool) -> Int {
        var key = places
        key.sort()
        return number(ofUnsorted: key, isBehindWord: isBehindWord)
    }

    /// The number of a state that is another one when its steps are in another order, which costs less to tell.
    mutating func number(ofUnsorted places: [UInt32], isBehindWord: Bool) -> Int {
        let key = places + [isBehindWord ? Self.word : Self.other]
        if keys.count * 2 >= slots.count { grow() }
        let slot = slot(of: key)
        if slots[slot] > 0 { return Int(slots[slot]) - 1 }
        size += key.count
        keys.append(key)
        slots[slot] = UInt32(truncatingIfNeeded: keys.count)
        return keys.count - 1
    }

    /// The slot that has a key, or the free one where it belongs.
    private func slot(of key: [UInt32]) -> Int {
        var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in key { mixed = (mixed ^ UInt64(part)) &* 0x9E37_79B9_7F4A_7C15 ^ mixed >> 29 }
        var slot = Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
        while slots[slot] > 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    /// Makes twice as many slots.
    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 0..<keys.count { slots[slot(of: keys[number])] = UInt32(truncatingIfNeeded: number + 1) }
    }
}
