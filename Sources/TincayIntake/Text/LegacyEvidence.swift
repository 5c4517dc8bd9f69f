/// What speaks for one of the old encodings, counted while a text is read.
struct LegacyEvidence {
    /// How much speaks for TCVN3.
    private var tcvn3 = 0
    /// How much speaks for VNI.
    private var vni = 0
    /// How much speaks for VISCII, and against TCVN3, which has many signs in common with it.
    private var viscii = 0
    /// How much speaks for Windows-1258.
    private var windows1258 = 0
    /// The character before the one that is looked at.
    private var before: UInt32 = 0x20
    /// The character that is looked at.
    private var middle: UInt32 = 0x20

    /// The encoding that most speaks for, when it is enough.
    var verdict: LegacyEncoding? {
        let signs = max(tcvn3, viscii)
        guard max(vni, windows1258, signs) >= 2 else { return nil }
        if signs >= max(vni, windows1258) { return viscii >= 2 ? .viscii : .tcvn3 }
        return vni >= windows1258 ? .vni : .windows1258
    }

    /// Looks at a character from 128 to 255 between its neighbours.
    mutating func note(_ middle: UInt32, between before: UInt32, and after: UInt32) {
        (self.before, self.middle) = (before, middle)
        weigh(after)
    }

    /// Weighs the character in the middle.
    private mutating func weigh(_ after: UInt32) {
        let followsLetter = CharacterKind.isLatin(before)
        let leadsLetter = CharacterKind.isLatin(after)
        switch middle {
        // đ starts words; what VISCII has there does not.
        case 0xAE:
            if followsLetter { viscii += 2 } else if leadsLetter { tcvn3 += 2 }
        // Catalan has l·l, and Spanish has abbreviations such as Mª.
        case 0xB7:
            if followsLetter, !leadsLetter || before != after { tcvn3 += 2 }
        case 0xAA, 0xBB:
            if followsLetter, leadsLetter { tcvn3 += 2 }
        // A hyphen that nobody sees is ư in TCVN3, mostly with ơ and its tones behind it, and ễ in VISCII behind i and y.
        case 0xAD:
            if [0xAC, 0xEA, 0xEB, 0xEC, 0xED, 0xEE].contains(after) {
                tcvn3 += 2
            } else if followsLetter {
                if [0x69, 0x79].contains(LetterCase.small(before)) { viscii += 1 }
                tcvn3 += 1
            }
        // Signs inside words: vowels in both.
        case 0xA8...0xAC, 0xB5...0xB9, 0xBC...0xBF:
            if followsLetter { tcvn3 += 2 }
        case 0xA1...0xA7, 0xAF...0xB2:
            if followsLetter, leadsLetter { viscii += 2 }
        default: weighLetter()
        }
    }

    /// Weighs a letter of Western European languages in the middle by the one before it.
    private mutating func weighLetter() {
        let letter = LetterCase.small(middle)
        switch LetterCase.small(before) {
        // ö and ô stand for ư and ơ, and take the signs of tones; ô and õ may have a tone behind them, too.
        case 0xF4, 0xF6:
            switch letter {
            case 0xEF, 0xF5, 0xF8, 0xF9, 0xFB: vni += 2
            case 0xF4 where LetterCase.small(before) == 0xF6: vni += 2
            case 0xEC, 0xF2: windows1258 += 2
            default: break
            }
        case 0xE2, 0xE3, 0xEA, 0xF5, 0xFD:
            if letter == 0xEC || letter == 0xF2 { windows1258 += 2 }
        // Vowels in a row that Vietnamese does not have: the second stands for a roof, a tone or both.
        case 0x61:
            vni += Self.weight(
                letter, sure: [0xE0, 0xE2, 0xE3, 0xE4, 0xE5, 0xF8], [0xE1, 0xE8, 0xE9, 0xEA, 0xEB, 0xF5, 0xF9, 0xFA])
        case 0x65: vni += Self.weight(letter, sure: [0xE0, 0xE2, 0xE3, 0xE4, 0xE5, 0xF8], [0xE1])
        case 0x6F: vni += Self.weight(letter, sure: [0xE2, 0xE4, 0xE5, 0xF8], [0xF5])
        case 0x75, 0x79: vni += Self.weight(letter, sure: [0xF8], [0xF5, 0xF9])
        // ươ, as VISCII has it.
        case 0xDF: if letter == 0xFE { viscii += 2 }
        // đ, which few languages begin a word with.
        default: if letter == 0xF1, !CharacterKind.isLatin(before) { vni += 1 }
        }
        // Capitals behind small letters: tones that follow their vowels, or vowels of TCVN3.
        guard middle < 0xE0, before >= 0x61, CharacterKind.isLatin(before), LetterCase.small(before) == before else {
            return
        }
        let isVowel = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0xE2, 0xE3, 0xEA, 0xF4, 0xF5, 0xFD].contains(before)
        if isVowel, [0xCC, 0xD2, 0xDE].contains(middle) { windows1258 += 2 } else { tcvn3 += 1 }
    }

    /// How much a second vowel speaks for VNI.
    private static func weight(_ letter: UInt32, sure: [UInt32], _ likely: [UInt32]) -> Int {
        sure.contains(letter) ? 2 : likely.contains(letter) || letter == 0xFB || letter == 0xEF ? 1 : 0
    }
}
