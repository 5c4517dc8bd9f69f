/// What makes a text look as if it were not what somebody meant to write.
struct TextSuspicion {
    /// The kind of suspicion.
    private let name: StaticString
    /// What is suspected.
    private let value: StaticString

    /// Looks at a text; nil when it looks well.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        if let encoding = unsafe LegacyEncoding.suspected(in: text) {
            name = "encoding"
            value = encoding.name
        } else if let letter = unsafe LookAlike.find(in: text) {
            name = "lookalike"
            value = letter.name
        } else {
            return nil
        }
    }

    /// The suspicion as a finding's parameters.
    var parameters: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name(name)
        writer.text(value)
        writer.endObject()
        return writer.bytes
    }
}
