import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// The sealed snapshot that saves an unlocking from opening the whole ledger.
struct DeskSnapshotTests {
    /// A desk with some of everything that a ledger adds up to, and the identifiers of its cases.
    private func office(_ count: Int = 20) throws -> (TestOffice, Desk, [String]) {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        var ids: [String] = []
        for step in 0..<count {
            let answers = #"{"told": "x", "worried": "\#(step % 2 == 0 ? "Y" : "N")", "concerns": ["V", "S"]}"#
            ids.append(try office.file(answers, form: form, at: desk))
            office.clock.milliseconds += 3_600_000
        }
        let envelope = try office.envelope(#"{"told": "sent"}"#, form: TestForms.plain(), to: desk)
        try office.collect([envelope], at: desk)
        var damaged = try office.envelope(#"{"told": "damaged"}"#, form: TestForms.plain(), to: desk)
        damaged[damaged.count - 1] ^= 1
        try office.collect([damaged, [UInt8](repeating: 7, count: TestOffice.slotSize)], at: desk)
        try office.record(ids[1], #"{"type": "note", "text": "a note"}"#, at: desk)
        try office.record(ids[2], #"{"type": "status", "status": "ASSESSING"}"#, at: desk)
        try office.record(ids[3], #"{"type": "assigned", "person": "An"}"#, at: desk)
        try desk.shred(Array(ids[4].utf8), reason: Array("x".utf8))
        return (office, desk, ids)
    }

    /// Everything that a desk shows of its sum.
    private func everything(_ office: TestOffice, _ desk: Desk) throws -> [String] {
        var shown = try CaseOrder.allCases.map {
            String(decoding: try desk.bytes(of: #"{"order": "\#($0.name)", "limit": 1000}"#), as: UTF8.self)
        }
        shown += try office.rows(desk, #"{"by": ["rules", "concerns", "day"]}"#)
        shown += desk.caseload.known.map {
            "\($0.id.hexadecimal) \($0.known.number) \($0.known.bodyHash) \($0.known.fate)"
        }
        shown += desk.caseload.bundles.map { "\($0)" }.sorted()
        shown += desk.caseload.sequences.map { "\($0.key) \($0.value.progress)" }.sorted()
        shown += desk.caseload.setAside.map { "\($0.hexadecimal)" }.sorted()
        shown += ["\(desk.caseload.points)", "\(desk.caseload.entries.times)", "\(desk.caseload.entries.before)"]
        for case let record? in desk.caseload.cases { shown.append("\(desk.caseload.entries(about: record))") }
        return shown
    }

    @Test func aDeskThatIsUnlockedFromItsSnapshotKnowsTheSame() throws {
        let (office, desk, ids) = try office()
        try desk.keepSnapshot()
        let reached = desk.chain.number
        try office.record(ids[5], #"{"type": "note", "text": "behind it"}"#, at: desk)
        let kept = try everything(office, desk)
        let sheets = try SheetCount(desk)
        desk.close()
        let again = try office.open()
        #expect(again.sheets.reached == reached)
        let now = try everything(office, again)
        // Only the unlocking itself is new.
        for (before, after) in zip(kept, now) where before != after { #expect(after.hasPrefix(before.dropLast(1))) }
        #expect(try SheetCount(again).count == sheets.count)
        #expect(try office.verify(again)["ok"] as? Bool == true)
    }

    @Test func aSnapshotIsWrittenOnClosingOnceThereIsMuchToAddUp() throws {
        let (office, desk, _) = try office(40)
        #expect(desk.sheets.reached == 0)
        let number = desk.chain.number
        desk.close()
        let again = try office.open()
        #expect(again.sheets.reached == number)
        again.close()
        // One unlocking is not worth a new one.
        let last = try office.open()
        #expect(last.sheets.reached == number)
    }

    @Test func whatIsNotTheDesksOwnSnapshotIsNotBelieved() throws {
        let (office, desk, ids) = try office()
        try desk.keepSnapshot()
        try office.record(ids[6], #"{"type": "status", "status": "ASSESSING"}"#, at: desk)
        let old = try #require(try desk.sheet(2))
        try desk.keepSnapshot()
        desk.close()
        let original = office.bytes("desk")
        let changes: [(CasebookStore) throws -> Void] = [
            { try $0.connection.execute("DELETE FROM fold WHERE number = 1") },
            { try $0.connection.execute("DELETE FROM fold WHERE number = 2") },
            { try $0.connection.execute("UPDATE fold SET number = -number WHERE number = 3") },
            { try $0.connection.execute("UPDATE fold SET body = x'' WHERE number = 1") },
            { try $0.connection.execute("UPDATE fold SET body = zeroblob(8128) WHERE number = 2") },
            { try $0.run("UPDATE fold SET body = ?1 WHERE number = 2", old) },
            { try $0.run("INSERT INTO fold (number, body) VALUES (1000, ?1)", old) },
            { try $0.run("UPDATE fold SET body = ?1", Random.bytes(600)) },
        ]
        for (number, change) in changes.enumerated() {
            office.write(original, to: "desk")
            try office.tamper { try change($0) }
            let again = try office.open()
            #expect(again.sheets.reached == 0, "\(number)")
            #expect(try office.list(again)["total"] as? Int == ids.count, "\(number)")
            try again.keepSnapshot()
            let end = again.chain.number
            again.close()
            let last = try office.open()
            #expect(last.sheets.reached == end, "\(number)")
            last.close()
        }
    }

    @Test func aSnapshotThatClaimsMoreThanItsSheetsCanHoldIsNotBelieved() throws {
        let (office, desk, ids) = try office()
        try desk.keepSnapshot()
        let truth = try desk.claims()
        // So much memory there is nowhere: who asked for it would not come back from the call.
        let absurd: UInt64 = 1 << 60
        let claims: [SheetClaims] = [
            SheetClaims(entries: absurd, cases: truth.cases, sheets: truth.sheets),
            SheetClaims(entries: absurd, cases: absurd, sheets: truth.sheets),
            SheetClaims(entries: absurd, cases: truth.cases, sheets: absurd),
            SheetClaims(entries: absurd, cases: absurd, sheets: absurd),
            SheetClaims(entries: truth.entries, cases: absurd, sheets: absurd),
            SheetClaims(entries: truth.entries, cases: truth.cases, sheets: absurd),
            SheetClaims(entries: truth.entries, cases: truth.cases, sheets: truth.sheets + 1),
            SheetClaims(entries: truth.entries, cases: truth.entries, sheets: truth.sheets),
            SheetClaims(entries: truth.entries + 1, cases: truth.cases, sheets: truth.sheets),
            SheetClaims(entries: .max, cases: .max, sheets: .max),
        ]
        let shown = try desk.bytes(of: #"{"limit": 1000}"#)
        let known = try everything(office, desk).count
        desk.close()
        let original = office.bytes("desk")
        for claim in [truth] + claims {
            office.write(original, to: "desk")
            let insider = try office.open()
            try insider.forge(claim)
            insider.close()
            let again = try office.open()
            #expect(again.sheets.reached == (claim == truth ? Int64(truth.entries) : 0), "\(claim)")
            #expect(try again.bytes(of: #"{"limit": 1000}"#) == shown, "\(claim)")
            #expect(try everything(office, again).count == known, "\(claim)")
            #expect(try office.read(ids[1], at: again)["id"] as? String == ids[1], "\(claim)")
            #expect(try office.verify(again)["ok"] as? Bool == true, "\(claim)")
            again.close()
        }
    }

    @Test func theLedgerCountsForMoreThanASnapshot() throws {
        let (office, desk, _) = try office()
        try desk.keepSnapshot()
        desk.close()
        let original = office.bytes("desk")
        for sql in [
            "DELETE FROM ledger", "DELETE FROM ledger WHERE number = 1",
            "DELETE FROM ledger WHERE number = (SELECT max(number) FROM ledger)",
            "UPDATE ledger SET entry = zeroblob(length(entry)) WHERE number = (SELECT max(number) FROM ledger)",
        ] as [StaticString] {
            office.write(original, to: "desk")
            try office.tamper { try $0.connection.execute(sql) }
            #expect(throws: VaultError.tampered, "\(sql)") { try office.open() }
        }
        // What is missing in the middle is not looked at when a desk is unlocked, but when it is verified.
        office.write(original, to: "desk")
        try office.tamper { try $0.connection.execute("DELETE FROM ledger WHERE number = 5") }
        let again = try office.open()
        #expect(try office.verify(again)["bad"] as? Int == 5)
    }

    @Test func nothingOfAShreddedCaseStaysInTheSnapshotEvenForWhoHasTheKeys() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let form = try TestForms.triaging()
        var ids: [String] = []
        for step in 0..<40 {
            if step == 15 {
                let head = #"{"received": 1772427600000, "facets": {"concerns": ["ONLYHERE"]}}"#
                let envelope = try office.envelope(#"{"told": "sent"}"#, form: TestForms.plain(), to: desk, head: head)
                try office.collect([envelope], at: desk)
                let id = try #require(Envelope.identifier(of: envelope))
                ids.append(String(decoding: id.hexadecimal, as: UTF8.self))
            }
            ids.append(try office.file(#"{"told": "x", "worried": "Y"}"#, form: form, at: desk))
        }
        try desk.keepSnapshot()
        // In the file before, and written over once, so that the search below would find either.
        try office.record(ids[15], #"{"type": "assigned", "person": "Somebody special"}"#, at: desk)
        let early = try desk.everySheet()
        try desk.keepSnapshot()
        try desk.store.forget()
        let late = try desk.everySheet()
        let clear = try desk.everySheetInClear()
        #expect(clear.contains { Data($0).range(of: Data("ONLYHERE".utf8)) != nil })
        #expect(clear.contains { Data($0).range(of: Data("Somebody special".utf8)) != nil })
        let id = try #require(ReportID(hexadecimal: Array(ids[15].utf8)))
        let number = try #require(desk.caseload.known[id]).number
        try desk.shred(Array(ids[15].utf8), reason: Array("x".utf8))
        #expect(desk.sheets.reached == desk.chain.number)
        let changed = Set(try desk.everySheet().map { Data($0) })
        let gone = (early + late).filter { !changed.contains(Data($0)) }
        #expect(gone.count >= 2)
        for isOpen in [true, false] {
            let bytes = office.everyByte
            for sheet in gone {
                for start in [0, 4000] {
                    #expect(bytes.range(of: Data(sheet[start..<start + 32])) == nil)
                }
            }
            if isOpen {
                for sheet in try desk.everySheetInClear() {
                    #expect(Data(sheet).range(of: Data("ONLYHERE".utf8)) == nil)
                    #expect(Data(sheet).range(of: Data("Somebody special".utf8)) == nil)
                }
                desk.close()
            }
        }
        let again = try office.open()
        #expect(again.sheets.reached > 0)
        #expect(try office.list(again)["total"] as? Int == 40)
        #expect(throws: VaultError.notFound) { try office.read(ids[15], at: again) }
        #expect(again.caseload.known[id]?.number == number)
        #expect(try office.rows(again, #"{"by": ["concerns"]}"#) == ["<null> 40"])
    }

    @Test func aShreddingAlsoClearsASnapshotThatDidNotFit() throws {
        let (office, desk, ids) = try office()
        try desk.keepSnapshot()
        desk.close()
        try office.tamper { try $0.connection.execute("DELETE FROM fold WHERE number = 1") }
        let again = try office.open()
        let sheets = try again.everySheet()
        try again.shred(Array(ids[7].utf8), reason: Array("x".utf8))
        let bytes = office.everyByte
        for sheet in sheets {
            for start in [0, 4000] {
                #expect(bytes.range(of: Data(sheet[start..<start + 32])) == nil)
            }
        }
    }

    @Test func aSnapshotThatCannotBeWrittenDisturbsNobody() throws {
        let (office, desk, ids) = try office()
        desk.close()
        let pages = office.bytes("desk").count / 8192
        let full = try office.open(pageLimit: pages + 2)
        #expect(throws: VaultError.self) { try full.keepSnapshot() }
        #expect(try office.list(full)["total"] as? Int == ids.count)
        full.close()
        let again = try office.open()
        #expect(again.sheets.reached == 0)
        #expect(try office.verify(again)["ok"] as? Bool == true)
    }
}

/// How many sheets a desk's file has.
private struct SheetCount {
    /// How many.
    let count: Int

    /// Counts them.
    init(_ desk: Desk) throws {
        count = try desk.everySheet().count
    }
}

/// How much the first sheet of a snapshot says that there is.
private struct SheetClaims: Equatable {
    /// The number of the entry that it reaches.
    let entries: UInt64
    /// How many reports were ever filed.
    let cases: UInt64
    /// How many sheets there are.
    let sheets: UInt64
}

extension Desk {
    /// What the first sheet says.
    fileprivate func claims() throws -> SheetClaims {
        let plain = try #require(try everySheetInClear().first)
        var entries = ByteReader(plain[8...])
        var others = ByteReader(plain[48...])
        return SheetClaims(
            entries: try entries.number(), cases: try others.number(), sheets: try others.number())
    }

    /// Seals the first sheet anew with other claims, as everybody at the desk has the key to.
    fileprivate func forge(_ claims: SheetClaims) throws {
        let plain = try #require(try everySheetInClear().first)
        var forged = ByteWriter(capacity: plain.count)
        forged.append(plain[..<8])
        forged.append(number: claims.entries)
        forged.append(plain[16..<48])
        forged.append(number: claims.cases)
        forged.append(number: claims.sheets)
        forged.append(plain[64...])
        let key = try unlocked().detail.subkey(1, context: "tincayfd")
        _ = try SheetWriter(store: store, header: header).write(forged.bytes, at: 1, key: key)
    }

    /// A list as it is given.
    fileprivate func bytes(of query: String) throws -> [UInt8] {
        try Array(query.utf8).withUnsafeBytes { try unsafe list($0) }
    }

    /// A sheet as it lies in the file.
    fileprivate func sheet(_ number: Int) throws -> [UInt8]? {
        var found: [UInt8]?
        try unsafe store.walkSheets { (row, sealed) throws(VaultError) in
            if row == number { found = unsafe [UInt8](sealed) }
        }
        return found
    }

    /// All sheets as they lie in the file.
    fileprivate func everySheet() throws -> [[UInt8]] {
        var all: [[UInt8]] = []
        try unsafe store.walkSheets { (_, sealed) throws(VaultError) in all.append(unsafe [UInt8](sealed)) }
        return all
    }

    /// All sheets opened.
    fileprivate func everySheetInClear() throws -> [[UInt8]] {
        let key = try unlocked().detail.subkey(1, context: "tincayfd")
        let header = header
        var all: [[UInt8]] = []
        var plain = [UInt8](repeating: 0, count: FoldSheets.plainSize)
        try unsafe store.walkSheets { (row, sealed) throws(VaultError) in
            _ = try unsafe SheetWriter.open(sealed, into: &plain, at: row, header: header, key: key)
            all.append(plain)
        }
        return all
    }
}
