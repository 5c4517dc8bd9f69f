import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Sections that several desks open together.
@Suite struct DeskSharingTests {
    /// An office with desks that got one report together.
    private struct Meeting {
        let office: TestOffice
        let desks: [Desk]
        let id: String

        /// Makes the desks and sends the report, of which this many open the identity.
        init(desks count: Int = 3, need: Int = 2, sections: Set<SectionName>? = nil) throws {
            office = try TestOffice()
            let office = office
            desks = try (0..<count).map {
                try office.create("desk \($0)")
                return try office.open("desk \($0)")
            }
            let envelope = try Self.envelope(from: office, to: desks, need: need, last: sections)
            for desk in desks { try office.collect([envelope], at: desk) }
            id = String(decoding: Envelope.identifier(of: envelope)?.hexadecimal ?? [], as: UTF8.self)
        }

        /// A report with an identity; the last desk may read only some sections.
        static func envelope(
            from office: TestOffice, to desks: [Desk], need: Int, last sections: Set<SectionName>? = nil
        ) throws -> [UInt8] {
            let form = try TestForms.triaging()
            let answers = Array(#"{"told": "x", "child": "Bé", "danger": "Y"}"#.utf8)
            let checked = try form.check(answers, language: nil, at: office.clock.clock.now())
            let head = ReportHead(checked, form: form, language: nil, received: office.clock.clock.now()).json
            let report = Report(head: head, sections: checked.sections, formHash: Hash.digest(form.source))
            let readers = try desks.enumerated().map { place, desk in
                try Reader(
                    recipient: office.recipient(desk), sections: place == desks.count - 1 ? sections : nil)
            }
            return try Envelope.seal(
                report, id: ReportID(), to: readers, shared: [Sharing(sections: [.identity], need: need)],
                ephemeral: AgreementKeyPair(), size: TestOffice.slotSize)
        }

        /// Has one desk give its shares to another.
        func share(_ from: Int, to: Int, of id: String? = nil) throws -> [UInt8] {
            try desks[to].card().withUnsafeBytes {
                try unsafe desks[from].share(Array((id ?? self.id).utf8), with: $0)
            }
        }

        /// Has a desk take shares in.
        func combine(_ share: [UInt8], at desk: Int) throws {
            try share.withUnsafeBytes { try unsafe desks[desk].combine($0) }
        }

        /// The identity that a desk reads, and what it finds closed, as "section need have".
        func identity(at desk: Int) throws -> (child: String?, closed: [String]) {
            let report = try office.read(id, at: desks[desk])
            let sections = report["sections"] as? [String: [String: String]]
            let closed = (report["closed"] as? [[String: Any]] ?? []).map {
                "\($0["section"] ?? "") \($0["need"] ?? "") \($0["have"] ?? "")"
            }
            return (sections?["identity"]?["child"], closed)
        }
    }

    @Test func aReportWithClosedSectionsIsFiledAsThePointTriagedIt() throws {
        let meeting = try Meeting()
        try meeting.desks[1].keep(TestForms.triaging())
        let envelope = try Meeting.envelope(from: meeting.office, to: meeting.desks, need: 2)
        try meeting.office.collect([envelope], at: meeting.desks[1])
        for item in try meeting.office.cases(meeting.desks[1]) { #expect(item["urgency"] as? String == "U1") }
        let history = try meeting.office.history(meeting.id, at: meeting.desks[1])
        #expect(history.first?["check"] as? String == "partial")
        let (child, closed) = try meeting.identity(at: 1)
        #expect(child == nil)
        #expect(closed == ["identity 2 1"])
    }

    @Test func twoDesksOpenWhatNeitherOpensAlone() throws {
        let meeting = try Meeting()
        let share = try meeting.share(0, to: 1)
        #expect(share.count == ReportShare.size)
        try meeting.combine(share, at: 1)
        let (child, closed) = try meeting.identity(at: 1)
        #expect(child == "Bé")
        #expect(closed.isEmpty)
        #expect(try meeting.identity(at: 0).child == nil)
        // The one that has opened it still has its own share to give.
        try meeting.combine(meeting.share(1, to: 2), at: 2)
        #expect(try meeting.identity(at: 2).child == "Bé")
        for desk in meeting.desks { #expect(try meeting.office.verify(desk)["ok"] as? Bool == true) }
    }

    @Test func givingAndTakingAreInTheLedgerAndStayThere() throws {
        let meeting = try Meeting()
        try meeting.combine(meeting.share(0, to: 1), at: 1)
        let given = try #require(try meeting.office.history(meeting.id, at: meeting.desks[0]).dropFirst().first)
        #expect(given["type"] as? String == "shared")
        #expect(given["name"] as? String == "Bàn tư vấn")
        #expect(given["person"] as? String == TestOffice.person)
        let taken = try #require(try meeting.office.history(meeting.id, at: meeting.desks[1]).dropFirst().first)
        #expect(taken["type"] as? String == "combined")
        #expect(taken["fits"] as? Bool == true)
        #expect(
            taken["desk"] as? String
                == String(decoding: Hexadecimal.text(meeting.desks[0].header.deskID), as: UTF8.self))
        meeting.desks[1].close()
        let again = try meeting.office.open("desk 1")
        #expect(try meeting.office.history(meeting.id, at: again).count == 4)
        let sections = try meeting.office.read(meeting.id, at: again)["sections"] as? [String: [String: String]]
        #expect(sections?["identity"]?["child"] == "Bé")
    }

    @Test func takingInTheSameSharesAgainChangesNothing() throws {
        let meeting = try Meeting(need: 3)
        let share = try meeting.share(0, to: 1)
        try meeting.combine(share, at: 1)
        let entries = meeting.desks[1].chain.number
        try meeting.combine(share, at: 1)
        try meeting.combine(meeting.share(0, to: 1), at: 1)
        #expect(meeting.desks[1].chain.number == entries)
        #expect(try meeting.identity(at: 1).closed == ["identity 3 2"])
        try meeting.combine(meeting.share(2, to: 1), at: 1)
        #expect(try meeting.identity(at: 1).child == "Bé")
        let opened = meeting.desks[1].chain.number
        try meeting.combine(share, at: 1)
        #expect(meeting.desks[1].chain.number == opened)
    }

    @Test func aDeskWithoutAShareNeedsThoseOfTheOthers() throws {
        let meeting = try Meeting(sections: [.facts])
        #expect(throws: VaultError.notFound) { try meeting.share(2, to: 0) }
        #expect(try meeting.identity(at: 2).closed == ["identity 2 0"])
        try meeting.combine(meeting.share(0, to: 2), at: 2)
        #expect(try meeting.identity(at: 2).closed == ["identity 2 1"])
        try meeting.combine(meeting.share(1, to: 2), at: 2)
        #expect(try meeting.identity(at: 2).child == "Bé")
        // What others gave is not this desk's to give on.
        #expect(throws: VaultError.notFound) { try meeting.share(2, to: 0) }
    }

    @Test func givingIsInTheLedgerBeforeTheSharesAreUnsealed() throws {
        let meeting = try Meeting(sections: [.facts])
        let entries = meeting.desks[2].chain.number
        #expect(throws: VaultError.notFound) { try meeting.share(2, to: 0) }
        #expect(meeting.desks[2].chain.number == entries + 1)
        #expect(throws: VaultError.invalidInput) { try meeting.share(0, to: 0) }
        #expect(throws: VaultError.notFound) {
            try meeting.share(0, to: 1, of: String(repeating: "0", count: 32))
        }
    }

    @Test func foreignForgedAndChangedSharesAreRefused() throws {
        let meeting = try Meeting()
        let share = try meeting.share(0, to: 1)
        let entries = meeting.desks[1].chain.number
        #expect(throws: VaultError.wrongKey) { try meeting.combine(share, at: 2) }
        #expect(throws: VaultError.wrongKey) { try meeting.combine(share, at: 0) }
        for count in [0, 1, ReportShare.size - 1] {
            #expect(throws: VaultError.badFormat) { try meeting.combine(Array(share.prefix(count)), at: 1) }
        }
        #expect(throws: VaultError.badFormat) { try meeting.combine(share + [0], at: 1) }
        for place in 0..<share.count {
            var changed = share
            changed[place] ^= 1 << UInt8(place % 8)
            #expect(throws: VaultError.self) { try meeting.combine(changed, at: 1) }
        }
        // Of a report that this desk does not have.
        let other = try Meeting.envelope(from: meeting.office, to: meeting.desks, need: 2)
        try meeting.office.collect([other], at: meeting.desks[0])
        let id = String(decoding: try #require(Envelope.identifier(of: other)).hexadecimal, as: UTF8.self)
        #expect(throws: VaultError.notFound) { try meeting.combine(meeting.share(0, to: 1, of: id), at: 1) }
        #expect(meeting.desks[1].chain.number == entries)
        #expect(try meeting.identity(at: 1).child == nil)
    }

    @Test func aShareIsForItsAddresseeAndItsContentAlone() throws {
        let meeting = try Meeting()
        let own = try #require(ReportID(hexadecimal: Array(meeting.id.utf8)))
        let hash = try #require(meeting.desks[1].caseload.known[own]?.bodyHash)
        let share = try SectionGrant(
            section: .identity, share: SecretShare(place: 9, bytes: SecretBytes(randomCount: 32)))
        let key = try SigningKeyPair()
        let mine = try meeting.office.recipient(meeting.desks[1])
        let misdirected = Recipient(
            deskID: meeting.desks[0].header.deskID, sealKey: mine.sealKey, signKey: mine.signKey, name: [])
        let sealed = try ReportShare.seal([share], of: own, bodyHash: hash, from: key, to: misdirected)
        #expect(throws: VaultError.wrongKey) { try meeting.combine(sealed, at: 1) }
        let elsewhere = try ReportShare.seal(
            [share], of: own, bodyHash: [UInt8](repeating: 1, count: 32), from: key, to: mine)
        #expect(throws: VaultError.tampered) { try meeting.combine(elsewhere, at: 1) }
        let whole = SectionGrant(section: .facts, share: share.share)
        let unshared = try ReportShare.seal([whole], of: own, bodyHash: hash, from: key, to: mine)
        #expect(throws: VaultError.tampered) { try meeting.combine(unshared, at: 1) }
    }

    @Test(arguments: [2, 3]) func aWrongShareIsFoundOutAndStandsInNobodysWay(need: Int) throws {
        let meeting = try Meeting(need: need)
        let own = try #require(ReportID(hexadecimal: Array(meeting.id.utf8)))
        let hash = try #require(meeting.desks[1].caseload.known[own]?.bodyHash)
        let wrong = try SectionGrant(
            section: .identity, share: SecretShare(place: 9, bytes: SecretBytes(randomCount: 32)))
        let sealed = try ReportShare.seal(
            [wrong], of: own, bodyHash: hash, from: SigningKeyPair(),
            to: meeting.office.recipient(meeting.desks[1]))
        if need == 2 {
            #expect(throws: VaultError.tampered) { try meeting.combine(sealed, at: 1) }
        } else {
            try meeting.combine(sealed, at: 1)
            #expect(throws: VaultError.tampered) { try meeting.combine(meeting.share(0, to: 1), at: 1) }
        }
        #expect(try meeting.identity(at: 1).closed == ["identity \(need) 1"])
        let last = try #require(
            try meeting.office.history(meeting.id, at: meeting.desks[1]).last { $0["type"] as? String == "combined" })
        #expect(last["fits"] as? Bool == false)
        try meeting.combine(meeting.share(0, to: 1), at: 1)
        if need == 3 { try meeting.combine(meeting.share(2, to: 1), at: 1) }
        #expect(try meeting.identity(at: 1).child == "Bé")
    }

    @Test func aRowOfKeysNeverChangesItsLengthAndIsShreddedWhole() throws {
        let meeting = try Meeting()
        let desk = meeting.desks[1]
        let own = try #require(ReportID(hexadecimal: Array(meeting.id.utf8)))
        let number = try #require(desk.caseload.known[own]).number
        let before = try #require(try desk.store.key(number))
        try meeting.combine(meeting.share(0, to: 1), at: 1)
        let row = try #require(try desk.store.key(number))
        #expect(row.count == before.count)
        #expect(row.count == CaseKeys.size + 3 * SectionGrant.size)
        let share = try meeting.share(0, to: 1)
        try desk.shred(Array(meeting.id.utf8), reason: Array("x".utf8))
        #expect(try desk.store.key(number) == [UInt8](repeating: 0, count: row.count))
        #expect(throws: VaultError.notFound) { try meeting.combine(share, at: 1) }
        #expect(throws: VaultError.notFound) { try meeting.share(1, to: 0) }
        desk.close()
        let bytes = meeting.office.bytes("desk 1")
        for start in stride(from: 0, to: row.count - 24, by: 24) {
            #expect(Data(bytes).range(of: Data(row[start..<start + 24])) == nil)
            #expect(Data(bytes).range(of: Data(before[start..<start + 24])) == nil)
        }
    }
}
