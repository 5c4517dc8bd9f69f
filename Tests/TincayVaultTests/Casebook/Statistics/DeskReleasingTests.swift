import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// Publishing tables at a desk.
struct DeskReleasingTests {
    /// The first quarter of 2026, everything that the desk has.
    private static let quarter =
        #""period": {"year": 2026, "quarter": 1}, "unit": {"level": "desk", "children": 50000}"#

    /// A form with the answers that statistics look at.
    private func form() throws -> Form {
        try Form(
            parsing: Array(
                """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:counted",
                 "x-tincay-form": {"id": "counted", "version": "1"}, "type": "object",
                 "properties": {
                   "child_sex": {"enum": ["M", "F", "U"], "x-tincay-facet": true},
                   "concerns": {"type": "array", "items": {"enum": ["V1", "S0", "N2", "O2", "UNK"]},
                     "x-tincay-facet": true}}}
                """.utf8))
    }

    /// A desk with so many reports of each kind, of which the quarter is over for long enough.
    private func office(_ kinds: [(String, Int)]) throws -> (TestOffice, Desk, [String]) {
        let office = try TestOffice()
        office.clock.milliseconds = 1_770_000_000_000
        let desk = try office.desk()
        let form = try form()
        var ids: [String] = []
        for (answers, count) in kinds {
            for _ in 0..<count { ids.append(try office.file(answers, form: form, at: desk)) }
        }
        office.clock.milliseconds = 1_783_000_000_000
        return (office, desk, ids)
    }

    /// Publishes a table.
    private func release(_ office: TestOffice, _ desk: Desk, _ query: String) throws -> [String: Any] {
        try office.object(Array(query.utf8).withUnsafeBytes { try unsafe desk.release($0) })
    }

    /// Boys and girls enough to be told apart.
    private static let many = [
        (#"{"child_sex": "M", "concerns": ["V1"]}"#, 23), (#"{"child_sex": "F", "concerns": ["V1", "O2"]}"#, 27),
        (#"{"child_sex": "U"}"#, 12),
    ]

    @Test func aTableIsEnteredBeforeItIsGivenAndIsTheSameForEver() throws {
        let (office, desk, ids) = try office(Self.many)
        let query = "{\"shape\": \"sex\", \(Self.quarter)}"
        let first = try release(office, desk, query)
        let cells = try #require(first["cells"] as? [[String: Any]])
        #expect(cells.map { $0["sex"] as? String } == ["M", "F", "U", "ALL"])
        #expect(cells.allSatisfy { ($0["value"] as? Int ?? 0) % 5 == 0 })
        #expect(abs((cells[3]["value"] as? Int ?? 0) - 62) < 5)
        // What comes, what changes and what goes does not change what was published.
        for _ in 0..<30 { _ = try office.file(#"{"child_sex": "M"}"#, form: form(), at: desk) }
        try office.record(ids[0], #"{"type": "status", "status": "ASSESSING"}"#, at: desk)
        try desk.shred(Array(ids[1].utf8), reason: Array("asked".utf8))
        #expect(try release(office, desk, query) as NSDictionary == first as NSDictionary)
        desk.close()
        let again = try office.open()
        #expect(try release(office, again, query) as NSDictionary == first as NSDictionary)
        let list = try office.object(again.releases())["releases"] as? [[String: Any]]
        #expect(list?.count == 1)
        #expect(list?.first?["hash"] as? String == first["hash"] as? String)
        #expect(try office.verify(again)["ok"] as? Bool == true)
    }

    @Test func whatComesOrChangesAfterTheFirstTableCountsInNoOtherTableOfTheQuarter() throws {
        let (office, desk, ids) = try office(Self.many)
        let total = try release(office, desk, "{\"shape\": \"total\", \(Self.quarter)}")
        let closing = #"{"type": "status", "status": "CLOSED", "outcome": "UNFOUNDED"}"#
        try office.record(ids[0], #"{"type": "status", "status": "ASSESSING"}"#, at: desk)
        try office.record(ids[0], closing, at: desk)
        try office.record(ids[1], closing, at: desk)
        let late = try office.envelope(
            #"{"child_sex": "M"}"#, form: form(), to: desk, head: #"{"received": 1770000000000}"#)
        try office.collect([late], at: desk)
        let status = try release(office, desk, "{\"shape\": \"status\", \(Self.quarter)}")
        let cells = try #require(status["cells"] as? [[String: Any]])
        #expect(cells.last?["value"] as? Int == (total["cells"] as? [[String: Any]])?.first?["value"] as? Int)
        #expect(cells.first { $0["status"] as? String == "CLOSED" }?["value"] as? Int == 0)
        // The same after everything was read anew.
        desk.close()
        let again = try office.open()
        let urgency = try release(office, again, "{\"shape\": \"urgency\", \(Self.quarter)}")
        #expect(
            (urgency["cells"] as? [[String: Any]])?.last?["value"] as? Int == cells.last?["value"] as? Int)
    }

    @Test func afterAReportWasShreddedNoOtherTableOfItsQuarterIsMade() throws {
        let (office, desk, ids) = try office(Self.many)
        _ = try release(office, desk, "{\"shape\": \"total\", \(Self.quarter)}")
        try desk.shred(Array(ids[0].utf8), reason: Array("asked".utf8))
        for _ in 0..<2 {
            #expect(throws: VaultError.discloses(.torn)) {
                try release(office, desk, "{\"shape\": \"sex\", \(Self.quarter)}")
            }
        }
        desk.close()
        let again = try office.open()
        #expect(throws: VaultError.discloses(.torn)) {
            try release(office, again, "{\"shape\": \"sex\", \(Self.quarter)}")
        }
    }

    @Test func tooEarlyTooSmallAndTooLittleAreRefused() throws {
        let (office, desk, _) = try office(Self.many)
        let place = #""unit": {"level": "commune", "code": "26566"}"#
        for (query, reason) in [
            (#"{"shape": "sex", "period": {"year": 2026}, "unit": {"level": "desk", "children": 50000}}"#, .tooEarly),
            ("{\"shape\": \"sex\", \"lag\": 200, \(Self.quarter)}", .tooEarly),
            (#"{"shape": "sex", "period": {"year": 2026, "quarter": 1}, "unit": {"level": "desk"}}"#, .tooSmall),
            ("{\"shape\": \"total\", \"period\": {\"year\": 2026, \"quarter\": 1}, \(place)}", .tooSmall),
            ("{\"shape\": \"sex\", \"period\": {\"year\": 2025}, \(place)}", .tooSmall),
        ] as [(String, DisclosureRefusal)] {
            #expect(throws: VaultError.discloses(reason), "\(query)") { try release(office, desk, query) }
        }
        #expect(try (office.object(desk.releases())["releases"] as? [Any])?.isEmpty == true)
    }

    @Test(
        arguments: [
            "{}", #"{"shape": "sex"}"#, #"{"shape": "no such", \#(quarter)}"#,
            #"{"shape": "concern_age", \#(quarter)}"#,
            #"{"shape": "sex", "lag": 89, \#(quarter)}"#, #"{"shape": "sex", "indicator": "0101", \#(quarter)}"#,
            #"{"shape": "sex", "period": {"year": 2026, "quarter": 5}, "unit": {"level": "desk"}}"#,
            #"{"shape": "sex", "period": {"year": 2026}, "unit": {"level": "province", "code": "79"}}"#,
            #"{"shape": "sex", "period": {"year": 2026}, "unit": {"level": "commune", "code": "79"}}"#,
        ])
    func questionsThatMakeNoSenseAreRefused(query: String) throws {
        #expect(throws: VaultError.invalidInput) {
            try Array(query.utf8).withUnsafeBytes { _ = try unsafe ReleaseQuery(parsing: $0) }
        }
    }

    @Test func theIndicatorHasItsSourceAndSaysThatNobodyVerifiedIt() throws {
        let (office, desk, _) = try office(
            Self.many + [
                (#"{"child_sex": "F", "concerns": ["N2"]}"#, 40), (#"{"child_sex": "M", "concerns": ["N2"]}"#, 40),
            ])
        let result = try release(office, desk, "{\"indicator\": \"0101\", \"csv\": true, \(Self.quarter)}")
        #expect(result["source"] as? String == "Thông tư 13/2021/TT-BLĐTBXH, 0101")
        #expect(result["verified"] as? Bool == false)
        let tables = try #require(result["tables"] as? [[String: Any]])
        #expect(tables.map { $0["shape"] as? String } == ["0101_sex"])
        let text = try #require(tables.first?["csv"] as? String)
        #expect(text.hasPrefix("year,quarter,unit,abuse,sex,value,reason\r\n2026,1,,V,M,"))
    }

    @Test func nothingInATextIsAFormula() {
        var text = SeparatedText()
        text.row([Array("=1+1".utf8), Array("a,b".utf8), Array("say \"no\"".utf8), Array("-3".utf8), [], [0x0D]])
        #expect(String(decoding: text.bytes, as: UTF8.self) == "'=1+1,\"a,b\",\"say \"\"no\"\"\",'-3,,\"'\r\"\r\n")
    }
}
