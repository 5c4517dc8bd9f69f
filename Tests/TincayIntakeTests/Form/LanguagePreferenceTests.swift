import Testing

@testable import TincayIntake

/// The tags to try for a language, as text.
private func tags(_ asked: String?, fallback: String = "vi", forChildren: Bool = false) -> [String] {
    let asked = asked.map { Array($0.utf8) }
    return LanguagePreference(asked, fallback: Array(fallback.utf8), forChildren: forChildren).tags.map {
        String(decoding: $0, as: UTF8.self)
    }
}

@Test func wordsForChildrenFallBackToWordsForAll() {
    #expect(tags("vi-x-child") == ["vi-x-child", "vi", "en"])
    #expect(tags("EN-x-Child") == ["en-x-child", "en", "vi-x-child", "vi"])
}

@Test func anUnknownLanguageFallsBackToTheFormsOwn() {
    #expect(tags("km-Khmr-KH", fallback: "en") == ["km-khmr-kh", "km-khmr", "km", "en", "vi"])
    #expect(tags("km-x-child", fallback: "vi") == ["km-x-child", "km", "vi-x-child", "vi", "en"])
}

@Test(arguments: [nil, "", "-", "vi-", "verylongsubtag", "v i", "vi\u{0}", "đ"])
func whatIsNoLanguageTagCountsAsNothingAsked(asked: String?) {
    #expect(tags(asked) == ["vi", "en"])
}

@Test func aChildReadsWordsForChildren() throws {
    let answers = #"{"profile":"C","session_ok":true}"#
    #expect(
        try FormFixture.check(answers, language: "vi-x-child").messages == [
            "Em trả lời giúp câu này nhé: Có chuyện gì làm em lo?"
        ])
    for language in [nil, "vi", "fr"] {
        #expect(
            try FormFixture.check(answers, language: language).messages == [
                "Em trả lời giúp câu này nhé: Có chuyện gì làm em lo?"
            ])
    }
    #expect(
        try FormFixture.check(answers, language: "en").messages == ["Please answer this one too: What worries you?"])
    #expect(try FormFixture.check(answers, language: "vi-x-adult").messages == ["Cần trả lời: Có chuyện gì?"])
    #expect(try FormFixture.check(answers, language: "vi-x-child").result["language"] as? String == "vi-x-child")
}

@Test func aMessageFallsBackWhereWordsForChildrenAreMissing() throws {
    let answers = #"{"profile":"C","session_ok":true,"safe_now":"Y","received_at":"tối qua"}"#
    let child = try FormFixture.check(answers, language: "vi-x-child")
    #expect(child.findings == ["format /received_at error"])
    #expect(child.messages == ["Em xem lại câu này nhé: Thời gian tiếp nhận"])
}

@Test func limitsStandInTheMessages() throws {
    let long = String(repeating: "a", count: 2_001)
    let verdict = try FormFixture.check(
        #"{"profile":"C","session_ok":true,"safe_now":"Y","narrative":"\#(long)"}"#, language: "en-x-adult")
    #expect(verdict.findings == ["maxLength /narrative error"])
    #expect(verdict.messages == ["“In own words”: at most 2000 characters."])
}

@Test func aPlainSchemaSpeaksBuiltInWords() throws {
    let form = try FormFixture.form(
        #"{"properties":{"age":{"title":"Age","maximum":20},"name":{"type":"string"}},"required":["name"]}"#)
    let verdict = try FormFixture.check(form, #"{"age":21}"#, language: "en")
    #expect(verdict.findings == ["maximum /age error", "required /name error"])
    #expect(verdict.messages == ["At most 20: Age", "An answer is needed: name"])
    #expect(
        try FormFixture.check(form, #"{"age":21}"#, language: "vi").messages == [
            "Lớn nhất là 20: Age", "Cần trả lời: name",
        ])
}

@Test func everyFindingHasBuiltInWordsInTwoLanguagesAlsoForChildren() {
    for code in FindingCode.allCases {
        for tag in ["vi", "vi-x-child", "en", "en-x-child"] {
            #expect(BuiltInMessages.text(code, Array(tag.utf8))?.utf8CodeUnitCount ?? 0 > 0)
        }
    }
}

@Test func aSchemasOwnWordsGoBeforeTheForms() throws {
    let form = try FormFixture.form(
        """
        {"x-tincay-messages":{"en":{"maximum":"form","minimum":"form"}},
         "properties":{"n":{"maximum":1,"minimum":0,"x-tincay-i18n":{"en":{"messages":{"maximum":"own {maximum}{"}}}}}}
        """)
    #expect(try FormFixture.check(form, #"{"n":2}"#, language: "en").messages == ["own 1{"])
    #expect(try FormFixture.check(form, #"{"n":-1}"#, language: "en").messages == ["form"])
}

@Test func onAChildsScreenALanguageMeansItsWordsForChildren() {
    #expect(tags("vi", forChildren: true) == ["vi-x-child", "vi", "en"])
    #expect(tags(nil, forChildren: true) == ["vi-x-child", "vi", "en"])
    #expect(tags("en", forChildren: true) == ["en-x-child", "en", "vi-x-child", "vi"])
    #expect(tags("vi-x-adult", forChildren: true) == ["vi-x-adult", "vi", "en"])
}

/// A form with a profile for children and one for grown-ups.
private let twoProfiles = """
    {"x-tincay-form":{"profile":"p","child_profiles":["C"]},"type":"object",
     "properties":{"p":{"enum":["C","K"]},
      "a":{"type":"string","x-tincay-i18n":{"vi":{"label":"Tên"},"vi-x-child":{"label":"Tên của em"}}}},
     "required":["a"]}
    """

@Test func aProfileThatIsAChildsGetsWordsForChildrenWithoutAsking() throws {
    let form = try FormFixture.form(twoProfiles)
    func messages(_ profile: String, _ language: String?) throws -> [String] {
        try FormFixture.check(form, #"{"p":"\#(profile)"}"#, language: language).messages
    }
    #expect(try messages("C", "vi") == ["Em trả lời giúp câu này nhé: Tên của em"])
    #expect(try messages("C", nil) == ["Em trả lời giúp câu này nhé: Tên của em"])
    #expect(try messages("C", "vi-x-adult") == ["Cần trả lời: Tên"])
    #expect(try messages("K", "vi") == ["Cần trả lời: Tên"])
    #expect(try messages("K", "vi-x-child") == ["Em trả lời giúp câu này nhé: Tên của em"])
    #expect(FormFixture.isRefused(twoProfiles.replacing(#"["C"]"#, with: #"["Z"]"#)))
    #expect(FormFixture.isRefused(#"{"x-tincay-form":{"child_profiles":[]}}"#))
}

@Test func whatAQuestionSaysGoesBeforeAGeneralSentenceForChildren() throws {
    let form = try FormFixture.form(
        """
        {"properties":{"n":{"maximum":1,"x-tincay-i18n":{"vi":{"messages":{"maximum":"riêng"}}}},"m":{"maximum":1}},
         "x-tincay-messages":{"vi":{"maximum":"chung"},"vi-x-child":{"minimum":"chung"}}}
        """)
    func message(_ answers: String, _ language: String) throws -> [String] {
        try FormFixture.check(form, answers, language: language).messages
    }
    #expect(try message(#"{"n":2}"#, "vi-x-child") == ["riêng"])
    #expect(try message(#"{"m":2}"#, "vi-x-child") == ["Em chọn số không lớn hơn 1 nhé: m"])
    #expect(try message(#"{"m":2}"#, "vi") == ["chung"])
    #expect(try message(#"{"n":2}"#, "en") == ["At most 1: n"])
}
