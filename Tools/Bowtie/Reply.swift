import TincayIntake

/// The texts that are sent back.
enum Reply {
    /// Who answers.
    static func start() -> [UInt8] {
        Array(
            #"""
            {"version":1,"implementation":{"language":"swift","name":"tincay","version":"0.1.0",\#
            "homepage":"https://example.org/tincay","issues":"https://example.org/tincay/issues",\#
            "source":"https://example.org/tincay","dialects":["https://json-schema.org/draft/2020-12/schema",\#
            "http://json-schema.org/draft-07/schema#"]}}
            """#.utf8)
    }

    /// Whether a dialect is spoken.
    static func dialect(_ isKnown: Bool) -> [UInt8] {
        Array((isKnown ? #"{"ok":true}"# : #"{"ok":false}"#).utf8)
    }

    /// The verdicts of a case.
    static func results(sequence: JSONValue?, _ verdicts: [Verdict]) -> [UInt8] {
        var writer = begin(sequence)
        writer.name("results")
        writer.beginArray()
        for verdict in verdicts {
            writer.beginObject()
            switch verdict {
            case .valid(let isValid):
                writer.name("valid")
                writer.boolean(isValid)
            case .errored(let message): write(message, &writer)
            }
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// What went wrong.
    static func error(sequence: JSONValue?, _ message: StaticString) -> [UInt8] {
        var writer = begin(sequence)
        write(message, &writer)
        writer.endObject()
        return writer.bytes
    }

    /// Writes the members that tell what went wrong.
    private static func write(_ message: StaticString, _ writer: inout JSONWriter) {
        writer.name("errored")
        writer.boolean(true)
        writer.name("context")
        writer.beginObject()
        writer.name("message")
        writer.text(message)
        writer.endObject()
    }

    /// Begins an answer with the number of its question.
    private static func begin(_ sequence: JSONValue?) -> JSONWriter {
        var writer = JSONWriter()
        writer.beginObject()
        if let sequence {
            writer.name("seq")
            writer.raw(sequence.json)
        }
        return writer
    }
}
