/// Builds a JSON text piece by piece; commas come by themselves.
public struct JSONWriter {
    /// The text so far.
    public private(set) var bytes: [UInt8] = []
    /// Whether a comma is due before the next name or element.
    private var follows = false

    /// Starts with nothing, and with room for so many bytes.
    public init(room: Int = 0) {
        bytes.reserveCapacity(room)
    }

    /// Opens an object.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Closes the innermost object.
    public mutating func endObject() { close(UInt8(ascii: "}")) }

    /// Opens an array.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Closes the innermost array.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Writes a member's name; its value comes next.
    public mutating func name(_ name: StaticString) {
        text(name)
        colon()
    }

    /// Writes a member's name; its value comes next.
    public mutating func name(_ name: [UInt8]) {
        text(name)
        colon()
    }

    /// Writes a string.
    public mutating func text(_ text: StaticString) {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe quote(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes a string of UTF-8.
    public mutating func text(_ text: [UInt8]) {
        // SAFETY: the buffer is only read inside.
        unsafe text.withUnsafeBufferPointer { unsafe quote($0) }
    }

    /// Writes a whole number.
    public mutating func integer(_ value: Int64) {
        comma()
        JSONNumber.append(value, to: &bytes)
    }

    /// Writes true or false.
    public mutating func boolean(_ value: Bool) { word(value ? "true" : "false") }

    /// Writes null.
    public mutating func null() { word("null") }

    /// Writes a value that is JSON already.
    public mutating func raw(_ json: [UInt8]) {
        comma()
        bytes.append(contentsOf: json)
    }

    /// Writes one of the three words.
    private mutating func word(_ word: StaticString) {
        comma()
        // SAFETY: a static string's bytes live as long as the process.
        let letters = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        unsafe bytes.append(contentsOf: letters)
    }

    /// Opens a container, in which the first value has no comma before it.
    private mutating func open(_ byte: UInt8) {
        comma()
        bytes.append(byte)
        follows = false
    }

    /// Closes a container; whatever comes behind it needs a comma.
    private mutating func close(_ byte: UInt8) {
        bytes.append(byte)
        follows = true
    }

    /// Writes the comma that is due, and makes the next one due.
    private mutating func comma() {
        if follows { bytes.append(UInt8(ascii: ",")) }
        follows = true
    }

    /// Ends a name: no comma comes before its value.
    private mutating func colon() {
        bytes.append(UInt8(ascii: ":"))
        follows = false
    }

    /// Writes characters between quotation marks, escaping what RFC 8259 says must be.
    private mutating func quote(_ characters: UnsafeBufferPointer<UInt8>) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        var position = 0
        while true {
            let start = position
            unsafe JSONText.skipPlain(characters, &position)
            // SAFETY: the position moves on up to the end, and no further.
            unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: characters[start..<position]))
            guard position < characters.count else { break }
            escape(unsafe characters[position])
            position += 1
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes one character that has to be escaped.
    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        default:
            let digits: (UInt8) -> UInt8 = { $0 < 10 ? $0 + 0x30 : $0 + 0x57 }
            bytes.append(UInt8(ascii: "u"))
            bytes.append(0x30)
            bytes.append(0x30)
            bytes.append(digits(byte >> 4))
            bytes.append(digits(byte & 15))
        }
    }
}
