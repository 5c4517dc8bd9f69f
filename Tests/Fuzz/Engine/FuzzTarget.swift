import Glibc
import TincayIntake

/// A part of the engine that is tried on bytes that libFuzzer makes up.
///
/// Finding a crash, a trap, a leak or a call that takes too long is libFuzzer's part; what must hold of the answers is
/// ours.
enum FuzzTarget: String {
    case json, pattern, format, check, form, answers

    /// The part that the environment names; nil when it names none.
    static let chosen = environment("TINCAY_FUZZ_TARGET").flatMap(FuzzTarget.init(rawValue:))

    /// The form to be answered, which the environment names.
    private static let questions = environment("TINCAY_FUZZ_FORM").flatMap { try? Form(parsing: Files.read($0)) }

    /// A variable of the environment.
    private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Tries the part on an input.
    func run(_ input: FuzzInput) {
        switch self {
        case .json: JSONFuzzer.run(input.bytes)
        case .pattern: SchemaFuzzer.run(keyword: "pattern", value: input[0], text: input[1])
        case .format: SchemaFuzzer.run(keyword: "format", value: input[0], text: input[1])
        case .check: SchemaFuzzer.run(schema: input[0], instance: input[1])
        case .form: FormFuzzer.run(form: input[0], answers: input[1], resources: input[2])
        case .answers:
            guard let form = Self.questions else { exit(2) }
            FormFuzzer.run(form, answers: input.bytes)
        }
    }
}
