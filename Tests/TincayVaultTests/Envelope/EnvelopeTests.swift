import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// A desk's keys.
private final class Keys {
    let seal: AgreementKeyPair
    let sign: SigningKeyPair

    init() throws {
        seal = try AgreementKeyPair()
        sign = try SigningKeyPair()
    }

    var recipient: Recipient {
        Card(name: Array("A desk".utf8), sealKey: seal.publicKey, signKey: sign.publicKey).recipient
    }
}

/// A report whose narrative has so many letters.
private func report(_ letters: Int = 100) -> Report {
    Report(
        head: Array(#"{"urgency":"U1"}"#.utf8),
        sections: [
            ReportSection(
                name: .facts, json: Array(#"{"narrative":"\#(String(repeating: "a", count: letters))"}"#.utf8)),
            ReportSection(name: .identity, json: Array(#"{"child_name":"Bé Na"}"#.utf8)),
        ], formHash: [UInt8](repeating: 3, count: 32))
}

@Suite struct EnvelopeTests {
    @Test func everyRecipientOpensWhatWasSealedAndNobodyElse() throws {
        let first = try Keys()
        let second = try Keys()
        let stranger = try Keys()
        let id = ReportID()
        let envelope = try Envelope.seal(
            report(), id: id, to: [first.recipient, second.recipient], ephemeral: AgreementKeyPair(), size: 16384)
        #expect(envelope.count == 16384)
        #expect(Envelope.identifier(of: envelope) == id)
        for opened in [try contents(envelope, first.seal), try contents(envelope, second.seal)] {
            #expect(opened == report())
        }
        #expect(try contents(envelope, stranger.seal) == nil)
    }

    @Test(arguments: [0, 1, 227, 228, 229, 483, 484, 485, 4000, 14000]) func everyLengthComesBack(letters: Int) throws {
        let desk = try Keys()
        let envelope = try Envelope.seal(
            report(letters), id: ReportID(), to: [desk.recipient], ephemeral: AgreementKeyPair(), size: 16384)
        #expect(try contents(envelope, desk.seal) == report(letters))
    }

    @Test func aReportThatDoesNotFitIsRefused() throws {
        let desk = try Keys()
        #expect(throws: VaultError.tooLarge) {
            try Envelope.seal(
                report(16000), id: ReportID(), to: [desk.recipient], ephemeral: AgreementKeyPair(), size: 16384)
        }
    }

    @Test func noRecipientAndNineRecipientsAreRefused() throws {
        let desk = try Keys()
        for recipients in [[], Array(repeating: desk.recipient, count: 9)] {
            #expect(throws: VaultError.self) {
                try Envelope.seal(report(), id: ReportID(), to: recipients, ephemeral: AgreementKeyPair(), size: 16384)
            }
        }
    }

    @Test func noiseOpensForNobodyAndHasNothingConstantButTheSuite() throws {
        let desk = try Keys()
        var seen = [Set<UInt8>](repeating: [], count: 2048)
        for _ in 0..<40 {
            let noise = try Envelope.noise(size: 2048)
            #expect(try contents(noise, desk.seal) == nil)
            for (place, byte) in noise.enumerated() { seen[place].insert(byte) }
        }
        #expect(seen[0] == [1])
        #expect(seen[1...].allSatisfy { $0.count > 5 })
    }

    @Test func aReportHasNothingConstantButTheSuite() throws {
        let desk = try Keys()
        var seen = [Set<UInt8>](repeating: [], count: 2048)
        for _ in 0..<40 {
            let envelope = try Envelope.seal(
                report(), id: ReportID(), to: [desk.recipient], ephemeral: AgreementKeyPair(), size: 2048)
            for (place, byte) in envelope.enumerated() { seen[place].insert(byte) }
        }
        #expect(seen[0] == [1])
        #expect(seen[1...].allSatisfy { $0.count > 5 })
    }

    @Test func aChangedBitIsFoundOrChangesNothing() throws {
        let desk = try Keys()
        let envelope = try Envelope.seal(
            report(), id: ReportID(), to: [desk.recipient], ephemeral: AgreementKeyPair(), size: 2048)
        var harmless = 0
        for place in 0..<envelope.count {
            var changed = envelope
            changed[place] ^= 1 << UInt8(place % 8)
            do {
                // Padding and other desks' wraps may change; what is read then is still what was told.
                if let opened = try contents(changed, desk.seal) {
                    #expect(opened == report())
                    harmless += 1
                }
            } catch {
                #expect([VaultError.tampered, .tooNew, .badFormat].contains(error as? VaultError))
            }
        }
        #expect(harmless < envelope.count)
    }

    @Test func whatIsCutShortIsAnAnswer() throws {
        let desk = try Keys()
        let envelope = try Envelope.seal(
            report(), id: ReportID(), to: [desk.recipient], ephemeral: AgreementKeyPair(), size: 2048)
        for count in stride(from: 0, to: 1425, by: 7) {
            #expect(throws: VaultError.self) { try contents([UInt8](envelope.prefix(count)), desk.seal) }
        }
    }

    /// What a desk reads in an envelope; nil when it is not for it.
    private func contents(_ envelope: [UInt8], _ pair: borrowing AgreementKeyPair) throws -> Report? {
        guard let opened = try Envelope.open(envelope, with: pair) else { return nil }
        return try SealedBody.open(opened.body, id: opened.id, keys: opened.keys).report
    }
}
