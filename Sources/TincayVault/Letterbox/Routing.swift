import TincayIntake

/// Which of a point's desks get a report: what a form's routes and the child say, and nothing else.
struct Routing {
    /// How many readers a report has at least, when there are desks elsewhere to ask.
    private static let enough = 2

    /// The codes of destinations that routes have taken away.
    let removed: [[UInt8]]
    /// The codes of destinations that routes have added.
    let added: [[UInt8]]
    /// The numbers of the desks that the child does not want.
    let excluded: [[UInt8]]

    /// The desks that get the report, in their own order; none when nobody is left.
    ///
    /// Who was excluded gets nothing, whatever else holds. Desks elsewhere come in when a route sends to them, or when
    /// so many were taken out that fewer than two are left, or that nobody may read some section any more.
    func readers(of desks: [DirectoryDesk]) -> [DirectoryDesk] {
        let allowed = desks.filter { isAllowed($0) }
        let isThinned = desks.contains { !$0.isOffsite && !isAllowed($0) }
        let chosen = allowed.filter { !$0.isOffsite || isAdded($0) }
        let isEnough = chosen.count >= Self.enough && DirectoryDesk.areEnough(chosen)
        return isThinned && !isEnough ? allowed : chosen
    }

    /// Whether neither the child nor a route keeps a desk out; a route that adds one of its destinations lets it in.
    private func isAllowed(_ desk: DirectoryDesk) -> Bool {
        guard !excluded.contains(desk.recipient.deskID) else { return false }
        return isAdded(desk) || !desk.destinations.contains { removed.contains($0) }
    }

    /// Whether a route adds one of a desk's destinations.
    private func isAdded(_ desk: DirectoryDesk) -> Bool {
        desk.destinations.contains { added.contains($0) }
    }
}
