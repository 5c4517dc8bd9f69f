/// Builds a JSON text piece by piece; commas come by themselves.
public struct JSONWriter {
    /// The text so far.
    public private(set) var bytes: [UInt8] = []
    /// Whether a comma is due before the next name or element.
    private var follows = false

    /// Starts with nothing.
    public init() {}

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
        let characters = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        quote(unsafe [UInt8](characters))
    }

    /// Writes a string of UTF-8.
    public mutating func text(_ text: [UInt8]) { quote(text) }

    /// Writes a whole number.
    public mutating func integer(_ value: Int64) {
        comma()
        var digits: [UInt8] = []
        var rest = value.magnitude
        repeat {
            digits.append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
            rest /= 10
        } while rest > 0
        if value < 0 { digits.append(UInt8(ascii: "-")) }
        bytes.append(contentsOf: digits.reversed())
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
    private mutating func quote(_ characters: [UInt8]) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        for byte in characters {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case 0..<0x20:
                let digits: (UInt8) -> UInt8 = { $0 < 10 ? $0 + 0x30 : $0 + 0x57 }
                bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "u"), 0x30, 0x30])
                bytes.append(digits(byte >> 4))
                bytes.append(digits(byte & 15))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
