import TincayCrypto

/// The keys of an unlocked desk that its person was given, all derived from the ring; they are wiped with the last
/// reference.
///
/// What somebody may do follows from which of them are there. A key that was not given is `noKey` where it is needed.
/// Whatever is sealed under a key that everybody has is sealed anew when the keys are exchanged (Desk+Rekeying).
final class DeskKeys: Sendable {
    /// Which subkeys the ring's seeds have.
    static let context: StaticString = "tincaydk"

    /// What the keys were derived from.
    let ring: KeyRing
    /// Seals the ledger's entries.
    let ledger: SecretBytes
    /// Wraps the keys that seal what the ledger tells about a report in codes.
    let detail: SecretBytes
    /// Seals forms, and names their rows.
    let form: SecretBytes
    /// Seals what the desk was set up with, and notices.
    let setup: SecretBytes
    /// Seals who was endorsed.
    let endorsement: SecretBytes
    /// Authenticates the ledger's end in the file.
    let end: SecretBytes
    /// Signs the ledger's head for others, receipts and the card.
    let signing: SigningKeyPair
    /// Opens what reports say.
    private let factsKey: PartKey?
    /// Opens who the child is.
    private let identityKey: PartKey?
    /// Takes in what was sealed to the desk.
    private let intakeKey: IntakeKey?
    /// Endorses people.
    private let peopleKey: PeopleKey?

    /// Takes over keys; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(
        _ ring: KeyRing, ledger: consuming SecretBytes, detail: consuming SecretBytes, form: consuming SecretBytes,
        setup: consuming SecretBytes, endorsement: consuming SecretBytes, end: consuming SecretBytes,
        signing: consuming SigningKeyPair,
        facts: PartKey?, identity: PartKey?, intake: IntakeKey?, people: PeopleKey?
    ) {
        self.ring = ring
        self.ledger = ledger
        self.detail = detail
        self.form = form
        self.setup = setup
        self.endorsement = endorsement
        self.end = end
        self.signing = signing
        factsKey = facts
        identityKey = identity
        intakeKey = intake
        peopleKey = people
    }

    /// Derives the keys of a ring; the pairs of earlier cards come from the file.
    convenience init(ring: KeyRing, earlier: [IntakeKey.Pair] = []) throws(VaultError) {
        let list = try ring.seed(.list)
        let seed = try ring.seed(.signing)
        let roles = ring.roles
        let facts = roles.contains(.reports) ? try PartKey(seed: ring.seed(.facts)) : nil
        let identity = roles.contains(.identities) ? try PartKey(seed: ring.seed(.identity)) : nil
        let intake = roles.contains(.intake) ? try IntakeKey(seed: ring.seed(.intake), earlier: earlier) : nil
        let people = roles.contains(.people) ? try PeopleKey(seed: ring.seed(.people)) : nil
        // A ring whose halves do not belong together was not made by this library.
        if let facts, facts.pair.publicKey != ring.factsKey { throw .tampered }
        if let identity, identity.pair.publicKey != ring.identityKey { throw .tampered }
        if let intake, intake.pairs.first?.pair.publicKey != ring.sealKey { throw .tampered }
        if let people, people.pair.publicKey != ring.peopleKey { throw .tampered }
        self.init(
            ring, ledger: try list.ringKey(1), detail: try list.ringKey(2), form: try list.ringKey(3),
            setup: try list.ringKey(4), endorsement: try list.ringKey(5), end: try list.ringKey(6),
            signing: try seed.signingPair(), facts: facts, identity: identity, intake: intake, people: people)
    }

    /// What the person may do.
    var roles: Roles { ring.roles }

    /// What opens what reports say.
    func facts() throws(VaultError) -> PartKey {
        guard let factsKey else { throw .noKey }
        return factsKey
    }

    /// What opens a part of reports; nil when the person was not given it.
    func part(_ part: ReportPart) -> PartKey? {
        switch part {
        case .facts: factsKey
        case .identity: identityKey
        }
    }

    /// What those seal a part of reports to who were not given it.
    func publicKey(of part: ReportPart) -> [UInt8] {
        switch part {
        case .facts: ring.factsKey
        case .identity: ring.identityKey
        }
    }

    /// What takes in whatever was sealed to the desk.
    func intake() throws(VaultError) -> IntakeKey {
        guard let intakeKey else { throw .noKey }
        return intakeKey
    }

    /// What endorses people.
    func people() throws(VaultError) -> PeopleKey {
        guard let peopleKey else { throw .noKey }
        return peopleKey
    }
}
