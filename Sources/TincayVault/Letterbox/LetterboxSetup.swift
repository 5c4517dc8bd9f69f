import TincayIntake

/// What a box was set up with: whose point it is, who may read, and how large things are.
struct LetterboxSetup {
    /// What the point calls itself.
    let name: [UInt8]
    /// What kind of place the point is.
    let kind: [UInt8]
    /// The point's desks as long as no directory says otherwise: 1 to 8.
    let directory: [DirectoryDesk]
    /// Which sections no desk opens alone.
    let together: [Sharing]
    /// Whose notices the box takes.
    let authority: Authority
    /// How many slots a day begins with.
    let slotsPerDay: Int64
    /// How much is taken at once, and what is kept for urgent reports.
    let limits: LetterboxLimits
    /// How many bytes an envelope has.
    let slotSize: Int
    /// How many bytes a bundle has.
    let bundleSize: Int
    /// How long nobody may touch a draft before it is taken for left.
    let idleMilliseconds: Int64
    /// The setup as JSON with nothing left to default, as the file keeps it.
    let json: [UInt8]

    /// Reads a setup that a host or a box's file gives.
    @_optimize(size) init(parsing bytes: UnsafeRawBufferPointer) throws(VaultError) {
        let document = try VaultError.json { () throws(JSONError) in
            try unsafe JSONDocument(parsing: bytes, limits: .report)
        }
        let root = document.root
        try Self.require(
            root,
            members: [
                "point", "desks", "together", "authority", "slots_per_day", "slot_kib", "bundle_mib", "idle_seconds",
                "reserve", "flood", "alarm_hours",
            ])
        guard let point = root["point"], let cards = root["desks"] else { throw .invalidInput }
        try Self.require(point, members: ["name", "kind"])
        name = try Self.text(point["name"], characters: 200, bytes: 800)
        kind = try Self.text(point["kind"], characters: 64, bytes: 64)
        directory = try DirectoryDesk.all(cards)
        together = try Sharing.all(root["together"])
        authority = try Authority(root["authority"])
        try DirectoryDesk.requireReaders(directory)
        slotsPerDay = try Self.number(root["slots_per_day"], default: 4, in: 1...32)
        limits = try LetterboxLimits(root, slotsPerDay: slotsPerDay)
        let slotKiB = try Self.number(root["slot_kib"], default: 16, in: 16...256)
        guard slotKiB & (slotKiB - 1) == 0 else { throw .invalidInput }
        let bundleMiB = try Self.number(root["bundle_mib"], default: 8, in: 1...64)
        slotSize = Int(slotKiB) << 10
        bundleSize = Int(bundleMiB) << 20
        let idleSeconds = try Self.number(root["idle_seconds"], default: 300, in: 30...3600)
        idleMilliseconds = idleSeconds * 1000
        json = Self.json(
            name, kind, cards, root["together"], root["authority"], slotsPerDay, slotKiB,
            bundleMiB, idleSeconds, limits)
    }

    /// Reads the setup that a box's file keeps.
    @_optimize(size) init(parsing bytes: [UInt8]) throws(VaultError) {
        // SAFETY: the bytes are lent for the call.
        self = try unsafe bytes.withUnsafeBufferPointer { bytes throws(VaultError) in
            try unsafe LetterboxSetup(parsing: UnsafeRawBufferPointer(bytes))
        }
    }

    /// Whom bundles go to.
    var desks: [Recipient] { directory.map { $0.recipient } }

    /// How many envelopes a bundle holds.
    var bundleCapacity: Int { Bundle.capacity(size: bundleSize, itemSize: slotSize) }

    /// The point as bundles name it.
    func point(publicKey: [UInt8]) -> Point {
        Point(publicKey: publicKey, name: name, kind: kind)
    }

    /// Fails unless a value is an object without other members than these.
    static func require(_ value: JSONValue, members: [StaticString]) throws(VaultError) {
        guard value.kind == .object else { throw .invalidInput }
        for (name, _) in value.members {
            guard members.contains(where: { name.isText($0) }) else { throw .invalidInput }
        }
    }

    /// A text that is there and not too long.
    private static func text(_ value: JSONValue?, characters: Int, bytes: Int) throws(VaultError) -> [UInt8] {
        guard let text = value?.text, !text.isEmpty, text.count <= bytes else { throw .invalidInput }
        // Every byte of UTF-8 but the continuing ones begins a character.
        guard text.count(where: { $0 & 0xc0 != 0x80 }) <= characters else { throw .invalidInput }
        return text
    }

    /// A whole number in a range, or what it is when it is left out.
    static func number(
        _ value: JSONValue?, default standard: Int64, in range: ClosedRange<Int64>
    ) throws(VaultError) -> Int64 {
        guard let value else { return standard }
        guard let number = value.integer, range.contains(number) else { throw .invalidInput }
        return number
    }

    /// Writes the setup out with every default.
    private static func json(
        _ name: [UInt8], _ kind: [UInt8], _ cards: JSONValue, _ together: JSONValue?, _ authority: JSONValue?,
        _ slotsPerDay: Int64, _ slotKiB: Int64, _ bundleMiB: Int64, _ idleSeconds: Int64, _ limits: LetterboxLimits
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("point")
        writer.beginObject()
        writer.name("name")
        writer.text(name)
        writer.name("kind")
        writer.text(kind)
        writer.endObject()
        writer.name("desks")
        writer.raw(cards.json)
        if let together {
            writer.name("together")
            writer.raw(together.json)
        }
        if let authority {
            writer.name("authority")
            writer.raw(authority.json)
        }
        writer.name("slots_per_day")
        writer.integer(slotsPerDay)
        writer.name("slot_kib")
        writer.integer(slotKiB)
        writer.name("bundle_mib")
        writer.integer(bundleMiB)
        writer.name("idle_seconds")
        writer.integer(idleSeconds)
        limits.write(to: &writer)
        writer.endObject()
        return writer.bytes
    }
}
