import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// What comes back about a referral.
@Suite struct DeskReferralAnsweringTests {
    @Test func answersComeBackAndAreAcknowledged() throws {
        let network = try TestNetwork(desks: 2)
        let (id, receipt) = try network.referred()
        try network.collect(receipt, at: 0)
        let accepted = try network.answer(id, "ACCEPTED", more: #", "note": "we call tomorrow""#)
        #expect(accepted.count == 8 << 20)
        #expect(try network.state(at: 1) == "ACCEPTED")
        #expect(try network.referrals(at: 1).first?["unacknowledged"] as? Int == 1)
        let acknowledged = try network.collect(accepted, at: 0)
        #expect(try network.state(at: 0) == "ACCEPTED")
        try network.collect(acknowledged, at: 1)
        #expect(try network.referrals(at: 1).first?["unacknowledged"] as? Int == 0)
        try network.collect(network.answer(id, "DONE", more: #", "outcome": "SERVICE_DONE""#), at: 0)
        for place in 0...1 {
            try network.reopen(place)
            let referral = try #require(try network.referrals(at: place).first)
            #expect(referral["state"] as? String == "DONE")
            #expect(referral["outcome"] as? String == "SERVICE_DONE")
        }
        let history = try network.office.history(network.report, at: network.desks[0])
        let notes = history.compactMap { $0["note"] as? String }
        #expect(notes == ["we call tomorrow"])
        #expect(history.compactMap { $0["state"] as? String } == ["RECEIVED", "ACCEPTED", "DONE"])
        #expect(try network.history(id, at: 1).filter { $0 == "answered" }.count == 2)
    }

    @Test func answersTravelInReceiptsToo() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        _ = try network.answer(id, "ACCEPTED")
        _ = try network.answer(id, "IN_PROGRESS", more: #", "note": "a note""#)
        // The bundles are lost; another bundle of the first desk gets both in its receipt.
        let receipt = try network.collect(network.desks[0].resend(Array(id.utf8)), at: 1)
        #expect(receipt.count % Receipt.bucket == 0)
        let acknowledged = try network.collect(receipt, at: 0)
        #expect(try network.state(at: 0) == "IN_PROGRESS")
        #expect(try network.referrals(at: 1).first?["unacknowledged"] as? Int == 2)
        #expect(try network.collect(acknowledged, at: 1).isEmpty)
        #expect(try network.referrals(at: 1).first?["unacknowledged"] as? Int == 0)
        let entries = network.desks.map { $0.chain.number }
        try network.collect(receipt, at: 0)
        try network.collect(acknowledged, at: 1)
        #expect(network.desks.map { $0.chain.number } == entries)
    }

    @Test func aSnapshotOfReferralsGivesTheSame() throws {
        let network = try TestNetwork()
        let (id, receipt) = try network.referred()
        try network.collect(receipt, at: 0)
        try network.collect(network.answer(id, "DONE", more: #", "outcome": "SAFE_HOME", "note": "x""#), at: 0)
        let (second, bundle) = try network.refer(network.request(to: 2))
        try network.collect(bundle, at: 2)
        _ = try network.withdraw(second)
        for desk in network.desks {
            let referrals = desk.caseload.referrals
            var reader = ByteReader(referrals.bytes[...])
            let again = try Referrals(&reader)
            #expect(reader.rest.isEmpty)
            #expect(again.bytes == referrals.bytes)
            #expect(again.order == referrals.order)
            for other in network.desks {
                let deskID = other.header.deskID
                #expect(again.pending(for: deskID).count == referrals.pending(for: deskID).count)
            }
            let report = try #require(ReportID(hexadecimal: Array(network.report.utf8)))
            #expect(again.outgoing(of: report).count == referrals.outgoing(of: report).count)
            for count in 0..<referrals.bytes.count {
                var reader = ByteReader(referrals.bytes.prefix(count))
                #expect(throws: VaultError.self) { try Referrals(&reader) }
            }
        }
    }

    @Test func aReplayedAnswerChangesNothing() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        let accepted = try network.answer(id, "ACCEPTED")
        try network.collect(network.collect(accepted, at: 0), at: 1)
        let done = try network.answer(id, "DONE")
        try network.collect(done, at: 0)
        let count = try network.history(network.report, at: 0).count
        try network.collect(accepted, at: 0)
        #expect(try network.state(at: 0) == "DONE")
        #expect(try network.history(network.report, at: 0).count == count + 1)
    }

    @Test func anAnswerThatWasOvertakenIsKeptAndDoesNotCount() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        let first = try network.answer(id, "ACCEPTED")
        let acknowledgement = Receipt(
            deskID: network.desks[0].header.deskID, pointID: network.desks[1].ownPoint.id, sequence: 0,
            time: network.office.clock.clock.now(), ledgerNumber: 1, ledgerHash: [UInt8](repeating: 0, count: 32),
            headSignature: [UInt8](repeating: 0, count: 64), progress: BundleProgress(),
            covered: [
                ReferralMessage.id(
                    of: 1, about: try #require(ReportID(hexadecimal: Array(id.utf8))),
                    from: network.desks[1].header.deskID)
            ], damaged: [])
        // As if the first had arrived, so that the second travels alone.
        try network.collect(
            acknowledgement.sealed(
                to: network.desks[1].unlocked().ring.sealKey, signing: network.desks[0].unlocked().signing), at: 1)
        let second = try network.answer(id, "DONE")
        try network.collect(second, at: 0)
        #expect(try network.referrals(at: 0).first?["missing"] as? Bool == true)
        try network.collect(first, at: 0)
        let referral = try #require(try network.referrals(at: 0).first)
        #expect(referral["state"] as? String == "DONE")
        #expect(referral["missing"] as? Bool == false)
        let states = try network.office.history(network.report, at: network.desks[0]).compactMap {
            $0["state"] as? String
        }
        #expect(states == ["DONE", "ACCEPTED"])
    }

    @Test func anAnswerIsOverdueOnceItsDayHasPassed() throws {
        let network = try TestNetwork(desks: 2)
        let (id, bundle) = try network.refer(network.request(to: 1, more: #", "answer_by": "2026-03-05""#))
        #expect(try network.referrals(at: 0, #"{"overdue": true}"#).isEmpty)
        network.office.clock.advance(days: 4)
        #expect(try network.referrals(at: 0, #"{"overdue": true}"#).count == 1)
        #expect(try network.referrals(at: 0, #"{"overdue": false}"#).isEmpty)
        try network.collect(bundle, at: 1)
        try network.collect(network.answer(id, "ACCEPTED"), at: 0)
        #expect(try network.referrals(at: 0, #"{"overdue": true}"#).isEmpty)
    }

    @Test func nobodyElseAnswers() throws {
        let network = try TestNetwork()
        let (id, _) = try network.referred()
        let referral = try #require(ReportID(hexadecimal: Array(id.utf8)))
        let victim = try network.office.recipient(network.desks[0])
        let message = ReferralMessage(
            kind: .answer, value: ReferralState.done.rawValue, number: 1, referral: referral,
            time: network.office.clock.clock.now(), outcome: [], note: [])
        // Of a third desk.
        let sealed = try message.seal(from: network.desks[2].unlocked().signing, to: victim)
        try network.collect(network.bundle(sealed, from: 2, to: 0), at: 0)
        #expect(try network.state(at: 0) == "SENT")
        // Of one that the first has never heard of, brought by the addressee.
        let strange = try message.seal(from: SigningKeyPair(), to: victim)
        try network.collect(network.bundle(strange, from: 1, to: 0), at: 0)
        #expect(try network.state(at: 0) == "SENT")
        // Of the addressee, but about a state that it cannot say.
        for value in [UInt8(0), 1, 2, 10, 11, 12, 255] {
            let forged = ReferralMessage(
                kind: .answer, value: value, number: UInt32(value) + 1, referral: referral,
                time: network.office.clock.clock.now(), outcome: [], note: [])
            let sealed = try forged.seal(from: network.desks[1].unlocked().signing, to: victim)
            try network.collect(network.bundle(sealed, from: 1, to: 0), at: 0)
            #expect(try network.state(at: 0) == "SENT")
        }
        #expect(try network.office.verify(network.desks[0])["ok"] as? Bool == true)
    }

    @Test func onlyTheAddresseeAnswersAndOnlyWhatCanBeSaid() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        #expect(throws: VaultError.notFound) { try network.answer(network.report, "DONE", at: 0) }
        #expect(throws: VaultError.notFound) { try network.answer(id, "DONE", at: 0) }
        for state in ["SENT", "RECEIVED", "CANCELLED", "EXPIRED", "X"] {
            #expect(throws: VaultError.invalidInput) { try network.answer(id, state) }
        }
        #expect(throws: VaultError.invalidInput) { try network.answer(id, "DONE", more: #", "outcome": "not a code""#) }
    }

    @Test func aChangedMessageIsRefused() throws {
        let pair = try AgreementKeyPair()
        let signing = try SigningKeyPair()
        let other = Card.deskID(signing.publicKey)
        let desk = Recipient(deskID: ReportID().bytes, sealKey: pair.publicKey, signKey: [], name: [])
        let message = ReferralMessage(
            kind: .answer, value: 3, number: 1, referral: ReportID(), time: Moment(milliseconds: 1),
            outcome: Array("CODE".utf8), note: Array("lời".utf8))
        let sealed = try message.seal(from: signing, to: desk)
        #expect(sealed.count == ReferralMessage.size)
        #expect(try ReferralMessage.open(sealed, for: desk.deskID, with: pair).sender == other)
        #expect(throws: VaultError.wrongKey) {
            try ReferralMessage.open(sealed, for: desk.deskID, with: AgreementKeyPair())
        }
        #expect(throws: VaultError.tampered) { try ReferralMessage.open(sealed, for: other, with: pair) }
        for count in [0, 1, ReferralMessage.size - 1] {
            let cut = [UInt8](sealed.prefix(count))
            #expect(throws: VaultError.wrongKey) { try ReferralMessage.open(cut, for: desk.deskID, with: pair) }
        }
        for place in 0..<sealed.count {
            var changed = sealed
            changed[place] ^= 1 << UInt8(place % 8)
            #expect(throws: VaultError.self) { try ReferralMessage.open(changed, for: desk.deskID, with: pair) }
        }
    }
}
