// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayVault

/// Lists what is due.
@implementation @_cdecl("tincay_desk_due")
public func tincay_desk_due(
    _ desk: OpaquePointer?, _ query: UnsafePointer<UInt8>?, _ query_size: Int,
    _ out_due: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_due)
        let desk = try unsafe HandleTable.desk(desk)
        let query = try unsafe Input.optionalBytes(query, query_size, limit: Input.Limit.query)
        let due = try desk.use { desk throws(VaultError) in try unsafe desk.due(query) }
        try unsafe output.give(due)
    }
}

/// Decides on the desk's own rules.
@implementation @_cdecl("tincay_desk_decide")
public func tincay_desk_decide(
    _ desk: OpaquePointer?, _ rules: UnsafePointer<UInt8>?, _ rules_size: Int
) -> tincay_status {
    Call.status { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let rules = try unsafe Input.bytes(rules, rules_size, limit: Input.Limit.rules)
        try desk.use { desk throws(VaultError) in try unsafe desk.decide(rules) }
    }
}

/// Gives the rules of work.
@implementation @_cdecl("tincay_desk_rules")
public func tincay_desk_rules(
    _ desk: OpaquePointer?, _ out_rules: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_rules)
        let rules = try unsafe HandleTable.desk(desk).use { desk throws(VaultError) in try desk.rules() }
        try unsafe output.give(rules)
    }
}
