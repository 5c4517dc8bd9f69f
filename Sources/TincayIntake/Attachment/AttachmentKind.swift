/// What a file that is kept with a report is, found in its first bytes and never taken from its name.
public enum AttachmentKind: UInt8, Sendable, CaseIterable {
    case jpeg = 1
    case png = 2
    case gif = 3
    case webp = 4
    case heic = 5
    case avif = 6
    case tiff = 7
    case mp4 = 16
    case quicktime = 17
    case threeGP = 18
    case webm = 19
    case matroska = 20
    case m4a = 32
    case mp3 = 33
    case aac = 34
    case ogg = 35
    case wav = 36
    case amr = 37
    case flac = 38
    case pdf = 48
    case docx = 64
    case xlsx = 65
    case pptx = 66
    case odt = 67
    case ods = 68
    case odp = 69
    case zip = 70
    case text = 80

    /// The media type.
    public var name: StaticString {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .heic: "image/heic"
        case .avif: "image/avif"
        case .tiff: "image/tiff"
        case .mp4: "video/mp4"
        case .quicktime: "video/quicktime"
        case .threeGP: "video/3gpp"
        case .webm: "video/webm"
        case .matroska: "video/x-matroska"
        case .m4a: "audio/mp4"
        case .mp3: "audio/mpeg"
        case .aac: "audio/aac"
        case .ogg: "audio/ogg"
        case .wav: "audio/wav"
        case .amr: "audio/amr"
        case .flac: "audio/flac"
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odp: "application/vnd.oasis.opendocument.presentation"
        case .zip: "application/zip"
        case .text: "text/plain"
        }
    }

    /// The kinds that a media type means: one for `image/png`, several for `image/*`; none for one that is not known.
    static func named(_ pattern: [UInt8]) -> [AttachmentKind] {
        guard pattern.suffix(2).elementsEqual("/*".utf8) else {
            return allCases.filter { $0.bytes == pattern }
        }
        let family = pattern.dropLast()
        // Documents come one by one: whoever takes a PDF has not said yes to a ZIP.
        guard !family.elementsEqual("application/".utf8) else { return [] }
        return allCases.filter { $0.bytes.starts(with: family) }
    }

    /// The media type as bytes.
    private var bytes: [UInt8] {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe [UInt8](UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
}
