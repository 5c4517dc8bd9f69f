/// A regular expression as ECMA-262 has it with the flag `u`, matched in time linear in the text.
///
/// All possible positions in the expression advance together over the text, so that no expression and no text can make
/// it go back and try again. What cannot be matched that way (back references, looking around) is refused, but for
/// looking ahead from the start of the text, as in `^(?=.*[0-9])`: that is a second expression for the same text.
struct Pattern: Sendable {
    /// How it is matched, which all copies of the pattern share.
    private let matcher: PatternMatcher

    /// Compiles an expression into at most so many steps, which are taken off.
    init(_ expression: [UInt8], room: inout Int) throws(PatternError) {
        let plan = try PatternPlan(compiling: expression, room: &room)
        var conditions: [PatternCondition] = []
        for condition in plan.conditions {
            let matcher = PatternMatcher(condition.program, room: &room)
            conditions.append(PatternCondition(matcher: matcher, isNegated: condition.isNegated))
        }
        matcher = PatternMatcher(plan.program, conditions, room: &room)
    }

    /// Whether a text is a regular expression, be it one that can be matched here or not.
    static func isExpression(_ text: [UInt8]) -> Bool {
        guard let text = String(validating: text, as: UTF8.self) else { return false }
        var parser = PatternParser(Array(text.unicodeScalars), room: 0)
        do throws(PatternError) {
            _ = try parser.parse()
            return true
        } catch {
            return false
        }
    }

    /// Whether the expression matches somewhere in a text, however long that takes.
    func matches(_ text: [UInt8]) -> Bool {
        var effort = Int.max
        return unsafe text.withUnsafeBufferPointer { unsafe matches($0, effort: &effort) } ?? false
    }

    /// Whether the expression matches somewhere in a text, which is UTF-8; nil when that takes more than the effort.
    ///
    /// What it takes comes off the effort: one for a few bytes, and as many as there are steps alive where a place in the
    /// text is like no other before.
    func matches(_ text: UnsafeBufferPointer<UInt8>, effort: inout Int) -> Bool? {
        unsafe matcher.matches(text, effort: &effort)
    }
}
