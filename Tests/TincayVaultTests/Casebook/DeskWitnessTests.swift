import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// What points have seen of a desk's ledger, and tell it.
struct DeskWitnessTests {
    /// A desk whose file was put back to what it was before it answered a bundle, and the head in that answer.
    private func rolledBack(_ office: TestOffice) throws -> (desk: Desk, seen: WitnessedHead) {
        let desk = try office.desk()
        desk.close()
        let earlier = office.bytes("desk")
        let later = try office.open()
        let receipt = try office.collect([Envelope.noise(size: TestOffice.slotSize)], at: later)
        later.close()
        office.write(earlier, to: "desk")
        return (try office.open(), receipt.head)
    }

    /// How many entries of a type a desk's ledger has.
    private func count(_ type: LedgerEntryType, at desk: Desk) throws -> Int {
        let keys = try desk.unlocked()
        var count = 0
        try desk.store.walk { (number, row) throws(VaultError) in
            if try LedgerChain.open(row, number: number, header: desk.header, keys: keys).type == type { count += 1 }
            return true
        }
        return count
    }

    /// What verifying tells of the points' view.
    private func witnessed(_ office: TestOffice, _ desk: Desk) throws -> [[String: Any]] {
        try office.verify(desk)["witnessed"] as? [[String: Any]] ?? []
    }

    @Test func aDeskIsShownItsOwnHeadAndFindsItInItsLedger() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let receipt = try office.collect([], at: desk)
        #expect(receipt.head.verify(with: desk.header.signKey))
        _ = try office.collect(bundle: office.bundle([], to: desk, heads: [receipt.head]), at: desk)
        let verified = try office.verify(desk)
        #expect(verified["ok"] as? Bool == true && verified["rolled_back"] as? Bool == false)
        let witnessed = try witnessed(office, desk)
        #expect(witnessed.count == 1)
        #expect(witnessed.first?["point"] as? String == "A trusted address")
        #expect(witnessed.first?["number"] as? Int64 == receipt.head.number)
        #expect(witnessed.first?["ok"] as? Bool == true)
    }

    @Test func aDeskWhoseFileWasPutBackIsToldSoByABundleAndGoesOnCollecting() throws {
        let office = try TestOffice()
        let (desk, seen) = try rolledBack(office)
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        let envelope = try office.envelope(#"{"told": "x"}"#, form: TestForms.plain(), to: desk)
        let receipt = try office.collect(bundle: office.bundle([envelope], to: desk, heads: [seen]), at: desk)
        #expect(receipt.covered.count == 1)
        #expect(try office.list(desk)["total"] as? Int == 1)
        let verified = try desk.verify()
        #expect(!verified.ok)
        let result = try office.object(verified.result)
        #expect(result["rolled_back"] as? Bool == true && result["bad"] is NSNull)
        #expect(try witnessed(office, desk).map { $0["ok"] as? Bool } == [false])
        // The ledger says so once, however often the point repeats it, and after the desk was closed.
        #expect(try count(.rolledBack, at: desk) == 1)
        _ = try office.collect(bundle: office.bundle([], to: desk, heads: [seen]), at: desk)
        desk.close()
        let again = try office.open()
        #expect(try count(.rolledBack, at: again) == 1)
        #expect(try !again.verify().ok)
    }

    @Test func aLedgerThatGrewAgainAfterItWasPutBackIsStillFoundOut() throws {
        let office = try TestOffice()
        let (desk, seen) = try rolledBack(office)
        while desk.chain.number < seen.number + 3 {
            _ = try office.file(#"{"told": "x"}"#, form: TestForms.plain(), at: desk)
        }
        _ = try office.collect(bundle: office.bundle([], to: desk, heads: [seen]), at: desk)
        #expect(try office.verify(desk)["rolled_back"] as? Bool == true)
        // A later head that is in order does not hide it.
        let receipt = try office.collect([], at: desk)
        _ = try office.collect(bundle: office.bundle([], to: desk, heads: [receipt.head]), at: desk)
        #expect(try witnessed(office, desk).map { $0["ok"] as? Bool } == [false, true])
        #expect(try office.verify(desk)["ok"] as? Bool == false)
    }

    @Test func aHeadThatTheDeskDidNotSignProvesNothing() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        let stranger = try SigningKeyPair()
        let hash = [UInt8](repeating: 9, count: 32)
        let signed = LedgerHead.signed(1_000, hash, desk.header.deskID)
        for signature in [stranger.sign(signed), [UInt8](repeating: 0, count: 64)] {
            let forged = WitnessedHead(
                deskID: desk.header.deskID, number: 1_000, hash: hash, time: office.clock.clock.now(),
                signature: signature)
            _ = try office.collect(bundle: office.bundle([], to: desk, heads: [forged]), at: desk)
        }
        #expect(try office.verify(desk)["ok"] as? Bool == true)
        #expect(try witnessed(office, desk).isEmpty)
    }

    @Test func theEndsOfOthersLedgersAreKeptForThem() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        try office.create("second")
        let other = try office.open("second")
        let seen = try office.collect([], at: other).head
        let earlier = WitnessedHead(
            deskID: seen.deskID, number: 1, hash: seen.hash, time: seen.time, signature: seen.signature)
        for head in [seen, earlier] {
            _ = try office.collect(bundle: office.bundle([], to: desk, heads: [head]), at: desk)
        }
        desk.close()
        let again = try office.open()
        let others = try #require(try office.verify(again)["others"] as? [[String: Any]])
        #expect(others.count == 1)
        #expect(others[0]["desk"] as? String == String(decoding: Hexadecimal.text(seen.deskID), as: UTF8.self))
        #expect(others[0]["number"] as? Int64 == seen.number)
        #expect(others[0]["hash"] as? String == String(decoding: Hexadecimal.text(seen.hash), as: UTF8.self))
        #expect(others[0]["signature"] as? String == String(decoding: Hexadecimal.text(seen.signature), as: UTF8.self))
        #expect(others[0]["point"] as? String == "A trusted address")
        #expect(try again.verify().ok)
    }
}
