/// A condition under which a report goes elsewhere: `x-tincay-routes`.
struct TriageRoute: Sendable {
    /// The most routes of a form.
    private static let most = 500

    /// Its name in results.
    let id: [UInt8]
    /// The condition.
    let condition: Int
    /// Who must not get the report, whatever any rule says, as the numbers of codes.
    let removed: [Int]
    /// Who gets it as well.
    let added: [Int]
    /// Who gets it when nobody else is left.
    let fallback: [Int]
    /// The route as the form has it.
    let source: JSONValue

    /// Reads all routes of a form.
    static func all(
        _ root: JSONValue, _ conditions: inout FormConditions, _ codes: inout TriageCodes
    ) throws(FormError) -> [TriageRoute] {
        guard let list = root["x-tincay-routes"] else { return [] }
        guard list.kind == .array else { throw .refused(.annotation, at: list) }
        guard list.count <= most else { throw .refused(.tooLarge, at: list) }
        var routes: [TriageRoute] = []
        var ids: Set<[UInt8]> = []
        for element in list.elements {
            let route = try TriageRoute(element, &conditions, &codes)
            guard ids.insert(route.id).inserted else { throw .refused(.annotation, at: element) }
            routes.append(route)
        }
        return routes
    }

    /// Reads one route.
    @_optimize(size) private init(
        _ source: JSONValue, _ conditions: inout FormConditions, _ codes: inout TriageCodes
    ) throws(FormError) {
        guard let id = source["id"]?.text, !id.isEmpty, let when = source["when"] else {
            throw .refused(.annotation, at: source)
        }
        self.id = id
        self.source = source
        condition = try conditions.number(of: when)
        removed = try codes.numbers(source["remove"])
        added = try codes.numbers(source["add"])
        fallback = try codes.numbers(source["fallback"])
        try Wording.check(source["x-tincay-i18n"])
        // A route that does nothing, or takes out whom it adds, is a mistake.
        guard !(removed.isEmpty && added.isEmpty), !added.contains(where: { removed.contains($0) }) else {
            throw .refused(.annotation, at: source)
        }
    }
}
