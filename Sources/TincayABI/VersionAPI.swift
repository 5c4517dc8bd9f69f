// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
internal import CTincay

/// Names the version of the library that is running.
@implementation @_cdecl("tincay_version")
public func tincay_version() -> UnsafePointer<CChar>? {
    // A test holds this text and the header's together: a macro's string arrives in Swift as a String, which could not
    // be given away for ever.
    unsafe ("0.1.0" as StaticString).cString
}

/// Tells the version of the library that is running as a number.
@implementation @_cdecl("tincay_version_number")
public func tincay_version_number() -> Int32 {
    Int32(TINCAY_VERSION_NUMBER)
}
