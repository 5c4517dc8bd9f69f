import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

@Suite struct DeskNoticeTests {
    /// A desk that has pinned an authority.
    private func desk(_ office: TestOffice, _ authority: TestAuthority) throws -> Desk {
        try office.create(
            setup: #"{"name":"Bàn","authority":\#(authority.cards),"kdf":{"memory_mib":64,"passes":2}}"#)
        return try office.open()
    }

    /// Has a desk take in a notice.
    private func post(_ notice: [UInt8], to desk: Desk) throws {
        try notice.withUnsafeBytes { try unsafe desk.post($0) }
    }

    /// Has a desk sign a notice or the body of one.
    private func sign(_ bytes: [UInt8], at desk: Desk) throws -> [UInt8] {
        try bytes.withUnsafeBytes { try unsafe desk.sign($0) }
    }

    /// A directory that revokes the office's point after a bundle.
    private func revoking(_ office: TestOffice, after sequence: Int, _ authority: TestAuthority, number: Int = 1) throws
        -> [UInt8]
    {
        let point = String(decoding: Hexadecimal.text(office.point.id), as: UTF8.self)
        return try authority.directory(
            number, [authority.signers[0].named()],
            more: #","revoked":{"points":[{"point":"\#(point)","after_sequence":\#(sequence)}]}"#)
    }

    @Test func twoDesksSignADirectoryThatOthersThenTake() throws {
        let office = try TestOffice()
        try office.create("one")
        try office.create("two")
        let (one, two) = (try office.open("one"), try office.open("two"))
        let cards =
            "[\(String(decoding: try one.card(), as: UTF8.self)),\(String(decoding: try two.card(), as: UTF8.self))]"
        try office.create(setup: #"{"authority":\#(cards),"kdf":{"memory_mib":64,"passes":2}}"#)
        let desk = try office.open()
        let body = try #require(
            #"{"tincay":"directory","version":1,"number":3,"issued":"2026-03-01","desks":[\#(String(decoding: desk.card(), as: UTF8.self))]}"#
                .data(using: .utf8))
        let half = try sign([UInt8](body), at: one)
        #expect(throws: VaultError.wrongKey) { try post(half, to: desk) }
        #expect(throws: VaultError.wrongKey) { try post(sign(half, at: one), to: desk) }
        let whole = try sign(half, at: two)
        try post(whole, to: desk)
        try post(whole, to: desk)
        #expect(try desk.notices().directory?.title.number == 3)
        #expect(try office.verify(one)["entries"] as? Int == 4)
        #expect(try office.verify(two)["entries"] as? Int == 3)
        #expect(try office.verify(desk)["entries"] as? Int == 3)
    }

    @Test func aDeskSignsNothingThatPointsWouldRefuse() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = #"{"x-tincay-form":{"id":"f"},"x-tincay-i18n":{"vi":{"title":"T"}}}"#
        let hash = String(decoding: Hexadecimal.text(Hash.digest(Array(form.utf8))), as: UTF8.self)
        func pack(_ members: String) -> [UInt8] {
            Array(#"{"tincay":"pack","version":1,"name":"n","number":1,"issued":"2026-03-01",\#(members)}"#.utf8)
        }
        func words(_ hash: String, _ texts: String) -> [UInt8] {
            pack(
                #""form":\#(form),"languages":[{"form":"f","hash":"\#(hash)","language":"km","texts":\#(texts)}]"#)
        }
        _ = try sign(words(hash, #"{"":{"title":"K"}}"#), at: desk)
        for body in [
            words(hash, #"{"":{"hint":"K"}}"#), words(hash, #"{"":{"title":"K"},"/more":{"label":"K"}}"#),
            words(String(repeating: "0", count: 64), #"{"":{"title":"K"}}"#), pack(#""form":{"type":"nothing"}"#),
            pack(#""form":1"#), Array("{}".utf8),
        ] {
            #expect(throws: VaultError.invalidInput) { try sign(body, at: desk) }
        }
        #expect(throws: VaultError.badFormat) { try sign([1, 0], at: desk) }
        #expect(throws: VaultError.invalidJSON(.syntax)) { try sign([], at: desk) }
        #expect(try office.verify(desk)["entries"] as? Int == 3)
    }

    @Test func aBundleOfARevokedPointIsRefusedWithNothingFiled() throws {
        let office = try TestOffice()
        let authority = try TestAuthority()
        let desk = try desk(office, authority)
        let form = try TestForms.plain()
        try office.collect([office.envelope(#"{"told":"before"}"#, form: form, to: desk)], at: desk)
        let late = try office.bundle([office.envelope(#"{"told":"after"}"#, form: form, to: desk)], to: desk)
        try post(revoking(office, after: 1, authority), to: desk)
        let entries = try office.verify(desk)["entries"] as? Int
        #expect(throws: VaultError.revoked) { try office.collect(bundle: late, at: desk) }
        #expect(try office.cases(desk).count == 1)
        #expect(try office.verify(desk)["entries"] as? Int == entries)
        // It is remembered, and a newer directory may say otherwise.
        desk.close()
        let again = try office.open()
        #expect(throws: VaultError.revoked) { try office.collect(bundle: late, at: again) }
        try post(revoking(office, after: 2, authority, number: 2), to: again)
        _ = try office.collect(bundle: late, at: again)
        #expect(try office.cases(again).count == 2)
    }

    @Test func aFormOfAPackIsKeptForReportsToBeCheckedWith() throws {
        let office = try TestOffice()
        let authority = try TestAuthority()
        let desk = try desk(office, authority)
        let form = try TestForms.triaging()
        let source = String(decoding: form.source, as: UTF8.self)
        try post(authority.pack("forms", 1, #""form":\#(source)"#), to: desk)
        try office.collect(
            [office.envelope(#"{"told":"a","danger":"Y"}"#, form: form, to: desk, head: "{}")], at: desk)
        #expect(try office.cases(desk).first?["urgency"] as? String == "U1")
        desk.close()
        let again = try office.open()
        #expect(try again.form(Hash.digest(form.source)) != nil)
        #expect(throws: VaultError.outdated) {
            try post(authority.pack("forms", 1, #""form":{}"#), to: again)
        }
    }

    @Test func aDeskThatHasPinnedNobodyTakesNothing() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        #expect(throws: VaultError.wrongKey) {
            try post(TestAuthority().pack("forms", 1, #""form":{}"#), to: desk)
        }
    }

    @Test func aNoticeThatWasTakenOutOfTheFileIsMissed() throws {
        let office = try TestOffice()
        let authority = try TestAuthority()
        let desk = try desk(office, authority)
        let bundle = try office.bundle([], to: desk)
        try post(revoking(office, after: 0, authority), to: desk)
        desk.close()
        try office.tamper { try $0.connection.execute("DELETE FROM notice") }
        let robbed = try office.open()
        #expect(throws: VaultError.tampered) { try office.collect(bundle: bundle, at: robbed) }
    }

    @Test func aFileWithATableTooManyOrTooFewForItsLayoutIsRefused() throws {
        let office = try TestOffice()
        try office.create("few")
        try office.tamper("few") { try $0.connection.execute("DROP TABLE notice") }
        #expect(throws: VaultError.badFormat) { try office.open("few") }
        try office.create("many")
        try office.tamper("many") { try $0.connection.execute("CREATE TABLE more (id INTEGER PRIMARY KEY)") }
        #expect(throws: VaultError.badFormat) { try office.open("many") }
        try office.create("older")
        try office.tamper("older") { try $0.connection.setUserVersion(1) }
        #expect(throws: VaultError.badFormat) { try office.open("older") }
    }
}
