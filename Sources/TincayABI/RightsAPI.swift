// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayVault

/// Finds a person's data over all reports.
@implementation @_cdecl("tincay_desk_subject")
public func tincay_desk_subject(
    _ desk: OpaquePointer?, _ query: UnsafePointer<UInt8>?, _ query_size: Int,
    _ out_data: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_data)
        let desk = try unsafe HandleTable.desk(desk)
        let query = try unsafe Input.bytes(query, query_size, limit: Input.Limit.query)
        let data = try desk.use { desk throws(VaultError) in try unsafe desk.subject(query) }
        try unsafe output.give(data)
    }
}

/// Tells what a breach may have exposed.
@implementation @_cdecl("tincay_desk_breach")
public func tincay_desk_breach(
    _ desk: OpaquePointer?, _ query: UnsafePointer<UInt8>?, _ query_size: Int,
    _ out_review: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_review)
        let desk = try unsafe HandleTable.desk(desk)
        let query = try unsafe Input.optionalBytes(query, query_size, limit: Input.Limit.query)
        let review = try desk.use { desk throws(VaultError) in try unsafe desk.breach(query) }
        try unsafe output.give(review)
    }
}

/// Tells who can read what of a form's reports.
@implementation @_cdecl("tincay_form_access")
public func tincay_form_access(
    _ form: OpaquePointer?, _ out_matrix: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_matrix)
        let form = try unsafe HandleTable.form(form)
        try unsafe output.give(AccessMatrix.json(of: form))
    }
}
