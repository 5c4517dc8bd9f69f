/// Text without what keyboards and copying leave in it; it says and means the same.
struct CleanText {
    /// The characters so far.
    private(set) var scalars: [UInt32] = []
    /// What was done.
    private(set) var steps: NormalizationSteps = []
    /// Which of the kinds of text it is.
    private let kind: NormalizationKind
    /// The spaces since the last character: how many, how many ends of lines among them, and whether all are ordinary.
    private var run = (count: 0, lines: 0, isPlain: true)

    /// Cleans a text that is in form C.
    init(_ text: [UInt32], _ kind: NormalizationKind) {
        self.kind = kind
        scalars.reserveCapacity(text.count)
        for scalar in text { take(scalar) }
        if run.count > 0 { steps.insert(.trim) }
    }

    /// Takes the next character.
    private mutating func take(_ scalar: UInt32) {
        switch CharacterKind(scalar) {
        case .space:
            run.count += 1
            run.isPlain = run.isPlain && (scalar == 0x20 || scalar == 0x0A)
            if scalar == 0x0A || scalar == 0x2028 || scalar == 0x2029 { run.lines += 1 }
        case .invisible: steps.insert(.invisible)
        case .joiner where !joins: steps.insert(.invisible)
        case .fullWidth where kind != .text && kind != .name || CharacterKind(scalar - 0xFEE0) == .letter:
            steps.insert(.width)
            put(scalar - 0xFEE0)
        default: put(scalar)
        }
    }

    /// Whether a joiner that comes now has something to join: letters of scripts that it shapes, and pictures.
    private var joins: Bool {
        guard run.count == 0, let last = scalars.last else { return false }
        return last >= 0x600 && !CharacterKind.isLatin(last)
    }

    /// Puts a character behind the others, and before it what is left of the spaces.
    private mutating func put(_ scalar: UInt32) {
        if run.count > 0 {
            let keepsLines = kind == .text && run.lines > 0
            let width = keepsLines ? run.lines : kind == .code ? 0 : 1
            if scalars.isEmpty {
                steps.insert(.trim)
            } else {
                for _ in 0..<width { scalars.append(keepsLines ? 0x0A : 0x20) }
                let wasRight = run.isPlain && run.count == width && (keepsLines || run.lines == 0)
                if !wasRight { steps.insert(.space) }
            }
            run = (0, 0, true)
        }
        scalars.append(scalar)
    }
}
