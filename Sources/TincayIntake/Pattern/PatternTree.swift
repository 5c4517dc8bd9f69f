/// The parts of an expression, with what each takes when it is written as steps.
struct PatternTree: Sendable {
    /// The most steps of one expression: a repetition of a repetition would otherwise grow without bound.
    static let most = 20_000

    /// The parts; those of a part stand before it.
    private(set) var nodes: [PatternNode] = [.empty]
    /// How many steps each part takes.
    private(set) var costs: [Int] = [0]
    /// The sets of characters that parts refer to.
    private(set) var sets: [ScalarSet] = []
    /// How much of the room is left, in steps.
    private(set) var room: Int
    /// Whether everything so far had room; parts are no longer kept once it had not.
    private(set) var hasRoom: Bool

    /// Prepares for parts that take at most so many steps.
    init(room: Int) {
        self.room = room
        hasRoom = room > 0
    }

    /// The part that is nothing.
    static var nothing: Int { 0 }

    /// Gives up on keeping parts.
    mutating func overflow() {
        hasRoom = false
        (nodes, costs, sets) = ([.empty], [0], [])
    }

    /// Takes off some room.
    mutating func spend(_ amount: Int) {
        room -= min(amount, max(room, 0))
        if room == 0 { overflow() }
    }

    /// Adds a part that reads one character or looks at a place.
    mutating func add(_ node: PatternNode) -> Int {
        add(node, cost: 1)
    }

    /// Adds a set of characters, and the part that reads one of them.
    mutating func add(_ set: ScalarSet) -> Int {
        guard hasRoom else { return Self.nothing }
        spend(1 + set.count / 8)
        guard hasRoom else { return Self.nothing }
        sets.append(set)
        return add(.set(sets.count - 1), cost: 1)
    }

    /// Adds one part after the other.
    mutating func sequence(_ parts: [Int]) -> Int {
        let parts = parts.filter { $0 != Self.nothing }
        guard let first = parts.first, parts.count > 1 else { return parts.first ?? Self.nothing }
        return add(.sequence(parts), cost: parts.dropFirst().reduce(cost(first)) { $0 + cost($1) })
    }

    /// Adds one part of several.
    mutating func choice(_ parts: [Int]) -> Int {
        guard let first = parts.first, parts.count > 1 else { return parts.first ?? Self.nothing }
        return add(.choice(parts), cost: parts.dropFirst().reduce(cost(first)) { $0 + cost($1) + 2 })
    }

    /// Adds a part as often as said.
    mutating func repeated(_ part: Int, least: Int, most: Int?) -> Int {
        // Nothing, however often, is nothing; what is there takes one step or more.
        if part == Self.nothing || most == 0 { return Self.nothing }
        if least == 1, most == 1 { return part }
        let once = cost(part)
        let needed = once.multipliedReportingOverflow(by: least)
        let rest: (partialValue: Int, overflow: Bool)
        if let most {
            rest = (once + 1).multipliedReportingOverflow(by: max(most - least, 0))
        } else {
            rest = (least == 0 ? once + 2 : 1, false)
        }
        let cost = needed.partialValue.addingReportingOverflow(rest.partialValue)
        let isTooMuch = needed.overflow || rest.overflow || cost.overflow
        return add(.repeated(part, least: least, most: most), cost: isTooMuch ? Self.most : cost.partialValue)
    }

    /// How many steps a part takes.
    private func cost(_ part: Int) -> Int { part < costs.count ? costs[part] : Self.most }

    /// Adds a part of a known cost.
    private mutating func add(_ node: PatternNode, cost: Int) -> Int {
        guard hasRoom, cost < Self.most, cost < room else {
            overflow()
            return Self.nothing
        }
        nodes.append(node)
        costs.append(cost)
        return nodes.count - 1
    }
}
