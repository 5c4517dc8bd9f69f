import Foundation
import TincayIntake

@testable import TincayVault

/// A folder with a box in it, the desks that may read it, a clock and a form: what a test of boxes stands on.
final class TestPoint {
    /// Where the box is.
    let folder: String
    /// Tells the box the time.
    let clock = TestClock()
    /// Who may read.
    let desks: [TestDesk]
    /// A plain form that takes one answer, unless another is given.
    let form: Form

    /// Makes a folder and the desks, and no box yet.
    init(desks count: Int = 1, form given: Form? = nil) throws {
        folder = NSTemporaryDirectory() + "tincay-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        desks = try (0..<count).map { try TestDesk(name: "desk \($0)") }
        form =
            try given
            ?? Form(
                parsing: Array(
                    #"""
                    {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:test",
                     "type": "object", "required": ["told"], "additionalProperties": false,
                     "properties": {"told": {"type": "string", "minLength": 1}}}
                    """#.utf8))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Where a file of the folder is, as the library takes paths.
    func path(_ name: String = "box") -> [UInt8] {
        Array("\(folder)/\(name)".utf8)
    }

    /// A setup for all desks, with members to add or to replace.
    func setup(_ members: [String: String] = [:]) -> [UInt8] {
        let cards = desks.map { String(decoding: $0.card, as: UTF8.self) }.joined(separator: ",")
        var all = [
            "bundle_mib": "1", "reserve": "0", "flood": #"{"burst": 1000}"#,
            "point": #"{"name": "A trusted address", "kind": "NODE-TRUSTED"}"#,
            "desks": "[\(cards)]",
        ]
        all.merge(members) { $1 }
        return Array("{\(all.map { "\"\($0)\": \($1)" }.joined(separator: ","))}".utf8)
    }

    /// Creates the box.
    func create(_ members: [String: String] = [:], at name: String = "box") throws {
        try setup(members).withUnsafeBytes {
            try unsafe Letterbox.create(path: path(name), setup: $0, clock: clock.clock)
        }
    }

    /// Opens the box.
    func open(_ name: String = "box", pageLimit: Int? = nil) throws -> Letterbox {
        try Letterbox(path: path(name), clock: clock.clock, pageLimit: pageLimit)
    }

    /// Creates the box and opens it.
    func box(_ members: [String: String] = [:]) throws -> Letterbox {
        try create(members)
        return try open()
    }

    /// Drops a report that tells one thing; fails with what stands in the way.
    @discardableResult
    func submit(_ told: String, to box: Letterbox) throws -> Checked {
        let submitted = try drop(told, into: box)
        if let obstacle = submitted.obstacle { throw obstacle }
        return submitted.checked
    }

    /// Drops a report that tells one thing; gives all that came of it.
    func drop(_ told: String, into box: Letterbox) throws -> Submitted {
        let answers = Array("{\"told\": \"\(told)\"}".utf8)
        return try submit(answers, of: form, to: box)
    }

    /// Drops a report of any form, for all desks but those that are excluded.
    func submit(
        _ answers: [UInt8], of form: Form, to box: Letterbox, excluding excluded: [[UInt8]] = []
    ) throws -> Submitted {
        try answers.withUnsafeBytes {
            try unsafe box.submit(form, answers: $0, options: SubmitOptions(language: nil, excluding: excluded))
        }
    }

    /// Has a box take in a notice; gives what it says of it.
    @discardableResult
    func news(_ notice: [UInt8], to box: Letterbox) throws -> [String: Any] {
        let result = try notice.withUnsafeBytes { try unsafe box.news($0) }
        return try JSONSerialization.jsonObject(with: Data(result)) as? [String: Any] ?? [:]
    }

    /// Settles a receipt; gives what was freed and what waits.
    @discardableResult
    func settle(_ receipt: [UInt8], in box: Letterbox) throws -> (freed: Int, waiting: Int) {
        let result = try receipt.withUnsafeBytes { try unsafe box.settle($0) }
        let object = try JSONSerialization.jsonObject(with: Data(result)) as? [String: Any]
        return (object?["freed"] as? Int ?? -1, object?["waiting"] as? Int ?? -1)
    }

    /// What the reports in a box tell its first desk, without a bundle between them.
    func told(in box: Letterbox) throws -> [String] {
        try desks[0].read(items: envelopes(in: box))
    }

    /// The envelopes in a box.
    func envelopes(in box: Letterbox) throws -> [[UInt8]] {
        var envelopes: [[UInt8]] = []
        var last: Int64 = 0
        try box.file.visitWaiting(after: &last, limit: 1000, size: box.setup.slotSize) {
            (envelope) throws(VaultError) in unsafe envelopes.append([UInt8](envelope))
        }
        return envelopes
    }

    /// Every slot's envelope, the oldest first.
    func slots(in box: Letterbox) throws -> [[UInt8]] {
        try (1..<box.state.next).compactMap { try box.file.envelope($0) }
    }

    /// The box's status as a dictionary.
    func status(of box: Letterbox) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(box.status())) as? [String: Any] ?? [:]
    }

    /// The bytes of every file in the folder, one after the other.
    var everyByte: Data {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().reduce(Data()) {
            $0 + (FileManager.default.contents(atPath: "\(folder)/\($1)") ?? Data())
        }
    }

    /// A file's bytes; empty when there is none.
    func bytes(_ name: String) -> [UInt8] {
        [UInt8](FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data())
    }

    /// Writes a file, or removes it when there are no bytes.
    func write(_ bytes: [UInt8], to name: String) {
        _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data(bytes))
    }
}
