import Foundation
import TincayCrypto

@testable import TincayVault

/// Files to keep with reports.
enum TestFiles {
    /// A picture of so many bytes.
    static func picture(_ count: Int) -> [UInt8] {
        [UInt8](([0xFF, 0xD8, 0xFF, 0xE0] + Random.bytes(count)).prefix(count))
    }
}

extension TestOffice {
    /// What a host says about a file.
    static let about = #"{"name": "ảnh.jpg"}"#

    /// Begins to take in a file.
    func begin(_ report: String, about: String = TestOffice.about, at desk: Desk, named: Bool = false) throws -> Upload
    {
        try Array(about.utf8).withUnsafeBytes {
            try unsafe desk.attach(Array(report.utf8), about: $0, named: named)
        }
    }

    /// Writes bytes in steps.
    func write(_ bytes: [UInt8], to upload: Upload, step: Int = 1 << 20) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            try [UInt8](rest.prefix(step)).withUnsafeBytes { try unsafe upload.write($0) }
            rest = rest.dropFirst(step)
        }
    }

    /// Takes in a file; gives what the desk says of it.
    @discardableResult
    func attach(
        _ bytes: [UInt8], to report: String, about: String = TestOffice.about, at desk: Desk, step: Int = 1 << 20,
        named: Bool = false
    ) throws -> [String: Any] {
        let upload = try begin(report, about: about, at: desk, named: named)
        try write(bytes, to: upload, step: step)
        try upload.finish()
        return try object(desk.enter(upload))
    }

    /// Takes in a file; gives its number.
    func attachment(_ bytes: [UInt8], to report: String, at desk: Desk, named: Bool = false) throws -> String {
        try attach(bytes, to: report, at: desk, named: named)["id"] as? String ?? ""
    }

    /// Opens a file; gives its bytes.
    func bytes(of id: String, report: String, at desk: Desk, step: Int = 100_000) throws -> [UInt8] {
        let download = try desk.attachment(Array(report.utf8), Array(id.utf8)).download
        var bytes: [UInt8] = []
        while true {
            let piece = try [UInt8](unsafeUninitializedCapacity: step) { buffer, filled in
                filled = try unsafe download.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if piece.isEmpty { return bytes }
            bytes += piece
        }
    }

    /// The names in the folder with the files, in their order.
    var fileNames: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/desk.files")) ?? []).sorted()
    }

    /// The files of a report, as reading it shows them.
    func attachments(of report: String, at desk: Desk) throws -> [[String: Any]] {
        try read(report, at: desk)["attachments"] as? [[String: Any]] ?? []
    }

    /// What verifying finds wrong with files: their numbers.
    func wrongFiles(_ desk: Desk, _ what: String) throws -> [String] {
        let check = try verify(desk)["attachments"] as? [String: Any]
        return (check?[what] as? [[String: Any]] ?? []).map { $0["id"] as? String ?? "" }
    }
}
