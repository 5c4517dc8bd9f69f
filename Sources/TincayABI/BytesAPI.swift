// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayCrypto

/// Wipes and frees what the library gave away.
@implementation @_cdecl("tincay_bytes_free")
public func tincay_bytes_free(_ bytes: UnsafeMutablePointer<tincay_bytes>?) {
    guard let bytes = unsafe bytes else { return }
    let data = unsafe bytes.pointee.data
    // SAFETY: the structure is the caller's; it is emptied first, so that a second call finds nothing to free.
    unsafe bytes.initialize(to: tincay_bytes(data: nil, size: 0))
    if let data = unsafe data {
        unsafe SecretBytes.free(data)
    }
}
