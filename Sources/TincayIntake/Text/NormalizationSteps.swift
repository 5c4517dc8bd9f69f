/// What was done to the text of an answer.
struct NormalizationSteps: OptionSet, Sendable {
    /// A bit for each step.
    let rawValue: UInt8

    /// Composed as form C.
    static let composed = NormalizationSteps(rawValue: 1)
    /// Characters that nobody sees were left out.
    static let invisible = NormalizationSteps(rawValue: 2)
    /// Wide letters and digits became ordinary ones.
    static let width = NormalizationSteps(rawValue: 4)
    /// Spaces inside became one, or none in a code.
    static let space = NormalizationSteps(rawValue: 8)
    /// Spaces at the ends were left out.
    static let trim = NormalizationSteps(rawValue: 16)
    /// A telephone number was written as E.164.
    static let phone = NormalizationSteps(rawValue: 32)
    /// A mobile number of before 2018 became the one that took its place.
    static let renumbered = NormalizationSteps(rawValue: 64)
    /// What stood between digits was left out.
    static let digits = NormalizationSteps(rawValue: 128)

    /// Every step with its name in a result.
    private static let names: [(step: NormalizationSteps, name: StaticString)] = [
        (.composed, "nfc"), (.invisible, "invisible"), (.width, "width"), (.space, "space"), (.trim, "trim"),
        (.phone, "phone"), (.renumbered, "renumbered"), (.digits, "digits"),
    ]

    /// Puts bits together.
    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Writes the names of the steps as a list.
    func write(_ writer: inout JSONWriter) {
        writer.beginArray()
        for entry in Self.names where contains(entry.step) { writer.text(entry.name) }
        writer.endArray()
    }
}
