import TincayCrypto

/// That somebody who manages people gave a ring to a person: which roles, in which generation, signed.
struct Endorsement {
    /// How many bytes one has.
    private static let size = 8 + Signature.size
    /// The person's roles.
    let roles: Roles
    /// The generation of the ring.
    let generation: UInt32
    /// The signature of whoever manages people.
    private let signature: [UInt8]

    /// Endorses a ring that was wrapped to a person.
    init(
        person: [UInt8], publicKey: [UInt8], wrap: [UInt8], roles: Roles, generation: UInt32, header: DeskHeader,
        with key: PeopleKey
    ) {
        self.roles = roles
        self.generation = generation
        signature = key.pair.sign(Self.signed(person, publicKey, wrap, roles, generation, header))
    }

    /// Opens an endorsement that lies sealed in a person's row.
    init(
        opening row: [UInt8], person: [UInt8], header: DeskHeader, key: borrowing SecretBytes
    ) throws(VaultError) {
        let bytes = try SealedRow.open(row[...], associated: Self.associated(person, header), key: key)
        guard bytes.count == Self.size else { throw .tampered }
        var reader = ByteReader(bytes[...])
        roles = try Roles(reader.byte())
        try reader.zeros(3)
        generation = try reader.number()
        signature = try reader.bytes(Signature.size)
    }

    /// Seals it for the person's row, so that the file does not tell who has which role.
    func sealed(person: [UInt8], header: DeskHeader, key: borrowing SecretBytes) throws(VaultError) -> [UInt8] {
        var writer = ByteWriter(capacity: Self.size)
        writer.append([roles.rawValue, 0, 0, 0])
        writer.append(number: generation)
        writer.append(signature)
        return try SealedRow.seal(writer.bytes, associated: Self.associated(person, header), key: key)
    }

    /// Whether somebody who manages people endorsed exactly this.
    func verify(
        person: [UInt8], publicKey: [UInt8], wrap: [UInt8], header: DeskHeader, with peopleKey: [UInt8]
    ) -> Bool {
        Signature.verify(
            signature, Self.signed(person, publicKey, wrap, roles, generation, header), publicKey: peopleKey)
    }

    /// What is signed.
    private static func signed(
        _ person: [UInt8], _ publicKey: [UInt8], _ wrap: [UInt8], _ roles: Roles, _ generation: UInt32,
        _ header: DeskHeader
    ) -> [UInt8] {
        var writer = ByteWriter(capacity: 128)
        writer.append(header.associated("tincay endorsement 1", person))
        writer.append(publicKey)
        writer.append(Hash.digest(wrap))
        writer.append([roles.rawValue])
        writer.append(number: generation)
        return writer.bytes
    }

    /// What the seal is bound to.
    private static func associated(_ person: [UInt8], _ header: DeskHeader) -> [UInt8] {
        header.associated("tincay endorsement row 1", person)
    }
}
