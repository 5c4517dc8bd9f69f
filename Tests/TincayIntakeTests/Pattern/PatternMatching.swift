@testable import TincayIntake

/// Compiles an expression with more room than a form's expressions have together.
func pattern(_ expression: String) throws(PatternError) -> Pattern {
    var room = 500_000
    return try Pattern([UInt8](expression.utf8), room: &room)
}

/// Whether an expression matches somewhere in a text.
func matches(_ expression: String, _ text: String) throws(PatternError) -> Bool {
    try pattern(expression).matches([UInt8](text.utf8))
}

/// Why an expression is refused; nil when it is not.
func refusal(_ expression: String) -> PatternError? {
    do throws(PatternError) {
        _ = try pattern(expression)
        return nil
    } catch {
        return error
    }
}
