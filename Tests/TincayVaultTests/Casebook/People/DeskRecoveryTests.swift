import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Coming back with shares on paper.
struct DeskRecoveryTests {
    @Test func enoughSharesLetSomebodyBackInOrInAnew() throws {
        let office = try TestOffice()
        var desk = try office.desk()
        let id = try office.file(#"{"told": "x", "child": "Bé"}"#, form: TestForms.triaging(), at: desk)
        let shares = try office.makeRecovery(#"{"shares": 5, "needed": 3}"#, at: desk)
        #expect(shares.count == 5)
        desk.close()
        let chosen = [shares[4].lowercased().replacingOccurrences(of: " ", with: "-"), shares[0], "\n" + shares[2]]
        #expect(throws: VaultError.wrongKey) {
            try office.recover(Array(chosen.prefix(2)), person: "new", passphrase: "a new passphrase")
        }
        #expect(throws: VaultError.wrongKey) {
            try office.recover([shares[0], shares[0], shares[1]], person: "new", passphrase: "a new passphrase")
        }
        #expect(throws: VaultError.tooLarge) { try office.recover(chosen, person: "new", passphrase: "short") }
        for person in [TestOffice.person, "new"] {
            try office.recover(chosen, person: person, passphrase: "a new passphrase")
            desk = try office.open(person: person, passphrase: "a new passphrase")
            #expect(try desk.unlocked().roles == .all)
            let read = try office.read(id, at: desk)
            #expect((read["sections"] as? [String: [String: Any]])?["identity"]?["child"] as? String == "Bé")
            #expect(try office.verify(desk)["ok"] as? Bool == true)
            #expect(try office.entries(desk).last { $0.type == .recovered }?.person == Array(person.utf8))
            desk.close()
        }
        #expect(throws: VaultError.wrongKey) { try office.open() }
    }

    @Test func earlierSharesNoLongerWorkAndWithoutAnyThereIsNoWayBack() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        desk.close()
        let again = try office.open()
        let first = try office.makeRecovery(#"{"shares": 3, "needed": 2}"#, at: again)
        let row = try #require(try again.store.person(RecoverySlot.rowID(at: again.header.deskID)))
        let second = try office.makeRecovery(#"{"shares": 3, "needed": 2}"#, at: again)
        #expect(office.everyByte.range(of: Data(row.slot.suffix(48))) == nil)
        #expect(try !office.tryRecovery(Array(first.prefix(2)), at: again).fits)
        #expect(try !office.tryRecovery([first[0], second[1]], at: again).fits)
        #expect(try office.tryRecovery(Array(second.suffix(2)), at: again).fits)
        #expect(try office.tryRecovery(second, at: again).fits)
        again.close()
        #expect(throws: VaultError.wrongKey) {
            try office.recover(first, person: "new", passphrase: "a new passphrase")
        }
        // The old row back in its place is not the one that the ledger tells of.
        try office.tamper { try $0.setPerson(row) }
        #expect(throws: VaultError.tampered) {
            try office.recover(first, person: "new", passphrase: "a new passphrase")
        }
        try office.tamper { try $0.removePerson(row.id) }
        #expect(throws: VaultError.notFound) {
            try office.recover(second, person: "new", passphrase: "a new passphrase")
        }
        let last = try office.open()
        #expect(try office.verify(last)["ok"] as? Bool == false)
    }

    @Test func aDrillIsEnteredAndNamesTheGroupThatWasMistyped() throws {
        let office = try TestOffice()
        let desk = try office.desk()
        #expect(throws: VaultError.notFound) { try office.tryRecovery(["A"], at: desk) }
        let shares = try office.makeRecovery(#"{"shares": 2, "needed": 2}"#, at: desk)
        var groups = shares[0].split(separator: " ").map(String.init)
        groups[6] = (groups[6].hasPrefix("A") ? "B" : "A") + groups[6].dropFirst()
        let drill = try office.tryRecovery([groups.joined(separator: " "), shares[1]], at: desk)
        #expect(!drill.fits && drill.isMistyped)
        let found = try #require(try office.object(drill.result)["shares"] as? [[String: Any]])
        #expect(found[0]["fault"] as? String == "group")
        #expect(found[0]["group"] as? Int == 7)
        #expect(found[1]["place"] as? Int == 2)
        #expect(try !office.tryRecovery([shares[0]], at: desk).fits)
        #expect(try office.tryRecovery(shares, at: desk).fits)
        #expect(try office.entries(desk).filter { $0.type == .recoveryTried }.map { $0.open[0] } == [0, 1])
        for setup in [
            #"{"shares": 1, "needed": 1}"#, #"{"shares": 17, "needed": 2}"#, #"{"shares": 2, "needed": 3}"#, "{}",
        ] {
            #expect(throws: VaultError.invalidInput) { try office.makeRecovery(setup, at: desk) }
        }
    }

    @Test func everyMistypedLetterAndEveryExchangeIsFound() throws {
        let share = try SecretShare(place: 3, bytes: SecretBytes(randomCount: 32))
        let text = RecoveryShare(needed: 2, set: [1, 2, 3, 4], share: share).text
        let read = try RecoveryShare(text)
        #expect(read.needed == 2 && read.set == [1, 2, 3, 4] && read.share.place == 3)
        let isSame = ConstantTime.equal(read.share.bytes, share.bytes)
        #expect(isSame)
        let places = text.indices.filter { text[$0] != UInt8(ascii: " ") }
        for place in places {
            for sign in "ABCDEFGHJKLMNPQRSTUVWXYZ23456789IO01!".utf8 where sign != text[place] {
                var changed = text
                changed[place] = sign
                #expect(throws: RecoveryFault.group(place / 6 + 1)) { try RecoveryShare(changed) }
            }
        }
        for (left, right) in zip(places, places.dropFirst()) where text[left] != text[right] {
            var changed = text
            changed.swapAt(left, right)
            #expect(throws: RecoveryFault.self) { try RecoveryShare(changed) }
        }
        let groups = text.split(separator: UInt8(ascii: " "))
        for place in groups.indices.dropLast() where groups[place] != groups[place + 1] {
            var changed = groups
            changed.swapAt(place, place + 1)
            #expect(throws: RecoveryFault.group(place + 1)) {
                try RecoveryShare(Array(changed.joined(separator: [UInt8(ascii: " ")])))
            }
        }
        #expect(throws: RecoveryFault.length) { try RecoveryShare(Array(text.dropLast())) }
        #expect(throws: RecoveryFault.length) { try RecoveryShare(text + [UInt8(ascii: "A")]) }
        #expect(throws: RecoveryFault.length) { try RecoveryShare([]) }
    }
}
