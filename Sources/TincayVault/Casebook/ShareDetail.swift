import TincayIntake

/// With which desk shares of a report were given or taken, and what came of it.
struct ShareDetail {
    /// The other desk's number.
    let deskID: [UInt8]
    /// Whether the shares fitted what the desk has; true of those that were given.
    let fits: Bool
    /// The other desk's name, when its card was at hand.
    let name: [UInt8]

    /// Describes a giving or a taking.
    init(deskID: [UInt8], fits: Bool = true, name: [UInt8] = []) {
        self.deskID = deskID
        self.fits = fits
        self.name = name
    }

    /// Reads a detail.
    init(_ bytes: [UInt8]) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        deskID = try reader.bytes(16)
        fits = try reader.byte() == 1
        name = [UInt8](reader.rest)
    }

    /// The detail as bytes.
    var bytes: [UInt8] { deskID + [fits ? 1 : 0] + name }

    /// Writes it as a case's history shows it.
    func write(to writer: inout JSONWriter) {
        writer.name("desk")
        writer.text(Hexadecimal.text(deskID))
        if !name.isEmpty {
            writer.name("name")
            writer.text(name)
        }
        writer.name("fits")
        writer.boolean(fits)
    }
}
