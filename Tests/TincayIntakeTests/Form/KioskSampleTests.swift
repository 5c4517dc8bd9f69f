import Foundation
import Testing

@testable import TincayIntake

/// The samples of a form: those of the default form in the folder itself, those of the others in folders of their own.
private let sampled = [("vn-cp-intake", ""), ("vn-cp-sweep", "/sweep"), ("vn-cp-feedback", "/feedback")]

@Test(arguments: sampled)
func everySampleOfTheKioskIsJudgedAsItsNameSays(form: String, folder: String) throws {
    let place = FormFixture.root.appendingPathComponent("Examples/kiosk/answers\(folder)")
    let files = try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
    let samples = (files ?? []).filter { $0.pathExtension == "json" }
    guard !samples.isEmpty else {
        print("SKIPPED: there are no samples in \(place.path)")
        return
    }
    let source = try Data(contentsOf: FormFixture.root.appendingPathComponent("Forms/\(form).json"))
    let form = try Form(parsing: [UInt8](source))
    for sample in samples.sorted(by: { $0.lastPathComponent < $1.lastPathComponent }) {
        let answers = [UInt8](try Data(contentsOf: sample))
        let checked = try form.check(answers, language: nil, at: FormFixture.monday)
        let name = sample.lastPathComponent
        #expect(checked.accepted == !name.contains("invalid"), "\(name): \(Verdict(checked).findings)")
    }
}
