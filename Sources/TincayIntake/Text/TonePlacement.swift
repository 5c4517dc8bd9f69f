/// Where a tone stands in the open rhymes oa, oe and uy: on the first letter, as in hòa, or on the second, as in hoà.
///
/// Both are in use for the same words, in official lists too.
enum TonePlacement {
    /// The vowels of these rhymes: the letter and its five tones, in the same order of tones.
    private static let vowels: [[UInt32]] = [
        [0x61, 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1], [0x65, 0xE8, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9],
        [0x6F, 0xF2, 0x1ECF, 0xF5, 0xF3, 0x1ECD], [0x75, 0xF9, 0x1EE7, 0x169, 0xFA, 0x1EE5],
        [0x79, 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5],
    ]

    /// Puts the tone on the first letter, in small letters of form C.
    static func moveForward(_ scalars: inout [UInt32]) {
        var place = 1
        while place < scalars.count {
            defer { place += 1 }
            let first = scalars[place - 1]
            guard first == 0x6F || first == 0x75, let second = vowel(scalars[place]), second.tone > 0 else { continue }
            let letter = vowels[second.vowel][0]
            guard first == 0x6F ? letter == 0x61 || letter == 0x65 : letter == 0x79 else { continue }
            // Behind q, u is a part of the consonant; before a final letter, both styles write the tone alike.
            if place >= 2, scalars[place - 2] == 0x71 { continue }
            if place + 1 < scalars.count, CharacterKind(scalars[place + 1]) == .letter { continue }
            scalars[place - 1] = vowels[first == 0x6F ? 2 : 3][second.tone]
            scalars[place] = letter
        }
    }

    /// Which of the vowels a character is, and with which tone.
    private static func vowel(_ scalar: UInt32) -> (vowel: Int, tone: Int)? {
        guard scalar >= 0xE0 else { return nil }
        for (vowel, tones) in vowels.enumerated() {
            if let tone = tones.firstIndex(of: scalar) { return (vowel, tone) }
        }
        return nil
    }
}
