/// What the old encodings' bytes stand for, given as the characters of ISO 8859-1 that they were taken for.
enum LegacyTable {
    /// TCVN3 from A1 to FE.
    private static let standard: StaticString = """
        ĂÂÊÔƠƯĐăâêôơưđẰ\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụ\
        ừửữứựỳỷỹýỵ
        """
    /// VNI's second characters behind a vowel, each with the marks that it puts on it.
    private static let marks: StaticString = """
        ù\u{301}ø\u{300}û\u{309}õ\u{303}ï\u{323}â\u{302}á\u{302}\u{301}à\u{302}\u{300}å\u{302}\u{309}ã\u{302}\u{303}\
        ä\u{302}\u{323}ê\u{306}é\u{306}\u{301}è\u{306}\u{300}ú\u{306}\u{309}ü\u{306}\u{303}ë\u{306}\u{323}
        """
    /// VNI's characters that are a letter by themselves, and that letter.
    private static let letters: StaticString = "ôơÔƠöưÖƯñđÑĐæỉÆỈóĩÓĨòịÒỊîỵÎỴ"
    /// The characters in which Windows-1258 differs from Western European, and what they are in it.
    private static let windows: StaticString = """
        ÃĂÌ\u{300}ÐĐÒ\u{309}ÕƠÝƯÞ\u{303}ãăì\u{301}ðđò\u{323}õơýưþ₫
        """

    /// Reads characters as TCVN3.
    static func tcvn3(_ scalars: [UInt32]) -> [UInt32] {
        let table = Self.scalars(standard)
        return scalars.map { scalar in
            let place = Int(scalar) - 0xA1
            return table.indices.contains(place) ? table[place] : scalar
        }
    }

    /// Reads characters as Windows-1258.
    static func windows1258(_ scalars: [UInt32]) -> [UInt32] {
        let table = Self.scalars(windows)
        return scalars.map { partner(of: $0, in: table) ?? $0 }
    }

    /// Reads characters as VNI for Windows.
    static func vni(_ scalars: [UInt32]) -> [UInt32] {
        let marks = Self.scalars(marks)
        let letters = Self.scalars(letters)
        var result: [UInt32] = []
        result.reserveCapacity(scalars.count)
        var vowel: UInt32?
        for scalar in scalars {
            if let base = vowel, let put = Self.marks(of: LetterCase.small(scalar), on: base, in: marks) {
                result += put
                vowel = nil
                continue
            }
            let letter = partner(of: scalar, in: letters) ?? scalar
            result.append(letter)
            vowel = LetterCase.small(letter)
        }
        return result
    }

    /// The marks that a second character puts on a vowel; nil when it puts none there.
    private static func marks(of scalar: UInt32, on base: UInt32, in table: ArraySlice<UInt32>) -> ArraySlice<UInt32>? {
        guard let place = table.firstIndex(of: scalar) else { return nil }
        let rest = table[(place + 1)...]
        let put = rest.prefix { (0x300..<0x370).contains($0) }
        let fits: Bool
        switch put.first {
        case 0x302: fits = base == 0x61 || base == 0x65 || base == 0x6F
        case 0x306: fits = base == 0x61
        default: fits = [0x61, 0x65, 0x6F, 0x75, 0x79, 0x1A1, 0x1B0].contains(base)
        }
        return fits ? put : nil
    }

    /// The character behind another in a table of pairs.
    private static func partner(of scalar: UInt32, in table: ArraySlice<UInt32>) -> UInt32? {
        for place in stride(from: 0, to: table.count - 1, by: 2) where table[place] == scalar {
            return table[place + 1]
        }
        return nil
    }

    /// A table's characters.
    private static func scalars(_ text: StaticString) -> ArraySlice<UInt32> {
        // SAFETY: a static string's bytes live as long as the process.
        let bytes = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return ScalarText.scalars(unsafe [UInt8](bytes))[...]
    }
}
