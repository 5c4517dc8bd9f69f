import Glibc
import TincayIntake

/// One part of the engine, chosen by the environment, on bytes that libFuzzer makes up.
///
/// Finding a crash, a trap, a leak or a call that takes too long is libFuzzer's part; that the verdict and the findings
/// agree is ours.
enum Fuzzer {
    /// The part that is tried.
    private static let target = getenv("TINCAY_FUZZ_TARGET").map { String(cString: $0) } ?? "check"

    /// Tries the part on an input.
    static func run(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
        let bytes = Array(UnsafeBufferPointer(start: data, count: size))
        let parts = bytes.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false).map { Array($0) }
        switch target {
        case "json": _ = try? JSONDocument(parsing: bytes, limits: .report)
        case "form": form(parts[0], parts.count > 1 ? parts[1] : Array("{}".utf8))
        default: check(parts[0], parts.count > 1 ? parts[1] : Array("{}".utf8))
        }
        return 0
    }

    /// Compiles a schema, and asks it about a value in both ways.
    private static func check(_ schema: [UInt8], _ instance: [UInt8]) {
        guard let document = try? JSONDocument(parsing: schema, limits: .form),
            let program = try? SchemaProgram(compiling: document),
            let value = try? JSONDocument(parsing: instance, limits: .report).root
        else { return }
        let accepted = program.accepts(value)
        let findings = program.findings(value)
        // A walk that gives up is told as a finding; nothing else may differ.
        if accepted != findings.isEmpty, !findings.contains(where: { $0.code == .depth }) { abort() }
        for finding in findings { _ = (finding.path, finding.keyword, finding.parameters) }
    }

    /// Opens a form, and lets somebody answer it.
    private static func form(_ source: [UInt8], _ answers: [UInt8]) {
        guard let form = try? Form(parsing: source) else { return }
        let moment = Moment(milliseconds: 1_790_000_000_000)
        _ = try? form.check(answers, language: Array("vi-x-child".utf8), at: moment)
        _ = try? form.state(answers, profile: nil, language: Array("en".utf8))
    }
}
