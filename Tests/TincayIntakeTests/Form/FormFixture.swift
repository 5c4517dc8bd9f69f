import Foundation
import Testing

@testable import TincayIntake

/// The default form, and short ways to ask a form something.
enum FormFixture {
    /// The project's own folder.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The public data that stands beside a full checkout.
    static let data = root.deletingLastPathComponent().appendingPathComponent("shared/data")

    /// The default form's bytes.
    static let json: [UInt8] = {
        let file = root.appendingPathComponent("Forms/vn-cp-intake.json")
        return (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
    }()

    /// The default form.
    static let standard: Form? = try? Form(parsing: json)

    /// Monday 2026-11-23, ten in the morning in Viet Nam.
    static let monday = Moment(milliseconds: 1_795_402_800_000)

    /// What the default form makes of answers.
    static func check(_ answers: String, language: String? = nil, at moment: Moment = monday) throws -> Verdict {
        try check(try #require(standard), answers, language: language, at: moment)
    }

    /// What a form makes of answers.
    static func check(
        _ form: Form, _ answers: String, language: String? = nil, at moment: Moment = monday
    ) throws -> Verdict {
        Verdict(try form.check(Array(answers.utf8), language: language.map { Array($0.utf8) }, at: moment))
    }

    /// The questions that the default form would show.
    static func state(_ answers: String, profile: String?, language: String? = nil) throws -> [String: Any] {
        let form = try #require(standard)
        let json = try form.state(
            Array(answers.utf8), profile: profile.map { Array($0.utf8) }, language: language.map { Array($0.utf8) })
        return try #require(JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    }

    /// A form of a few words.
    static func form(_ json: String) throws(FormError) -> Form {
        try Form(parsing: Array(json.utf8))
    }

    /// Whether JSON is refused because it is no form.
    static func isRefused(_ json: String) -> Bool {
        do throws(FormError) {
            _ = try form(json)
            return false
        } catch {
            switch error {
            case .refused, .notAForm: return true
            case .json: return false
            }
        }
    }
}

/// What a form makes of answers, ready to look at.
struct Verdict {
    /// What the form gave.
    let checked: Checked
    /// Its result.
    let result: [String: Any]

    /// Reads the result.
    init(_ checked: Checked) {
        self.checked = checked
        let parsed = try? JSONSerialization.jsonObject(with: Data(checked.result))
        result = parsed as? [String: Any] ?? [:]
    }

    /// Whether the answers were accepted.
    var accepted: Bool { checked.accepted }

    /// The result as text.
    var text: String { String(decoding: checked.result, as: UTF8.self) }

    /// The findings as "code path severity".
    var findings: [String] {
        (result["findings"] as? [[String: Any]] ?? []).map {
            "\($0["code"] ?? "") \($0["path"] ?? "") \($0["severity"] ?? "")"
        }
    }

    /// The messages of the findings.
    var messages: [String] {
        (result["findings"] as? [[String: Any]] ?? []).compactMap { $0["message"] as? String }
    }

    /// The names of the rules that fired.
    var rules: [String] { (result["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String } }

    /// The deadlines as "rule kind due".
    var deadlines: [String] {
        (result["deadlines"] as? [[String: Any]] ?? []).map {
            "\($0["rule"] ?? "") \($0["kind"] ?? "") \($0["due"] ?? "")"
        }
    }

    /// The numbers to show.
    var hotlines: [String] { (result["hotlines"] as? [[String: Any]] ?? []).compactMap { $0["number"] as? String } }

    /// Who has to get the report.
    var destinations: [String] { result["destinations"] as? [String] ?? [] }
}
