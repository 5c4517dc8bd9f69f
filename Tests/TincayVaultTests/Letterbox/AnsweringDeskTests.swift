import Foundation
import Testing
import TincayIntake

@testable import TincayVault

/// What a box holds a desk to.
@Suite struct AnsweringDeskTests {
    /// A receipt with an end of the ledger at an hour.
    private func receipt(_ number: UInt64, hash: UInt8 = 1, hour: Int64, progress: BundleProgress? = nil) -> Receipt {
        Receipt(
            deskID: [UInt8](repeating: 1, count: 16), pointID: [UInt8](repeating: 2, count: 16), sequence: 1,
            time: Moment(milliseconds: hour * 3_600_000), ledgerNumber: number,
            ledgerHash: [UInt8](repeating: hash, count: 32), headSignature: [UInt8](repeating: 7, count: 64),
            progress: progress, covered: [], damaged: [])
    }

    /// What is remembered of a desk that gave some receipts.
    private func desk(_ receipts: Receipt...) throws -> AnsweringDesk {
        var desk = AnsweringDesk()
        for receipt in receipts { desk.hear(receipt) }
        #expect(try AnsweringDesk(desk.bytes) == desk)
        return desk
    }

    @Test func receiptsInAnyOrderOfOneLedgerContradictNothing() throws {
        #expect(try !desk(receipt(5, hour: 1), receipt(9, hash: 2, hour: 2)).isContradicted)
        #expect(try !desk(receipt(9, hash: 2, hour: 2), receipt(5, hour: 1)).isContradicted)
        #expect(try !desk(receipt(5, hour: 1), receipt(5, hour: 8)).isContradicted)
    }

    @Test func aShorterLedgerLaterOrAnotherOfTheSameLengthIsAContradiction() throws {
        #expect(try desk(receipt(9, hour: 1), receipt(5, hash: 2, hour: 2)).isContradicted)
        #expect(try desk(receipt(9, hour: 1), receipt(9, hash: 2, hour: 2)).isContradicted)
        #expect(try desk(receipt(9, hour: 2), receipt(9, hash: 2, hour: 1)).isContradicted)
    }

    @Test func aContradictionIsNotForgottenAndTheLongerLedgerIsKept() throws {
        let known = try desk(receipt(9, hour: 1), receipt(5, hash: 2, hour: 2), receipt(6, hash: 3, hour: 3))
        #expect(known.isContradicted)
        #expect(known.head?.number == 9)
        #expect(known.answered == 3 * 3_600_000)
    }

    @Test func theNewestReceiptTellsHowFarTheDeskHasCome() throws {
        let late = BundleProgress(highWater: 4, missing: [6])
        let known = try desk(
            receipt(9, hour: 2, progress: late), receipt(5, hour: 1, progress: BundleProgress(highWater: 2)))
        #expect(known.progress == late)
    }

    @Test func bytesThatNoBoxWroteAreRefused() throws {
        let bytes = try desk(receipt(9, hour: 2, progress: BundleProgress(highWater: 4, missing: [6, 8]))).bytes
        for count in bytes.indices.dropFirst() {
            #expect(throws: VaultError.self) { try AnsweringDesk(Array(bytes.prefix(count))) }
        }
        for (place, value) in [(0, 0), (1, 2), (2, 33), (3, 1), (15, 0x80), (152, 0)] as [(Int, UInt8)] {
            var changed = bytes
            changed[place] = value
            #expect(throws: VaultError.self, "byte \(place)") { try AnsweringDesk(changed) }
        }
        var newer = bytes
        newer[0] = 2
        #expect(throws: VaultError.tooNew) { try AnsweringDesk(newer) }
        #expect(try AnsweringDesk([]) == AnsweringDesk())
    }
}
