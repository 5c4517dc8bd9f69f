/// A condition under which a report goes elsewhere: `x-tincay-routes`.
struct TriageRoute: Sendable {
    /// The most routes of a form.
    private static let most = 500

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
        guard list.count <= most else { throw .refused(.tooLarge, at: list) }
        var routes: [TriageRoute] = []
        var ids: Set<[UInt8]> = []
        for element in list.elements {
            let route = try TriageRoute(element, &conditions)
            guard ids.insert(route.id).inserted else { throw .refused(.annotation, at: element) }
            routes.append(route)
        }
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
        // A route that does nothing, or takes out whom it adds, is a mistake.
        guard !(removed.isEmpty && added.isEmpty), !added.contains(where: { removed.contains($0) }) else {
            throw .refused(.annotation, at: source)
        }
    }

    /// The destinations after all routes that are taken; who was removed by one never comes back by another.
    static func destinations(_ destinations: [[UInt8]], _ routes: [TriageRoute]) -> [[UInt8]] {
        // Whoever is in here is not taken again: removed for good, or there already.
        var closed = Set(routes.flatMap { $0.removed })
        let all = (destinations + routes.flatMap { $0.added }).filter { closed.insert($0).inserted }
        guard all.isEmpty, !destinations.isEmpty else { return all }
        return routes.flatMap { $0.fallback }.filter { closed.insert($0).inserted }
    }
}
