import TincayCrypto
public import TincayIntake

extension Letterbox {
    /// Tells who may read what is told here, whom to call, and which forms packs have brought.
    @_optimize(size) public func directory(language: [UInt8]?) throws(VaultError) -> [UInt8] {
        try Self.start()
        let directory = board.directory
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("point")
        writer.text(Hexadecimal.text(setup.point(publicKey: try pointKeys().signing.publicKey).id))
        writer.name("number")
        if let directory { writer.integer(directory.title.number) } else { writer.null() }
        writer.name("issued")
        if let directory { writer.text(directory.title.issuedText) } else { writer.null() }
        writer.name("age_days")
        if let age = directoryAge { writer.integer(age) } else { writer.null() }
        writer.name("desks")
        writer.beginArray()
        for desk in desks { desk.write(to: &writer) }
        writer.endArray()
        writer.name("hotlines")
        writer.beginArray()
        for hotline in directory?.hotlines ?? [] { Self.write(hotline, language, to: &writer) }
        writer.endArray()
        writer.name("forms")
        board.writeForms(to: &writer)
        writer.endObject()
        return writer.bytes
    }

    /// How many days old the directory is; nil before the first.
    var directoryAge: Int64? {
        board.directory.map { max(0, clock.now().days - $0.title.issued) }
    }

    /// The newest form of a name that packs brought.
    @_optimize(size) public func form(_ id: [UInt8]) throws(VaultError) -> Form {
        try Self.start()
        guard let form = board.form(id) else { throw .notFound }
        return form
    }

    /// Writes a number to call.
    @_optimize(size) private static func write(
        _ hotline: JSONValue, _ language: [UInt8]?, to writer: inout JSONWriter
    ) {
        writer.beginObject()
        writer.name("number")
        writer.text(hotline["number"]?.text ?? [])
        writer.name("label")
        if let label = Wording.label(of: hotline, language: language) ?? hotline["label"]?.text {
            writer.text(label)
        } else {
            writer.null()
        }
        writer.name("destination")
        if let value = hotline["destination"] { writer.raw(value.json) } else { writer.null() }
        writer.name("source")
        if let value = hotline["source"] { writer.raw(value.json) } else { writer.null() }
        writer.name("valid_from")
        if let value = hotline["valid_from"] { writer.raw(value.json) } else { writer.null() }
        writer.name("valid_until")
        if let value = hotline["valid_until"] { writer.raw(value.json) } else { writer.null() }
        writer.endObject()
    }
}
