import Testing

@testable import TincayVault

/// Who gets a report, over every combination of what routes and a child may say about four desks.
@Suite struct RoutingTests {
    /// The commune, the point's own staff, who stand for two destinations, the police, and the province elsewhere.
    private static let desks = [
        desk(1, ["COMMUNE"]), desk(2, ["STAFF", "CENTRE"]), desk(3, ["POLICE"]), desk(4, ["PROVINCE"], offsite: true),
    ]
    /// Every code that a route may name.
    private static let codes = ["COMMUNE", "STAFF", "CENTRE", "POLICE", "PROVINCE"].map { Array($0.utf8) }

    /// A desk that only its number tells from others.
    private static func desk(_ number: UInt8, _ destinations: [String], offsite: Bool = false) -> DirectoryDesk {
        DirectoryDesk(
            recipient: Recipient(deskID: [number], sealKey: [], signKey: [], name: []),
            destinations: destinations.map { Array($0.utf8) }, isOffsite: offsite)
    }

    /// The numbers of the desks that get a report.
    private func readers(
        _ desks: [DirectoryDesk] = Self.desks, remove: [String] = [], add: [String] = [], exclude: [UInt8] = []
    ) -> [UInt8] {
        Routing(
            removed: remove.map { Array($0.utf8) }, added: add.map { Array($0.utf8) }, excluded: exclude.map { [$0] }
        ).readers(of: desks).flatMap(\.recipient.deskID)
    }

    @Test func withoutARouteEverybodyHereReadsAndNobodyElsewhere() {
        #expect(readers() == [1, 2, 3])
        #expect(readers(remove: ["FAMILY"], add: ["111"]) == [1, 2, 3])
    }

    @Test func aRouteTakesOutADeskByAnyOfItsDestinations() {
        #expect(readers(remove: ["STAFF"]) == [1, 3])
        #expect(readers(remove: ["CENTRE"]) == [1, 3])
        #expect(readers(remove: ["STAFF"], add: ["CENTRE"]) == [1, 2, 3])
    }

    @Test func aRouteSendsToADeskElsewhere() {
        #expect(readers(remove: ["STAFF"], add: ["PROVINCE"]) == [1, 3, 4])
        #expect(readers(remove: ["PROVINCE"], add: ["PROVINCE"], exclude: [4]) == [1, 2, 3])
    }

    @Test func whereFewerThanTwoAreLeftTheDeskElsewhereComesIn() {
        #expect(readers(remove: ["STAFF", "POLICE"]) == [1, 4])
        #expect(readers(exclude: [1, 2]) == [3, 4])
        #expect(readers(exclude: [1, 2, 3]) == [4])
        #expect(readers(exclude: [1, 2, 3, 4]) == [])
        #expect(readers(remove: ["STAFF", "POLICE", "PROVINCE"]) == [1])
    }

    @Test func aPointWithOneDeskHasOneReaderAsLongAsNobodyIsTakenOut() {
        let two = [Self.desks[0], Self.desks[3]]
        #expect(readers(two) == [1])
        #expect(readers(two, exclude: [4]) == [1])
        #expect(readers(two, exclude: [1]) == [4])
    }

    @Test func whateverIsSaidTheRuleHolds() {
        let all = 1 << Self.codes.count
        for removed in 0..<all {
            for added in 0..<all {
                for excluded in 0..<16 {
                    let routing = Routing(
                        removed: Self.codes.indices.filter { removed & 1 << $0 != 0 }.map { Self.codes[$0] },
                        added: Self.codes.indices.filter { added & ~removed & 1 << $0 != 0 }.map { Self.codes[$0] },
                        excluded: (0..<4).filter { excluded & 1 << $0 != 0 }.map { [UInt8($0 + 1)] })
                    expectTheRule(routing)
                }
            }
        }
    }

    /// Expects of one combination what must hold of all.
    private func expectTheRule(_ routing: Routing) {
        let readers = routing.readers(of: Self.desks)
        let isOut: (DirectoryDesk) -> Bool = { desk in
            routing.excluded.contains(desk.recipient.deskID)
                || desk.destinations.contains { routing.removed.contains($0) }
                    && !desk.destinations.contains { routing.added.contains($0) }
        }
        var thinned = false
        for desk in Self.desks {
            let reads = readers.contains(desk)
            if isOut(desk) {
                // Who was taken out never reads, whatever else is said.
                if reads { Issue.record("\(desk) reads after \(routing)") }
                thinned = thinned || !desk.isOffsite
            } else if !desk.isOffsite, !reads {
                Issue.record("\(desk) was left out by \(routing)")
            }
        }
        let elsewhere = Self.desks.filter { $0.isOffsite && !isOut($0) }
        let sent = elsewhere.filter { desk in desk.destinations.contains { routing.added.contains($0) } }
        if thinned, readers.count < 2, !elsewhere.allSatisfy({ readers.contains($0) }) {
            Issue.record("fewer than two, and nobody elsewhere, after \(routing)")
        }
        if !sent.allSatisfy({ readers.contains($0) }) { Issue.record("somebody elsewhere was forgotten by \(routing)") }
        if !thinned, readers.contains(where: { $0.isOffsite && !sent.contains($0) }) {
            Issue.record("somebody elsewhere reads without a reason after \(routing)")
        }
    }
}
