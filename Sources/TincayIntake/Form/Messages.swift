/// What to say about a finding when a form has no words of its own.
struct Messages {
    /// The form's own words, in all languages.
    private let own: JSONValue?

    /// Takes a form's `x-tincay-messages`.
    init(_ own: JSONValue?) {
        self.own = own
    }

    /// Says a finding in a language: the field's words, else the form's, else ours.
    func text(_ finding: Finding, label: [UInt8], _ language: LanguageTag) -> [UInt8] {
        let found =
            language.text(finding.code, in: finding.schema?["x-tincay-i18n"]) ?? language.text(finding.code, in: own)
        let text = found?.text ?? Self.builtIn(finding.code, vietnamese: language.isVietnamese)
        return Self.fill(text, label, finding.parameters)
    }

    /// Puts the field's label and the limit into the places for them; a limit's place bears its keyword's name.
    private static func fill(_ text: [UInt8], _ label: [UInt8], _ parameters: [UInt8]) -> [UInt8] {
        let limit = (try? JSONDocument(parsing: parameters, limits: .report))?.root.members.map { $0.value.json }.first
        var result: [UInt8] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "{")),
            let end = rest[start...].firstIndex(of: UInt8(ascii: "}"))
        {
            result += rest[..<start]
            result += rest[(start + 1)..<end].elementsEqual("label".utf8) ? label : limit ?? []
            rest = rest[(end + 1)...]
        }
        return result + rest
    }

    /// Our own words.
    private static func builtIn(_ code: FindingCode, vietnamese: Bool) -> [UInt8] {
        let text: (StaticString, StaticString) =
            switch code {
            case .required, .dependentRequired: ("Cần có câu trả lời này.", "This answer is needed.")
            case .unknown, .never, .propertyNames:
                (
                    "Câu này không thuộc phiếu, hoặc không hợp với các câu trả lời khác.",
                    "This is not asked here, or does not go with the other answers."
                )
            case .enum, .const: ("Câu trả lời không có trong danh sách.", "The answer is not in the list.")
            case .type: ("Câu trả lời không đúng kiểu.", "The answer is of the wrong kind.")
            case .maximum, .exclusiveMaximum:
                ("Số quá lớn (tối đa {limit}).", "The number is too large (limit {limit}).")
            case .minimum, .exclusiveMinimum:
                ("Số quá nhỏ (tối thiểu {limit}).", "The number is too small (limit {limit}).")
            case .multipleOf: ("Số phải là bội số của {limit}.", "The number must be a multiple of {limit}.")
            case .maxLength: ("Dài quá (tối đa {limit} chữ).", "Too long (at most {limit} characters).")
            case .minLength: ("Ngắn quá (ít nhất {limit} chữ).", "Too short (at least {limit} characters).")
            case .pattern, .format: ("Câu trả lời không đúng dạng.", "The answer is not in the right form.")
            case .maxItems, .maxContains, .maxProperties:
                ("Chọn quá nhiều (tối đa {limit}).", "Too many (at most {limit}).")
            case .minItems, .minContains, .minProperties, .contains:
                ("Cần chọn thêm.", "More is needed.")
            case .uniqueItems: ("Có câu trả lời bị lặp lại.", "An answer is given twice.")
            case .anyOf, .oneOf, .not: ("Các câu trả lời không hợp với nhau.", "These answers do not go together.")
            case .compare: ("Hai câu trả lời không khớp với nhau.", "Two answers do not fit together.")
            case .text: ("Có ký tự không dùng được.", "There are characters that cannot be used.")
            case .depth: ("Không kiểm tra được câu này.", "This could not be checked.")
            }
        let chosen = vietnamese ? text.0 : text.1
        // SAFETY: a static string's bytes live as long as the process.
        return unsafe [UInt8](UnsafeBufferPointer(start: chosen.utf8Start, count: chosen.utf8CodeUnitCount))
    }
}
