import TincayCrypto
import TincayIntake

/// Looks for words in reports, one report after the other.
struct ReportSearch {
    /// What came of one report.
    struct Outcome {
        /// The terms that were found.
        var terms: UInt64 = 0
        /// In which sections, and nil for what people wrote about the report.
        var places: [SectionName?] = []
        /// The numbers of all words of the part of the facts.
        var facts: [UInt64] = []
        /// The numbers of all words of the part of the identity.
        var identity: [UInt64] = []
        /// The words around the first match, as JSON has them.
        var snippet: [UInt8]?
    }

    /// The file.
    let store: CasebookStore
    /// Whose file it is.
    let header: DeskHeader
    /// What the person holds.
    let keys: DeskKeys
    /// What is looked for.
    let query: SearchQuery
    /// In which sections; nil for all, and what people wrote about the report is `notes`.
    let sections: [SectionName]?
    /// Goes through the texts.
    private var scanner: WordScanner

    /// Starts a search.
    init(
        _ store: CasebookStore, _ header: DeskHeader, _ keys: DeskKeys, _ query: SearchQuery, _ sections: [SectionName]?
    ) {
        self.store = store
        self.header = header
        self.keys = keys
        self.query = query
        self.sections = sections
        scanner = WordScanner(query)
    }

    /// Goes through the sections of a report that were opened, and what entries tell of it.
    mutating func search(
        _ id: ReportID, _ opened: [ReportSection], _ held: ReportKeys, entries: [Int64], wantsWords: Bool,
        wantsSnippet: Bool
    ) throws(VaultError) -> Outcome {
        var outcome = Outcome()
        for section in opened {
            scan(section.json, isJSON: true, section.name, wantsWords, wantsSnippet, into: &outcome)
        }
        if !entries.isEmpty {
            let key = try held.words()
            for number in entries {
                guard let words = try words(of: number, id, key) else { continue }
                scan(words, isJSON: false, nil, wantsWords, wantsSnippet, into: &outcome)
            }
        }
        return outcome
    }

    /// Goes through one text.
    private mutating func scan(
        _ text: [UInt8], isJSON: Bool, _ section: SectionName?, _ wantsWords: Bool, _ wantsSnippet: Bool,
        into outcome: inout Outcome
    ) {
        scanner.reset()
        scanner.numbersWords = wantsWords
        let part = section.map { ReportPart(of: $0) } ?? .facts
        var words: [UInt64] = []
        if isJSON {
            // SAFETY: the buffer is only used inside.
            unsafe text.withUnsafeBufferPointer { text in
                unsafe scanner.scan(json: text) { words.append($0) }
            }
        } else {
            scanner.scan(text) { words.append($0) }
        }
        switch part {
        case .facts: outcome.facts += words
        case .identity: outcome.identity += words
        }
        guard scanner.terms != 0, sections?.contains(section ?? .notes) ?? true else { return }
        outcome.terms |= scanner.terms
        if !outcome.places.contains(section) { outcome.places.append(section) }
        if wantsSnippet, outcome.snippet == nil {
            outcome.snippet = isJSON ? TextSnippet.make(text, query) : TextSnippet.make(text: text, query)
        }
    }

    /// What an entry tells in words; nil when it tells none, or none that opens.
    private func words(
        of number: Int64, _ id: ReportID, _ key: borrowing SecretBytes
    ) throws(VaultError) -> [UInt8]? {
        guard let row = try store.entry(number) else { return nil }
        let found = try VaultError.unlessDamaged { () throws(VaultError) -> [UInt8]? in
            let entry = try LedgerChain.open(row, number: number, header: header, keys: keys)
            guard !entry.words.isEmpty else { return nil }
            return try CaseDetail.words.open(entry.words, type: entry.type, id: id, header: header, key: key)
        }
        return found ?? nil
    }
}
