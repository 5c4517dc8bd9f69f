import Testing

@testable import TincayIntake

@Suite("Unicode properties in patterns")
struct UnicodePropertyTests {
    @Test(
        "a property has the characters that Unicode gives it",
        arguments: [
            ("\\p{L}", "aếʰǅ中", "1-́ "), ("\\p{Letter}", "aế", "1"), ("\\p{gc=Letter}", "a", "1"),
            ("\\p{General_Category=Lu}", "AẾ", "aế"), ("\\p{Ll}", "aế", "A"), ("\\p{LC}", "aAǅ", "ʰ中"),
            ("\\p{Cased_Letter}", "aA", "中"), ("\\p{M}", "\u{301}", "a"), ("\\p{Combining_Mark}", "\u{301}", "a"),
            ("\\p{Nd}", "1߀๙", "Ⅷ½"), ("\\p{digit}", "1", "a"), ("\\p{N}", "1Ⅷ½", "a"), ("\\p{punct}", "!(«_", "$a"),
            ("\\p{Sc}", "$₫€", "a"), ("\\p{Zs}", " \u{A0}\u{3000}", "\n"), ("\\p{cntrl}", "\n\u{85}", "a"),
            ("\\p{Co}", "\u{E000}\u{10FFFD}", "a"), ("\\p{Cn}", "\u{10FFFF}\u{378}", "a"), ("\\P{Cn}", "a", "\u{378}"),
            ("\\p{Script=Latin}", "aếĐ", "1дλ中́"), ("\\p{sc=Latn}", "ư", "д"), ("\\p{sc=Cyrillic}", "дЖ", "a"),
            ("\\p{sc=Zyyy}", "1 -", "a"), ("\\p{sc=Qaai}", "\u{301}", "a"), ("\\p{Script=Han}", "中", "あ"),
            ("\\p{scx=Deva}", "अ।\u{1CD0}", "a"), ("\\p{sc=Deva}", "अ", "।"), ("\\p{Script_Extensions=Han}", "中。", "a"),
            ("\\p{sc=Khmr}", "ក", "a"), ("\\p{scx=Katakana_Or_Hiragana}", "", "あア"), ("\\p{sc=Zzzz}", "\u{378}", "a"),
            ("\\p{ASCII}", "a\0\u{7F}", "é"), ("\\p{Any}", "a\n\u{10FFFF}", ""), ("\\p{Assigned}", "a", "\u{378}"),
            ("\\p{Alphabetic}", "aếⅧ", "1-"), ("\\p{Alpha}", "a", "1"), ("\\p{Lowercase}", "aªế", "A"),
            ("\\p{Uppercase}", "AⅧ", "a"), ("\\p{White_Space}", " \u{85}\u{2028}", "\u{FEFF}a"),
            ("\\p{space}", " ", "a"),
            ("\\p{ID_Start}", "aế", "1_"), ("\\p{ID_Continue}", "a1_\u{301}", "-"), ("\\p{XIDC}", "a1", "-"),
            ("\\p{Emoji}", "\u{1F600}1#", "a"), ("\\p{Emoji_Presentation}", "\u{1F600}", "1"),
            ("\\p{ExtPict}", "\u{1F600}©", "1"),
            ("\\p{Hex_Digit}", "aF０", "g"), ("\\p{AHex}", "aF", "０g"), ("\\p{Math}", "+∑", "a"),
            ("\\p{Dash}", "-–", "_"),
            ("\\p{CWU}", "aế", "A中"), ("\\p{Changes_When_NFKC_Casefolded}", "Aﬁ\u{AD}", "a"),
            ("\\p{Ideographic}", "中〇", "あ"),
            ("\\p{RI}", "\u{1F1FB}", "a"), ("\\p{VS}", "\u{FE0F}", "a"),
            ("\\p{Default_Ignorable_Code_Point}", "\u{200B}", "a"),
            ("[\\p{Lu}\\d_]", "A1_", "a-"), ("[^\\p{L}\\s]", "1-", "a "), ("[^\\P{L}]", "aế", "1"),
            ("[\\P{L}a]", "1a", "b"),
        ] as [(String, String, String)])
    func members(_ expression: String, _ inside: String, _ outside: String) throws {
        let pattern = try pattern("^\(expression)$")
        for scalar in inside.unicodeScalars {
            #expect(
                pattern.matches([UInt8](String(scalar).utf8)), "\(expression) has U+\(String(scalar.value, radix: 16))")
        }
        for scalar in outside.unicodeScalars {
            #expect(
                !pattern.matches([UInt8](String(scalar).utf8)),
                "\(expression) has no U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test(
        "a name that Unicode or ECMA-262 does not have is a mistake",
        arguments: [
            "\\p{l}", "\\p{lu}", "\\p{ L}", "\\p{L }", "\\p{Latin}", "\\p{Latn}", "\\p{Script}", "\\p{sc}",
            "\\p{Script=}",
            "\\p{=L}", "\\p{gc=}", "\\p{gc=Latin}", "\\p{sc=L}", "\\p{Script=latin}", "\\p{script=Latin}", "\\p{^L}",
            "\\p{Alphabetic=Y}", "\\p{isAlphabetic}", "\\p{InBasic_Latin}", "\\p{Block=ASCII}", "\\p{RGI_Emoji}",
            "\\p{L!}",
            "\\p{General-Category=L}", "\\p{Lu=Uppercase_Letter}", "\\p{Line_Break}", "\\p{L}{", "[\\p{L}-z]",
            "[a-\\p{L}]",
            "\\p{Other_Alphabetic}", "\\p{Composition_Exclusion}", "\\p{digit=}", "[\\p{Basic_Emoji}]",
        ])
    func mistakes(_ expression: String) {
        #expect(refusal(expression) == .syntax)
        #expect(!Pattern.isExpression([UInt8](expression.utf8)))
    }

    @Test("categories and scripts each cover all code points once")
    func cover() {
        var all = ScalarSet()
        var count = 0
        for place in 0..<30 {
            let set = UnicodeProperty.category(place).set
            all = all.differing(from: set)
            count += set.ranges.reduce(0) { $0 + $1.count }
        }
        #expect(all == ScalarSet([0...0x10FFFF]))
        #expect(count == 0x110000)
        (all, count) = (ScalarSet(), 0)
        for place in 0..<200 {
            let set = UnicodeProperty.script(place).set
            all = all.differing(from: set)
            count += set.ranges.reduce(0) { $0 + $1.count }
        }
        #expect(all == ScalarSet([0...0x10FFFF]))
        #expect(count == 0x110000)
    }

    @Test("every property is made of ranges that ascend")
    func ascending() {
        let all = (0..<38).map { UnicodeProperty.category($0) } + (0..<200).map { UnicodeProperty.extensions($0) }
        for property in all + (0..<52).map({ UnicodeProperty.binary($0) }) {
            let borders = property.set.borders
            #expect(borders.count % 2 == 0)
            #expect(zip(borders, borders.dropFirst()).allSatisfy { $0 < $1 })
            #expect(borders.last ?? 0 <= ScalarSet.limit)
        }
    }

    @Test("letters agree with those that Swift knows, where its Unicode is not older")
    func agreement() {
        let letters = UnicodeProperty([UInt8]("L".utf8), value: nil)?.set ?? ScalarSet()
        let lowercase = UnicodeProperty([UInt8]("Lowercase".utf8), value: nil)?.set ?? ScalarSet()
        for value in UInt32(0)..<0x2000 {
            guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned else { continue }
            let isLetter: Bool
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: isLetter = true
            default: isLetter = false
            }
            #expect(letters.contains(value) == isLetter)
            #expect(lowercase.contains(value) == scalar.properties.isLowercase)
        }
    }

    @Test("the name of a group may have letters of any script")
    func names() throws {
        #expect(try matches("^(?<tuổi>[0-9]+)$", "12"))
        #expect(try matches("(?<名前1>a)", "a"))
        #expect(refusal("(?<á-b>a)") == .syntax)
        #expect(refusal("(?<\u{301}a>b)") == .syntax)
        #expect(refusal("(?<\u{1F600}>b)") == .syntax)
    }

    @Test("naming properties over and over takes room")
    func room() {
        #expect(refusal(String(repeating: "\\p{Lu}\\p{Zl}", count: 10_000)) == .tooLarge)
        #expect(refusal("[" + String(repeating: "\\p{Lu}\\P{Ll}", count: 10_000) + "]") == .tooLarge)
    }
}
