import TincayIntake

/// The desks whose signatures a point or a desk takes notices by, pinned when it was set up.
struct Authority {
    /// The desks that sign: 2 to 4, or none, and then no notice is taken.
    let signers: [Recipient]

    /// Nobody.
    static let none = Authority(signers: [])

    /// Takes signers as they are.
    private init(signers: [Recipient]) {
        self.signers = signers
    }

    /// Reads the cards of the signers; none at all stand for nobody.
    @_optimize(size) init(_ cards: JSONValue?) throws(VaultError) {
        guard let cards else {
            self = .none
            return
        }
        guard cards.kind == .array, (2...4).contains(cards.count) else { throw .invalidInput }
        var signers: [Recipient] = []
        for element in cards.elements {
            let recipient = try Card.read(element).recipient
            guard !signers.contains(where: { $0.deskID == recipient.deskID }) else { throw .invalidInput }
            signers.append(recipient)
        }
        self.init(signers: signers)
    }

    /// Fails unless as many of the signers as its kind needs have signed a notice, and none of them in vain.
    @_optimize(size) func verify(_ notice: Notice) throws(VaultError) {
        var count = 0
        for signer in signers {
            guard let holds = notice.isSigned(by: signer) else { continue }
            guard holds else { throw .tampered }
            count += 1
        }
        guard count >= notice.kind.signersNeeded else { throw .wrongKey }
    }

    /// Fails when one of the signers has signed a notice in vain.
    @_optimize(size) func check(_ notice: Notice) throws(VaultError) {
        for signer in signers where notice.isSigned(by: signer) == false { throw .tampered }
    }
}
