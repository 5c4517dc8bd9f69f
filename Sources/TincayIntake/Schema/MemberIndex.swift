/// The members and elements of large values, found without walking past all that stand before them.
///
/// A form may have thousands of definitions, each of which is referred to. A value is indexed when it is asked for the
/// first time, so that all of it takes no longer than reading the document.
struct MemberIndex: Sendable {
    /// How many members or elements are walked past.
    private static let few = 16

    /// The members of each object by name.
    private var members: [[[UInt8]: Int]] = []
    /// Where the elements of each array begin.
    private var elements: [[Int]] = []
    /// Which of these belongs to a value.
    private var places: [JSONIdentity: Int] = [:]

    /// The member of an object by its name.
    mutating func member(_ name: [UInt8], of object: JSONValue) -> JSONValue? {
        guard object.count > Self.few else { return object.member(name) }
        guard object.kind == .object else { return nil }
        let place = places[object.identity] ?? indexed(object)
        return members[place][name].map { JSONValue(document: object.document, index: $0) }
    }

    /// The element of an array by its position.
    mutating func element(_ position: Int, of array: JSONValue) -> JSONValue? {
        guard array.count > Self.few else { return array[at: position] }
        guard position >= 0, position < array.count else { return nil }
        guard array.kind == .array else { return nil }
        let place = places[array.identity] ?? indexed(array)
        return JSONValue(document: array.document, index: elements[place][position])
    }

    /// Indexes an object or an array, and tells where the index is.
    private mutating func indexed(_ value: JSONValue) -> Int {
        var names: [[UInt8]: Int] = [:]
        names.reserveCapacity(value.kind == .object ? value.count : 0)
        for member in value.members { names[member.name.text ?? []] = member.value.index }
        var starts: [Int] = []
        for element in value.elements { starts.append(element.index) }
        members.append(names)
        elements.append(starts)
        places[value.identity] = members.count - 1
        return members.count - 1
    }

    /// The value that a pointer leads to from another one; nil when it leads nowhere or is no pointer.
    mutating func value(at pointer: [UInt8], from root: JSONValue) -> JSONValue? {
        guard !pointer.isEmpty else { return root }
        guard pointer.first == UInt8(ascii: "/") else { return nil }
        var place: JSONValue? = root
        for token in pointer.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let here = place, let name = JSONPointer.unescape(token) else { return nil }
            switch here.kind {
            case .object: place = member(name, of: here)
            case .array: place = JSONPointer.position(name).flatMap { element($0, of: here) }
            default: return nil
            }
        }
        return place
    }
}
