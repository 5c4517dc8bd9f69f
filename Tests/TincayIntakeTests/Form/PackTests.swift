import Foundation
import Testing

@testable import TincayIntake

/// The files of a folder of forms or lists.
private func documents(_ folder: String) throws -> [(name: String, json: [UInt8])] {
    let place = FormFixture.root.appendingPathComponent(folder).resolvingSymlinksInPath()
    let files = try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "json" }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
        .map { ($0.deletingPathExtension().lastPathComponent, [UInt8](try Data(contentsOf: $0))) }
}

/// The forms of the pack; the rules of casework beside them are no form.
private func forms() throws -> [(name: String, json: [UInt8])] {
    try documents("Forms").filter { $0.name != "vn-cp-casework" }
}

@Test func theFormsAndListsAreWhatTheirSourcesMake() throws {
    let script = FormFixture.root.appendingPathComponent("Forms/sources/build.py")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-B", script.path, "--check"]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
        print("SKIPPED: there is no python3")
        return
    }
    #expect(process.terminationStatus == 0)
}

@Test func everyFormOfThePackIsAForm() throws {
    let forms = try forms()
    #expect(forms.map { $0.name } == ["vn-cp-feedback", "vn-cp-intake", "vn-cp-sweep"])
    for form in forms {
        let opened = try Form(parsing: form.json)
        #expect(opened.id == Array(form.name.utf8))
        #expect(try !opened.state([], profile: nil, language: nil).isEmpty)
    }
}

@Test func everyListIsADocumentOfItsOwnWithCodesThatStandOnce() throws {
    let lists = try documents("Forms/lists")
    #expect(lists.count > 60)
    for list in lists {
        let root = try JSONDocument(parsing: list.json, limits: .form).root
        #expect(root["$id"]?.text == Array("urn:tincay:list:\(list.name):1".utf8))
        #expect(root["source"]?.text?.isEmpty == false)
        #expect(root["verified"] != nil)
        var codes: Set<[UInt8]> = []
        for choice in try #require(root["oneOf"]).elements {
            let code = try #require(choice["const"]?.text)
            #expect(code.allSatisfy { $0 < 0x80 } && codes.insert(code).inserted)
            let words = choice["x-tincay-i18n"]
            #expect(words?["vi"]?["label"]?.text?.isEmpty == false, "\(list.name)")
            #expect(words?["en"]?["label"]?.text?.isEmpty == false, "\(list.name)")
        }
        _ = try Form(parsing: list.json)
    }
}

@Test func theListsInsideTheFormsAreTheSameDocuments() throws {
    let lists = Dictionary(uniqueKeysWithValues: try documents("Forms/lists").map { ("list-" + $0.name, $0.json) })
    for form in try forms() {
        let root = try JSONDocument(parsing: form.json, limits: .form).root
        for definition in try #require(root["$defs"]).members {
            let name = String(decoding: definition.name.text ?? [], as: UTF8.self)
            guard name.hasPrefix("list-") else { continue }
            let alone = try JSONDocument(parsing: try #require(lists[name]), limits: .form).root
            #expect(ValueSet([alone]).holds(definition.value), "\(name)")
        }
    }
}

@Test func thereAreFiftyFourEthnicGroups() throws {
    let list = try #require(try documents("Forms/lists").first { $0.name == "ethnic" })
    let choices = try #require(JSONDocument(parsing: list.json, limits: .form).root["oneOf"]).elements
    var names: [String: String] = [:]
    for choice in choices {
        names[String(decoding: choice["const"]?.text ?? [], as: UTF8.self)] = String(
            decoding: choice["title"]?.text ?? [], as: UTF8.self)
    }
    #expect(names.count == 56)
    #expect((1...54).allSatisfy { names[($0 < 10 ? "0" : "") + String($0)] != nil })
    #expect(names["01"] == "Kinh" && names["22"] == "Xtiêng" && names["23"] == "Bru-Vân Kiều")
    #expect(names["24"] == "Thổ" && names["25"] == "Giáy" && names["32"] == "Chơ-ro" && names["54"] == "Rơ-măm")
}
