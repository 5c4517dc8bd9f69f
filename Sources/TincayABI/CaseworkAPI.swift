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

/// Fills in an official form from a report.
@implementation @_cdecl("tincay_desk_export")
public func tincay_desk_export(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?, _ what: UnsafePointer<CChar>?,
    _ out_form: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_form)
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let what = try unsafe Input.string(what, limit: Input.Limit.officialForm)
        let form = try desk.use { desk throws(VaultError) in try desk.export(id, what: what) }
        try unsafe output.give(form)
    }
}

/// Looks for cases that may be about the same child or person.
@implementation @_cdecl("tincay_desk_similar")
public func tincay_desk_similar(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?,
    _ out_similar: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_similar)
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let similar = try desk.use { desk throws(VaultError) in try desk.similar(id) }
        try unsafe output.give(similar)
    }
}

/// Lists what has been kept long enough.
@implementation @_cdecl("tincay_desk_retention")
public func tincay_desk_retention(
    _ desk: OpaquePointer?, _ query: UnsafePointer<UInt8>?, _ query_size: Int,
    _ out_cases: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_cases)
        let desk = try unsafe HandleTable.desk(desk)
        let query = try unsafe Input.optionalBytes(query, query_size, limit: Input.Limit.query)
        let cases = try desk.use { desk throws(VaultError) in try unsafe desk.retention(query) }
        try unsafe output.give(cases)
    }
}

/// Gives the certificate of a report that was shredded.
@implementation @_cdecl("tincay_desk_certificate")
public func tincay_desk_certificate(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?,
    _ out_certificate: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_certificate)
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let certificate = try desk.use { desk throws(VaultError) in try desk.certificate(id) }
        try unsafe output.give(certificate)
    }
}
