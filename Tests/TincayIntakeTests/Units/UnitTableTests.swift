import Foundation
import Testing

@testable import TincayIntake

/// A day as the table counts.
private let today = UnitDay.number(CivilDate(year: 2026, month: 11, day: 23))

/// A table of a few units.
private func smallTable(_ units: String, moved: String = "[]", from: String = "2025-07-01") throws -> UnitTable {
    let json = #"{"id":"t","version":"v1","valid_from":"\#(from)","units":\#(units),"moved":\#(moved)}"#
    return try UnitTable(JSONDocument(parsing: Array(json.utf8), limits: .any).root)
}

/// A table of the public data.
private func publicTable(_ file: String, moved: String?, from: String) throws -> UnitTable? {
    let folder = FormFixture.data.appendingPathComponent("units/").path + "/"
    guard let text = try? String(contentsOfFile: folder + file, encoding: .utf8) else {
        print("SKIPPED: no \(file)")
        return nil
    }
    let rows = text.split(separator: "\n").dropFirst().map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    var district: [Substring: Substring] = [:]
    for row in rows where row[1] == "district" { district[row[0]] = row[3] }
    let units = rows.filter { $0[1] != "district" }.map { row in
        row[1] == "province"
            ? #"["\#(row[0])","\#(row[2])",null]"#
            : #"["\#(row[0])","\#(row[2])","\#(district[row[3]] ?? row[3])"]"#
    }
    var became: [Substring: [Substring]] = [:]
    let moves = try moved.map { try String(contentsOfFile: folder + $0, encoding: .utf8) } ?? ""
    for line in moves.split(separator: "\n").dropFirst() {
        let row = line.split(separator: "\t")
        became[row[0], default: []].append(row[2])
    }
    let pairs = became.map { #"["\#($0.key)",["\#($0.value.joined(separator: #"",""#))"]]"# }
    return try smallTable("[\(units.joined(separator: ","))]", moved: "[\(pairs.joined(separator: ","))]", from: from)
}

/// A text as bytes.
private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Test func theSameCodeIsAnotherUnitInAnotherVersion() throws {
    guard let old = try publicTable("units-2025-06-30.tsv", moved: nil, from: "2004-01-01"),
        let new = try publicTable("units-2026-07-25.tsv", moved: "old-to-new.tsv", from: "2025-07-01")
    else { return }
    #expect(old.name(of: bytes("26566"), .commune, on: today) == bytes("Phường Kim Dinh"))
    #expect(old.province(of: bytes("26566"), .commune, on: today) == bytes("77"))
    #expect(new.name(of: bytes("26566"), .commune, on: today) == bytes("Phường Long Hương"))
    #expect(new.province(of: bytes("26566"), .commune, on: today) == bytes("79"))
    #expect(old.contains(bytes("26563"), .commune, on: today))
    #expect(!new.contains(bytes("26563"), .commune, on: today))
    #expect(new.successors(of: bytes("26563")) == [bytes("26566")])
    #expect(old.name(of: bytes("15"), .province, on: today) == bytes("Tỉnh Yên Bái"))
    #expect(new.name(of: bytes("15"), .province, on: today) == bytes("Tỉnh Lào Cai"))
    #expect(old.name(of: bytes("10"), .province, on: today) == bytes("Tỉnh Lào Cai"))
    #expect(!old.contains(bytes("26732"), .commune, on: today))
    #expect(new.name(of: bytes("26732"), .commune, on: today) == bytes("Đặc khu Côn Đảo"))
    #expect(new.successors(of: bytes("00007")).count > 1)
    #expect(old.count == 63 + 10_035 && new.count == 34 + 3_321)
    #expect(old.size < 1_500_000 && new.size < 1_500_000)
    for name in ["Thạnh An", "Thanh An"] {
        let key = VietnameseText.comparisonKey(bytes("Xã " + name))
        let units = (0..<100_000).compactMap { number -> [UInt8]? in
            let code = UnitKind.code(UInt32(number))
            guard new.province(of: code, .commune, on: today) == bytes("79") else { return nil }
            return new.name(of: code, .commune, on: today).map { VietnameseText.comparisonKey($0) }
        }
        #expect(units.filter { $0 == key }.count == 1)
    }
}

@Test func aUnitMayChangeItsNameFromOneDayToTheNext() throws {
    let table = try smallTable(
        """
        [["75","Tỉnh Đồng Nai",null,null,"2026-04-29"],["75","Thành phố Đồng Nai",null,"2026-04-30"],
        ["25270","Phường Lộc Ninh","75","2026-04-30",null],["25270","Xã Lộc Ninh","75",null,"2026-04-29"]]
        """)
    let days = [(29, "Xã Lộc Ninh", "Tỉnh Đồng Nai"), (30, "Phường Lộc Ninh", "Thành phố Đồng Nai")]
    for (day, commune, province) in days {
        let day = UnitDay.number(CivilDate(year: 2026, month: 4, day: Int64(day)))
        #expect(table.name(of: bytes("25270"), .commune, on: day) == bytes(commune))
        #expect(table.name(of: bytes("75"), .province, on: day) == bytes(province))
    }
    #expect(!table.contains(bytes("75"), .province, on: UnitDay.number(CivilDate(year: 2025, month: 6, day: 30))))
    #expect(!table.contains(bytes("00075"), .commune, on: today))
}

@Test(arguments: [
    (#"{"p":"79","c":"26566"}"#, []), (#"{"p":"75","c":"26566"}"#, ["/c province"]), (#"{"c":"26563"}"#, ["/c moved"]),
    (#"{"p":"77","c":"99999"}"#, ["/p unknown", "/c unknown"]), (#"{"p":null,"c":12}"#, []), (#"{"c":"abc"}"#, []),
    (#"[]"#, []),
])
func unitsThatAreNotInTheTableAreRemarkable(answers: String, remarks: [String]) throws {
    let table = try smallTable(
        #"[["79","Thành phố Hồ Chí Minh",null],["75","Đồng Nai",null],["26566","Phường Long Hương","79"]]"#,
        moved: #"[["26563",["26566"]]]"#)
    let questions = [
        UnitQuestion(path: bytes("/p"), kind: .province, province: nil),
        UnitQuestion(path: bytes("/c"), kind: .commune, province: bytes("/p")),
    ]
    let answers = try JSONDocument(parsing: bytes(answers), limits: .report).root
    let findings = table.findings(answers, questions, on: CivilDate(year: 2026, month: 11, day: 23))
    let found = findings.map { finding -> String in
        let parameters = (try? JSONSerialization.jsonObject(with: Data(finding.parameters))) as? [String: String]
        #expect(finding.severity == .warning && finding.code == .unit && parameters?["version"] == "v1")
        return String(decoding: finding.path, as: UTF8.self) + " " + (parameters?["reason"] ?? "")
    }
    #expect(found == remarks)
    #expect(table.findings(answers, questions, on: CivilDate(year: 2025, month: 6, day: 30)).isEmpty)
}

@Test(arguments: [
    "{}", #"{"id":"a","version":"1"}"#, #"{"id":"a","version":"1","valid_from":"2025-02-30","units":[]}"#,
    #"{"id":"a","version":"1","valid_from":"2025-07-01","units":{}}"#,
    #"{"id":"a","version":"1","valid_from":"2025-07-01","units":[["1","x",null]]}"#,
    #"{"id":"a","version":"1","valid_from":"2025-07-01","units":[["26566","x","79"]]}"#,
    #"{"id":"a","version":"1","valid_from":"2025-07-01","units":[["79","x",null],["26566","x",null]]}"#,
    #"{"id":"a","version":"1","valid_from":"2025-07-01","units":[["79","x",null],["79","y",null]]}"#,
    #"{"id":"a","version":"1","valid_from":"2025-07-01","units":[["79","x",null,"2026-01-01","2025-01-01"]]}"#,
    #"{"id":"a","version":"1","valid_from":"2025-07-01","units":[],"moved":[["1",["2"]]]}"#,
    #"{"id":"a","version":"1","valid_from":"2025-07-01","units":[],"moved":[["26563","26566"]]}"#,
])
func aPackThatMakesNoSenseIsRefused(json: String) throws {
    let pack = try JSONDocument(parsing: bytes(json), limits: .any).root
    #expect(throws: FormError.self) { _ = try UnitTable(pack) }
}

/// The pack that the tool makes of small tables; nil without Python.
private func packed(_ tables: [String: String], _ arguments: [String]) throws -> JSONValue? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in tables { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.currentDirectoryURL = folder
    let tool = FormFixture.root.appendingPathComponent("Tools/unit_pack.py").path
    process.arguments = ["python3", "-B", tool, "--id", "t", "--version", "1", "--from", "2025-07-01"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = Pipe()
    try process.run()
    let json = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
        print("SKIPPED: there is no python3")
        return nil
    }
    let table: JSONValue = try #require(JSONDocument(parsing: [UInt8](json), limits: .any).root["x-tincay-units"])
    return table
}

@Test func aPackKeepsEveryCodeThatAnOldOneBecame() throws {
    let head = "code\tlevel\tname\tparent\n"
    let tables = [
        "new.tsv": head + "22\tprovince\tA\t\n06978\tcommune\tB\t22\n06886\tcommune\tC\t22\n",
        "old.tsv": head + "22\tprovince\tD\t\n202\tdistrict\tE\t22\n06970\tcommune\tF\t202\n06886\tcommune\tG\t202\n",
        "moved.tsv": """
        old_commune\told_province\tnew_commune\tnew_province
        06886\t22\t06886\t22
        06886\t22\t06970\t22
        06970\t22\t06970\t22
        \t22\t06978\t22

        """,
    ]
    guard let pack = try packed(tables, ["new.tsv", "--moved", "moved.tsv"]) else { return }
    let table = try UnitTable(pack)
    #expect(table.count == 3)
    // A code that the table lacks is still one that a divided unit went into.
    #expect(table.successors(of: bytes("06886")) == [bytes("06886"), bytes("06970")])
    #expect(table.successors(of: bytes("06970")) == [bytes("06970")])
    let history = try #require(
        try packed(
            tables,
            ["new.tsv", "--moved", "moved.tsv", "--before", "old.tsv", "--before-from", "2004-01-01"]))
    let both = try UnitTable(history)
    let before = UnitDay.number(CivilDate(year: 2025, month: 6, day: 30))
    #expect(both.count == 6)
    #expect(both.name(of: bytes("06886"), .commune, on: before) == bytes("G"))
    #expect(both.name(of: bytes("06886"), .commune, on: today) == bytes("C"))
    #expect(both.province(of: bytes("06970"), .commune, on: before) == bytes("22"))
    #expect(!both.contains(bytes("06970"), .commune, on: today) && !both.contains(bytes("06978"), .commune, on: before))
}
