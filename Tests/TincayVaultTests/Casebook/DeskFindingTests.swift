import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// Finding cases by words.
struct DeskFindingTests {
    /// A desk with cases that tell different things; their names by what they tell.
    private func office() throws -> (TestOffice, Desk, [String: String]) {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        var names: [String: String] = [:]
        for (name, told) in [
            ("water", "Hẹn gặp ở quán nước bà Tư Hậu, chiều thứ sáu."), ("house", "Em sợ quá, em đang ở nhà bà Hoà"),
            ("plain", "em so qua\\nduong ve nha"), ("ghost", "con ma trong má mạ"), ("old", "thuý và Thúy ở Thanh Hóa"),
        ] {
            let id = try office.file("{\"told\": \"\(told)\", \"profile\": \"C\"}", form: form, at: desk)
            names[id] = name
        }
        return (office, desk, names)
    }

    /// The names of the cases that are found.
    private func find(_ query: String, _ office: TestOffice, _ desk: Desk, _ names: [String: String]) throws -> [String]
    {
        let page = try page(query, office, desk)
        return (page["cases"] as? [[String: Any]] ?? []).compactMap { names[$0["id"] as? String ?? ""] }.sorted()
    }

    /// A page of what is found.
    private func page(_ query: String, _ office: TestOffice, _ desk: Desk) throws -> [String: Any] {
        try Array(query.utf8).withUnsafeBytes { try office.object(unsafe desk.find($0)) }
    }

    @Test func wordsAreFoundWithAndWithoutMarks() throws {
        let (office, desk, names) = try office()
        for _ in 0..<2 {
            for (text, expected) in [
                ("quan nuoc", ["water"]), ("QUÁN", ["water"]), ("sợ", ["house", "plain"]),
                ("so qua", ["house", "plain"]),
                ("nha", ["house", "plain"]), ("duong", ["plain"]), ("đường", ["plain"]), ("hoa", ["house", "old"]),
                ("hòa", ["house", "old"]), ("thuy", ["old"]), ("ma", ["ghost"]), ("m", []), ("nuo", []),
                (#"\"o quan nuoc ba tu hau\""#, ["water"]), (#"\"nuoc quan\""#, []), ("nuoc quan", ["water"]),
                (#"\"hậu chiều\""#, ["water"]), (#"\"so qua\" ba"#, ["house"]), ("nuo*", ["water"]), ("*", []),
                ("sợ quá nhà bà không", []), (#"\"qua duong\""#, ["plain"]),
            ] as [(String, [String])] where text != "*" {
                #expect(try find(#"{"text": "\#(text)"}"#, office, desk, names) == expected, "\(text)")
            }
        }
    }

    @Test func aDamagedReportIsCountedAndHidesNoOther() throws {
        let (office, desk, names) = try office()
        try desk.store.connection.execute("UPDATE body SET body = zeroblob(length(body)) WHERE number = 3")
        let page = try page(#"{"text": "em"}"#, office, desk)
        #expect(page["unreadable"] as? Int == 1)
        #expect(page["opened"] as? Int == names.count)
        #expect(try find(#"{"text": "em"}"#, office, desk, names) == ["house", "plain"])
    }

    @Test func marksCountWhenTheyAreAskedFor() throws {
        let (office, desk, names) = try office()
        for (text, expected) in [
            ("ma", ["ghost"]), ("má", ["ghost"]), ("mã", []), ("sợ", ["house"]), ("so", ["plain"]), ("Hòa", ["house"]),
            ("hoà", ["house"]), ("hoá", ["old"]), ("THÚY", ["old"]), ("đường", []), (#"\"SỢ QUÁ\""#, ["house"]),
            (#"\"so quá\""#, []), ("nướ*", ["water"]), ("nuơ*", []),
        ] as [(String, [String])] {
            #expect(try find(#"{"text": "\#(text)", "exact": true}"#, office, desk, names) == expected, "\(text)")
        }
    }

    @Test func namesOfQuestionsAreNoWords() throws {
        let (office, desk, names) = try office()
        #expect(try find(#"{"text": "told"}"#, office, desk, names) == [])
        #expect(try find(#"{"text": "profile"}"#, office, desk, names) == [])
    }

    @Test func whatPeopleWroteIsFoundAlsoWhenItIsNew() throws {
        let (office, desk, names) = try office()
        #expect(try find(#"{"text": "bệnh viện"}"#, office, desk, names) == [])
        let id = try #require(names.first { $0.value == "ghost" }?.key)
        try office.record(id, #"{"type": "note", "text": "Đưa đến bệnh viện"}"#, at: desk)
        #expect(try find(#"{"text": "benh vien"}"#, office, desk, names) == ["ghost"])
        let found = try page(#"{"text": "benh vien"}"#, office, desk)
        let one = try #require((found["cases"] as? [[String: Any]])?.first)
        #expect(one["found"] as? [String] == ["history"])
        // One word in what was told, one in what was written.
        #expect(try find(#"{"text": "vien ma"}"#, office, desk, names) == ["ghost"])
        #expect(try find(#"{"text": "vien", "sections": ["facts"]}"#, office, desk, names) == [])
        #expect(try find(#"{"text": "ma", "sections": ["facts"]}"#, office, desk, names) == ["ghost"])
    }

    @Test func theSecondSearchOpensOnlyWhatMayHaveTheWords() throws {
        let (office, first, names) = try office()
        var desk = first
        #expect(try page(#"{"text": "quan"}"#, office, desk)["opened"] as? Int == 5)
        #expect(try page(#"{"text": "quan"}"#, office, desk)["opened"] as? Int == 1)
        #expect(try page(#"{"text": "nothing of it"}"#, office, desk)["opened"] as? Int == 0)
        desk.close()
        desk = try office.open()
        #expect(try page(#"{"text": "hau"}"#, office, desk)["opened"] as? Int == 1)
        let id = try #require(names.first { $0.value == "old" }?.key)
        _ = try office.read(id, at: desk)
        #expect(try page(#"{"text": "hau"}"#, office, desk)["opened"] as? Int == 1)
        try office.record(id, #"{"type": "note", "text": "x"}"#, at: desk)
        #expect(try page(#"{"text": "hau"}"#, office, desk)["opened"] as? Int == 2)
        #expect(try page(#"{"text": "hau"}"#, office, desk)["opened"] as? Int == 1)
    }

    @Test func aSearchIsInTheLedgerWithoutItsWords() throws {
        let (office, desk, names) = try office()
        _ = try find(#"{"text": "quan"}"#, office, desk, names)
        let number = desk.chain.number
        let entry = try LedgerChain.open(
            #require(try desk.store.entry(number)), number: number, header: desk.header, keys: desk.unlocked())
        #expect(entry.type == .searched)
        #expect(try SearchedEntry(entry.open).opened == 5)
        #expect(entry.words.isEmpty && entry.detail.isEmpty)
        #expect(Data(entry.bytes).range(of: Data("quan".utf8)) == nil)
    }

    @Test func pagesAreOfOneSearchAndFiltersComeFirst() throws {
        let (office, desk, names) = try office()
        _ = names
        let page = try self.page(#"{"text": "o", "limit": 1, "order": "received"}"#, office, desk)
        #expect(page["total"] as? Int == 3)
        let after = try #require(page["next"] as? String)
        let number = desk.chain.number
        let next = try self.page(#"{"text": "o", "limit": 5, "order": "received", "after": "\#(after)"}"#, office, desk)
        #expect((next["cases"] as? [[String: Any]])?.count == 2)
        #expect(desk.chain.number == number)
        #expect(try self.page(#"{"text": "o", "status": ["CLOSED"]}"#, office, desk)["opened"] as? Int == 0)
    }

    @Test func theWordsAroundAMatchAreShownOnlyWhenAskedFor() throws {
        let (office, desk, _) = try office()
        let plain = try page(#"{"text": "hau"}"#, office, desk)
        #expect((plain["cases"] as? [[String: Any]])?.first?["snippet"] == nil)
        let shown = try page(#"{"text": "hau", "snippet": true}"#, office, desk)
        let snippet = try #require((shown["cases"] as? [[String: Any]])?.first?["snippet"] as? String)
        #expect(snippet == "Hẹn gặp ở quán nước bà Tư Hậu, chiều thứ sáu.")
    }

    @Test(
        arguments: [
            "{}", #"{"text": ""}"#, #"{"text": "  ...  "}"#, #"{"text": 1}"#, #"{"text": "x", "sections": ["all"]}"#,
            #"{"text": "x", "by": ["status"]}"#, #"{"text": "x", "sections": []}"#, #"{"text": "*"}"#,
            #"{"text": "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a"}"#,
        ])
    func searchesThatMakeNoSenseAreRefused(query: String) throws {
        let office = try TestOffice()
        let desk = try office.desk()
        #expect(throws: VaultError.invalidInput) { try page(query, office, desk) }
    }

    @Test func nothingOfAShreddedReportStaysInTheSieves() throws {
        let (office, desk, names) = try office()
        _ = try find(#"{"text": "quan"}"#, office, desk, names)
        let old = try #require(try desk.store.sieve(.facts, 0))
        try desk.store.forget()
        #expect(office.everyByte.range(of: Data(old[0..<32])) != nil)
        let id = try #require(names.first { $0.value == "water" }?.key)
        try desk.shred(Array(id.utf8), reason: Array("x".utf8))
        for start in stride(from: 0, to: old.count - 32, by: 400) {
            #expect(office.everyByte.range(of: Data(old[start..<start + 32])) == nil)
        }
        #expect(try find(#"{"text": "quan"}"#, office, desk, names) == [])
        #expect(try find(#"{"text": "so"}"#, office, desk, names) == ["house", "plain"])
    }

    @Test func garbageInASieveIsAsIfItWereNotThere() throws {
        let (office, first, names) = try office()
        _ = try find(#"{"text": "quan"}"#, office, first, names)
        first.close()
        for sql in [
            "UPDATE facts_sieve SET body = zeroblob(length(body))", "UPDATE facts_sieve SET body = x''",
            "UPDATE facts_sieve SET number = number + 7", "DELETE FROM identity_sieve",
        ] as [StaticString] {
            try office.tamper { try $0.connection.execute(sql) }
            let desk = try office.open()
            #expect(try find(#"{"text": "quan"}"#, office, desk, names) == ["water"], "\(sql)")
            #expect(try find(#"{"text": "quan"}"#, office, desk, names) == ["water"], "\(sql)")
            desk.close()
        }
    }
}
