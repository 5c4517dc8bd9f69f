import TincayIntake

extension LedgerEntry {
    /// Writes what an entry about the desk's people tells, as the log shows it; nothing for every other entry.
    @_optimize(size) func writePeople(to writer: inout JSONWriter, _ people: People) throws(VaultError) {
        var reader = ByteReader(open[...])
        switch type {
        case .created, .personAdded, .recovered, .passphraseChanged:
            let change = try PersonChange(open)
            writer.name("whom")
            writer.text(change.name)
            writer.name("roles")
            change.roles.write(to: &writer)
        case .personRemoved:
            _ = try reader.take(16)
            writer.name("whom")
            writer.text([UInt8](reader.rest))
        case .rekeyed:
            writer.name("generation")
            writer.integer(Int64(try reader.number(UInt32.self)))
        case .failedUnlock:
            let id = try reader.bytes(16)
            writer.name("whom")
            writer.text(people[id]?.name ?? Hexadecimal.text(id))
            writer.name("count")
            writer.integer(Int64(try reader.number(UInt32.self)))
            for name in ["first", "last"] as [StaticString] {
                let moment = Moment(milliseconds: Int64(bitPattern: try reader.number()))
                writer.name(name)
                writer.text(moment.text)
            }
        case .locked:
            writer.name("idle")
            writer.boolean(open.first == Desk.LockReason.idle.rawValue)
        case .recoveryMade:
            let made = try RecoveryMade(open)
            writer.name("set")
            writer.text(Hexadecimal.text(made.set))
            writer.name("needed")
            writer.integer(Int64(made.needed))
            writer.name("shares")
            writer.integer(Int64(made.shares))
        case .recoveryTried:
            writer.name("fits")
            writer.boolean(try reader.byte() == 1)
            writer.name("set")
            writer.text(Hexadecimal.text(try reader.bytes(RecoveryShare.setSize)))
        default: break
        }
    }
}
