// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayVault

/// Accepts another desk's card.
@implementation @_cdecl("tincay_desk_know")
public func tincay_desk_know(
    _ desk: OpaquePointer?, _ card: UnsafePointer<UInt8>?, _ card_size: Int
) -> tincay_status {
    Call.status { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let card = try unsafe Input.bytes(card, card_size, limit: Input.Limit.card)
        try desk.use { desk throws(VaultError) in try unsafe desk.know(card) }
    }
}

/// Refers sections of a report to another desk.
@implementation @_cdecl("tincay_desk_refer")
public func tincay_desk_refer(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?, _ referral: UnsafePointer<UInt8>?,
    _ referral_size: Int, _ out_result: UnsafeMutablePointer<tincay_bytes>?,
    _ out_bundle: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let (first, second) = unsafe try Output.pair(out_result, out_bundle)
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let referral = try unsafe Input.bytes(referral, referral_size, limit: Input.Limit.event)
        let (result, bundle) = try desk.use { desk throws(VaultError) in try unsafe desk.refer(id, referral) }
        try unsafe first.give(result)
        do throws(Status) { try unsafe second.give(bundle) } catch {
            unsafe first.takeBack()
            throw error
        }
    }
}

/// Seals a referral once more.
@implementation @_cdecl("tincay_desk_resend")
public func tincay_desk_resend(
    _ desk: OpaquePointer?, _ referral_id: UnsafePointer<CChar>?, _ out_bundle: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_bundle)
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(referral_id, limit: Input.Limit.reportID)
        let bundle = try desk.use { desk throws(VaultError) in try desk.resend(id) }
        try unsafe output.give(bundle)
    }
}

/// Answers a referral.
@implementation @_cdecl("tincay_desk_answer")
public func tincay_desk_answer(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?, _ answer: UnsafePointer<UInt8>?,
    _ answer_size: Int, _ out_bundle: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_bundle)
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let answer = try unsafe Input.bytes(answer, answer_size, limit: Input.Limit.event)
        let bundle = try desk.use { desk throws(VaultError) in try unsafe desk.answer(id, answer) }
        try unsafe output.give(bundle)
    }
}

/// Takes a referral back.
@implementation @_cdecl("tincay_desk_withdraw")
public func tincay_desk_withdraw(
    _ desk: OpaquePointer?, _ referral_id: UnsafePointer<CChar>?, _ reason: UnsafePointer<UInt8>?,
    _ reason_size: Int, _ out_bundle: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_bundle)
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(referral_id, limit: Input.Limit.reportID)
        let reason = try unsafe Input.reason(reason, reason_size)
        let bundle = try desk.use { desk throws(VaultError) in try desk.withdraw(id, reason: reason) }
        try unsafe output.give(bundle)
    }
}

/// Lists referrals.
@implementation @_cdecl("tincay_desk_referrals")
public func tincay_desk_referrals(
    _ desk: OpaquePointer?, _ query: UnsafePointer<UInt8>?, _ query_size: Int,
    _ out_list: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_list)
        let desk = try unsafe HandleTable.desk(desk)
        let query = try unsafe Input.optionalBytes(query, query_size, limit: Input.Limit.query)
        let list = try desk.use { desk throws(VaultError) in try unsafe desk.referrals(query) }
        try unsafe output.give(list)
    }
}
