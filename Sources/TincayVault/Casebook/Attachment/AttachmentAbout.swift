import TincayIntake

/// What a host says about a file that it is going to hand over.
struct AttachmentAbout {
    /// The schema of the JSON that hosts hand over.
    private static let schema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
          "name": {"type": "string", "minLength": 1, "maxLength": 255},
          "section": {"enum": ["facts", "identity", "contact", "accused", "place", "notes"]},
          "type": {"type": "string"}}}
        """, size: 64 << 10)
    /// How many bytes a name may have.
    static let nameSize = 1...1020

    /// What people call it: words, never a path.
    let name: [UInt8]
    /// The section that it belongs to.
    let section: SectionName
    /// The media type that it is said to be.
    let type: [UInt8]?

    /// Reads what a host says.
    init(parsing bytes: UnsafeRawBufferPointer) throws(VaultError) {
        let root = try unsafe Self.schema.read(bytes)
        guard let name = root["name"]?.text, Self.nameSize.contains(name.count) else { throw .invalidInput }
        self.name = name
        let section = SectionName.allCases.first { root["section"]?.isText($0.name) == true }
        self.section = section ?? .facts
        type = root["type"]?.text
    }

    /// Fails unless a file is what it was said to be.
    func check(_ kind: AttachmentKind) throws(VaultError) {
        guard let type else { return }
        // SAFETY: a static string's bytes live as long as the process.
        let found = unsafe UnsafeBufferPointer(start: kind.name.utf8Start, count: kind.name.utf8CodeUnitCount)
        guard unsafe type.elementsEqual(found) else { throw .notAccepted }
    }
}
