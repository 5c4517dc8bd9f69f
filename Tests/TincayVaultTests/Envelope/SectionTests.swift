import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Sections by key: who opens what of an envelope.
@Suite struct SectionTests {
    /// A desk's keys.
    private final class Keys {
        let seal: AgreementKeyPair
        let sign: SigningKeyPair

        init() throws {
            seal = try AgreementKeyPair()
            sign = try SigningKeyPair()
        }

        /// The desk as a reader of these sections.
        func reader(_ sections: Set<SectionName>? = nil) -> Reader {
            let card = Card(name: Array("A desk".utf8), sealKey: seal.publicKey, signKey: sign.publicKey)
            return Reader(recipient: card.recipient, sections: sections)
        }
    }

    /// A report with every section.
    private static let report = Report(
        head: Array(#"{"urgency":"U1"}"#.utf8),
        sections: SectionName.allCases.map {
            ReportSection(name: $0, json: Array(#"{"told":"\#($0.name)"}"#.utf8))
        }, formHash: [UInt8](repeating: 3, count: 32))

    /// Seals the report.
    private func seal(
        to readers: [Reader], shared: [Sharing] = [], id: ReportID = ReportID(), size: Int = 16384
    ) throws -> [UInt8] {
        try Envelope.seal(
            Self.report, id: id, to: readers, shared: shared, ephemeral: AgreementKeyPair(), size: size)
    }

    /// What a desk opens, as names; nil when it opens nothing at all.
    private func names(_ envelope: [UInt8], _ keys: Keys) throws -> Set<SectionName>? {
        guard let opened = try Envelope.open(envelope, with: keys.seal) else { return nil }
        let report = try SealedBody.open(opened.body, id: opened.id, keys: opened.keys)
        #expect(report.report.head == Self.report.head)
        for section in report.report.sections { #expect(Self.report.sections.contains(section)) }
        return Set(report.report.sections.map(\.name))
    }

    /// What the shares of several desks open.
    private func together(_ envelope: [UInt8], _ desks: [Keys]) throws -> Set<SectionName> {
        let opened = try desks.map { try #require(try Envelope.open(envelope, with: $0.seal)) }
        let keys = try ReportKeys(opened[0].keys, grants: opened.flatMap { $0.keys.grants })
        let report = try SealedBody.open(opened[0].body, id: opened[0].id, keys: keys)
        return Set(report.report.sections.map(\.name))
    }

    @Test func aLimitedReaderOpensExactlyItsSections() throws {
        let full = try Keys()
        let stranger = try Keys()
        for sections in [[.facts], [.facts, .place], [.identity, .contact, .notes], [.accused]] as [Set<SectionName>] {
            let limited = try Keys()
            let envelope = try seal(to: [full.reader(), limited.reader(sections)])
            #expect(envelope.count == 16384)
            #expect(try names(envelope, full) == Set(SectionName.allCases))
            #expect(try names(envelope, limited) == sections)
            #expect(try names(envelope, stranger) == nil)
        }
    }

    @Test func aLimitedReaderHoldsNoKeyThatLeadsToOthers() throws {
        let limited = try Keys()
        let envelope = try seal(to: [Keys().reader(), limited.reader([.facts])])
        let opened = try #require(try Envelope.open(envelope, with: limited.seal))
        #expect(opened.keys.grants.map(\.section) == [.facts])
        let index = try SealedBody.index(of: opened.body[...], id: opened.id, keys: opened.keys)
        // Neither the key of the index nor that of another section opens it.
        let wrapped = try SecretShare(place: 0, bytes: opened.key.copy())
        for secret in [wrapped, try #require(opened.keys.grants.first).share] {
            let grant = SectionGrant(section: .identity, share: secret)
            let keys = try ReportKeys(opened.keys, grants: [grant])
            #expect(throws: VaultError.tampered) {
                try SealedBody.open(opened.body, id: opened.id, keys: keys)
            }
        }
        #expect(index.entry(of: .identity)?.need == 1)
    }

    @Test func sharesOpenTogetherAndFewerOpenNothing() throws {
        let desks = try (0..<4).map { _ in try Keys() }
        for need in 2...4 {
            let envelope = try seal(
                to: desks.map { $0.reader() }, shared: [Sharing(sections: [.identity, .contact], need: need)])
            let alone: Set<SectionName> = [.facts, .accused, .place, .notes]
            for first in 0..<16 where first > 0 {
                let some = desks.indices.filter { first >> $0 & 1 == 1 }.map { desks[$0] }
                let expected = some.count >= need ? Set(SectionName.allCases) : alone
                #expect(try together(envelope, some) == expected)
            }
            let opened = try #require(try Envelope.open(envelope, with: desks[2].seal))
            let report = try SealedBody.open(opened.body, id: opened.id, keys: opened.keys)
            #expect(
                report.closed == [
                    ClosedSection(name: .identity, need: need, have: 1),
                    ClosedSection(name: .contact, need: need, have: 1),
                ])
        }
    }

    @Test func aSectionThatIsNotForADeskIsClosedToIt() throws {
        let desks = try (0..<3).map { _ in try Keys() }
        let envelope = try seal(
            to: [desks[0].reader(), desks[1].reader(), desks[2].reader([.facts])],
            shared: [Sharing(sections: [.identity], need: 2)])
        let opened = try #require(try Envelope.open(envelope, with: desks[2].seal))
        let closed = try SealedBody.open(opened.body, id: opened.id, keys: opened.keys).closed
        #expect(closed.first == ClosedSection(name: .identity, need: 2, have: 0))
        #expect(closed.contains(ClosedSection(name: .notes, need: 1, have: 0)))
        #expect(try together(envelope, [desks[0], desks[1]]) == Set(SectionName.allCases))
        #expect(try together(envelope, [desks[0], desks[2]]).contains(.identity) == false)
    }

    @Test func whereFewerAreLeftThanAreNeededAllOfThemAreNeeded() throws {
        let desks = try (0..<2).map { _ in try Keys() }
        let sharing = [Sharing(sections: [.identity], need: 5)]
        let envelope = try seal(to: desks.map { $0.reader() }, shared: sharing)
        #expect(try names(envelope, desks[0])?.contains(.identity) == false)
        #expect(try together(envelope, desks).contains(.identity))
        let alone = try seal(to: [desks[0].reader(), desks[1].reader([.facts])], shared: sharing)
        #expect(try names(alone, desks[0]) == Set(SectionName.allCases))
        #expect(try names(alone, desks[1]) == [.facts])
    }

    @Test func aSectionThatNobodyMayReadIsRefused() throws {
        let desk = try Keys()
        #expect(throws: VaultError.noReader) { try seal(to: [desk.reader([.facts, .identity])]) }
        #expect(throws: VaultError.self) { try seal(to: []) }
        #expect(throws: VaultError.self) { try seal(to: Array(repeating: desk.reader([.facts]), count: 9)) }
    }

    @Test func whereEverybodyReadsEverythingAloneTheBodyIsSealedWhole() throws {
        let desk = try Keys()
        for readers in [[desk.reader()], [desk.reader(Set(SectionName.allCases))]] {
            let envelope = try seal(to: readers, shared: [Sharing(sections: [], need: 2)])
            let opened = try #require(try Envelope.open(envelope, with: desk.seal))
            #expect(opened.keys.grants.isEmpty)
            let index = try SealedBody.index(of: opened.body[...], id: opened.id, keys: opened.keys)
            #expect(index.layout == .whole)
            #expect(opened.body == (try SealedBody.seal(Self.report, id: opened.id, key: opened.key)))
        }
    }

    @Test func fromOutsideNothingTellsTheLayouts() throws {
        let desk = try Keys()
        var seen = [Set<UInt8>](repeating: [], count: 8192)
        for _ in 0..<40 {
            let envelope = try seal(to: [desk.reader(), Keys().reader([.facts])], size: 8192)
            for (place, byte) in envelope.enumerated() { seen[place].insert(byte) }
        }
        #expect(seen[0] == [1])
        #expect(seen[1...].allSatisfy { $0.count > 5 })
    }

    @Test func everyChangedBitIsFoundOrHarmless() throws {
        let desk = try Keys()
        let sealed = Report(
            head: Self.report.head, sections: Array(Self.report.sections.prefix(3)), formHash: Self.report.formHash)
        let envelope = try Envelope.seal(
            sealed, id: ReportID(), to: [desk.reader([.facts, .identity]), Keys().reader()],
            shared: [Sharing(sections: [.identity], need: 2)], ephemeral: AgreementKeyPair(), size: 3840)
        guard let agreement = try KeyWraps.agreement(envelope[...], with: desk.seal),
            let key = try KeyWraps.open(envelope[...], domain: Envelope.domain, by: agreement)
        else { throw VaultError.wrongKey }
        let id = try #require(Envelope.identifier(of: envelope))
        let end =
            try KeyWraps.size
            + SealedBody.index(
                of: envelope[KeyWraps.size...], id: id, keys: ReportKeys(key: key)
            ).size
        var harmless = 0
        for bit in 0..<envelope.count * 8 {
            var changed = envelope
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            // The slot's checksum finds every one of them; what lies below it has to stand on its own.
            #expect(throws: VaultError.self) { try Envelope.open(changed, with: desk.seal) }
            guard bit / 8 < end else { continue }
            do throws(VaultError) {
                let report: OpenedReport?
                if bit / 8 < 49 {
                    guard let agreement = try KeyWraps.agreement(changed[...], with: desk.seal) else { continue }
                    report = try openWithoutChecksum(changed, id, agreement)
                } else {
                    report = try openWithoutChecksum(changed, id, agreement)
                }
                guard let report else { continue }
                for section in report.report.sections { #expect(sealed.sections.contains(section)) }
                #expect(report.report.head == sealed.head)
                harmless += 1
            } catch {
                #expect(error == .tampered || error == .tooNew || error == .badFormat)
            }
        }
        // Other desks' wraps, cells and sections.
        #expect(harmless > 0 && harmless < end * 8)
    }

    /// What opens of an envelope whose checksum nobody looks at.
    private func openWithoutChecksum(
        _ envelope: [UInt8], _ id: ReportID, _ agreement: borrowing KeyAgreement
    ) throws(VaultError) -> OpenedReport? {
        guard let key = try KeyWraps.open(envelope[...], domain: Envelope.domain, by: agreement) else { return nil }
        let (body, grants) = try SealedBody.take(envelope[KeyWraps.size...], id: id, key: key, by: agreement)
        return try SealedBody.open(body, id: id, keys: ReportKeys(key: key, grants: grants))
    }

    @Test func aCraftedSecondKeyIsCaught() throws {
        let desks = try [Keys(), Keys()]
        let id = ReportID()
        let readers = [desks[0].reader([.facts]), desks[1].reader()]
        var report = Self.report
        report = Report(head: report.head, sections: [report.sections[0]], formHash: report.formHash)
        let plan = try SectionPlan(for: report, id: id, to: readers, shared: [])
        let ephemeral = try AgreementKeyPair()
        let key = try SecretBytes(randomCount: 32)
        let second = try SectionGrant(
            section: .facts, share: SecretShare(place: 0, bytes: SecretBytes(randomCount: 32)))
        var cells = SectionCells(id: id, formHash: report.formHash)
        let wraps = try KeyWraps.seal(
            key, id: id, domain: Envelope.domain, to: readers.map(\.recipient), ephemeral: ephemeral
        ) { (place, agreement) throws(VaultError) in
            try cells.add(place == 0 ? plan.grants[0] : [second], for: agreement)
        }
        let content = try SealedBody.seal(report, id: id, key: key, plan: plan, cells: cells.bytes)
        for (place, desk) in desks.enumerated() {
            guard let agreement = try KeyWraps.agreement(wraps[...], with: desk.seal) else { throw VaultError.wrongKey }
            let (body, grants) = try SealedBody.take(content[...], id: id, key: key, by: agreement)
            let keys = try ReportKeys(key: key, grants: grants)
            if place == 0 {
                #expect(try SealedBody.open(body, id: id, keys: keys).report == report)
            } else {
                #expect(throws: VaultError.tampered) { try SealedBody.open(body, id: id, keys: keys) }
            }
        }
    }

    @Test func agreeingOnceGivesTheKeysOfWrapsAndCells() throws {
        let desks = try (0..<8).map { _ in try Keys() }
        let key = try SecretBytes(randomCount: 32)
        var agreed = 0
        let id = ReportID()
        var cells = SectionCells(id: id, formHash: Self.report.formHash)
        let wraps = try KeyWraps.seal(
            key, id: id, domain: Envelope.domain, to: desks.map { $0.reader().recipient }, ephemeral: AgreementKeyPair()
        ) { (place, agreement) throws(VaultError) in
            agreed += 1
            let share = try VaultError.crypto { () throws(CryptoError) in
                try SecretShare(place: UInt8(place + 1), bytes: SecretBytes(randomCount: 32))
            }
            try cells.add([SectionGrant(section: .facts, share: share)], for: agreement)
        }
        #expect(agreed == 8)
        let sealed = cells.bytes
        #expect(sealed.count == SectionCells.size)
        for (place, desk) in desks.enumerated() {
            guard let agreement = try KeyWraps.agreement(wraps[...], with: desk.seal) else { throw VaultError.wrongKey }
            let mine = try cells.open(sealed[...], by: agreement)
            #expect(mine.map(\.share.place) == [UInt8(place + 1)])
        }
    }
}
