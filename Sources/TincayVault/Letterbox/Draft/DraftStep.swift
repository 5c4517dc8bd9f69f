/// One answer in a draft, as the next to last person left it.
struct DraftStep {
    /// The JSON Pointer of the question.
    let path: [UInt8]
    /// The answer's JSON; nil when an answer was taken back.
    let value: [UInt8]?
    /// Whether the host answered it by itself, because the form does not show it to this person.
    let isHosts: Bool
}
