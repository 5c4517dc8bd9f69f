/// Takes compiled conditions apart into parts, each kept once however often it is asked.
struct ConditionTreeBuilder {
    /// How many schemas inside one another are taken apart; what is deeper stays whole.
    private static let deepest = 48
    /// How many parts there may be; further conditions stay whole.
    private static let most = 50_000
    /// How long lists are that go into the one around them, and in which a part is looked for.
    private static let short = 16

    /// The schemas, compiled.
    private let program: SchemaProgram
    /// The parts so far.
    private(set) var parts: [ConditionPart] = []
    /// The lists of parts so far.
    private(set) var lists: [Int32] = []
    /// The names so far, as the program numbers them.
    private(set) var names: [Int32] = []
    /// The number of each part, by what it asks.
    private var numbers: [[Int32]: Int32] = [:]
    /// The number of each name, by the program's.
    private var nameNumbers: [Int32: Int32] = [:]
    /// The part that each schema is.
    private var places: [Int32: Int32] = [:]
    /// The first schema of those that are written alike.
    private var alike: [[UInt8]: Int32] = [:]
    /// The schemas that are being taken apart, so that a circle ends.
    private var open: Set<Int32> = []

    /// Prepares to take a program's conditions apart.
    init(_ program: SchemaProgram) {
        self.program = program
    }

    /// The part that a schema is when it is asked about an object.
    mutating func part(of place: Int32) -> Int32 {
        if let known = places[place] { return known }
        // What a dynamic reference means depends on the way to it.
        guard program.dynamicPlaces.isEmpty, open.count < Self.deepest, parts.count < Self.most,
            open.insert(place).inserted
        else { return whole(place) }
        let part = apart(place) ?? whole(place)
        open.remove(place)
        places[place] = part
        return part
    }

    /// The part that asks a schema about the answers as a whole.
    private mutating func whole(_ place: Int32) -> Int32 { keep(.schema, place) }

    /// Takes a schema apart; nil when it says more than can be told so.
    @_optimize(size) private mutating func apart(_ place: Int32) -> Int32? {
        let code = program.codes[place]
        if let verdict = code.verdict { return keep(verdict ? .always : .never) }
        guard code.types.contains(.object) else { return keep(.never) }
        guard !code.isUnevaluating, code.objectEnd == code.end else { return nil }
        var all: [Int32] = []
        for index in code.begin..<code.anyEnd {
            guard let part = common(program.steps[index]) else { return nil }
            all.append(part)
        }
        for index in code.arrayEnd..<code.objectEnd {
            let step = program.steps[index]
            guard step.operation == .members, let part = members(program.plans[step.first]) else { return nil }
            all.append(part)
        }
        return join(.all, all)
    }

    /// Takes a step apart that is for every value.
    @_optimize(size) private mutating func common(_ step: SchemaStep) -> Int32? {
        switch step.operation {
        case .reference: return part(of: step.first)
        case .allOf: return join(.all, list(step))
        case .anyOf: return join(.any, list(step))
        case .not: return not(part(of: step.first))
        case .condition:
            let condition = part(of: step.first)
            var all: [Int32] = []
            if step.second >= 0 { all.append(join(.any, [not(condition), part(of: step.second)])) }
            if step.third >= 0 { all.append(join(.any, [condition, part(of: step.third)])) }
            return join(.all, all)
        default: return nil
        }
    }

    /// The parts of the schemas that a step lists.
    private mutating func list(_ step: SchemaStep) -> [Int32] {
        var parts: [Int32] = []
        for index in step.first..<step.first + step.second { parts.append(part(of: program.lists[index])) }
        return parts
    }

    /// Takes apart what is asked about members by their names; nil when other members are asked about too.
    @_optimize(size) private mutating func members(_ plan: MemberPlan) -> Int32? {
        guard plan.matchingCount == 0, plan.additional < 0 else { return nil }
        var all: [Int32] = []
        for index in plan.names.slots..<plan.names.slots + plan.names.mask + 1 {
            let slot = program.slots[index]
            guard slot.length >= 0 else { continue }
            let name = number(ofName: slot.name)
            if slot.place < 0 || program.codes[slot.place].verdict == true {
                if slot.isRequired { all.append(keep(.there, name)) }
            } else {
                all.append(keep(slot.isRequired ? .member : .fits, name, first(like: slot.place)))
            }
        }
        return join(.all, all)
    }

    /// The first schema that is written as another one and means the same.
    @_optimize(size) private mutating func first(like place: Int32) -> Int32 {
        // Addresses inside mean what the resource around makes of them.
        let text = program.sources[Int(place)].json + Array(",\(program.codes[place].resource)".utf8)
        if let known = alike[text] { return known }
        alike[text] = place
        return place
    }

    /// The number of a name.
    private mutating func number(ofName name: Int32) -> Int32 {
        if let known = nameNumbers[name] { return known }
        let number = Int32(truncatingIfNeeded: names.count)
        nameNumbers[name] = number
        names.append(name)
        return number
    }

    /// The part that holds when another one fails.
    private mutating func not(_ part: Int32) -> Int32 {
        switch parts[Int(part)].test {
        case .always: keep(.never)
        case .never: keep(.always)
        case .not: parts[Int(part)].first
        default: keep(.not, part)
        }
    }

    /// The part that asks for all of some parts, or for one of them.
    @_optimize(size) private mutating func join(_ test: ConditionPart.Test, _ list: [Int32]) -> Int32 {
        let (neutral, final): (ConditionPart.Test, ConditionPart.Test) =
            test == .all ? (.always, .never) : (.never, .always)
        let isShort = list.count <= Self.short
        var kept: [Int32] = []
        for part in list {
            let inner = parts[Int(part)]
            if inner.test == final { return part }
            if inner.test == test, isShort, inner.second <= Int32(Self.short) {
                for index in inner.first..<inner.first + inner.second where !kept.contains(lists[Int(index)]) {
                    kept.append(lists[Int(index)])
                }
            } else if inner.test != neutral, !isShort || !kept.contains(part) {
                kept.append(part)
            }
        }
        guard kept.count != 1 else { return kept[0] }
        guard !kept.isEmpty else { return keep(neutral) }
        let key = [Int32(test.rawValue)] + kept
        if let known = numbers[key] { return known }
        let first = Int32(truncatingIfNeeded: lists.count)
        lists += kept
        return append(ConditionPart(test: test, first: first, second: Int32(truncatingIfNeeded: kept.count)), key)
    }

    /// Keeps a part that is no list.
    private mutating func keep(_ test: ConditionPart.Test, _ first: Int32 = 0, _ second: Int32 = 0) -> Int32 {
        let key = [Int32(test.rawValue), first, second]
        return numbers[key] ?? append(ConditionPart(test: test, first: first, second: second), key)
    }

    /// Appends a part.
    private mutating func append(_ part: ConditionPart, _ key: [Int32]) -> Int32 {
        let number = Int32(truncatingIfNeeded: parts.count)
        parts.append(part)
        numbers[key] = number
        return number
    }
}
