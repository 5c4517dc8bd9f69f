/// What findings say in forms that say nothing themselves.
enum BuiltInMessages {
    /// The sentence for a finding, with places for the label and the limits; nil in a language that is not built in.
    static func text(_ code: FindingCode, _ tag: [UInt8]) -> StaticString? {
        if tag.elementsEqual("vi".utf8) { return vietnamese(code) }
        return tag.elementsEqual("en".utf8) ? english(code) : nil
    }

    /// The sentences in English.
    private static func english(_ code: FindingCode) -> StaticString {
        switch code {
        case .required: "An answer is needed: {label}"
        case .dependentRequired: "An answer is needed as well: {label}"
        case .unknown, .never, .propertyNames: "This is not part of the form, or not together with the other answers."
        case .type: "The answer has the wrong form: {label}"
        case .enum, .const, .oneOf, .anyOf: "This is none of the possible answers: {label}"
        case .not: "This answer is not possible: {label}"
        case .maxLength: "At most {maxLength} characters: {label}"
        case .minLength: "At least {minLength} characters: {label}"
        case .maximum: "At most {maximum}: {label}"
        case .exclusiveMaximum: "Less than {exclusiveMaximum}: {label}"
        case .minimum: "At least {minimum}: {label}"
        case .exclusiveMinimum: "More than {exclusiveMinimum}: {label}"
        case .multipleOf: "A multiple of {multipleOf}: {label}"
        case .pattern, .format: "This is not written as expected: {label}"
        case .maxItems, .maxProperties, .maxContains: "Too many: {label}"
        case .minItems, .minProperties, .minContains, .contains: "Too few: {label}"
        case .uniqueItems: "Something was chosen twice: {label}"
        case .text: "Hidden characters have to go: {label}"
        case .compare: "This does not agree with another answer: {label}"
        case .depth: "The form cannot judge this answer: {label}"
        case .tooMany: "There are more mistakes than are shown here."
        }
    }

    /// The sentences in Vietnamese.
    private static func vietnamese(_ code: FindingCode) -> StaticString {
        switch code {
        case .required: "Cần trả lời: {label}"
        case .dependentRequired: "Cần trả lời thêm: {label}"
        case .unknown, .never, .propertyNames: "Mục này không thuộc phiếu, hoặc không đi cùng các câu trả lời khác."
        case .type: "Câu trả lời không đúng dạng: {label}"
        case .enum, .const, .oneOf, .anyOf: "Câu trả lời không có trong danh sách: {label}"
        case .not: "Không dùng được câu trả lời này: {label}"
        case .maxLength: "Nhiều nhất {maxLength} ký tự: {label}"
        case .minLength: "Ít nhất {minLength} ký tự: {label}"
        case .maximum: "Lớn nhất là {maximum}: {label}"
        case .exclusiveMaximum: "Phải nhỏ hơn {exclusiveMaximum}: {label}"
        case .minimum: "Nhỏ nhất là {minimum}: {label}"
        case .exclusiveMinimum: "Phải lớn hơn {exclusiveMinimum}: {label}"
        case .multipleOf: "Phải là bội số của {multipleOf}: {label}"
        case .pattern, .format: "Viết chưa đúng dạng: {label}"
        case .maxItems, .maxProperties, .maxContains: "Quá nhiều mục: {label}"
        case .minItems, .minProperties, .minContains, .contains: "Quá ít mục: {label}"
        case .uniqueItems: "Có mục được chọn hai lần: {label}"
        case .text: "Có ký tự ẩn, hãy xóa và gõ lại: {label}"
        case .compare: "Không khớp với câu trả lời khác: {label}"
        case .depth: "Phiếu không xét được câu trả lời này: {label}"
        case .tooMany: "Còn nhiều chỗ sai khác chưa hiện ở đây."
        }
    }
}
