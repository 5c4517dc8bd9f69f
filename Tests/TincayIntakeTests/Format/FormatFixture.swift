import Testing

@testable import TincayIntake

extension Format {
    /// The format of a name, as a schema would ask for it.
    static func named(_ name: String) throws -> Format? {
        Format(try JSONDocument(parsing: Array("\"\(name)\"".utf8), limits: .any).root)
    }

    /// Whether a text is of the format; both ways to ask must agree.
    func holds(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let holds = holds(bytes)
        unsafe bytes.withUnsafeBufferPointer { unsafe #expect(self.holds($0) == holds) }
        return holds
    }

    /// The texts among some that are not of the format.
    func refused(_ texts: [String]) -> [String] { texts.filter { !holds($0) } }

    /// The texts among some that are of the format.
    func taken(_ texts: [String]) -> [String] { texts.filter { holds($0) } }
}
