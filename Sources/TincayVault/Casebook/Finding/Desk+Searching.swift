import TincayCrypto
import TincayIntake

extension Desk {
    /// Searches cases: first by their sieves, then by opening those that may have all words.
    func search(
        _ cases: PlaceBits, for query: SearchQuery, in sections: [SectionName]?, key: [UInt8], showsWords: Bool
    ) throws(VaultError) -> FoundCases {
        let keys = try unlocked()
        let open = try sift(cases, query.certain, keys)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            let entry = SearchedEntry(searched: cases.count, opened: open.count, showsWords: showsWords)
            try enter(.searched, open: entry.bytes, in: &batch)
        }
        var result = FoundCases(key: key, bits: PlaceBits(room: cases.words.count * 64), opened: open.count)
        var search = ReportSearch(store, header, keys, query, sections)
        var sieves = SieveWriter(store: store, header: header, keys: keys)
        for (place, hasSieve) in open {
            guard let id = caseload.table.reports.id(at: place),
                let found = try openIfPossible(id, filed: Int64(caseload.table.numbers[place]), keys)
            else {
                result.unreadable += 1
                continue
            }
            let outcome = try search.search(
                id, found.sections, found.held, entries: wordEntries(of: place), wantsWords: !hasSieve,
                wantsSnippet: false)
            if !hasSieve { try sieves.set(outcome, stamp: caseload.table.last[place], of: place) }
            guard query.isMet(by: outcome.terms) else { continue }
            result.bits.insert(place)
            var mask: UInt8 = 0
            for section in outcome.places { mask |= 1 << (section?.rawValue ?? 0) }
            result.places[place] = mask
        }
        try sieves.flush()
        return result
    }

    /// The words around the first match in some reports that were found, which are opened once more.
    func snippets(
        of places: [Int], for query: SearchQuery, in sections: [SectionName]?
    ) throws(VaultError) -> [Int: [UInt8]] {
        let keys = try unlocked()
        var search = ReportSearch(store, header, keys, query, sections)
        var snippets: [Int: [UInt8]] = [:]
        for place in places {
            guard let id = caseload.table.reports.id(at: place),
                let found = try openIfPossible(id, filed: Int64(caseload.table.numbers[place]), keys)
            else { continue }
            let outcome = try search.search(
                id, found.sections, found.held, entries: wordEntries(of: place), wantsWords: false, wantsSnippet: true)
            snippets[place] = outcome.snippet
        }
        return snippets
    }

    /// The cases that may have all of some words, and whether each has a sieve that is true of it.
    func sift(
        _ cases: PlaceBits, _ words: [UInt64], _ keys: DeskKeys
    ) throws(VaultError) -> [(place: Int, hasSieve: Bool)] {
        let facts = try keys.facts()
        let identity = keys.part(.identity)
        let all: UInt64 = 1 << UInt64(words.count) - 1
        var first = SieveSheet(.facts, 0)
        var second = SieveSheet(.identity, 0)
        var numbers = (-1, -1)
        var open: [(place: Int, hasSieve: Bool)] = []
        for place in cases {
            let factsNumber = place / SieveSheet.room(of: .facts)
            if numbers.0 != factsNumber {
                first = try SieveSheet(.facts, factsNumber, from: store, header: header, key: facts)
                numbers.0 = factsNumber
            }
            var isKnown = isTrue(first.stamp(of: place), of: place)
            var found = isKnown ? first.words(words, of: place) : all
            if let identity {
                let identityNumber = place / SieveSheet.room(of: .identity)
                if numbers.1 != identityNumber {
                    second = try SieveSheet(.identity, identityNumber, from: store, header: header, key: identity)
                    numbers.1 = identityNumber
                }
                isKnown = isKnown && second.stamp(of: place) > 0
                found |= isKnown ? second.words(words, of: place) : all
            }
            if !isKnown || found == all { open.append((place, isKnown)) }
        }
        return open
    }

    /// Whether nothing was written about a report since its sieve was made.
    private func isTrue(_ stamp: UInt32, of place: Int) -> Bool {
        guard stamp > 0 else { return false }
        var number = caseload.table.last[place]
        while number > stamp, caseload.entries.before.indices.contains(Int(number) - 1) {
            guard !caseload.entries.mayHaveWords(number) else { return false }
            number = caseload.entries.before[Int(number) - 1]
        }
        return true
    }

    /// The entries about a report in which somebody may have written something.
    private func wordEntries(of place: Int) -> [Int64] {
        caseload.entries.chain(from: caseload.table.last[place]).filter { number in
            UInt32(exactly: number).map { caseload.entries.mayHaveWords($0) } ?? false
        }
    }
}
