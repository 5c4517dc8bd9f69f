import Foundation
import Testing

@testable import TincayIntake

/// A question of a state.
private typealias Row = [String: Any]

/// What a form tells about answers in the making.
private func state(_ form: Form, _ answers: [String: Any], _ detail: StateDetail = .full) throws -> [String: Any] {
    let json = try JSONSerialization.data(withJSONObject: answers)
    let state = try form.state(
        [UInt8](json), profile: nil, language: Array("vi".utf8), at: FormFixture.monday, detail: detail)
    return try #require(JSONSerialization.jsonObject(with: Data(state)) as? [String: Any])
}

/// The findings of the check as code and path.
private func findings(_ form: Form, _ answers: [String: Any]) throws -> [(code: String, path: String)] {
    let json = try JSONSerialization.data(withJSONObject: answers)
    let verdict = Verdict(try form.check([UInt8](json), language: nil, at: FormFixture.monday))
    return try #require(verdict.result["findings"] as? [Row]).map {
        ($0["code"] as? String ?? "", $0["path"] as? String ?? "")
    }
}

/// An answer that the screen offers for a question; nil when the screen offers none that can be made up here.
private func answer(_ row: Row, _ random: inout SeededGenerator) -> Any? {
    let choices = (row["choices"] as? [Row])?.compactMap { $0["value"] } ?? []
    switch row["kind"] as? String {
    case "choice": return choices.randomElement(using: &random)
    case "choices": return choices.randomElement(using: &random).map { [$0] }
    case "boolean": return Bool.random(using: &random)
    case "number":
        return Int.random(in: (row["minimum"] as? Int ?? 0)...(row["maximum"] as? Int ?? 9), using: &random)
    case "text":
        return row["format"] is String ? nil : String(repeating: "a", count: max(1, row["minimum"] as? Int ?? 1))
    case "group": return [String: Any]()
    default: return nil
    }
}

/// Answers that somebody may have given so far by what the screens offered, and the state after them.
private func partial(_ form: Form, _ random: inout SeededGenerator) throws -> ([String: Any], [Row]) {
    var answers: [String: Any] = ["profile": ["C", "B", "K"].randomElement(using: &random) ?? "C"]
    var rows = try #require(state(form, answers)["questions"] as? [Row])
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
        let open = rows.filter {
            $0["visible"] as? Bool == true && !(($0["path"] as? String ?? "").dropFirst().contains("/"))
        }
        guard let row = open.randomElement(using: &random), let path = row["path"] as? String else { break }
        guard path != "/lang", let value = answer(row, &random) else { continue }
        answers[String(path.dropFirst())] = value
        rows = try #require(state(form, answers)["questions"] as? [Row])
    }
    return (answers, rows)
}

@Test func whatAScreenMarksAsRequiredIsWhatTheCheckMisses() throws {
    let form = try #require(FormFixture.standard)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<50 {
        let (answers, rows) = try partial(form, &random)
        let found = try findings(form, answers)
        let missing = Set(found.filter { $0.code.lowercased().hasSuffix("required") }.map { $0.path })
        var marked: Set<String> = []
        for row in rows where row["visible"] as? Bool == true && row["required"] as? Bool == true {
            guard row["answered"] as? Bool == false, let path = row["path"] as? String else { continue }
            // A group that is missing as a whole is one finding.
            let group = path.split(separator: "/").dropLast().joined(separator: "/")
            if !group.isEmpty, answers[group] == nil {
                #expect(missing.contains("/" + group), "\(answers) \(path)")
            } else {
                marked.insert(path)
            }
        }
        #expect(missing == marked, "\(answers)")
    }
}

@Test func everyChoiceThatIsOfferedIsAccepted() throws {
    let form = try #require(FormFixture.standard)
    var random = SeededGenerator(seed: 6)
    for _ in 0..<50 {
        let (answers, rows) = try partial(form, &random)
        for row in rows where row["visible"] as? Bool == true {
            guard let path = row["path"] as? String, !path.dropFirst().contains("/"), path != "/profile" else {
                continue
            }
            guard let choice = (row["choices"] as? [Row])?.randomElement(using: &random)?["value"] else { continue }
            var next = answers
            next[String(path.dropFirst())] = row["kind"] as? String == "choices" ? [choice] : choice
            let wrong = try findings(form, next).filter {
                $0.path.hasPrefix(path) && !["required", "dependentRequired", "compare"].contains($0.code)
            }
            #expect(wrong.isEmpty, "\(path) \(choice) \(wrong)")
        }
    }
}

@Test func whatIsNotAskedIsIrrelevantAndWhatIsAskedIsNot() throws {
    let form = try #require(FormFixture.standard)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<50 {
        var (answers, _) = try partial(form, &random)
        let extra = try #require(form.questionnaire.questions.randomElement(using: &random))
        let name = String(decoding: extra.name, as: UTF8.self)
        guard name != "profile" else { continue }
        answers[name] = answers[name] ?? [String: Any]()
        let rows = try #require(state(form, answers)["questions"] as? [Row])
        let irrelevant = try Set(findings(form, answers).filter { $0.code == "irrelevant" }.map { $0.path })
        #expect(try !findings(form, answers).contains { $0.code == "unknown" })
        for row in rows {
            guard let path = row["path"] as? String, !path.dropFirst().contains("/") else { continue }
            guard answers[String(path.dropFirst())] != nil else { continue }
            if row["visible"] as? Bool == true { #expect(!irrelevant.contains(path), "\(answers) \(path)") }
            if irrelevant.contains(path) { #expect(row["visible"] as? Bool == false) }
        }
        // Those that are hidden and not irrelevant are taken, but asked on no screen of this profile.
        #expect(irrelevant.isSubset(of: Set(answers.keys.map { "/\($0)" })))
    }
}

@Test func whatChangedPutOverWhatWasToldIsTheWholeState() throws {
    let form = try #require(FormFixture.standard)
    var random = SeededGenerator(seed: 8)
    for _ in 0..<40 {
        let (answers, rows) = try partial(form, &random)
        let before = try #require(
            state(form, ["profile": answers["profile"] ?? "C"])["questions"] as? [Row])
        let changes = try state(form, answers, .changes)
        let changed = try #require(changes["questions"] as? [Row])
        #expect(changed.count == rows.count)
        for ((old, new), whole) in zip(zip(before, changed), rows) {
            let merged = old.merging(new) { $1 }
            #expect(NSDictionary(dictionary: merged) == NSDictionary(dictionary: whole), "\(merged) \(whole)")
        }
        let full = try state(form, answers)
        for name in ["findings", "pages", "progress"] {
            #expect(full[name] as? NSObject == changes[name] as? NSObject)
        }
    }
}

@Test func aStateIsCompleteExactlyWhenTheCheckAccepts() throws {
    let form = try #require(FormFixture.standard)
    var random = SeededGenerator(seed: 9)
    var complete = 0
    for _ in 0..<50 {
        let (answers, _) = try partial(form, &random)
        let json = try JSONSerialization.data(withJSONObject: answers)
        let accepted = try form.check([UInt8](json), language: nil, at: FormFixture.monday).accepted
        let told = try state(form, answers)["complete"] as? Bool
        #expect(told == accepted)
        complete += accepted ? 1 : 0
    }
    #expect(complete > 5)
}
