import Foundation
import TincayCrypto
import TincayIntake

@testable import TincayVault

/// A folder with a desk's file in it, a clock, and a point that sends bundles: what a test of desks stands on.
final class TestOffice {
    /// Who works at the desk.
    static let person = "a counsellor"
    /// What the counsellor remembers.
    static let passphrase = "correct horse battery"
    /// As little work as a desk allows, so that tests are quick.
    static let setup = #"{"name": "Bàn tư vấn", "idle_seconds": 86400, "kdf": {"memory_mib": 64, "passes": 2}}"#
    /// How large the slots of the point are.
    static let slotSize = 16 << 10

    /// Where the files are.
    let folder: String
    /// Tells the desk the time.
    let clock = TestClock()
    /// The point's signing key.
    let signing: SigningKeyPair
    /// What the point has its receipts sealed to.
    let receipts: AgreementKeyPair
    /// How many bundles the point has packed.
    private(set) var sequence: UInt64 = 0

    /// Makes a folder and a point, and no desk yet.
    init() throws {
        folder = NSTemporaryDirectory() + "tincay-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        signing = try SigningKeyPair()
        receipts = try AgreementKeyPair()
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The point as bundles name it.
    var point: Point {
        Point(publicKey: signing.publicKey, name: Array("A trusted address".utf8), kind: Array("NODE-TRUSTED".utf8))
    }

    /// Where a file of the folder is, as the library takes paths.
    func path(_ name: String = "desk") -> [UInt8] {
        Array("\(folder)/\(name)".utf8)
    }

    /// Creates the desk.
    func create(
        _ name: String = "desk", person: String = TestOffice.person, passphrase: String = TestOffice.passphrase,
        setup: String? = TestOffice.setup
    ) throws {
        try Array(passphrase.utf8).withUnsafeBytes { passphrase in
            let setup = setup.map { Array($0.utf8) }
            if let setup {
                try setup.withUnsafeBytes {
                    try unsafe Desk.create(
                        path: path(name), person: Array(person.utf8), passphrase: passphrase, setup: $0,
                        clock: clock.clock)
                }
            } else {
                try unsafe Desk.create(
                    path: path(name), person: Array(person.utf8), passphrase: passphrase, setup: nil,
                    clock: clock.clock)
            }
        }
    }

    /// Unlocks the desk.
    func open(
        _ name: String = "desk", person: String = TestOffice.person, passphrase: String = TestOffice.passphrase,
        keyFile: [UInt8]? = nil, pageLimit: Int? = nil
    ) throws -> Desk {
        try Self.lend(passphrase, keyFile) {
            try unsafe Desk(
                path: path(name), person: Array(person.utf8), passphrase: $0, keyFile: $1, clock: clock.clock,
                pageLimit: pageLimit)
        }
    }

    /// Creates the desk and unlocks it.
    func desk() throws -> Desk {
        try create()
        return try open()
    }

    /// The desk as a recipient of reports.
    func recipient(_ desk: Desk) throws -> Recipient {
        let document = try JSONDocument(parsing: desk.card(), limits: .any)
        return try Card.read(document.root).recipient
    }

    /// An envelope as the point's box would seal it.
    func envelope(
        _ answers: String, form: Form, to desk: Desk, id: ReportID = ReportID(), head: String? = nil,
        sections: [ReportSection]? = nil
    ) throws -> [UInt8] {
        let checked = try form.check(Array(answers.utf8), language: nil, at: clock.clock.now())
        let standard = ReportHead(checked, form: form, language: nil, received: clock.clock.now()).json
        let report = Report(
            head: head.map { Array($0.utf8) } ?? standard, sections: sections ?? checked.sections,
            formHash: Hash.digest(form.source))
        return try Envelope.seal(
            report, id: id, to: [recipient(desk)], ephemeral: AgreementKeyPair(), size: Self.slotSize)
    }

    /// A bundle of the point.
    func bundle(_ items: [[UInt8]], to desk: Desk, heads: [WitnessedHead] = []) throws -> [UInt8] {
        sequence += 1
        return try Bundle.pack(
            items: items, itemSize: Self.slotSize, point: point, sequence: sequence,
            receiptKey: receipts.publicKey, heads: heads, signing: signing, to: [recipient(desk)], size: 1 << 18)
    }

    /// Has the desk collect items, and reads the receipt.
    @discardableResult
    func collect(_ items: [[UInt8]], at desk: Desk) throws -> Receipt {
        try collect(bundle: bundle(items, to: desk), at: desk)
    }

    /// Has the desk collect a bundle, and reads the receipt.
    func collect(bundle: [UInt8], at desk: Desk) throws -> Receipt {
        let receipt = try bundle.withUnsafeBytes { try unsafe desk.collect($0) }
        return try receipt.withUnsafeBytes { try unsafe Receipt.open($0, with: receipts) }
    }

    /// Files a report at the desk; gives its identifier.
    func file(_ answers: String, form: Form, at desk: Desk) throws -> String {
        let filed = try Array(answers.utf8).withUnsafeBytes { try unsafe desk.file(form, answers: $0, language: nil) }
        return String(decoding: filed.id?.hexadecimal ?? [], as: UTF8.self)
    }

    /// The cases of a list, as dictionaries.
    func cases(_ desk: Desk, _ query: String? = nil) throws -> [[String: Any]] {
        try list(desk, query)["cases"] as? [[String: Any]] ?? []
    }

    /// A list as a dictionary.
    func list(_ desk: Desk, _ query: String? = nil) throws -> [String: Any] {
        guard let query else { return try object(desk.list(nil)) }
        return try object(Array(query.utf8).withUnsafeBytes { try unsafe desk.list($0) })
    }

    /// A table of counts as a dictionary.
    func count(_ desk: Desk, _ query: String) throws -> [String: Any] {
        try object(Array(query.utf8).withUnsafeBytes { try unsafe desk.count($0) })
    }

    /// A table of counts as "value value count" lines.
    func rows(_ desk: Desk, _ query: String) throws -> [String] {
        let table = try count(desk, query)
        let names = table["by"] as? [String] ?? []
        return (table["rows"] as? [[String: Any]] ?? []).map { row in
            (names + ["count"]).map { "\(row[$0] ?? "missing")" }.joined(separator: " ")
        }
    }

    /// Opens a report.
    func read(_ id: String, at desk: Desk) throws -> [String: Any] {
        try object(desk.read(Array(id.utf8)))
    }

    /// The history of a report, without the reading itself.
    func history(_ id: String, at desk: Desk) throws -> [[String: Any]] {
        try read(id, at: desk)["history"] as? [[String: Any]] ?? []
    }

    /// Records an event.
    func record(_ id: String, _ event: String, at desk: Desk) throws {
        try Array(event.utf8).withUnsafeBytes { try unsafe desk.record(Array(id.utf8), event: $0) }
    }

    /// What verifying gives.
    func verify(_ desk: Desk) throws -> [String: Any] {
        try object(desk.verify().result)
    }

    /// A JSON object as a dictionary.
    func object(_ json: [UInt8]) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any] ?? [:]
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

    /// Writes a file.
    func write(_ bytes: [UInt8], to name: String) {
        _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data(bytes))
    }

    /// Changes the closed desk's file as somebody without keys could.
    func tamper(_ name: String = "desk", _ change: (CasebookStore) throws -> Void) throws {
        let store = try CasebookStore(opening: path(name), pageLimit: nil)
        try change(store)
        store.close()
    }
}
