/// Which files a form lets people keep with a report: its `x-tincay-attachments`.
public struct AttachmentRule: Sendable {
    /// What counts where a form says nothing: pictures, sound, films and PDF; 2 GiB; 100 files.
    public static let standard = AttachmentRule()
    /// As many bytes as the library takes.
    public static let mostBytes: Int64 = 1 << 40
    /// As many files of one report as the library takes.
    public static let mostFiles: Int64 = 1000
    /// The media types where a form says nothing.
    private static let standardTypes: [StaticString] = ["image/*", "audio/*", "video/*", "application/pdf"]

    /// The kinds.
    private let kinds: [AttachmentKind]
    /// The most bytes of one file.
    public let maxBytes: Int64
    /// The most files of one report.
    public let maxCount: Int64

    /// Takes the kinds and limits where a form says nothing.
    private init() {
        kinds = Self.standardTypes.flatMap { AttachmentKind.named(Self.bytes($0)) }
        maxBytes = 2 << 30
        maxCount = 100
    }

    /// Reads what a form says.
    @_optimize(size) init(_ root: JSONValue) throws(FormError) {
        guard let rule = root["x-tincay-attachments"] else {
            self = .standard
            return
        }
        guard rule.kind == .object else { throw .refused(.annotation, at: rule) }
        for member in rule.members {
            guard member.name.isText("types") || member.name.isText("max_bytes") || member.name.isText("max_count")
            else { throw .refused(.annotation, at: member.value) }
        }
        var kinds: [AttachmentKind] = []
        if let types = rule["types"] {
            guard types.kind == .array else { throw .refused(.annotation, at: types) }
            for element in types.elements {
                let named = element.text.map { AttachmentKind.named($0) } ?? []
                // A type that nothing is found to be would be a promise that nobody keeps.
                guard !named.isEmpty else { throw .refused(.annotation, at: element) }
                for kind in named where !kinds.contains(kind) { kinds.append(kind) }
            }
        } else {
            kinds = Self.standard.kinds
        }
        self.kinds = kinds
        maxBytes = try Self.number(rule["max_bytes"], Self.standard.maxBytes, most: Self.mostBytes)
        maxCount = try Self.number(rule["max_count"], Self.standard.maxCount, most: Self.mostFiles)
    }

    /// Whether a file of a kind may be kept.
    public func accepts(_ kind: AttachmentKind) -> Bool {
        kinds.contains(kind)
    }

    /// A limit, or what counts where there is none.
    private static func number(_ value: JSONValue?, _ standard: Int64, most: Int64) throws(FormError) -> Int64 {
        guard let value else { return standard }
        guard let number = value.integer, number >= 0, number <= most else { throw .refused(.annotation, at: value) }
        return number
    }

    /// A static string's bytes.
    private static func bytes(_ text: StaticString) -> [UInt8] {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe [UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
