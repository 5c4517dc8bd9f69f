import Foundation
import Testing

@testable import TincayIntake

@Test func everySampleOfTheKioskIsJudgedAsItsNameSays() throws {
    let folder = FormFixture.root.appendingPathComponent("Examples/kiosk/answers")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path), !names.isEmpty else {
        print("SKIPPED: there are no samples in \(folder.path)")
        return
    }
    let form = try #require(FormFixture.standard)
    for name in names.sorted() {
        let answers = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
        let checked = try form.check(answers, language: nil, at: FormFixture.monday)
        #expect(checked.accepted == !name.contains("invalid"), "\(name)")
    }
}
