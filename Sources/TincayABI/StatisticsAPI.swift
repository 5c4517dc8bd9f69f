// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayVault

/// Makes a table for publication.
@implementation @_cdecl("tincay_desk_release")
public func tincay_desk_release(
    _ desk: OpaquePointer?, _ query: UnsafePointer<UInt8>?, _ query_size: Int,
    _ out_table: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_table)
        let desk = try unsafe HandleTable.desk(desk)
        let query = try unsafe Input.bytes(query, query_size, limit: Input.Limit.release)
        let table = try desk.use { desk throws(VaultError) in try unsafe desk.release(query) }
        try unsafe output.give(table)
    }
}

/// Lists the tables that were published.
@implementation @_cdecl("tincay_desk_releases")
public func tincay_desk_releases(
    _ desk: OpaquePointer?, _ out_list: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_list)
        let list = try unsafe HandleTable.desk(desk).use { desk throws(VaultError) in try desk.releases() }
        try unsafe output.give(list)
    }
}
