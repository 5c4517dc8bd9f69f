/// Writes forms of any size, with lists that questions share, branches, an order and pages.
enum LargeForm {
    /// How many questions a page of it has.
    private static let pageSize = 50

    /// A form of so many questions, every fifth of which is asked only after a certain answer to the first.
    static func json(questions count: Int) -> String {
        var definitions = (0..<40).map { list in
            let choices = (0..<10).map { #"{"const":"V\#($0)","x-tincay-i18n":{"vi":{"label":"Chọn \#($0)"}}}"# }
            return #""list-\#(list)":{"$id":"urn:list:\#(list)","oneOf":[\#(choices.joined(separator: ","))]}"#
        }
        var always: [String] = []
        var branches: [String] = []
        for number in 0..<count {
            let words = #""x-tincay-i18n":{"vi":{"label":"Câu \#(number)"},"vi-x-child":{"label":"Em \#(number)"}}"#
            definitions.append(#""question-\#(number)":{\#(kind(number)),\#(words)}"#)
            let member = ##""q\##(number)":{"$ref":"#/$defs/question-\##(number)"}"##
            if number % 5 != 4 {
                always.append(member)
            } else {
                let condition = #"{"properties":{"q1":{"const":"\#(number)"}},"required":["q1"]}"#
                branches.append(#"{"if":\#(condition),"then":{"properties":{\#(member)},"required":["q\#(number)"]}}"#)
            }
        }
        let pages = stride(from: 0, to: count, by: pageSize).map { start in
            let names = (start..<min(start + pageSize, count)).map { "\"q\($0)\"" }
            return #"{"id":"p\#(start)","questions":[\#(names.joined(separator: ","))]}"#
        }
        return #"{"type":"object","properties":{\#(always.joined(separator: ","))},"#
            + #""allOf":[\#(branches.joined(separator: ","))],"unevaluatedProperties":false,"#
            + #""$defs":{\#(definitions.joined(separator: ","))},"x-tincay-pages":[\#(pages.joined(separator: ","))]}"#
    }

    /// What an answer to a question is.
    private static func kind(_ number: Int) -> String {
        switch number % 3 {
        case 0: #""$ref":"urn:list:\#(number % 40)""#
        case 1: #""type":"string","maxLength":100"#
        default: #""type":"integer","minimum":0,"maximum":10"#
        }
    }
}
