import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Whose referrals are taken in, and what becomes of those that nobody made.
@Suite struct DeskReferralTrustTests {
    /// Two desks that take notices of an authority.
    private struct District {
        let network: TestNetwork
        let authority = try? TestAuthority()

        /// Makes the desks.
        init() throws {
            network = try TestNetwork(desks: 2, areKnown: false, authority: authority?.cards)
        }

        /// Has the second desk take in a directory with these desks.
        func post(_ number: Int, _ desks: [Int], revoked: [Int] = []) throws {
            let cards = try desks.map { String(decoding: try network.desks[$0].card(), as: UTF8.self) }
            let numbers = revoked.map {
                "\"\(String(decoding: Hexadecimal.text(network.desks[$0].header.deskID), as: UTF8.self))\""
            }
            let more = #","revoked":{"desks":[\#(numbers.joined(separator: ","))]}"#
            let notice = try #require(try authority?.directory(number, cards, more: more))
            try notice.withUnsafeBytes { try unsafe network.desks[1].post($0) }
        }
    }

    @Test func aDeskOfTheDirectoryNeedNotBeAccepted() throws {
        let district = try District()
        let (id, bundle) = try district.network.refer(district.network.request(to: 1))
        try district.network.collect(bundle, at: 1)
        #expect(try district.network.office.cases(district.network.desks[1]).isEmpty)
        try district.post(1, [0, 1])
        try district.network.collect(bundle, at: 1)
        _ = try district.network.office.read(id, at: district.network.desks[1])
    }

    @Test func aCardThatTravelsTakesThePlaceOfNoneThatPeopleGave() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        let (_, late) = try network.refer(network.request(to: 1, more: ""))
        // Somebody leaves, so that the first desk has another card, which the second is given.
        let first = network.desks[0]
        try network.office.add("leaver", #"["reports"]"#, at: first)
        try first.removePerson(Array("leaver".utf8))
        try network.know(0, at: 1)
        let keys = try first.unlocked().ring.sealKey
        #expect(try network.desks[1].correspondent(first.header.deskID)?.sealKey == keys)
        try network.collect(late, at: 1)
        #expect(try network.desks[1].correspondent(first.header.deskID)?.sealKey == keys)
        try network.reopen(1)
        #expect(try network.desks[1].correspondent(first.header.deskID)?.sealKey == keys)
        try network.collect(network.answer(id, "ACCEPTED"), at: 0)
        #expect(try network.state(at: 0) == "ACCEPTED")
    }

    @Test func aDeskIsWrittenToWithTheCardOfTheDirectory() throws {
        let district = try District()
        let network = district.network
        try district.post(1, [0, 1])
        let (_, late) = try network.refer(network.request(to: 1, more: ""))
        let first = network.desks[0]
        try network.office.add("leaver", #"["reports"]"#, at: first)
        try first.removePerson(Array("leaver".utf8))
        try district.post(2, [0, 1])
        try network.collect(late, at: 1)
        #expect(
            try network.desks[1].correspondent(first.header.deskID)?.sealKey == first.unlocked().ring.sealKey)
    }

    @Test func aRevokedDeskIsNotBelievedAndIsGivenNothing() throws {
        let district = try District()
        let network = district.network
        try network.know(0, at: 1)
        let (id, receipt) = try network.referred()
        let (_, bundle) = try network.refer(network.request(to: 1, more: ""))
        try network.collect(receipt, at: 0)
        let answer = try network.collect(network.answer(id, "ACCEPTED"), at: 0)
        try district.post(1, [1], revoked: [0])
        #expect(throws: VaultError.revoked) { try network.collect(bundle, at: 1) }
        #expect(throws: VaultError.revoked) { try network.collect(answer, at: 1) }
        #expect(throws: VaultError.revoked) { try network.answer(id, "DONE") }
        #expect(throws: VaultError.revoked) { try network.know(0, at: 1) }
        #expect(throws: VaultError.revoked) { try network.refer(network.request(to: 0), from: 1, report: id) }
        // What came before stays.
        _ = try network.office.read(id, at: network.desks[1])
        #expect(throws: VaultError.invalidInput) { try district.post(2, [0, 1], revoked: [0]) }
    }

    @Test func aCardThatItsDeskDidNotSignIsRefused() throws {
        let network = try TestNetwork(desks: 2)
        let card = try network.desks[1].card()
        for place in stride(from: 0, to: card.count, by: 3) {
            var changed = card
            changed[place] ^= 1
            do { try changed.withUnsafeBytes { try unsafe network.desks[0].know($0) } } catch {
                #expect(error is VaultError)
            }
        }
        // Whatever was taken is what the desk signed.
        let known = network.desks[0].caseload.referrals.desks.values.map(\.recipient)
        #expect(try known.allSatisfy { try $0 == network.office.recipient(network.desks[1]) })
    }

    @Test func threeDesksReferInACircle() throws {
        let network = try TestNetwork()
        for (desk, other) in [(0, 1), (0, 2), (1, 2)] { try network.know(other, at: desk) }
        var report = network.report
        for (desk, next) in [(0, 1), (1, 2), (2, 0)] {
            let (id, bundle) = try network.refer(network.request(to: next), from: desk, report: report)
            for other in 0...2 where other != next {
                #expect(throws: VaultError.wrongKey) { try network.collect(bundle, at: other) }
            }
            try network.collect(network.collect(bundle, at: next), at: desk)
            report = id
        }
        for desk in 0...2 {
            let referrals = try network.referrals(at: desk)
            #expect(referrals.compactMap { $0["state"] as? String } == ["RECEIVED", "RECEIVED"])
            #expect(try network.office.verify(network.desks[desk])["ok"] as? Bool == true)
        }
        #expect(try network.office.cases(network.desks[0]).count == 2)
        // Answers go each their own way.
        let last = try network.office.cases(network.desks[0]).compactMap { $0["id"] as? String }
        let id = try #require(last.first { $0 != network.report })
        try network.collect(network.answer(id, "DONE", at: 0), at: 2)
        #expect(try network.referrals(at: 2, #"{"direction": "out"}"#).first?["state"] as? String == "DONE")
        #expect(try network.referrals(at: 1, #"{"direction": "out"}"#).first?["state"] as? String == "RECEIVED")
    }

    @Test func anItemThatWasChangedIsSetAsideAndHoldsUpNothing() throws {
        let network = try TestNetwork(desks: 2)
        let (id, bundle) = try network.refer(network.request(to: 1))
        let item = try #require(try network.items(of: bundle, at: 1).first)
        for place in stride(from: 0, to: item.count, by: 2003) {
            var changed = item
            changed[place] ^= 1 << UInt8(place % 8)
            try network.collect(network.bundle(items: [changed], from: 0, to: 1), at: 1)
            #expect(try network.office.cases(network.desks[1]).isEmpty)
        }
        try network.collect(network.bundle(items: [item], from: 0, to: 1), at: 1)
        _ = try network.office.read(id, at: network.desks[1])
    }

    @Test func aDeskThatWasPutBackFindsOutFromAnother() throws {
        let network = try TestNetwork(desks: 2)
        let (id, receipt) = try network.referred()
        try network.collect(receipt, at: 0)
        network.desks[1].close()
        let names = ["desk 1", "desk 1-wal"]
        let before = names.map { network.office.bytes($0) }
        try network.reopen(1)
        try network.collect(network.collect(network.desks[0].resend(Array(id.utf8)), at: 1), at: 0)
        network.desks[1].close()
        for (name, bytes) in zip(names, before) { network.office.write(bytes, to: name) }
        try network.reopen(1)
        #expect(try network.office.verify(network.desks[1])["ok"] as? Bool == true)
        try network.collect(network.desks[0].resend(Array(id.utf8)), at: 1)
        #expect(throws: Never.self) { try network.office.verify(network.desks[1]) }
        #expect(try network.office.verify(network.desks[1])["rolled_back"] as? Bool == true)
    }

    @Test func aCoverIsOnlyBroughtByTheDeskThatSignedIt() throws {
        let network = try TestNetwork()
        let (_, bundle) = try network.refer(network.request(to: 1))
        try network.collect(network.bundle(items: network.items(of: bundle, at: 1), from: 2, to: 1), at: 1)
        #expect(try network.office.cases(network.desks[1]).isEmpty)
        #expect(try network.referrals(at: 1).isEmpty)
    }

    @Test func aTrustedDeskWithAHostileCoverIsRefused() throws {
        let network = try TestNetwork(desks: 2)
        for member in [
            #""version": 2"#, #""version": "1""#, #""to": "00112233445566778899aabbccddeeff""#, #""to": 1"#,
            #""sent": -1"#,
            #""sent": 1e400"#, #""from": {}"#, #""from": []"#, #""terms": {}"#,
            #""terms": \#(Self.terms(sections: #"["facts", "identity"]"#))"#,
            #""terms": \#(Self.terms(purpose: "x y"))"#,
            #""terms": \#(Self.terms(expires: "9999-99-99"))"#, #""terms": \#(Self.terms(basis: "CONSENT"))"#,
            #""head": 1"#, #""more": 1"#,
        ] {
            #expect(try hostile(member, at: network) == nil)
        }
        #expect(try network.office.verify(network.desks[1])["ok"] as? Bool == true)
    }

    @Test func whatIsOnlyStrangeInACoverIsShown() throws {
        let network = try TestNetwork(desks: 2)
        for member in [
            #""head": {}"#,
            #""head": {"facets": 1, "triage": [], "urgency": "U9", "received": "x", "form": [], "due": -1}"#,
            #""sent": 0"#, #""sent": 253402275599999"#,
            #""terms": \#(Self.terms(expires: "9999-12-31"))"#, #""terms": \#(Self.terms(expires: "1970-01-01"))"#,
        ] {
            let id = try #require(try hostile(member, at: network))
            _ = try network.referrals(at: 1)
            do { _ = try network.office.read(id, at: network.desks[1]) } catch {
                #expect(error as? VaultError == .expired)
            }
        }
        _ = try network.office.list(network.desks[1])
        try network.reopen(1)
        #expect(try network.office.verify(network.desks[1])["ok"] as? Bool == true)
    }

    /// The terms of a cover.
    private static func terms(
        sections: String = #"["facts"]"#, purpose: String = "X", basis: String = "X", expires: String = "2026-03-31"
    ) -> String {
        #"{"sections": \#(sections), "purpose": ["\#(purpose)"], "legal_basis": ["\#(basis)"], "#
            + #""expires": "\#(expires)", "override_reason": "x"}"#
    }

    /// Has the second desk collect a report whose cover has other members than a desk would write, signed all the same;
    /// gives the case that it became.
    private func hostile(_ member: String, at network: TestNetwork) throws -> String? {
        let desk = network.desks[0]
        let keys = try desk.unlocked()
        let card = String(decoding: try desk.card(), as: UTF8.self)
        let to = String(decoding: Hexadecimal.text(network.desks[1].header.deskID), as: UTF8.self)
        let terms = Self.terms(expires: "2026-03-31")
        var members = [
            "version": "1", "to": "\"\(to)\"", "sent": "1", "from": card, "terms": terms, "head": #"{"urgency": "U1"}"#,
        ]
        let split = try #require(member.firstIndex(of: ":"))
        let name = member[..<split].replacingOccurrences(of: "\"", with: "")
        members[name] = String(member[member.index(after: split)...])
        let written = members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        let cover = Array("{\(written.joined(separator: ","))}".utf8)
        let sections = [ReportSection(name: .facts, json: Array(#"{"told": "x"}"#.utf8))]
        let id = ReportID()
        let plain = Report(head: [], sections: sections, formHash: [UInt8](repeating: 1, count: 32))
        let trimmed = try JSONDocument(parsing: cover, limits: .any).root.json
        let signature = Hexadecimal.text(keys.signing.sign(ReferralCover.digest(trimmed, plain, id)))
        let head =
            Array(#"{"referral":{"cover":"#.utf8) + trimmed + Array(#","signature":""#.utf8) + signature
            + Array("\"}}".utf8)
        let item = try Envelope.seal(
            Report(head: head, sections: sections, formHash: plain.formHash), id: id,
            to: [network.office.recipient(network.desks[1])], ephemeral: AgreementKeyPair(), size: 16 << 10)
        try network.collect(network.bundle(items: [item], from: 0, to: 1), at: 1)
        return network.desks[1].caseload[id] == nil ? nil : String(decoding: id.hexadecimal, as: UTF8.self)
    }
}
