// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
import CTincay

/// The version of the library that is running, as a number.
@implementation @_cdecl("tincay_version_number")
public func tincay_version_number() -> Int32 {
    Int32(TINCAY_VERSION_NUMBER)
}
