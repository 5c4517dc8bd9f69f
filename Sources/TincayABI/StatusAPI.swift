// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay

/// Names a status as the header does.
@implementation @_cdecl("tincay_status_name")
public func tincay_status_name(_ status: tincay_status) -> UnsafePointer<CChar>? {
    unsafe StatusText.name(of: status).cString
}

/// Says a status in one sentence.
@implementation @_cdecl("tincay_status_text")
public func tincay_status_text(_ status: tincay_status) -> UnsafePointer<CChar>? {
    unsafe StatusText.text(of: status).cString
}
