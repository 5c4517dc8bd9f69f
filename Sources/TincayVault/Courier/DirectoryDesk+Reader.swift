import TincayIntake

extension DirectoryDesk {
    /// The desk as a reader of reports.
    var reader: Reader { Reader(recipient: recipient, sections: sections) }

    /// Fails unless every section has a desk here that may read it: what nobody could open would be lost.
    static func requireReaders(_ desks: [DirectoryDesk]) throws(VaultError) {
        guard areEnough(desks.filter { !$0.isOffsite }) else { throw .invalidInput }
    }

    /// Whether desks together may read every section.
    static func areEnough(_ desks: [DirectoryDesk]) -> Bool {
        SectionName.allCases.allSatisfy { section in desks.contains { $0.reader.mayRead(section) } }
    }
}
