import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

@Suite struct LetterboxNoticeTests {
    /// A form whose route keeps the point's staff out when the report is about them.
    private static let routing = #"""
        {"$id": "urn:example:routing", "x-tincay-form": {"id": "routing", "version": "1"},
         "x-tincay-i18n": {"vi": {"title": "Kể"}, "en": {"title": "Tell"}},
         "type": "object", "required": ["told"], "unevaluatedProperties": false,
         "properties": {"told": {"type": "string", "x-tincay-i18n": {"vi": {"label": "Chuyện gì?"}}},
           "about_staff": {"type": "boolean"}},
         "x-tincay-routes": [{"id": "R", "remove": ["STAFF"], "add": ["PROVINCE"],
           "when": {"properties": {"about_staff": {"const": true}}, "required": ["about_staff"]}}]}
        """#

    /// A point that has pinned an authority, with a desk of the commune, one of its staff, and one elsewhere.
    private func point(_ authority: TestAuthority) throws -> (TestPoint, Letterbox) {
        let point = try TestPoint(desks: 3)
        let desks = [
            point.desks[0].named(["COMMUNE"]), point.desks[1].named(["STAFF"]),
            point.desks[2].named(["PROVINCE"], offsite: true),
        ]
        let box = try point.box(["desks": "[\(desks.joined(separator: ","))]", "authority": authority.cards])
        return (point, box)
    }

    /// What each desk of a point can read of a box.
    private func told(_ point: TestPoint, _ box: Letterbox) throws -> [[String]] {
        let items = try point.envelopes(in: box)
        return try point.desks.map { try $0.read(items: items) }
    }

    @Test func aRouteKeepsTheReportFromWhomItIsAbout() throws {
        let (point, box) = try point(TestAuthority())
        let form = try Form(parsing: Array(Self.routing.utf8))
        _ = try point.submit(Array(#"{"told":"a","about_staff":true}"#.utf8), of: form, to: box)
        #expect(try told(point, box) == [["a"], [], ["a"]])
        _ = try point.submit(Array(#"{"told":"b","about_staff":false}"#.utf8), of: form, to: box)
        #expect(try told(point, box).map { $0.sorted() } == [["a", "b"], ["b"], ["a"]])
    }

    @Test func theChildKeepsAReportFromADesk() throws {
        let (point, box) = try point(TestAuthority())
        let answers = Array(#"{"told":"a"}"#.utf8)
        let ids = point.desks.map(\.deskID)
        let kept = try point.submit(answers, of: point.form, to: box, excluding: [ids[0]])
        #expect(kept.checked.accepted && kept.obstacle == nil)
        // One is left here, and so the desk elsewhere comes in.
        #expect(try told(point, box) == [[], ["a"], ["a"]])
        let nobody = try point.submit(answers, of: point.form, to: box, excluding: ids)
        #expect(nobody.checked.accepted && nobody.obstacle == .noReader)
        #expect(try told(point, box) == [[], ["a"], ["a"]])
        #expect(throws: VaultError.invalidInput) {
            try point.submit(answers, of: point.form, to: box, excluding: [[UInt8](repeating: 1, count: 16)])
        }
    }

    @Test func aDirectoryTakesThePlaceOfTheDesks() throws {
        let authority = try TestAuthority()
        let (point, box) = try point(authority)
        let comer = try TestDesk(name: "comer")
        try point.submit("a", to: box)
        let directory = try authority.directory(
            7, [point.desks[0].named(["COMMUNE"]), comer.named(["STAFF"])], issued: "2026-02-28",
            more: #","hotlines":[{"number":"111","label":"Tổng đài","x-tincay-i18n":{"en":{"label":"Helpline"}}}]"#)
        let taken = try point.news(directory, to: box)
        #expect(taken["taken"] as? Bool == true && taken["number"] as? Int == 7 && taken["desks"] as? Int == 2)
        #expect(taken["kind"] as? String == "directory")
        try point.submit("b", to: box)
        let items = try point.envelopes(in: box)
        #expect(try point.desks[0].read(items: items).sorted() == ["a", "b"])
        #expect(try point.desks[1].read(items: items) == ["a"])
        #expect(try comer.read(items: items) == ["b"])
        #expect(comer.heads[0].contains(#""directory":7"#))
        let shown = try JSONSerialization.jsonObject(with: Data(box.directory(language: Array("en".utf8))))
        let object = try #require(shown as? [String: Any])
        #expect(object["number"] as? Int == 7 && object["issued"] as? String == "2026-02-28")
        #expect(object["age_days"] as? Int == 2)
        let names = (object["desks"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
        #expect(names == ["desk 0", "comer"])
        #expect((object["hotlines"] as? [[String: Any]])?.first?["label"] as? String == "Helpline")
        // All of it is there after the box was closed.
        box.close()
        let again = try point.open()
        #expect(again.desks.map(\.recipient.deskID) == [point.desks[0].deskID, comer.deskID])
        _ = try comer.open(again.pack())
        #expect(throws: VaultError.wrongKey) { try point.desks[1].open(again.pack()) }
    }

    @Test func onlyANewerDirectoryIsTakenAndTheSameAgainChangesNothing() throws {
        let authority = try TestAuthority()
        let (point, box) = try point(authority)
        let named = point.desks[0].named()
        let first = try authority.directory(5, [named])
        try point.news(first, to: box)
        let again = try point.news(first, to: box)
        #expect(again["taken"] as? Bool == false)
        // Another signer's name under the same words is the same notice.
        #expect(try point.news(authority.directory(5, [named], by: [1, 2]), to: box)["taken"] as? Bool == false)
        let other = point.desks[1].named()
        #expect(throws: VaultError.outdated) { try point.news(authority.directory(5, [other]), to: box) }
        #expect(throws: VaultError.outdated) { try point.news(authority.directory(4, [other]), to: box) }
        #expect(throws: VaultError.wrongKey) { try point.news(authority.directory(6, [other], by: [1]), to: box) }
        #expect(box.desks.map(\.recipient.deskID) == [point.desks[0].deskID])
        try point.news(authority.directory(6, [other]), to: box)
        #expect(box.desks.map(\.recipient.deskID) == [point.desks[1].deskID])
    }

    @Test func aBoxThatHasPinnedNobodyTakesNothing() throws {
        let authority = try TestAuthority()
        let point = try TestPoint()
        let box = try point.box()
        #expect(throws: VaultError.wrongKey) {
            try point.news(authority.directory(1, [point.desks[0].named()]), to: box)
        }
    }

    @Test func aDeskThatLeavesHoldsNothingUpAndItsBitIsCleanForTheNext() throws {
        let authority = try TestAuthority()
        let (point, box) = try point(authority)
        let comer = try TestDesk(name: "comer")
        try point.submit("a", to: box)
        point.clock.advance(days: 1)
        try box.tick()
        // Both of the others have covered everything; the second leaves, and the third never will.
        let bundle = try box.pack()
        try point.settle(point.desks[0].receipt(for: bundle), in: box)
        try point.settle(point.desks[1].receipt(for: bundle), in: box)
        try point.news(authority.directory(1, [point.desks[0].named(), comer.named()]), to: box)
        #expect(box.seats.map(\.deskID) == [point.desks[0].deskID, comer.deskID])
        #expect(box.seats.map(\.bit) == [0, 1])
        let next = try box.pack()
        // The bit that the second desk had counts for nothing any more.
        let before = try point.settle(point.desks[0].receipt(for: next), in: box)
        #expect(before.freed == 0 && before.waiting > 0)
        #expect(throws: VaultError.wrongKey) {
            try point.settle(point.desks[1].receipt(covering: point.desks[0].open(next)), in: box)
        }
        let after = try point.settle(comer.receipt(for: next), in: box)
        #expect(after.freed > 0 && after.waiting == 0)
    }

    @Test func whatEverybodyLeftHasCoveredIsFreedByTheNextReceipt() throws {
        let authority = try TestAuthority()
        let (point, box) = try point(authority)
        point.clock.advance(days: 1)
        try box.tick()
        try point.settle(point.desks[0].receipt(for: box.pack()), in: box)
        try point.news(authority.directory(1, [point.desks[0].named()]), to: box)
        let after = try point.settle(point.desks[0].receipt(for: box.pack()), in: box)
        #expect(after.freed > 0 && after.waiting == 0)
    }

    @Test func aFormArrivesByPackInALanguageOfItsOwn() throws {
        let authority = try TestAuthority()
        let (point, box) = try point(authority)
        #expect(throws: VaultError.notFound) { try box.form(Array("routing".utf8)) }
        try point.news(authority.pack("forms", 1, #""form":\#(Self.routing)"#), to: box)
        let form = try box.form(Array("routing".utf8))
        let hash = String(decoding: Hexadecimal.text(Hash.digest(form.source)), as: UTF8.self)
        #expect(form.source == Array(Self.routing.utf8))
        let words = #"{"":{"title":"Krai"},"/properties/told":{"label":"Apni?"}}"#
        func overlay(_ language: String, _ texts: String, _ hash: String) -> String {
            #"{"form":"routing","hash":"\#(hash)","language":"\#(language)","texts":\#(texts)}"#
        }
        let other = String(repeating: "0", count: 64)
        let languages = [
            overlay("km", words, hash), overlay("hmn", words, other),
            overlay("tyz", #"{"":{"title":"Chang"}}"#, hash),
        ]
        try point.news(
            authority.pack("words", 1, #""languages":[\#(languages.joined(separator: ","))]"#), to: box)
        let shown = try JSONSerialization.jsonObject(with: Data(box.directory(language: nil))) as? [String: Any]
        let listed = try #require((shown?["forms"] as? [[String: Any]])?.first)
        #expect(listed["id"] as? String == "routing" && listed["hash"] as? String == hash)
        #expect(listed["languages"] as? [String] == ["vi", "en", "km"])
        let spoken = try box.form(Array("routing".utf8))
        #expect(spoken.source == form.source)
        for (language, title) in [("km", "Krai"), ("hmn", "Kể"), ("tyz", "Kể")] {
            let state = try spoken.state(
                Array("{}".utf8), profile: nil, language: Array(language.utf8), at: point.clock.clock.now(),
                detail: .full)
            #expect(String(decoding: state, as: UTF8.self).contains(#""title":"\#(title)""#))
        }
        // The report names the packs, and is bound to the form as it was signed.
        _ = try point.submit(Array(#"{"told":"a"}"#.utf8), of: spoken, to: box)
        #expect(try point.told(in: box) == ["a"])
        #expect(point.desks[0].heads[0].contains(#""directory":null,"packs":[""#))
        // A newer version of the form is used from then on, and speaks only what it brings itself.
        let newer = Self.routing.replacing(#""version": "1""#, with: #""version": "2""#)
        try point.news(authority.pack("forms", 2, #""form":\#(newer)"#, issued: "2026-03-02"), to: box)
        #expect(try box.form(Array("routing".utf8)).version == Array("2".utf8))
        box.close()
        #expect(try point.open().form(Array("routing".utf8)).version == Array("2".utf8))
    }

    @Test func aPackWhoseFormCannotBeUsedIsRefusedAsAWhole() throws {
        let authority = try TestAuthority()
        let (point, box) = try point(authority)
        for members in [
            #""form":{"type":"nothing"}"#, #""form":{"x-tincay-unknown":1}"#,
            #""form":{},"packs":[{"x-tincay-calendar":1}]"#, #""packs":[{"x-tincay-units":1}]"#,
        ] {
            #expect(throws: VaultError.invalidInput) { try point.news(authority.pack("a pack", 1, members), to: box) }
        }
        #expect(try box.file.notices().isEmpty && box.board.entries.isEmpty)
    }

    @Test func aFullDiskChangesNothing() throws {
        let authority = try TestAuthority()
        let (point, made) = try point(authority)
        made.close()
        let tight = try point.open(pageLimit: 1)
        let before = tight.desks
        let hotline = #"{"number":"111","label":"\#(String(repeating: "a", count: 500))"}"#
        let hotlines = Array(repeating: hotline, count: 60).joined(separator: ",")
        #expect(throws: VaultError.diskFull) {
            try point.news(
                authority.directory(1, [point.desks[0].named()], more: #","hotlines":[\#(hotlines)]"#), to: tight)
        }
        #expect(tight.desks == before && tight.board.entries.isEmpty)
        tight.close()
        #expect(try point.open().desks == before)
    }
}
