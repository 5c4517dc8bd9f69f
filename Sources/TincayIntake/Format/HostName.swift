/// Reads the names of hosts: RFC 1123, and RFC 5890 to 5893 for what is not ASCII.
enum HostName {
    /// Which characters a name has, and what comes between its labels.
    enum Alphabet {
        /// Letters, digits and hyphens.
        case ascii
        /// Any script; the full stops of East Asia are as good as the dot.
        case international
        /// Any script in the domain of a mailbox, as RFC 6531 has it: dots only, and no word on normalisation.
        case mail
    }

    /// As many octets as the Domain Name System gives a name, in its ASCII form and without the dot of the root.
    private static let longest = 253

    /// Whether a text is a name of a host.
    static func holds(_ text: TextCursor, _ alphabet: Alphabet) -> Bool {
        // No character takes more than four bytes here, or less than one octet in the ASCII form.
        guard text.count <= (alphabet == .ascii ? longest : longest * 4) else { return false }
        var cursor = text
        var rule = BidiRule()
        var length = -1
        repeat {
            guard let octets = label(&cursor, alphabet, &rule) else { return false }
            length += octets + 1
        } while separator(&cursor, alphabet)
        return cursor.isAtEnd && length <= longest && rule.holds
    }

    /// Reads a label, and gives how many octets its ASCII form has.
    private static func label(_ cursor: inout TextCursor, _ alphabet: Alphabet, _ rule: inout BidiRule) -> Int? {
        let start = cursor
        let count = cursor.skip(while: isLabel)
        if alphabet != .ascii, let next = cursor.next, next >= 0x80, separatorLength(cursor, alphabet) == 0 {
            cursor = start
            return international(&cursor, alphabet, &rule)
        }
        guard count > 0, count <= InternationalLabel.longest, let first = start[0], first != UInt8(ascii: "-"),
            start[count - 1] != UInt8(ascii: "-")
        else { return nil }
        guard first | 0x20 == UInt8(ascii: "x"), (start[1] ?? 0) | 0x20 == UInt8(ascii: "n"), count > 4,
            start[2] == UInt8(ascii: "-"), start[3] == UInt8(ascii: "-")
        else {
            rule.add(startsWithDigit: URICharacters.isDigit(first))
            return count
        }
        let encoded = TextCursor(start, start.place + 4..<start.place + count)
        guard let scalars = Punycode.decode(encoded), scalars.contains(where: { $0 >= 0x80 }),
            InternationalLabel.holds(scalars, composed: alphabet != .mail, &rule)
        else { return nil }
        return count
    }

    /// Reads a label that has characters beyond ASCII.
    private static func international(
        _ cursor: inout TextCursor, _ alphabet: Alphabet, _ rule: inout BidiRule
    ) -> Int? {
        var scalars: [UInt32] = []
        while !cursor.isAtEnd, separatorLength(cursor, alphabet) == 0 {
            guard scalars.count < InternationalLabel.longest, let scalar = cursor.scalar() else { return nil }
            scalars.append(scalar)
        }
        guard InternationalLabel.holds(scalars, composed: alphabet != .mail, &rule),
            let length = Punycode.length(of: scalars), length + 4 <= InternationalLabel.longest
        else { return nil }
        return length + 4
    }

    /// Moves over what comes between two labels, when that is next.
    private static func separator(_ cursor: inout TextCursor, _ alphabet: Alphabet) -> Bool {
        let length = separatorLength(cursor, alphabet)
        cursor.move(to: cursor.place + length)
        return length > 0
    }

    /// How many bytes of a separator are next: a dot, or the ideographic, fullwidth or halfwidth full stop.
    private static func separatorLength(_ cursor: TextCursor, _ alphabet: Alphabet) -> Int {
        if cursor.next == UInt8(ascii: ".") { return 1 }
        guard alphabet == .international else { return 0 }
        switch (cursor[0], cursor[1], cursor[2]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8E), (0xEF, 0xBD, 0xA1): return 3
        default: return 0
        }
    }

    /// Whether a byte may be in a label of ASCII.
    private static func isLabel(_ byte: UInt8) -> Bool {
        URICharacters.isLetter(byte) || URICharacters.isDigit(byte) || byte == UInt8(ascii: "-")
    }
}
