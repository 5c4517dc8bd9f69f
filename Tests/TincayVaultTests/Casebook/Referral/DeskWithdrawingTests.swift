import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Referrals that are taken back, or whose day has passed.
@Suite struct DeskWithdrawingTests {
    @Test func whatIsTakenBackIsDestroyedAtTheAddressee() throws {
        let network = try TestNetwork(desks: 2)
        let (id, receipt) = try network.referred()
        try network.collect(receipt, at: 0)
        let notice = try network.withdraw(id)
        #expect(notice.count == 8 << 20)
        #expect(try network.state(at: 0) == "CANCELLED")
        let answer = try network.collect(notice, at: 1)
        #expect(throws: VaultError.notFound) { try network.office.read(id, at: network.desks[1]) }
        #expect(try network.office.cases(network.desks[1]).isEmpty)
        try network.collect(answer, at: 0)
        let referral = try #require(try network.referrals(at: 0).first)
        #expect(referral["unacknowledged"] as? Int == 0)
        #expect(referral["withdrawal"] as? String == "DESTROYED")
        for place in 0...1 {
            try network.reopen(place)
            #expect(try network.referrals(at: place).first?["state"] as? String == "CANCELLED")
            #expect(try network.referrals(at: place).first?["withdrawal"] as? String == "DESTROYED")
            #expect(try network.office.verify(network.desks[place])["ok"] as? Bool == true)
        }
        // Nothing brings it back.
        #expect(throws: VaultError.outdated) { try network.desks[0].resend(Array(id.utf8)) }
    }

    @Test func whatWasDestroyedIsInNoFileAnyMore() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        let report = try #require(ReportID(hexadecimal: Array(id.utf8)))
        let number = try #require(network.desks[1].caseload.known[report]?.number)
        let key = try #require(try network.desks[1].store.key(number))
        let body = try #require(try network.desks[1].store.body(number))
        #expect(network.office.everyByte.range(of: Data(key)) != nil)
        try network.collect(network.withdraw(id), at: 1)
        #expect(network.office.everyByte.range(of: Data(key)) == nil)
        #expect(network.office.everyByte.range(of: Data(body.prefix(64))) == nil)
        #expect(network.office.everyByte.range(of: Data(key.suffix(72))) == nil)
    }

    @Test func theSenderHearsThatAReportWasDestroyedAlsoFromARunAfterTheOneThatDidIt() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        let notice = try network.withdraw(id)
        var items = CollectedItems()
        for item in try network.items(of: notice, at: 1) {
            if let message = try network.desks[1].message(item) { items.messages.append(message) }
        }
        // As far as a run gets that ends before it enters what it has done.
        try network.desks[1].carryOut(items)
        try network.reopen(1)
        #expect(throws: VaultError.notFound) { try network.office.read(id, at: network.desks[1]) }
        #expect(try network.referrals(at: 1).first?["withdrawal"] is NSNull)
        try network.collect(network.collect(notice, at: 1), at: 0)
        for place in 0...1 {
            #expect(try network.referrals(at: place).first?["withdrawal"] as? String == "DESTROYED")
        }
    }

    @Test func whatTheAddresseeHadShreddedOfItsOwnAccordIsGone() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        try network.desks[1].shred(Array(id.utf8), reason: Array("not for us".utf8))
        try network.collect(network.collect(network.withdraw(id), at: 1), at: 0)
        for place in 0...1 {
            #expect(try network.referrals(at: place).first?["withdrawal"] as? String == "GONE")
        }
    }

    @Test func aDestroyedReferralIsNotFiledAgain() throws {
        let network = try TestNetwork(desks: 2)
        let (id, bundle) = try network.refer(network.request(to: 1))
        try network.collect(bundle, at: 1)
        try network.collect(network.withdraw(id), at: 1)
        try network.collect(bundle, at: 1)
        #expect(try network.office.cases(network.desks[1]).isEmpty)
    }

    @Test func whatIsTakenBackBeforeItComesIsNotTakenIn() throws {
        let network = try TestNetwork(desks: 2)
        let (id, late) = try network.refer(network.request(to: 1))
        try network.collect(network.collect(network.withdraw(id), at: 1), at: 0)
        try network.collect(late, at: 1)
        #expect(try network.office.cases(network.desks[1]).isEmpty)
        try network.reopen(1)
        try network.collect(late, at: 1)
        #expect(try network.office.cases(network.desks[1]).isEmpty)
        #expect(try network.referrals(at: 0).first?["withdrawal"] as? String == "NEVER_CAME")
    }

    @Test func whatWasTakenOnIsKeptAndTheSenderIsTold() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        try network.collect(network.answer(id, "ACCEPTED"), at: 0)
        try network.collect(network.collect(network.withdraw(id), at: 1), at: 0)
        _ = try network.office.read(id, at: network.desks[1])
        #expect(try network.state(at: 1) == "ACCEPTED")
        #expect(try network.referrals(at: 0).first?["withdrawal"] as? String == "TAKEN_ON")
        let reasons = try network.office.history(id, at: network.desks[1]).compactMap { $0["reason"] as? String }
        #expect(reasons == ["no longer needed"])
    }

    @Test func whatIsOnHoldIsKeptForTheTimeBeing() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred()
        try network.office.record(
            id, #"{"type": "hold", "until": "2026-03-10", "reason": "a court asked"}"#, at: network.desks[1])
        try network.collect(network.collect(network.withdraw(id), at: 1), at: 0)
        #expect(try network.referrals(at: 0).first?["withdrawal"] as? String == "ON_HOLD")
        _ = try network.office.read(id, at: network.desks[1])
        network.office.clock.advance(days: 10)
        try network.collect(network.collect(network.withdraw(id), at: 1), at: 0)
        #expect(try network.referrals(at: 0).first?["withdrawal"] as? String == "DESTROYED")
        #expect(throws: VaultError.notFound) { try network.office.read(id, at: network.desks[1]) }
    }

    @Test func onlyTheSenderTakesBack() throws {
        let network = try TestNetwork()
        let (id, _) = try network.referred()
        #expect(throws: VaultError.notFound) { try network.withdraw(id, at: 1) }
        #expect(throws: VaultError.notFound) { try network.withdraw(network.report) }
        let message = ReferralMessage(
            kind: .withdrawal, value: 0, number: 1, referral: try #require(ReportID(hexadecimal: Array(id.utf8))),
            time: network.office.clock.clock.now(), outcome: [], note: [])
        let victim = try network.office.recipient(network.desks[1])
        let sealed = try message.seal(from: network.desks[2].unlocked().signing, to: victim)
        try network.collect(network.bundle(sealed, from: 2, to: 1), at: 1)
        _ = try network.office.read(id, at: network.desks[1])
    }

    @Test func onceItsDayHasPassedAReferralIsNotOpened() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred(expires: "2026-03-02")
        _ = try network.office.read(id, at: network.desks[1])
        network.office.clock.advance(days: 1)
        #expect(throws: VaultError.expired) { try network.office.read(id, at: network.desks[1]) }
        #expect(throws: VaultError.expired) { try network.answer(id, "ACCEPTED") }
        for place in 0...1 { #expect(try network.state(at: place) == "EXPIRED") }
        // It can still be given back, and what came of it is told.
        try network.collect(network.answer(id, "RETURNED"), at: 0)
        #expect(try network.state(at: 0) == "RETURNED")
        #expect(throws: VaultError.expired) { try network.office.read(id, at: network.desks[1]) }
        #expect(try network.office.cases(network.desks[1]).count == 1)
    }

    @Test func whatWasTakenOnOutlastsItsDay() throws {
        let network = try TestNetwork(desks: 2)
        let (id, _) = try network.referred(expires: "2026-03-02")
        _ = try network.answer(id, "ACCEPTED")
        network.office.clock.advance(days: 1)
        _ = try network.office.read(id, at: network.desks[1])
        #expect(try network.state(at: 1) == "ACCEPTED")
    }

    @Test func aReferralThatComesTooLateIsMarkedAndKept() throws {
        let network = try TestNetwork(desks: 2)
        let (id, bundle) = try network.refer(network.request(to: 1, expires: "2026-03-02"))
        network.office.clock.advance(days: 1)
        try network.collect(bundle, at: 1)
        #expect(try network.state(at: 1) == "EXPIRED")
        #expect(throws: VaultError.expired) { try network.office.read(id, at: network.desks[1]) }
        #expect(throws: VaultError.outdated) { try network.desks[0].resend(Array(id.utf8)) }
    }
}
