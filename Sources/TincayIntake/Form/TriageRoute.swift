/// A condition under which a report goes elsewhere: `x-tincay-routes`.
struct TriageRoute: Sendable {
    /// Its name in results.
    let id: [UInt8]
    /// The condition.
    let condition: Int
    /// Who must not get the report, whatever any rule says.
    let removed: [[UInt8]]
    /// Who gets it as well.
    let added: [[UInt8]]
    /// Who gets it when nobody else is left.
    let fallback: [[UInt8]]
    /// The route as the form has it.
    let source: JSONValue

    /// Reads all routes of a form.
    static func all(_ root: JSONValue, _ conditions: inout FormConditions) throws(FormError) -> [TriageRoute] {
        guard let list = root["x-tincay-routes"] else { return [] }
        guard list.kind == .array else { throw .refused(.annotation, at: list) }
        var routes: [TriageRoute] = []
        for element in list.elements { routes.append(try TriageRoute(element, &conditions)) }
        return routes
    }

    /// Reads one route.
    private init(_ source: JSONValue, _ conditions: inout FormConditions) throws(FormError) {
        guard let id = source["id"]?.text, !id.isEmpty, let when = source["when"] else {
            throw .refused(.annotation, at: source)
        }
        self.id = id
        self.source = source
        condition = try conditions.number(of: when)
        removed = try TriageRule.texts(source["remove"])
        added = try TriageRule.texts(source["add"])
        fallback = try TriageRule.texts(source["fallback"])
        try Wording.check(source["x-tincay-i18n"])
    }

    /// The destinations after all routes that are taken; who was removed by one never comes back by another.
    static func destinations(_ destinations: [[UInt8]], _ routes: [TriageRoute]) -> [[UInt8]] {
        let removed = routes.flatMap { $0.removed }
        var all: [[UInt8]] = []
        for code in destinations + routes.flatMap({ $0.added }) where !removed.contains(code) && !all.contains(code) {
            all.append(code)
        }
        guard all.isEmpty, !destinations.isEmpty else { return all }
        for code in routes.flatMap({ $0.fallback }) where !removed.contains(code) && !all.contains(code) {
            all.append(code)
        }
        return all
    }
}
