import Testing

@testable import TincayIntake

/// What files are, by their first bytes.
struct AttachmentKindTests {
    /// Finds out what a whole file is.
    private func kind(_ bytes: [UInt8], isWhole: Bool = true) -> AttachmentKind? {
        AttachmentKind(sniffing: bytes, isWhole: isWhole)
    }

    /// Letters and zeros behind them.
    private func letters(_ text: String, then count: Int = 64) -> [UInt8] {
        Array(text.utf8) + [UInt8](repeating: 0, count: count)
    }

    /// The beginning of an ISO base media file.
    private func media(_ brand: String) -> [UInt8] {
        [0, 0, 0, 24] + letters("ftyp" + brand)
    }

    /// The beginning of a ZIP archive with members of these names.
    private func archive(_ names: [String]) -> [UInt8] {
        names.reduce([]) {
            $0 + [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26) + Array($1.utf8) + [0, 1, 2, 3]
        }
    }

    @Test func picturesAreKnown() {
        #expect(kind([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]) == .jpeg)
        #expect(kind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .png)
        #expect(kind(letters("GIF89a")) == .gif)
        #expect(kind(letters("RIFF\0\0\0\0WEBPVP8 ")) == .webp)
        #expect(kind(media("heic")) == .heic)
        #expect(kind(media("mif1")) == .heic)
        #expect(kind(media("avif")) == .avif)
        #expect(kind(letters("II*\0")) == .tiff)
    }

    @Test func soundAndFilmsAreKnown() {
        #expect(kind(media("isom")) == .mp4)
        #expect(kind(media("mp42")) == .mp4)
        #expect(kind(media("qt  ")) == .quicktime)
        #expect(kind(media("3gp5")) == .threeGP)
        #expect(kind(media("M4A ")) == .m4a)
        #expect(kind([0x1A, 0x45, 0xDF, 0xA3] + letters("\u{1}\u{2}webm")) == .webm)
        #expect(kind([0x1A, 0x45, 0xDF, 0xA3] + letters("\u{1}\u{2}matroska")) == .matroska)
        #expect(kind(letters("OggS")) == .ogg)
        #expect(kind(letters("RIFF\0\0\0\0WAVEfmt ")) == .wav)
        #expect(kind(letters("ID3\u{4}")) == .mp3)
        #expect(kind([0xFF, 0xFB, 0x90, 0x64, 0]) == .mp3)
        #expect(kind([0xFF, 0xF1, 0x50, 0x80, 0]) == .aac)
        #expect(kind(letters("#!AMR\n")) == .amr)
        #expect(kind(letters("fLaC")) == .flac)
    }

    @Test func documentsAreKnown() {
        #expect(kind(letters("%PDF-1.7")) == .pdf)
        #expect(kind(archive(["[Content_Types].xml", "_rels/.rels", "word/document.xml"])) == .docx)
        #expect(kind(archive(["[Content_Types].xml", "xl/workbook.xml"])) == .xlsx)
        #expect(kind(archive(["_rels/.rels", "ppt/presentation.xml"])) == .pptx)
        #expect(kind(archive(["mimetypeapplication/vnd.oasis.opendocument.text"])) == .odt)
        #expect(kind(archive(["mimetypeapplication/vnd.oasis.opendocument.spreadsheet"])) == .ods)
        #expect(kind(archive(["holiday/word/", "a.exe"])) == .zip)
        #expect(kind(Array("Một lá thư.\r\n".utf8)) == .text)
    }

    @Test func programsAndNoiseAreNotKnown() {
        #expect(kind([]) == nil)
        #expect(kind(letters("MZ\u{90}")) == nil)
        #expect(kind([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1]) == nil)
        #expect(kind([0xFF, 0xFF, 0xFF, 0xFF]) == nil)
        #expect(kind(letters("RIFF\0\0\0\0AVI ")) == nil)
        #expect(kind(media("evil")) == nil)
        #expect(kind([0x1A, 0x45, 0xDF, 0xA3, 0]) == nil)
    }

    @Test func textMayBeCutInsideACharacterUnlessItIsWhole() {
        let cut = [UInt8](Array("chuyện".utf8).prefix(6))
        #expect(kind(cut, isWhole: false) == .text)
        #expect(kind(cut) == nil)
        #expect(kind([0x80, 0x80, 0x80, 0x80, 0x80], isWhole: false) == nil)
    }

    @Test func noBeginningOfAnythingStopsTheSniffing() {
        var random = SeededGenerator(seed: 7)
        let starts: [[UInt8]] = [
            media("heic"), archive(["[Content_Types].xml", "word/"]), letters("RIFF\0\0\0\0WAVE"), [0xFF, 0xFB, 0x90],
            [0x1A, 0x45, 0xDF, 0xA3],
        ]
        for start in starts {
            for count in 0...start.count {
                var bytes = [UInt8](start.prefix(count))
                _ = kind(bytes)
                for place in bytes.indices { bytes[place] ^= UInt8.random(in: 0...1, using: &random) }
                _ = kind(bytes, isWhole: false)
            }
        }
    }

    @Test func everyKindIsNamedOnceAndFoundByItsName() {
        var names: Set<String> = []
        for kind in AttachmentKind.allCases {
            let name = "\(kind.name)"
            #expect(names.insert(name).inserted)
            #expect(AttachmentKind.named(Array(name.utf8)) == [kind])
        }
        #expect(AttachmentKind.named(Array("image/*".utf8)).count == 7)
        #expect(AttachmentKind.named(Array("application/*".utf8)).isEmpty)
        #expect(AttachmentKind.named(Array("image/svg+xml".utf8)).isEmpty)
    }
}
