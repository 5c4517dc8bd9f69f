import Glibc
import TincayIntake

// A program that answers the questions of Bowtie, a harness that asks many JSON Schema implementations the same:
// one JSON text a line on standard input, one a line on standard output.
// With --assert-format, a text that is not of its `format` is invalid.
var conversation = Conversation(assertsFormat: CommandLine.arguments.contains("--assert-format"))
var input = LineReader()
while let line = input.next(), let answer = conversation.answer(line) {
    guard LineWriter.write(answer) else { exit(1) }
}
