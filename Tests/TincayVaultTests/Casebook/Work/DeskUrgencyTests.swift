import Foundation
import Testing

@testable import TincayVault

/// Making a case more urgent, which one person may, and less urgent, which takes two.
struct DeskUrgencyTests {
    /// The urgency of the only case.
    private func urgency(_ office: TestOffice, _ desk: Desk) throws -> String? {
        try office.cases(desk).first?["urgency"] as? String
    }

    @Test func onePersonRaisesACase() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x", "worried": "Y"}"#, form: TestForms.triaging(), at: desk)
        try office.record(id, #"{"type": "urgency", "urgency": "U1", "reason": "CANARY he came back"}"#, at: desk)
        #expect(try urgency(office, desk) == "U1")
        let entry = try #require(try office.history(id, at: desk).first { $0["type"] as? String == "urgency" })
        #expect(entry["stage"] as? String == "raised")
        #expect(entry["reason"] as? String == "CANARY he came back")
        desk.close()
        #expect(try urgency(office, office.open()) == "U1")
    }

    @Test func aReasonHasToBeGiven() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let id = try office.file(#"{"told": "x", "worried": "Y"}"#, form: TestForms.triaging(), at: desk)
        for event in [#"{"type": "urgency", "urgency": "U1"}"#, #"{"type": "urgency", "urgency": "U4", "reason": ""}"#]
        {
            #expect(throws: VaultError.invalidInput) { try office.record(id, event, at: desk) }
        }
        #expect(throws: VaultError.notAllowed) {
            try office.record(id, #"{"type": "urgency", "urgency": "U3", "reason": "as it is"}"#, at: desk)
        }
    }

    @Test func lowerIsAProposalUntilAnotherPersonAgrees() throws {
        let office = try TestOffice()
        var desk = try office.deskOfTwo()
        let id = try office.file(#"{"told": "x", "danger": "Y"}"#, form: TestForms.triaging(), at: desk)
        for lower in ["U4", "U0", "U3"] {
            try office.record(id, #"{"type": "urgency", "urgency": "\#(lower)", "reason": "calm"}"#, at: desk)
        }
        let number = office.last(desk)
        #expect(try urgency(office, desk) == "U1")
        // Everybody sees what is proposed, and by whom.
        let proposals = try #require(try office.due(desk)["proposals"] as? [[String: Any]])
        #expect(proposals.map { $0["proposed"] as? String } == ["U3"])
        #expect(proposals.first?["person"] as? String == TestOffice.person)
        #expect((try office.work(id, at: desk)["proposal"] as? [String: Any])?["number"] as? Int64 == number)
        // Nobody confirms his own, nor a proposal that another has replaced.
        let confirm = #"{"type": "urgency", "confirm": \#(number)}"#
        #expect(throws: VaultError.samePerson) { try office.record(id, confirm, at: desk) }
        desk = try office.handOver(desk, to: TestOffice.colleague)
        #expect(throws: VaultError.notFound) {
            try office.record(id, #"{"type": "urgency", "confirm": \#(number - 1)}"#, at: desk)
        }
        #expect(try urgency(office, desk) == "U1")
        try office.record(id, confirm, at: desk)
        #expect(try urgency(office, desk) == "U3")
        #expect(throws: VaultError.notFound) { try office.record(id, confirm, at: desk) }
        #expect((try office.due(desk)["proposals"] as? [Any])?.isEmpty == true)
        desk = try office.handOver(desk, to: TestOffice.person)
        #expect(try urgency(office, desk) == "U3")
    }

    @Test func aProposalEndsWhenItIsWithdrawnOrTheCaseIsRaised() throws {
        let office = try TestOffice()
        var desk = try office.deskOfTwo()
        let id = try office.file(#"{"told": "x", "worried": "Y"}"#, form: TestForms.triaging(), at: desk)
        for end in [
            #"{"type": "urgency", "withdraw": NUMBER}"#, #"{"type": "urgency", "urgency": "U2", "reason": "r"}"#,
        ] {
            try office.record(id, #"{"type": "urgency", "urgency": "U5", "reason": "calm"}"#, at: desk)
            let number = office.last(desk)
            try office.record(id, end.replacingOccurrences(of: "NUMBER", with: "\(number)"), at: desk)
            desk = try office.handOver(desk, to: TestOffice.colleague)
            #expect(throws: VaultError.notFound) {
                try office.record(id, #"{"type": "urgency", "confirm": \#(number)}"#, at: desk)
            }
            desk = try office.handOver(desk, to: TestOffice.person)
        }
        #expect(try urgency(office, desk) == "U2")
    }
}
