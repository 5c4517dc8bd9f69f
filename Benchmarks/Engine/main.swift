import Glibc
import TincayIntake

// What the engine does in a second of one core, without the interface around it:
//
//     tincay-measure SCHEMA DOCUMENTS SECONDS
//
// DOCUMENTS has one JSON text a line. Prints how many of them a second are parsed, parsed and judged, and parsed with
// everything that is wrong with them told: name, tab, number.
let arguments = CommandLine.arguments
guard arguments.count == 4, let seconds = Double(arguments[3]),
    let schema = Files.read(arguments[1]), let text = Files.read(arguments[2])
else { exit(2) }
let documents = text.split(separator: UInt8(ascii: "\n")).map { Array($0) }
do {
    let program = try SchemaProgram(compiling: JSONDocument(parsing: schema, limits: .form))
    let rate = Rate(documents: documents, seconds: seconds)
    rate.show("parse") { _ in }
    rate.show("parse, judge") { _ = program.accepts($0) }
    rate.show("parse, all findings") { _ = program.findings($0).count }
} catch {
    print("the schema is refused")
    exit(1)
}
