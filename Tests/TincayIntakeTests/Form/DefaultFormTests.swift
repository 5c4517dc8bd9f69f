import Foundation
import Testing

@testable import TincayIntake

/// The package's own folder.
private let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// 2026-11-23, a Monday, at noon in Việt Nam.
private let noon = Moment(milliseconds: 1_795_410_000_000)

/// The default form.
private func defaultForm() throws -> Form {
    try Form(parsing: [UInt8](try Data(contentsOf: package.appendingPathComponent("Forms/vn-cp-intake.json"))))
}

/// Checks answers with the default form.
private func check(_ answers: String, language: String = "vi") throws -> Checked {
    try defaultForm().check(Array(answers.utf8), language: Array(language.utf8), at: noon)
}

/// The result of a check as a dictionary.
private func result(_ checked: Checked) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(checked.result)) as? [String: Any])
}

@Suite struct DefaultFormTests {
    @Test func aChildWhoOnlySaysThatItIsNotSafeHasMadeAMostUrgentReport() throws {
        let checked = try check(#"{"profile":"C","safe_now":"N"}"#)
        #expect(checked.accepted)
        #expect(checked.urgency == .immediate)
        #expect(checked.due == noon.later(by: 12 * 3_600_000))
    }

    @Test func aCounsellorsUrgentReportIsAcceptedWithGaps() throws {
        let checked = try check(#"{"profile":"K","safe_now":"N","session_ok":true}"#)
        #expect(checked.accepted)
        let findings = try #require(try result(checked)["findings"] as? [[String: Any]])
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0["severity"] as? String == "warning" })
    }

    @Test func aCounsellorsReportThatIsNotUrgentIsNotAcceptedWithGaps() throws {
        #expect(try !check(#"{"profile":"K","safe_now":"Y","session_ok":true,"concerns":["E1"]}"#).accepted)
    }

    @Test func harmByACarerInTheHomeIsImmediateDanger() throws {
        let checked = try check(
            #"""
            {"profile":"C","session_ok":true,"safe_now":"Y","concerns":["S0"],"happening":"H24","child_age_est":15,
             "poc_relation":"FATHER","poc_in_home":"Y"}
            """#)
        #expect(checked.urgency == .immediate)
        let rules = try #require(try result(checked)["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        #expect(rules.contains("T05") && rules.contains("T09") && rules.contains("T10"))
    }

    @Test func aChildIsNotAskedForTheCodesOfProfessionals() throws {
        let checked = try check(#"{"profile":"C","session_ok":true,"safe_now":"Y","concerns":["S1"]}"#)
        #expect(!checked.accepted)
        let findings = try #require(try result(checked)["findings"] as? [[String: Any]])
        #expect(findings.count == 1)
        #expect(findings.first?["code"] as? String == "enum")
        #expect(findings.first?["path"] as? String == "/concerns/0")
    }

    @Test func aFieldThatIsNotForAChildIsOneFindingAtItsOwnPath() throws {
        let checked = try check(#"{"profile":"C","session_ok":true,"safe_now":"Y","weapon":"Y","concerns":["V"]}"#)
        let findings = try #require(try result(checked)["findings"] as? [[String: Any]])
        #expect(findings.map { $0["path"] as? String } == ["/weapon"])
        #expect(findings.first?["code"] as? String == "unknown")
    }

    @Test func anAnonymousInformantWithAPhoneNumberIsRefused() throws {
        let checked = try check(
            #"""
            {"profile":"B","session_ok":true,"safe_now":"Y","about":"OTHER_CHILD","concerns":["N"],
             "reporter_kind":"NEIGHBOUR","anonymous":true,"reporter_phone":"0900000000"}
            """#)
        #expect(!checked.accepted)
        let findings = try #require(try result(checked)["findings"] as? [[String: Any]])
        #expect(findings.map { $0["path"] as? String } == ["/reporter_phone"])
    }

    @Test func noAnswerEverStandsInAResult() throws {
        let canary = "con-chim-bao-bao"
        let checked = try check(
            #"{"profile":"C","session_ok":true,"safe_now":"N","narrative":"\#(canary)","child_sex":"\#(canary)"}"#)
        #expect(!String(decoding: checked.result, as: UTF8.self).contains(canary))
        #expect(!checked.accepted)
    }

    @Test func sectionsJoinToTheAnswersAgain() throws {
        let form = try defaultForm()
        let answers = #"{"profile":"C","safe_now":"N","child_name":"Bé Na","contact_way":"CODE_CHECK"}"#
        let checked = try form.check(Array(answers.utf8), language: nil, at: noon)
        #expect(checked.sections.count > 1)
        let joined = try JSONSerialization.jsonObject(with: Data(form.join(checked.sections))) as? NSDictionary
        #expect(joined == (try JSONSerialization.jsonObject(with: Data(answers.utf8)) as? NSDictionary))
    }

    @Test func theStateAsksAChildInItsOwnWords() throws {
        let state = try defaultForm().state(
            Array("{}".utf8), profile: Array("C".utf8), language: Array("vi-x-child".utf8))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(state)) as? [String: Any])
        let questions = try #require(object["questions"] as? [[String: Any]])
        let safe = try #require(questions.first { $0["id"] as? String == "safe_now" })
        #expect(safe["label"] as? String == "Bây giờ em có thấy an toàn không?")
        #expect((safe["choices"] as? [Any])?.count == 4)
        #expect(safe["visible"] as? Bool == true)
        #expect(!questions.contains { $0["id"] as? String == "weapon" && $0["visible"] as? Bool == true })
    }

    @Test func everySampleOfTheKioskIsJudgedAsItsNameSays() throws {
        let folder = package.appendingPathComponent("Examples/kiosk/answers")
        let form = try defaultForm()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let answers = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            let checked = try form.check(answers, language: nil, at: noon)
            #expect(
                checked.accepted == !name.contains("invalid"),
                "\(name): \(String(decoding: checked.result, as: UTF8.self))")
        }
    }
}
