import Glibc
import TincayIntake

// A program that answers the questions of Bowtie, a harness that asks many JSON Schema implementations the same:
// one JSON text a line on standard input, one a line on standard output.
// With --assert-format, a text that is not of its `format` is invalid.
var conversation = Conversation(assertsFormat: CommandLine.arguments.contains("--assert-format"))
while let line = readLine() {
    guard let answer = conversation.answer(Array(line.utf8)) else { break }
    print(String(decoding: answer, as: UTF8.self))
    fflush(nil)
}
