// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayIntake

/// Picks one value out of a JSON text.
@implementation @_cdecl("tincay_json_pick")
public func tincay_json_pick(
    _ json: UnsafePointer<UInt8>?, _ json_size: Int, _ pointer: UnsafePointer<CChar>?,
    _ out_value: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_value)
        let pointer = try unsafe Input.string(pointer, limit: Input.Limit.pointer)
        guard isPointer(pointer) else { throw .misuse }
        let json = try unsafe Input.bytes(json, json_size, limit: Input.Limit.anyJSON)
        let document = try Call.json { () throws(JSONError) in
            try unsafe JSONDocument(parsing: json, limits: .any)
        }
        guard let value = document.root.at(pointer: pointer) else { throw .notFound }
        try unsafe output.give(value.text ?? value.json)
    }
}

/// Tells whether bytes are a JSON Pointer as RFC 6901 writes it: empty or begun by a slash, and a tilde only as ~0 or ~1.
private func isPointer(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    guard first == UInt8(ascii: "/"), String(validating: bytes, as: UTF8.self) != nil else { return false }
    var afterTilde = false
    for byte in bytes {
        if afterTilde, byte != UInt8(ascii: "0"), byte != UInt8(ascii: "1") { return false }
        afterTilde = byte == UInt8(ascii: "~") && !afterTilde
    }
    return !afterTilde
}
