extension AttachmentKind {
    /// How many of a file's first bytes are looked at.
    public static let headSize = 4096

    /// Finds out what a file is from its first bytes; nil when they are nothing known.
    ///
    /// `isWhole` tells that there are no more bytes than these.
    public init?(sniffing head: [UInt8], isWhole: Bool) {
        let head = head.prefix(Self.headSize)
        guard let kind = Self.signed(head) ?? Self.container(head) ?? Self.sound(head) else {
            guard PlainText.holds(head, isWhole: isWhole) else { return nil }
            self = .text
            return
        }
        self = kind
    }

    /// What begins with letters of its own.
    private static func signed(_ head: ArraySlice<UInt8>) -> AttachmentKind? {
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if head.starts(with: "GIF87a".utf8) || head.starts(with: "GIF89a".utf8) { return .gif }
        if head.starts(with: "II*\0".utf8) || head.starts(with: "MM\0*".utf8) { return .tiff }
        if head.starts(with: "%PDF-".utf8) { return .pdf }
        if head.starts(with: "OggS".utf8) { return .ogg }
        if head.starts(with: "fLaC".utf8) { return .flac }
        if head.starts(with: "#!AMR".utf8) { return .amr }
        if head.starts(with: "ID3".utf8) { return .mp3 }
        return nil
    }

    /// What is a container, which tells inside what it holds.
    private static func container(_ head: ArraySlice<UInt8>) -> AttachmentKind? {
        if head.starts(with: "RIFF".utf8) {
            let form = head.dropFirst(8)
            if form.starts(with: "WAVE".utf8) { return .wav }
            return form.starts(with: "WEBP".utf8) ? .webp : nil
        }
        if head.dropFirst(4).starts(with: "ftyp".utf8) { return media(head.dropFirst(8)) }
        if head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            let start = head.prefix(64)
            if find("webm", in: start) { return .webm }
            return find("matroska", in: start) ? .matroska : nil
        }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return archive(head) }
        return nil
    }

    /// What an ISO base media file calls itself.
    private static func media(_ brand: ArraySlice<UInt8>) -> AttachmentKind? {
        if brand.starts(with: "qt  ".utf8) { return .quicktime }
        if brand.starts(with: "M4A ".utf8) || brand.starts(with: "M4B ".utf8) { return .m4a }
        if brand.starts(with: "avif".utf8) || brand.starts(with: "avis".utf8) { return .avif }
        for name: StaticString in ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"] {
            if starts(brand, with: name) { return .heic }
        }
        if brand.starts(with: "3g".utf8) { return .threeGP }
        for name: StaticString in ["iso", "mp4", "avc1", "M4V", "MSNV", "dash", "f4v", "mmp4"] {
            if starts(brand, with: name) { return .mp4 }
        }
        return nil
    }

    /// What a ZIP archive's first members make it.
    private static func archive(_ head: ArraySlice<UInt8>) -> AttachmentKind {
        let start = head.dropFirst(30)
        if start.starts(with: "mimetypeapplication/vnd.oasis.opendocument.".utf8) {
            let rest = start.dropFirst("mimetypeapplication/vnd.oasis.opendocument.".utf8.count)
            if rest.starts(with: "text".utf8) { return .odt }
            if rest.starts(with: "spreadsheet".utf8) { return .ods }
            return rest.starts(with: "presentation".utf8) ? .odp : .zip
        }
        guard find("[Content_Types].xml", in: head) || find("_rels/.rels", in: head) else { return .zip }
        if find("word/", in: head) { return .docx }
        if find("xl/", in: head) { return .xlsx }
        return find("ppt/", in: head) ? .pptx : .zip
    }

    /// MPEG audio without a tag: a frame's header, whose bits cannot all be anything.
    private static func sound(_ head: ArraySlice<UInt8>) -> AttachmentKind? {
        let bytes = [UInt8](head.prefix(4))
        guard bytes.count == 4, bytes[0] == 0xFF else { return nil }
        // An ADTS frame: the layer is 0 and the sampling rate one of thirteen.
        if bytes[1] & 0xF6 == 0xF0, bytes[2] >> 2 & 0xF < 13 { return .aac }
        guard bytes[1] & 0xE0 == 0xE0, bytes[1] & 0x18 != 0x08, bytes[1] & 0x06 == 0x02, bytes[2] & 0xF0 != 0xF0,
            bytes[2] & 0xF0 != 0, bytes[2] & 0x0C != 0x0C
        else { return nil }
        return .mp3
    }

    /// Whether bytes begin with letters.
    private static func starts(_ bytes: ArraySlice<UInt8>, with letters: StaticString) -> Bool {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe bytes.starts(with: UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount))
    }

    /// Whether letters stand somewhere in some bytes.
    private static func find(_ letters: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { starts(bytes[$0...], with: letters) }
    }
}
