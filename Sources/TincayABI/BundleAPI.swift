// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayVault

/// Splits a bundle or a receipt for two carriers.
@implementation @_cdecl("tincay_bundle_split")
public func tincay_bundle_split(
    _ bundle: UnsafePointer<UInt8>?, _ bundle_size: Int, _ out_first: UnsafeMutablePointer<tincay_bytes>?,
    _ out_second: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let (first, second) = unsafe try Output.pair(out_first, out_second)
        let bundle = try unsafe Input.bytes(bundle, bundle_size, limit: Input.Limit.bundle)
        let halves = try Call.vault { () throws(VaultError) in try unsafe SplitBundle.split(bundle) }
        try unsafe first.give(halves.first)
        do throws(Status) { try unsafe second.give(halves.second) } catch {
            unsafe first.takeBack()
            throw error
        }
    }
}

/// Puts the two halves together.
@implementation @_cdecl("tincay_bundle_join")
public func tincay_bundle_join(
    _ first: UnsafePointer<UInt8>?, _ first_size: Int, _ second: UnsafePointer<UInt8>?, _ second_size: Int,
    _ out_bundle: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_bundle)
        let first = try unsafe Input.bytes(first, first_size, limit: Input.Limit.bundle)
        let second = try unsafe Input.bytes(second, second_size, limit: Input.Limit.bundle)
        let bundle = try Call.vault { () throws(VaultError) in try unsafe SplitBundle.join(first, second) }
        try unsafe output.give(bundle)
    }
}
