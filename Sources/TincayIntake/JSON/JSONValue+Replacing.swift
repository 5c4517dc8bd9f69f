extension JSONValue {
    /// The most names in a pointer that a value is put at: as deep as answers may be nested.
    private static let depthLimit = JSONLimits.report.depth

    /// The JSON of this value with another one where a pointer leads to, or with nothing there.
    ///
    /// Objects that are missing on the way are made, and an array where the next step is its first element; an array
    /// grows by the element behind its last, which `-` names too. Gives nil for what is no pointer, and where something
    /// else than a container stands in the way.
    public func replacing(_ pointer: [UInt8], with json: [UInt8]?) -> [UInt8]? {
        guard !pointer.isEmpty else { return json }
        guard pointer.first == UInt8(ascii: "/") else { return nil }
        var names: [[UInt8]] = []
        for token in pointer.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard names.count < Self.depthLimit, let name = JSONPointer.unescape(token) else { return nil }
            names.append(name)
        }
        var writer = JSONWriter(room: document.bytes.count + (json?.count ?? 0))
        guard Self.write(self, names[...], json, &writer) else { return nil }
        return writer.bytes
    }

    /// Writes a value that may not be there yet with another one at the end of a path; false when that cannot be.
    private static func write(
        _ value: JSONValue?, _ names: ArraySlice<[UInt8]>, _ json: [UInt8]?, _ writer: inout JSONWriter
    ) -> Bool {
        guard let name = names.first else {
            if let json { writer.raw(json) }
            return json != nil
        }
        let rest = names.dropFirst()
        switch value?.kind ?? (json == nil ? nil : kind(for: name)) {
        case .object: return writeObject(value, name, rest, json, &writer)
        case .array: return writeArray(value, name, rest, json, &writer)
        default: return false
        }
    }

    /// What a container is that a path's step makes: an array when the step is its first element.
    private static func kind(for name: [UInt8]) -> JSONKind {
        name == [UInt8(ascii: "0")] || name == [UInt8(ascii: "-")] ? .array : .object
    }

    /// Writes an object with one member changed, added or left out.
    private static func writeObject(
        _ value: JSONValue?, _ name: [UInt8], _ rest: ArraySlice<[UInt8]>, _ json: [UInt8]?, _ writer: inout JSONWriter
    ) -> Bool {
        writer.beginObject()
        var isThere = false
        if let value {
            for member in value.members {
                guard let known = member.name.text else { return false }
                guard known == name else {
                    writer.name(known)
                    writer.raw(member.value.json)
                    continue
                }
                isThere = true
                if json == nil, rest.isEmpty { continue }
                writer.name(known)
                guard write(member.value, rest, json, &writer) else { return false }
            }
        }
        if !isThere, json != nil {
            writer.name(name)
            guard write(nil, rest, json, &writer) else { return false }
        }
        writer.endObject()
        return isThere || json != nil
    }

    /// Writes an array with one element changed, added or left out.
    private static func writeArray(
        _ value: JSONValue?, _ name: [UInt8], _ rest: ArraySlice<[UInt8]>, _ json: [UInt8]?, _ writer: inout JSONWriter
    ) -> Bool {
        let count = value?.count ?? 0
        guard let place = name == [UInt8(ascii: "-")] ? count : JSONPointer.position(name), place <= count,
            place < count || json != nil
        else { return false }
        writer.beginArray()
        if let value {
            for (position, element) in value.elements.enumerated() {
                guard position == place else {
                    writer.raw(element.json)
                    continue
                }
                if json == nil, rest.isEmpty { continue }
                guard write(element, rest, json, &writer) else { return false }
            }
        }
        if place == count { guard write(nil, rest, json, &writer) else { return false } }
        writer.endArray()
        return true
    }
}
