// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayVault

/// Finds cases by words.
@implementation @_cdecl("tincay_desk_find")
public func tincay_desk_find(
    _ desk: OpaquePointer?, _ query: UnsafePointer<UInt8>?, _ query_size: Int,
    _ out_list: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_list)
        let desk = try unsafe HandleTable.desk(desk)
        let query = try unsafe Input.bytes(query, query_size, limit: Input.Limit.query)
        let list = try desk.use { desk throws(VaultError) in try unsafe desk.find(query) }
        try unsafe output.give(list)
    }
}

/// Gives what was done about a case.
@implementation @_cdecl("tincay_desk_timeline")
public func tincay_desk_timeline(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?,
    _ out_timeline: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_timeline)
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let timeline = try desk.use { desk throws(VaultError) in try desk.timeline(id) }
        try unsafe output.give(timeline)
    }
}

/// Lists the ledger's entries.
@implementation @_cdecl("tincay_desk_log")
public func tincay_desk_log(
    _ desk: OpaquePointer?, _ query: UnsafePointer<UInt8>?, _ query_size: Int,
    _ out_log: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_log)
        let desk = try unsafe HandleTable.desk(desk)
        let query = try unsafe Input.optionalBytes(query, query_size, limit: Input.Limit.query)
        let log = try desk.use { desk throws(VaultError) in try unsafe desk.log(query) }
        try unsafe output.give(log)
    }
}
