internal import Synchronization

/// What a form says in one language, written down once.
protocol LanguageSheet: AnyObject, Sendable {
    /// Writes a form's words down.
    init(_ form: Form, _ language: LanguagePreference)
    /// How many bytes all of it has.
    var size: Int { get }
    /// Whether the words are those that somebody wants who asks for a language.
    func isFor(_ language: LanguagePreference) -> Bool
}

/// The sheets of a form that were prepared so far; no lock is needed, because a sheet never changes once it is there.
final class LanguageSheets<Sheet: LanguageSheet>: Sendable {
    /// How large a sheet may be to be kept.
    private static var largest: Int { 4 << 20 }

    /// The first language that somebody asked for.
    private let first = AtomicLazyReference<Sheet>()
    /// The second one.
    private let second = AtomicLazyReference<Sheet>()
    /// The third one.
    private let third = AtomicLazyReference<Sheet>()
    /// The fourth one.
    private let fourth = AtomicLazyReference<Sheet>()
    /// The fifth one.
    private let fifth = AtomicLazyReference<Sheet>()
    /// The sixth one; further languages are prepared anew each time.
    private let sixth = AtomicLazyReference<Sheet>()

    /// Starts with none.
    init() {}

    /// The sheet in a language.
    func sheet(_ form: Form, _ language: LanguagePreference) -> Sheet {
        if let sheet = kept(language) { return sheet }
        let sheet = Sheet(form, language)
        guard sheet.size <= Self.largest else { return sheet }
        // Somebody else may have been quicker: then theirs stays, and this one takes the next place or is used once.
        _ =
            first.storeIfNil(sheet) === sheet || second.storeIfNil(sheet) === sheet
            || third.storeIfNil(sheet) === sheet || fourth.storeIfNil(sheet) === sheet
            || fifth.storeIfNil(sheet) === sheet || sixth.storeIfNil(sheet) === sheet
        return sheet
    }

    /// The sheet that was prepared for a language.
    private func kept(_ language: LanguagePreference) -> Sheet? {
        if let sheet = first.load(), sheet.isFor(language) { return sheet }
        if let sheet = second.load(), sheet.isFor(language) { return sheet }
        if let sheet = third.load(), sheet.isFor(language) { return sheet }
        if let sheet = fourth.load(), sheet.isFor(language) { return sheet }
        if let sheet = fifth.load(), sheet.isFor(language) { return sheet }
        if let sheet = sixth.load(), sheet.isFor(language) { return sheet }
        return nil
    }
}
