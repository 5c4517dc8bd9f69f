import Testing

@testable import TincayIntake

@Suite("The syntax of patterns")
struct PatternSyntaxTests {
    @Test(
        "what ECMA-262 does not have with the flag u is refused as a mistake",
        arguments: [
            // Parentheses, quantifiers, brackets and braces on their own.
            "(", ")", "(a", "a)", "(?", "(?)", "(?x)", "(?a:b)", "*", "+a", "?", "a|*", "a**", "a+*", "a???", "{", "}",
            "a{", "a{1", "a{1,", "a{,1}", "a{1,2", "{1}", "a{2,1}", "a{x}", "a{1}{2}", "]", "a]", "[", "[a", "[a\\]",
            // Nothing to repeat.
            "^*", "$+", "\\b?", "\\B{2}", "(?=a)*", "(?!a)+", "(?<=a)?", "(?<!a){2}", "(*a)", "(?:+)",
            // Escapes of what needs none, and unfinished ones.
            "\\", "\\a", "\\e", "\\-", "\\_", "\\ ", "\\é", "\\\"", "\\'", "\\@", "\\&", "\\i", "\\Z", "\\A", "\\z",
            "\\c", "\\c1", "\\c_", "\\x", "\\x1", "\\xg0", "\\u", "\\u12", "\\u123", "\\u{", "\\u{}", "\\u{110000}",
            "\\u{1F600", "\\u{ 41}", "\\uD83D\\u", "\\00", "\\01", "\\07", "\\8", "\\1", "(a)\\2", "\\k", "\\k<",
            "\\k<a>",
            "(?<a>b)\\k<c>", "(?<a>b)\\k", "\\p", "\\pL", "\\p{", "\\p{}", "\\p{L", "\\P", "\\p{Nothing}",
            // Brackets.
            "[b-a]", "[\\d-z]", "[a-\\d]", "[\\w-\\d]", "[a-\\s]", "[\\a]", "[\\B]", "[\\1]", "[\\k]", "[\\c1]",
            "[\\00]",
            "[\\u{110000}]", "[\\x1]", "[z-\\u0041]", "[\u{1F600}-a]",
            // Names of groups.
            "(?<", "(?<>a)", "(?<1>a)", "(?<a", "(?<a-b>c)", "(?<a>b)(?<a>c)", "(?<a>(?<a>b))", "(?<a>(?:(?<a>b)|c))",
            "(?:(?<a>b)|c)(?<a>d)", "(?<a\\x41>b)", "(?<\\u0031>a)", "(?P<a>b)", "(?P=a)", "(?#a)", "(?>a)",
            // Flags of groups.
            "(?ii:a)", "(?i-i:a)", "(?-:a)", "(?u:a)", "(?i", "(?i)", "(?i-s-m:a)",
        ])
    func mistakes(_ expression: String) {
        #expect(refusal(expression) == .syntax)
        #expect(!Pattern.isExpression([UInt8](expression.utf8)))
    }

    @Test(
        "what looks around, refers back or changes the flags is an expression, but not one that is matched",
        arguments: [
            "(?=a)", "(?!a)b", "^(?=a)b|c", "b|^(?=a)c", "^(?=(?=a)a)", "^a(?=b)", "^^(?=a)", "(?:^(?=a)b)",
            "^(?=(a))\\1", "(?<=a)b", "(?<!a)b", "(a)\\1", "\\1(a)", "(?<a>b)\\k<a>", "\\k<a>(?<a>b)", "(?i:a)",
            "(?m-i:a)", "(?-s:.)", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10", "(?:\\1*)(a)", "(?=(a))\\1",
        ])
    func notLinear(_ expression: String) {
        #expect(refusal(expression) == .notLinear)
        #expect(Pattern.isExpression([UInt8](expression.utf8)))
    }

    @Test(
        "a mistake behind what is not matched is still a mistake",
        arguments: ["(?=a)(", "(a)\\1*+", "(?=a{2,1})", "(?<=a)\\a", "a{100000}(", "(?:(?:a{1000}){1000}){1000}]"])
    func mistakesGoFirst(_ expression: String) {
        #expect(refusal(expression) == .syntax)
    }

    @Test(
        "what takes too many steps is refused",
        arguments: [
            "a{20000}", "(a{1000}){1000}", "((a{1000}){1000}){1000}", "a{99999999999999999999}", "(?:ab?){9999}",
            "((a{9223372036854775807}){9223372036854775807})", "(a|b){9223372036854775807,}", "(a*){0,99999999999}",
            String(repeating: "(", count: 300) + "a" + String(repeating: ")", count: 300),
        ])
    func tooLarge(_ expression: String) {
        #expect(refusal(expression) == .tooLarge)
        #expect(Pattern.isExpression([UInt8](expression.utf8)))
    }

    @Test("a group's name may come again where the two cannot both take part")
    func names() throws {
        #expect(try matches("^(?<year>[0-9]{4})|(?<year>[0-9]{2})$", "1999"))
        #expect(try matches("^(?:(?<a>b)|(?:(?<a>c)|(?<a>d)))$", "d"))
        #expect(try matches("(?<$_a1>b)", "b"))
        #expect(try matches("(?<\\u0061\\u{62}>c)", "c"))
    }

    @Test("what is not UTF-8 is no expression")
    func notText() {
        var room = 1000
        #expect(throws: PatternError.syntax) { try Pattern([0x61, 0xFF], room: &room) }
        #expect(!Pattern.isExpression([0xC0, 0x80]))
    }

    @Test("expressions share the room that they are given")
    func room() throws {
        var room = 100
        _ = try Pattern([UInt8]("^[0-9]{12}$".utf8), room: &room)
        let left = room
        #expect((50..<90).contains(left))
        #expect(throws: PatternError.tooLarge) { try Pattern([UInt8]("a{100}".utf8), room: &room) }
        #expect(room == left)
        #expect(throws: PatternError.tooLarge) {
            for _ in 0..<100 { _ = try Pattern([UInt8]("a".utf8), room: &room) }
        }
        #expect(room >= 0)
    }
}
