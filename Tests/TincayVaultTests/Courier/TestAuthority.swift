import TincayCrypto
import TincayIntake

@testable import TincayVault

/// Three desks that sign notices, as a setup pins them.
final class TestAuthority {
    /// The desks.
    let signers: [TestDesk]

    /// Draws the keys of the signers.
    init() throws {
        signers = try (0..<3).map { try TestDesk(name: "signer \($0)") }
    }

    /// The cards for a setup.
    var cards: String { "[\(signers.map { String(decoding: $0.card, as: UTF8.self) }.joined(separator: ","))]" }

    /// The authority as a box or a desk has pinned it.
    func pinned() throws -> Authority {
        try Authority(JSONDocument(parsing: Array(cards.utf8), limits: .any).root)
    }

    /// A notice of any body, signed by some of the signers.
    func notice(_ kind: NoticeKind, _ body: String, by places: [Int]) throws -> [UInt8] {
        var notice = try Notice(kind: kind, body: Array(body.utf8))
        for place in places { try notice.sign(as: signers[place].deskID, with: signers[place].signing) }
        return notice.bytes
    }

    /// A directory of desks, which are JSON each.
    func directory(
        _ number: Int, _ desks: [String], issued: String = "2026-03-01", more: String = "", by places: [Int] = [0, 1]
    ) throws -> [UInt8] {
        try notice(
            .directory,
            #"{"tincay":"directory","version":1,"number":\#(number),"issued":"\#(issued)","desks":[\#(desks.joined(separator: ","))]\#(more)}"#,
            by: places)
    }

    /// A pack with some members.
    func pack(
        _ name: String = "a pack", _ number: Int, _ members: String, issued: String = "2026-03-01",
        by places: [Int] = [2]
    ) throws -> [UInt8] {
        try notice(
            .pack,
            #"{"tincay":"pack","version":1,"name":"\#(name)","number":\#(number),"issued":"\#(issued)",\#(members)}"#,
            by: places)
    }
}

extension TestDesk {
    /// The desk as a setup or a directory names it.
    func named(_ destinations: [String] = [], offsite: Bool = false) -> String {
        let codes = destinations.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"card":\#(String(decoding: card, as: UTF8.self)),"destinations":[\#(codes)],"offsite":\#(offsite)}"#
    }
}
