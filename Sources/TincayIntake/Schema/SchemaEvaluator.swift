/// One walk of a program over one value.
struct SchemaEvaluator {
    /// How many schemas may be inside one another on the way to a value.
    ///
    /// Forms that go around in circles end here, as an answer that is not accepted. Small enough for a small stack.
    private static let deepest = 320
    /// How many schemas may be asked in one walk: far more than any form needs for the largest answers.
    ///
    /// Forms whose branches double with every level end here, in the same way.
    private static let most = 4_000_000

    /// What is asked.
    let program: SchemaProgram
    /// Whether to go on after the first thing that is wrong, and note all of them.
    private(set) var collecting: Bool
    /// What is wrong.
    private(set) var findings: [Finding] = []
    /// The path and the code of each finding: an answer with as many defects as bytes is still told in linear time.
    private var noted: Set<[UInt8]> = []
    /// The pointer of the value that is looked at; kept up only while collecting.
    private var path: [UInt8] = []
    /// How many schemas are open.
    private var depth = 0
    /// How many schemas were asked.
    private var asked = 0
    /// Whether some schema could not be asked to its end, so that what came out says nothing.
    private(set) var gaveUp = false
    /// The resources that are open, outermost first, for dynamic references.
    private var scope: [Int] = []

    /// Prepares to walk.
    init(_ program: SchemaProgram, collecting: Bool) {
        self.program = program
        self.collecting = collecting
    }

    /// Asks a schema about a value.
    mutating func begin(_ place: Int, _ instance: JSONValue) -> Bool {
        var marks = ChildMarks(wanted: program.usesMarks)
        return check(place, instance, &marks)
    }

    /// Asks a schema about a value, and marks the children that it looked at.
    mutating func check(_ place: Int, _ instance: JSONValue, _ marks: inout ChildMarks) -> Bool {
        let node = program.nodes[place]
        if let verdict = node.verdict {
            if !verdict { note(.never, node, nil) }
            return verdict
        }
        asked += 1
        guard depth < Self.deepest, asked <= Self.most else {
            gaveUp = true
            note(.depth, node, nil)
            return false
        }
        depth += 1
        let enters = scope.last != node.resource
        if enters { scope.append(node.resource) }
        defer {
            depth -= 1
            if enters { scope.removeLast() }
        }
        var valid = true
        for (name, keyword) in node.keywords {
            guard !check(keyword, name, node, instance, &marks) else { continue }
            valid = false
            guard collecting else { return false }
        }
        return valid
    }

    /// Asks a schema about a value without noting what is wrong, and gives the marks only when nothing is.
    mutating func accepts(_ place: Int, _ instance: JSONValue, _ marks: inout ChildMarks) -> Bool {
        let wasCollecting = collecting
        collecting = false
        defer { collecting = wasCollecting }
        var inner = ChildMarks(wanted: marks.wanted)
        guard check(place, instance, &inner) else { return false }
        marks.join(inner)
        return true
    }

    /// Asks a schema that must hold too; what it marked counts also when it does not hold but all is collected,
    /// so that one wrong answer is one finding.
    mutating func requires(_ place: Int, _ instance: JSONValue, _ marks: inout ChildMarks) -> Bool {
        var inner = ChildMarks(wanted: marks.wanted)
        let valid = check(place, instance, &inner)
        if valid || collecting { marks.join(inner) }
        return valid
    }

    /// Asks a schema about a member or an element.
    mutating func descend(_ place: Int, _ child: JSONValue, _ name: @autoclosure () -> [UInt8]) -> Bool {
        let length = path.count
        if collecting { path += JSONPointer.token(name()) }
        defer { path.removeLast(path.count - length) }
        return begin(place, child)
    }

    /// Asks a schema about a member that may not be there at all: one finding says so.
    mutating func descendOrUnknown(
        _ place: Int, _ child: JSONValue, _ keyword: StaticString, _ node: SchemaNode,
        _ name: @autoclosure () -> [UInt8]
    ) -> Bool {
        guard program.nodes[place].verdict == false else { return descend(place, child, name()) }
        if collecting { note(.unknown, node, keyword, below: name()) }
        return false
    }

    /// The schema that a dynamic reference leads to: the outermost open resource that has its anchor decides.
    func dynamicTarget(_ anchor: [UInt8], _ place: Int) -> Int {
        for resource in scope {
            if let target = program.dynamicAnchors[resource][anchor] { return target }
        }
        return place
    }

    /// Notes what is wrong with the value, or with a member below it.
    mutating func note(_ code: FindingCode, _ node: SchemaNode, _ keyword: StaticString?, below name: [UInt8]? = nil) {
        guard collecting else { return }
        var location = program.trails.pointer(of: node.source)
        var parameters = JSONWriter()
        parameters.beginObject()
        if let keyword {
            location += JSONPointer.token(Self.bytes(keyword))
            // Only a limit is told; a list of values could be what a child may not see.
            if let value = node.source[keyword], value.kind == .number || keyword.isSame(as: "type") {
                parameters.name(keyword)
                parameters.raw(value.json)
            }
        }
        parameters.endObject()
        let path = name.map { self.path + JSONPointer.token($0) } ?? self.path
        // No path holds this byte, so the key tells every code and path from every other.
        guard noted.insert(path + [0xff, code.rawValue]).inserted else { return }
        findings.append(
            Finding(code: code, path: path, keyword: location, parameters: parameters.bytes, schema: node.source))
    }

    /// A static string's bytes.
    private static func bytes(_ text: StaticString) -> [UInt8] {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe [UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
