import Testing

@testable import TincayIntake

@Suite("Matching patterns")
struct PatternTests {
    @Test(
        "an expression matches where ECMA-262 says",
        arguments: [
            ("", ["", "a"], []), ("a", ["a", "bab"], ["", "b", "A"]), ("^", ["", "a"], []), ("$", ["", "a"], []),
            ("^$", [""], ["a", "\n"]), ("^a", ["a", "ab"], ["ba", ""]), ("a$", ["a", "ba"], ["ab", "a\n"]),
            ("^a|b$", ["ax", "xb"], ["xax"]), ("a|", ["", "x"], []), ("(?:)", ["", "x"], []), ("()", ["x"], []),
            ("^(a|bc)+$", ["a", "bcabc"], ["", "b", "abcb"]), ("^a*?b+?c??$", ["b", "aabb", "bc"], ["a", "bcc"]),
            ("^a{2}$", ["aa"], ["a", "aaa"]), ("^a{2,}$", ["aa", "aaaa"], ["a"]),
            ("^a{1,3}$", ["a", "aaa"], ["", "aaaa"]),
            ("^a{0}$", [""], ["a"]), ("^a{0,}b$", ["b", "aab"], ["a"]), ("^(){5}a$", ["a"], ["aa"]),
            ("^(?:a{2}){2,3}$", ["aaaa", "aaaaaa"], ["aaaaa", "aa"]), ("a{002}", ["aa"], ["a"]),
            ("^.$", ["a", "é", "\u{1F600}", "\u{85}"], ["", "\n", "\r", "\u{2028}", "\u{2029}", "e\u{301}"]),
            ("^[]$", [], ["", "a"]), ("[]", [], ["", "a"]), ("^[^]$", ["\n", "\u{1F600}"], ["", "ab"]),
            ("^[a-c-]$", ["a", "c", "-"], ["d"]), ("^[-a]$", ["-", "a"], ["b"]), ("^[a\\-z]$", ["-", "z"], ["b"]),
            ("^[--/]$", ["-", ".", "/"], [","]), ("^[\\]\\\\^]$", ["]", "\\", "^"], ["["]),
            ("^[(|)*+?.{}$/[]$", ["[", "{"], []),
            ("^[^a-c]$", ["d", "é"], ["a", "dd"]), ("^[\\b]$", ["\u{8}"], ["b"]), ("^[\\d_-]+$", ["1-2_3"], ["a"]),
            ("^\\d$", ["7"], ["߀", "a"]), ("^\\D$", ["a", "߀"], ["7"]), ("^\\w+$", ["aZ_9"], ["é", "-"]),
            ("^\\W$", ["é", "-"], ["a"]), ("^\\s+$", [" \t\n\u{B}\u{C}\r\u{A0}\u{FEFF}\u{2029}\u{3000}"], ["\u{85}"]),
            ("^\\S+$", ["\u{180E}\u{200B}a"], [" "]), ("^\\t\\n\\v\\f\\r\\0$", ["\t\n\u{B}\u{C}\r\0"], []),
            ("^\\cA\\cz$", ["\u{1}\u{1A}"], []), ("^\\x41\\u0042\\u{43}\\u{000044}$", ["ABCD"], []),
            ("^\\ud83d\\ude00$", ["\u{1F600}"], []),
            ("^[\\ud83d\\ude00-\\ud83d\\ude02]$", ["\u{1F601}"], ["\u{1F603}"]),
            ("\\ud83d", [], ["\u{1F600}"]), ("^\\u{D83D}\\u{DE00}$", [], ["\u{1F600}"]), ("^\\/\\.\\|$", ["/.|"], []),
            ("^\u{1F432}*$", ["", "\u{1F432}\u{1F432}"], ["\u{1F409}", "D"]),
            ("\\bfoo\\b", ["foo", "a foo.", "foo é"], ["food", "_foo"]), ("\\Boo", ["foo"], ["oo", " oo"]),
            ("^\\b", ["a"], ["", " "]), ("\\b$", ["a"], ["", " "]), ("^\\B$", [""], ["a", " a"]),
            ("\\B", ["", " ", "aa"], ["a"]),
            ("a\\b\\Bb", [], ["ab"]), ("(\\b|a)*b", ["b", "ab"], [""]), ("é\\b", ["éa"], ["é", "éé"]),
            ("(?:^|,)a(?:,|$)", ["a", "b,a", "a,b"], ["ba", "ab"]), ("a^", [], ["a", ""]), ("$a", [], ["a"]),
            ("$^", [""], ["a", "ab"]), ("\\b^", ["a", "ab"], ["", "-a", "--"]), ("\\B^", ["", "-a"], ["a", "a--"]),
            ("^(?<area>[0-9]{3})-(?<line>[0-9]+)$", ["024-39"], ["02-39"]), ("(a*)*", ["", "b"], []),
            ("^(a*)+$", ["", "aa"], ["b"]),
            ("^(?:a?){3}a{3}$", ["aaa", "aaaaaa"], ["aa", "aaaaaaa"]),
            ("^Nguyễn( \\S+)*$", ["Nguyễn Văn A"], ["Nguyen"]),
            ("^[ăâđêôơưĂÂĐÊÔƠƯ]+$", ["ăâđ", "Ư"], ["a", "ế"]), ("^(?:trẻ|em|bé)$", ["trẻ", "bé"], ["tre", "be"]),
        ] as [(String, [String], [String])])
    func verdicts(_ expression: String, _ matching: [String], _ others: [String]) throws {
        let pattern = try pattern(expression)
        for text in matching { #expect(pattern.matches([UInt8](text.utf8)), "\(expression) in \(text)") }
        for text in others { #expect(!pattern.matches([UInt8](text.utf8)), "\(expression) not in \(text)") }
        #expect(Pattern.isExpression([UInt8](expression.utf8)))
    }

    @Test(
        "nothing takes longer than the text is long",
        .timeLimit(.minutes(1)),
        arguments: [
            ("^(a+)+$", false), ("(a|a)*b", false), ("(a*)*$", true), ("^(a|aa)+$", false), ("(.*)*x", false),
            ("(a?){60}a{60}c", false), ("^(([a-z])+.)+[A-Z]([a-z])+$", false), ("(a|b|ab)*c", false),
            ("^(?:(?:a*)*)*!$", true), ("(?:a|b)*a(?:a|b){12}c", false), ("\\b(a+\\b)+c", false),
        ])
    func pathological(_ expression: String, _ verdict: Bool) throws {
        let text = [UInt8](repeating: 0x61, count: 100_000) + [0x21]
        #expect(try pattern(expression).matches(text) == verdict)
    }

    @Test(
        "looking ahead from the start of the text is a condition on all of it",
        arguments: [
            ("^(?=.*[A-Z])(?=.*[0-9]).{6,}$", ["Abcde1", "1bcdeF"], ["abcde1", "Abcdef", "Abcd1"]),
            ("^(?!0+$)[0-9]{3}$", ["001", "100"], ["000", "0000", "00"]), ("^(?!)a", [], ["a"]),
            ("^(?=)a", ["a"], ["b"]),
            ("^(?!.*--)[a-z-]+$", ["a-b"], ["a--b", "A"]), ("^(?=a|b$)", ["ab", "b"], ["ba", ""]),
            ("^(?=a$)(?=b$)", [], ["a"]),
            ("^(?!a|b)\\w\\b", ["c"], ["a", "cd", ""]), ("^(?=(?:é|ế){2}).", ["éế"], ["é", "ếb"]),
        ] as [(String, [String], [String])])
    func conditions(_ expression: String, _ matching: [String], _ others: [String]) throws {
        try verdicts(expression, matching, others)
    }

    @Test("text that is no UTF-8 is survived")
    func damage() throws {
        let pattern = try pattern("^[^x]+é$")
        for text in [[0xC3], [0xE1, 0x80], [0xFF, 0xC3, 0xA9], [0xF0, 0x9F, 0x98, 0xC3, 0xA9], [0x80]] as [[UInt8]] {
            _ = pattern.matches(text)
        }
        #expect(!pattern.matches([0xC3]))
    }
}
