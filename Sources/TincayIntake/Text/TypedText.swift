/// Where a text goes as it was typed, when putting it in order has changed it: `x-tincay-typed`.
///
/// It becomes an answer beside the one in order, so that both are sealed and neither has to be guessed from the other.
struct TypedText: Sendable {
    /// The most bytes that are kept; whoever types more has not typed a number or a name.
    private static let most = 200

    /// The pointer of the question whose text it is.
    let path: [UInt8]
    /// The name of the answer beside it.
    let name: [UInt8]
    /// How the texts of that answer are put in order, so that what is kept stays as it is when it is looked at again.
    let kind: NormalizationKind

    /// What was typed, as a member of the same object; nil when it cannot be kept.
    func member(_ text: [UInt8]) -> [UInt8]? {
        let kept = TextNormalizer.normalized(text, kind)?.text ?? text
        guard kept.count <= Self.most, !TextCheck.hasForbidden(kept) else { return nil }
        var writer = JSONWriter()
        writer.text(name)
        let label = writer.bytes
        writer = JSONWriter()
        writer.text(kept)
        return [UInt8(ascii: ",")] + label + [UInt8(ascii: ":")] + writer.bytes
    }
}
