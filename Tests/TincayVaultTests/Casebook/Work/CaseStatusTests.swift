import Foundation
import Testing

@testable import TincayVault

/// Where a case may go from where it is.
struct CaseStatusTests {
    /// A code list of the forms' folder.
    private func list(_ name: String) throws -> [[String: Any]] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../../Forms/lists/\(name).json")
        let root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        return root?["oneOf"] as? [[String: Any]] ?? []
    }

    @Test func theTableIsTheListsOwn() throws {
        let list = try list("case-status")
        #expect(list.count == CaseStatus.allCases.count)
        for status in CaseStatus.allCases {
            let choice = try #require(list.first { $0["const"] as? String == "\(status.name)" })
            let facts = choice["x-facts"] as? [String: Any]
            #expect(Set(facts?["next"] as? [String] ?? []) == Set(status.next.map { "\($0.name)" }))
        }
    }

    @Test(arguments: [
        ("outcome", #"{"type": "status", "status": "CLOSED", "outcome": "CODE"}"#),
        ("verification", #"{"type": "verification", "result": "CODE"}"#),
        ("needs", #"{"type": "need", "need": "CODE"}"#),
        ("services", #"{"type": "service", "service": "CODE", "status": "SENT"}"#),
        ("referral-status", #"{"type": "service", "service": "SVC-MED", "status": "CODE"}"#),
    ])
    func everyCodeOfAListIsTakenAndNoOther(name: String, event: String) throws {
        // "UNK" and the like are what people answer, not what a desk finds out.
        let codes = try list(name).compactMap { $0["const"] as? String }.filter { !["UNK", "PNS"].contains($0) }
        #expect(codes.count > 3)
        for code in codes where !(name == "needs" && code == "OTH") {
            let event = Array(event.replacingOccurrences(of: "CODE", with: code).utf8)
            _ = try event.withUnsafeBytes { try unsafe CaseEvent.read($0) }
        }
        let none = Array(event.replacingOccurrences(of: "CODE", with: "NO_SUCH").utf8)
        #expect(throws: VaultError.invalidInput) { try none.withUnsafeBytes { try unsafe CaseEvent.read($0) } }
    }

    @Test func aCaseGoesOnlyWhereTheTableLetsIt() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        func go(_ status: CaseStatus) throws {
            let outcome = status == .closed ? #", "outcome": "SAFE_HOME""# : ""
            try office.record(id, #"{"type": "status", "status": "\#(status.name)"\#(outcome)}"#, at: desk)
        }
        for from in [CaseStatus.open, .assessing, .planApproved, .inSupport, .review, .closed, .reopened, .transferred]
        {
            if from != .open { try go(from) }
            let entries = desk.chain.number
            for to in CaseStatus.allCases where !from.next.contains(to) || to == .duplicate {
                #expect(throws: VaultError.notAllowed) { try go(to) }
            }
            #expect(desk.chain.number == entries)
        }
    }

    @Test func closingSaysWhatCameOfIt() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        for event in [
            #"{"type": "status", "status": "CLOSED"}"#,
            #"{"type": "status", "status": "CLOSED", "outcome": "HAPPY"}"#,
            #"{"type": "status", "status": "ASSESSING", "outcome": "SAFE_HOME"}"#,
        ] {
            #expect(throws: VaultError.invalidInput) { try office.record(id, event, at: desk) }
        }
        try office.record(id, #"{"type": "status", "status": "CLOSED", "outcome": "SAFE_KIN"}"#, at: desk)
        #expect(try office.work(id, at: desk)["outcome"] as? String == "SAFE_KIN")
        #expect(try office.history(id, at: desk)[1]["outcome"] as? String == "SAFE_KIN")
        try office.record(id, #"{"type": "status", "status": "REOPENED"}"#, at: desk)
        #expect(try office.work(id, at: desk)["outcome"] is NSNull)
    }
}
