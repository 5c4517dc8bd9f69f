/// What findings say in forms that say nothing themselves.
enum BuiltInMessages {
    /// The sentence for a finding, with places for the label and the limits; nil in a language that is not built in.
    static func text(_ code: FindingCode, _ tag: [UInt8]) -> StaticString? {
        if tag.elementsEqual("vi".utf8) { return vietnamese(code) }
        if tag.elementsEqual("vi-x-child".utf8) { return vietnameseForChildren(code) }
        if tag.elementsEqual("en-x-child".utf8) { return englishForChildren(code) }
        return tag.elementsEqual("en".utf8) ? english(code) : nil
    }

    /// The sentences in English.
    private static func english(_ code: FindingCode) -> StaticString {
        switch code {
        case .required: "An answer is needed: {label}"
        case .dependentRequired: "An answer is needed as well: {label}"
        case .unknown, .never, .propertyNames: "This is not part of the form."
        case .irrelevant: "This is not asked together with the other answers: {label}"
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
        case .text: "Hidden or wrong characters have to go: {label}"
        case .unit: "This place is not in the list of administrative units: {label}"
        case .compare: "This does not agree with another answer: {label}"
        case .depth, .limit: "The form cannot judge this answer: {label}"
        case .tooMany: "There are more mistakes than are shown here."
        }
    }

    /// The sentences in English for children.
    private static func englishForChildren(_ code: FindingCode) -> StaticString {
        switch code {
        case .required, .dependentRequired: "Please answer this one too: {label}"
        case .unknown, .never, .propertyNames: "This one is not needed here."
        case .irrelevant: "You do not need to answer this one: {label}"
        case .type, .pattern, .format: "Please look at this one again: {label}"
        case .enum, .const, .oneOf, .anyOf, .not: "Please choose one of the answers shown: {label}"
        case .maxLength: "That is a lot! Please make it shorter, at most {maxLength} letters: {label}"
        case .minLength: "Please write a little more: {label}"
        case .maximum: "Please choose a number up to {maximum}: {label}"
        case .exclusiveMaximum: "Please choose a number below {exclusiveMaximum}: {label}"
        case .minimum: "Please choose a number from {minimum} up: {label}"
        case .exclusiveMinimum: "Please choose a number above {exclusiveMinimum}: {label}"
        case .multipleOf: "Please choose another number: {label}"
        case .maxItems, .maxProperties, .maxContains: "Please choose fewer: {label}"
        case .minItems, .minProperties, .minContains, .contains: "Please choose one more: {label}"
        case .uniqueItems: "One thing is there twice: {label}"
        case .text: "Please delete this and type it again: {label}"
        case .unit: "Please look at this place again: {label}"
        case .compare: "Please look at this one again, it does not go with another answer: {label}"
        case .depth, .limit: "Something here does not work. It is not your fault: {label}"
        case .tooMany: "There is more to look at again. One thing after the other."
        }
    }

    /// The sentences in Vietnamese.
    private static func vietnamese(_ code: FindingCode) -> StaticString {
        switch code {
        case .required: "Cần trả lời: {label}"
        case .dependentRequired: "Cần trả lời thêm: {label}"
        case .unknown, .never, .propertyNames: "Mục này không thuộc phiếu."
        case .irrelevant: "Mục này không đi cùng các câu trả lời khác: {label}"
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
        case .text: "Có ký tự ẩn hoặc sai phông chữ, hãy xóa và gõ lại: {label}"
        case .unit: "Không có trong danh mục đơn vị hành chính: {label}"
        case .compare: "Không khớp với câu trả lời khác: {label}"
        case .depth, .limit: "Phiếu không xét được câu trả lời này: {label}"
        case .tooMany: "Còn nhiều chỗ sai khác chưa hiện ở đây."
        }
    }

    /// The sentences in Vietnamese for children.
    private static func vietnameseForChildren(_ code: FindingCode) -> StaticString {
        switch code {
        case .required, .dependentRequired: "Em trả lời giúp câu này nhé: {label}"
        case .unknown, .never, .propertyNames: "Ở đây không cần điều này, em nhé."
        case .irrelevant: "Em không cần trả lời câu này: {label}"
        case .type, .pattern, .format: "Em xem lại câu này nhé: {label}"
        case .enum, .const, .oneOf, .anyOf, .not: "Em chọn một trong các ô có sẵn nhé: {label}"
        case .maxLength: "Em viết ngắn lại một chút nhé, nhiều nhất {maxLength} chữ cái: {label}"
        case .minLength: "Em viết thêm một chút nhé: {label}"
        case .maximum: "Em chọn số không lớn hơn {maximum} nhé: {label}"
        case .exclusiveMaximum: "Em chọn số nhỏ hơn {exclusiveMaximum} nhé: {label}"
        case .minimum: "Em chọn số từ {minimum} trở lên nhé: {label}"
        case .exclusiveMinimum: "Em chọn số lớn hơn {exclusiveMinimum} nhé: {label}"
        case .multipleOf: "Em chọn số khác nhé: {label}"
        case .maxItems, .maxProperties, .maxContains: "Em chọn ít hơn một chút nhé: {label}"
        case .minItems, .minProperties, .minContains, .contains: "Em chọn thêm nhé: {label}"
        case .uniqueItems: "Có một điều em chọn hai lần: {label}"
        case .text: "Em xóa rồi gõ lại câu này nhé: {label}"
        case .unit: "Em xem lại tên nơi này nhé: {label}"
        case .compare: "Câu này chưa hợp với câu khác, em xem lại nhé: {label}"
        case .depth, .limit: "Câu này bị trục trặc, không phải lỗi của em: {label}"
        case .tooMany: "Còn vài chỗ nữa cần xem lại. Mình xem từng chỗ một nhé."
        }
    }
}
