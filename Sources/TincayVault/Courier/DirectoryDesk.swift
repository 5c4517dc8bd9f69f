import TincayIntake

/// A desk of a point, as a setup or a directory names it: who it is, whom it stands for, and what it may read.
struct DirectoryDesk: Equatable {
    /// The most desks of a point, which is how many wraps an envelope has.
    static let most = 8
    /// The most destinations of a desk.
    private static let mostDestinations = 32

    /// Whom to seal to.
    let recipient: Recipient
    /// The codes of the destinations that forms send to it by; a desk without any is neither added nor removed.
    let destinations: [[UInt8]]
    /// Whether it is elsewhere, and reads only what is sent to it or what too few others may read.
    let isOffsite: Bool
    /// Which sections it may read; nil for all.
    let sections: Set<SectionName>?

    /// Describes a desk.
    init(recipient: Recipient, destinations: [[UInt8]] = [], isOffsite: Bool = false, sections: Set<SectionName>? = nil)
    {
        self.recipient = recipient
        self.destinations = destinations
        self.isOffsite = isOffsite
        self.sections = sections
    }

    /// Reads a desk: an object with a card in it, or a card alone.
    @_optimize(size) init(_ value: JSONValue) throws(VaultError) {
        guard value["tincay"] == nil else {
            self.init(recipient: try Card.read(value).recipient)
            return
        }
        guard value.kind == .object, let card = value["card"] else { throw .invalidInput }
        var destinations: [[UInt8]] = []
        var isOffsite = false
        var sections: Set<SectionName>?
        for member in value.members {
            switch member.name {
            case _ where member.name.isText("card"): break
            case _ where member.name.isText("destinations"): destinations = try Self.destinations(member.value)
            case _ where member.name.isText("sections"): sections = try Self.sections(member.value)
            case _ where member.name.isText("offsite"):
                guard let flag = member.value.boolean else { throw .invalidInput }
                isOffsite = flag
            default: throw .invalidInput
            }
        }
        self.init(
            recipient: try Card.read(card).recipient, destinations: destinations, isOffsite: isOffsite,
            sections: sections)
    }

    /// Reads 1 to 8 different desks, of which one at least is not elsewhere.
    @_optimize(size) static func all(_ list: JSONValue) throws(VaultError) -> [DirectoryDesk] {
        guard list.kind == .array, (1...most).contains(list.count) else { throw .invalidInput }
        var desks: [DirectoryDesk] = []
        for element in list.elements {
            let desk = try DirectoryDesk(element)
            // One desk's receipts must not count for two.
            guard !desks.contains(where: { $0.recipient.deskID == desk.recipient.deskID }) else { throw .invalidInput }
            desks.append(desk)
        }
        guard desks.contains(where: { !$0.isOffsite }) else { throw .invalidInput }
        return desks
    }

    /// Reads codes of destinations.
    private static func destinations(_ list: JSONValue) throws(VaultError) -> [[UInt8]] {
        guard list.kind == .array, list.count <= mostDestinations else { throw .invalidInput }
        var codes: [[UInt8]] = []
        for element in list.elements {
            guard let code = element.text, (1...200).contains(code.count), !codes.contains(code) else {
                throw .invalidInput
            }
            codes.append(code)
        }
        return codes
    }

    /// Reads names of sections.
    static func sections(_ list: JSONValue) throws(VaultError) -> Set<SectionName> {
        guard list.kind == .array, list.count > 0 else { throw .invalidInput }
        var sections: Set<SectionName> = []
        for element in list.elements {
            guard let section = SectionName.allCases.first(where: { element.isText($0.name) }),
                sections.insert(section).inserted
            else { throw .invalidInput }
        }
        return sections
    }

    /// Writes who the desk is and whom it stands for, so that a host can show it.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.name("desk")
        writer.text(Hexadecimal.text(recipient.deskID))
        writer.name("name")
        writer.text(recipient.name)
        writer.name("destinations")
        writer.beginArray()
        for code in destinations { writer.text(code) }
        writer.endArray()
        writer.name("offsite")
        writer.boolean(isOffsite)
        writer.endObject()
    }
}
