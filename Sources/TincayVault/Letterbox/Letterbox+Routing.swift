import TincayIntake

extension Letterbox {
    /// Who gets a report: the desks that the form's routes and the child leave, never none.
    func readers(of checked: Checked, excluding excluded: [[UInt8]]) throws(VaultError) -> [DirectoryDesk] {
        let routing = Routing(removed: checked.removed, added: checked.added, excluded: excluded)
        let readers = routing.readers(of: desks)
        guard !readers.isEmpty else { throw .noReader }
        return readers
    }

    /// Fails when a desk that a host names is none of the box's: a child must not believe that it was left out.
    func check(excluded: [[UInt8]]) throws(VaultError) {
        for id in excluded where !desks.contains(where: { $0.recipient.deskID == id }) { throw .invalidInput }
    }
}
