import TincayIntake

/// The answers of an opened report, asked by JSON Pointer whatever section they stand in.
struct AnswerPointers {
    /// The sections, parsed.
    private let sections: [JSONValue]

    /// Parses the sections that are open.
    init(_ sections: [ReportSection]) {
        self.sections = sections.compactMap { (try? JSONDocument(parsing: $0.json, limits: .any))?.root }
    }

    /// The first answer that one of some pointers leads to; nil when all lead nowhere or to null.
    func first(_ pointers: JSONValue?) -> JSONValue? {
        for pointer in pointers?.elements.map({ $0 }) ?? [] {
            guard let pointer = pointer.text else { continue }
            if let value = self[pointer] { return value }
        }
        return nil
    }

    /// The answer that a pointer leads to.
    subscript(pointer: [UInt8]) -> JSONValue? {
        for section in sections {
            if let value = section.at(pointer: pointer), value.kind != .null { return value }
        }
        return nil
    }
}
