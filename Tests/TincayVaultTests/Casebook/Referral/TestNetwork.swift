import Foundation
import Testing
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Three desks that refer to each other: what a test of referrals stands on.
final class TestNetwork {
    /// Where the desks' files are, and their clock.
    let office: TestOffice
    /// The desks: a school, a centre, a commune.
    private(set) var desks: [Desk]
    /// The case at the first desk.
    let report: String

    /// Makes the desks, of which each accepts those before it, and a case at the first.
    init(desks count: Int = 3, areKnown: Bool = true, authority: String? = nil) throws {
        office = try TestOffice()
        let office = office
        desks = try (0..<count).map { place in
            let more = authority.map { #", "authority": \#($0)"# } ?? ""
            try office.create(
                "desk \(place)",
                setup: #"{"name": "Bàn \#(place)", "kdf": {"memory_mib": 64, "passes": 2}\#(more)}"#)
            return try office.open("desk \(place)")
        }
        report = try office.file(
            #"{"told": "x", "child": "Bé", "danger": "Y"}"#, form: TestForms.triaging(), at: desks[0])
        guard areKnown else { return }
        for place in 1..<count { try know(place - 1, at: place) }
    }

    /// Has a desk accept another's card.
    func know(_ other: Int, at desk: Int) throws {
        try desks[other].card().withUnsafeBytes { try unsafe desks[desk].know($0) }
    }

    /// What a desk asks for when it refers.
    func request(
        to desk: Int, sections: String = #"["facts"]"#, expires: String = "2026-03-31",
        basis: String = #""consent": {"by": "the child", "when": "2026-03-01", "how": "said so"}"#,
        more: String = #", "note": "please call first""#
    ) throws -> [UInt8] {
        Array(
            #"""
            {"to": \#(String(decoding: try desks[desk].card(), as: UTF8.self)), "sections": \#(sections),
             "purpose": ["SVC-PSY", "SVC-MED"], "legal_basis": ["CHILDREN_LAW_51"], "expires": "\#(expires)",
             \#(basis)\#(more)}
            """#.utf8)
    }

    /// Refers the case from the first desk; gives the referral and the bundle.
    func refer(_ request: [UInt8], from desk: Int = 0, report: String? = nil) throws -> (id: String, bundle: [UInt8]) {
        let (result, bundle) = try request.withUnsafeBytes {
            try unsafe desks[desk].refer(Array((report ?? self.report).utf8), $0)
        }
        return (try office.object(result)["id"] as? String ?? "", bundle)
    }

    /// Has a desk collect whatever it is.
    @discardableResult
    func collect(_ bytes: [UInt8], at desk: Int) throws -> [UInt8] {
        try bytes.withUnsafeBytes { try unsafe desks[desk].collect($0) }
    }

    /// A bundle of a desk with one message in it.
    func bundle(_ message: [UInt8], from desk: Int, to other: Int) throws -> [UInt8] {
        try bundle(items: [Envelope.closed(message, size: 16 << 10)], from: desk, to: other)
    }

    /// A bundle of a desk with any items.
    func bundle(items: [[UInt8]], from desk: Int, to other: Int) throws -> [UInt8] {
        let sender = desks[desk]
        return try Bundle.pack(
            items: items, itemSize: 16 << 10, point: sender.ownPoint, sequence: 1,
            receiptKey: sender.unlocked().ring.sealKey, signing: sender.unlocked().signing,
            to: [office.recipient(desks[other])], size: 1 << 18)
    }

    /// The items of a bundle for a desk.
    func items(of bundle: [UInt8], at desk: Int) throws -> [[UInt8]] {
        let pair = try #require(desks[desk].unlocked().intake().pairs.first)
        return try bundle.withUnsafeBytes { try unsafe Bundle.open($0, with: pair.pair).items }
    }

    /// Refers facts from the first desk to the second and takes them in; gives the referral and the receipt.
    func referred(expires: String = "2026-03-31") throws -> (id: String, receipt: [UInt8]) {
        let (id, bundle) = try refer(request(to: 1, expires: expires))
        return (id, try collect(bundle, at: 1))
    }

    /// Answers a referral; gives the bundle.
    func answer(_ id: String, _ state: String, more: String = "", at desk: Int = 1) throws -> [UInt8] {
        try Array(#"{"state": "\#(state)"\#(more)}"#.utf8).withUnsafeBytes {
            try unsafe desks[desk].answer(Array(id.utf8), $0)
        }
    }

    /// Takes a referral back; gives the bundle.
    func withdraw(_ id: String, at desk: Int = 0) throws -> [UInt8] {
        try desks[desk].withdraw(Array(id.utf8), reason: Array("no longer needed".utf8))
    }

    /// The referrals of a desk as dictionaries.
    func referrals(at desk: Int, _ query: String? = nil) throws -> [[String: Any]] {
        try page(at: desk, query)["referrals"] as? [[String: Any]] ?? []
    }

    /// A page of referrals and desks.
    func page(at desk: Int, _ query: String? = nil) throws -> [String: Any] {
        guard let query else { return try office.object(desks[desk].referrals(nil)) }
        return try office.object(Array(query.utf8).withUnsafeBytes { try unsafe desks[desk].referrals($0) })
    }

    /// How far a desk's only referral is.
    func state(at desk: Int) throws -> String? {
        try referrals(at: desk).first?["state"] as? String
    }

    /// Closes a desk and unlocks it anew.
    func reopen(_ desk: Int) throws {
        desks[desk].close()
        desks[desk] = try office.open("desk \(desk)")
    }

    /// The types of a case's history.
    func history(_ id: String, at desk: Int) throws -> [String] {
        try office.history(id, at: desks[desk]).compactMap { $0["type"] as? String }
    }
}
