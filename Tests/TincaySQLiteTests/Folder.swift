import Foundation

/// A folder of a test's own, gone when the test is.
final class Folder {
    /// Where it is.
    let path: String

    /// Makes an empty folder.
    init() throws {
        path = NSTemporaryDirectory() + "tincay-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A file in it, as the library takes paths.
    func file(_ name: String) -> [UInt8] {
        Array("\(path)/\(name)".utf8)
    }

    /// The names of what is in it, sorted.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// A file's bytes; empty when there is none.
    func bytes(_ name: String) -> [UInt8] {
        [UInt8](FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data())
    }

    /// Writes a file.
    func write(_ bytes: [UInt8], to name: String) {
        _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(bytes))
    }
}
