/// The rules of RFC 5892, appendix A, for characters that are valid only beside certain others.
enum ContextRule {
    /// Whether the character at a place is one of those, and may be there.
    static func holds(_ scalars: [UInt32], _ traits: [LabelTraits], at place: Int) -> Bool {
        let before = place > 0 ? traits[place - 1] : nil
        switch scalars[place] {
        // Zero width non-joiner and joiner.
        case 0x200C: return before?.isVirama == true || separates(traits, at: place)
        case 0x200D: return before?.isVirama == true
        // Middle dot, between two l as in Catalan.
        case 0xB7:
            return place > 0 && scalars[place - 1] == 0x6C && place + 1 < scalars.count && scalars[place + 1] == 0x6C
        // Greek keraia.
        case 0x375: return place + 1 < traits.count && traits[place + 1].isGreek
        // Hebrew geresh and gershayim.
        case 0x5F3, 0x5F4: return before?.isHebrew == true
        // Katakana middle dot.
        case 0x30FB: return traits.contains { $0.isJapanese }
        // Arabic-Indic digits, and the extended ones.
        case 0x660...0x669: return !scalars.contains { (0x6F0...0x6F9).contains($0) }
        case 0x6F0...0x6F9: return !scalars.contains { (0x660...0x669).contains($0) }
        default: return false
        }
    }

    /// Whether the characters around a place would join if nothing stood there.
    private static func separates(_ traits: [LabelTraits], at place: Int) -> Bool {
        guard let before = traits[..<place].last(where: { !$0.isTransparent }),
            let after = traits[(place + 1)...].first(where: { !$0.isTransparent })
        else { return false }
        return before.joinsNext && after.joinsPrevious
    }
}
