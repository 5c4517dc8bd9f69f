import TincayIntake

/// By what cases are counted.
struct CaseDimension {
    /// The most values of one facet of one case that are counted.
    private static let most = 32
    /// What a case without a value is counted under.
    private static let none = Array("null".utf8)

    /// The name in the query.
    let name: [UInt8]

    /// The values of a case, each once, as JSON.
    func values(of record: CaseRecord, point: [UInt8]?, facets: JSONValue?) -> [[UInt8]] {
        if name == Array("urgency".utf8) { return [record.urgency.map { Self.text($0.code) } ?? Self.none] }
        if name == Array("status".utf8) { return [Self.text(record.status.name)] }
        if name == Array("profile".utf8) { return [record.profile.isEmpty ? Self.none : Self.text(record.profile)] }
        if name == Array("point".utf8) { return [point.map { Self.text($0) } ?? Self.none] }
        if name == Array("form".utf8) { return [Self.text(record.form)] }
        guard let facet = facets?.member(name) else { return [Self.none] }
        guard facet.kind == .array else { return [Self.json(facet)] }
        var values: [[UInt8]] = []
        for element in facet.elements.prefix(Self.most) {
            let value = Self.json(element)
            if !values.contains(value) { values.append(value) }
        }
        return values.isEmpty ? [Self.none] : values
    }

    /// A value as JSON that is the same however it was written.
    private static func json(_ value: JSONValue) -> [UInt8] {
        guard let text = value.text else { return value.json }
        return Self.text(text)
    }

    /// A string as JSON.
    private static func text(_ text: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.text(text)
        return writer.bytes
    }

    /// A string as JSON.
    private static func text(_ text: StaticString) -> [UInt8] {
        var writer = JSONWriter()
        writer.text(text)
        return writer.bytes
    }
}
