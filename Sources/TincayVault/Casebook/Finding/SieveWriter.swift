import TincayCrypto

/// Writes the sieves of reports that were opened, so that the next search need not open them; what cannot be written is
/// made again the next time.
struct SieveWriter {
    /// How many sheets are written together.
    private static let together = 512

    /// The file.
    let store: CasebookStore
    /// Whose file it is.
    let header: DeskHeader
    /// What the person holds.
    let keys: DeskKeys
    /// The sheets that have new sieves, the one at hand last.
    private var facts: [SieveSheet] = []
    private var identity: [SieveSheet] = []

    /// Starts with nothing to write.
    init(store: CasebookStore, header: DeskHeader, keys: DeskKeys) {
        self.store = store
        self.header = header
        self.keys = keys
    }

    /// Takes in what a report has, after that of the reports before it.
    mutating func set(_ outcome: ReportSearch.Outcome, stamp: UInt32, of place: Int) throws(VaultError) {
        try Self.set(outcome.facts, stamp, place, .facts, try keys.facts(), &facts, store, header)
        if let key = keys.part(.identity) {
            try Self.set(outcome.identity, stamp, place, .identity, key, &identity, store, header)
        }
        if facts.count + identity.count > Self.together { try flush() }
    }

    /// Writes what there is; a full disk disturbs nobody.
    mutating func flush() throws(VaultError) {
        let (facts, identity) = (facts, identity)
        self.facts = []
        self.identity = []
        guard !facts.isEmpty || !identity.isEmpty else { return }
        do throws(VaultError) {
            try store.transaction { () throws(VaultError) in
                for sheet in facts + identity {
                    guard let key = keys.part(sheet.part) else { continue }
                    try store.setSieve(sheet.part, sheet.number, sheet.row(header: header, key: key))
                }
            }
        } catch {
            guard error == .diskFull || error == .inputOutput || error == .badFormat else { throw error }
        }
    }

    /// Takes the words of one part in.
    private static func set(
        _ words: [UInt64], _ stamp: UInt32, _ place: Int, _ part: ReportPart, _ key: PartKey,
        _ sheets: inout [SieveSheet], _ store: CasebookStore, _ header: DeskHeader
    ) throws(VaultError) {
        let number = place / SieveSheet.room(of: part)
        if sheets.last?.number != number {
            sheets.append(try SieveSheet(part, number, from: store, header: header, key: key))
        }
        sheets[sheets.count - 1].set(words, stamp: stamp, of: place)
    }
}
