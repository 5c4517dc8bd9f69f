/// Everything that decides what triage says, as bytes that are the same exactly when it is the same.
///
/// The layout, the order of members, and what screens say do not matter, unless conditions refer to so much of a form
/// that nothing of it can be left out.
struct RulesetText {
    /// The annotations that judge.
    private static let names: [StaticString] = ["x-tincay-derive", "x-tincay-triage", "x-tincay-routes"]

    /// The most bytes of what references lead to.
    private static let most = 16 << 20

    /// The bytes.
    private(set) var bytes: [UInt8] = []
    /// The form.
    private let root: JSONValue
    /// The references whose targets are in, or are waiting.
    private var seen: Set<[UInt8]> = []
    /// The targets to take in.
    private var waiting: [(reference: JSONValue, schema: JSONValue)] = []
    /// Whether some reference leads where it cannot be followed by its text alone.
    private var isOpen = false

    /// Puts together what judges in a form, with the calendar that is used and the schemas given along with the form.
    ///
    /// The order of the flags is in as well, when some may look at others without naming them.
    @_optimize(size) init(
        _ root: JSONValue, flags: [DerivedFlag], calendar: JSONValue?,
        documents: [(address: [UInt8], document: JSONDocument)]
    ) {
        self.root = root
        for name in Self.names {
            guard let value = root[name] else { continue }
            bytes += name.bytes + CanonicalJSON.bytes(of: value)
            follow(value)
        }
        var targets: [[UInt8]] = []
        var size = 0
        while let target = waiting.popLast(), !isOpen {
            targets.append(CanonicalJSON.bytes(of: target.reference) + CanonicalJSON.bytes(of: target.schema))
            size += targets.last?.count ?? 0
            // Targets inside each other are taken in more than once.
            if size > Self.most { isOpen = true }
            follow(target.schema)
        }
        if isOpen {
            bytes = CanonicalJSON.bytes(of: root)
            targets = documents.map { given in
                RulesetDigest.hexadecimal(of: given.address) + CanonicalJSON.bytes(of: given.document.root)
            }
        }
        targets.sort { $0.lexicographicallyPrecedes($1) }
        for target in targets { bytes += target }
        if flags.contains(where: { $0.isIndirect }) {
            for flag in flags { bytes += RulesetDigest.hexadecimal(of: flag.name) }
        }
        if let calendar { bytes += Array("x-tincay-calendar".utf8) + CanonicalJSON.bytes(of: calendar) }
    }

    /// Notes where references inside a value lead; goes as deep as the form, which its parser has limited.
    @_optimize(size) private mutating func follow(_ value: JSONValue) {
        for member in value.members {
            if member.name.isText("$ref") {
                note(member.value)
            } else if member.name.isText("$dynamicRef") || member.name.isText("$recursiveRef")
                || member.name.isText("$id")
            {
                isOpen = true
            } else {
                follow(member.value)
            }
        }
        for element in value.elements { follow(element) }
    }

    /// Notes where one reference leads: to a place of the form itself, or nobody knows.
    @_optimize(size) private mutating func note(_ reference: JSONValue) {
        guard let text = reference.text, text.first == UInt8(ascii: "#"), !text.contains(UInt8(ascii: "%")),
            let target = target(Array(text.dropFirst()))
        else {
            isOpen = true
            return
        }
        if seen.insert(text).inserted { waiting.append((reference, target)) }
    }

    /// The value at a pointer; nil when it is the form, or inside a schema with an address of its own, where the same
    /// reference means something else.
    @_optimize(size) private func target(_ pointer: [UInt8]) -> JSONValue? {
        var here = root
        for name in JSONPointer.names(pointer) {
            guard here.index == root.index || here["$id"] == nil,
                let inner = here.at(pointer: JSONPointer.token(name))
            else { return nil }
            here = inner
        }
        return here.index == root.index ? nil : here
    }
}
