// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayIntake
internal import TincayVault

/// Creates a desk with its first person.
@implementation @_cdecl("tincay_desk_create")
public func tincay_desk_create(
    _ path: UnsafePointer<CChar>?, _ person: UnsafePointer<CChar>?, _ passphrase: UnsafePointer<UInt8>?,
    _ passphrase_size: Int, _ setup: UnsafePointer<UInt8>?, _ setup_size: Int
) -> tincay_status {
    Call.status { () throws(Status) in
        let path = try unsafe Input.path(path)
        let person = try unsafe Input.person(person)
        let passphrase = try unsafe Input.passphrase(passphrase, passphrase_size)
        let setup = try unsafe Input.optionalBytes(setup, setup_size, limit: Input.Limit.setup)
        try Call.vault { () throws(VaultError) in
            try unsafe Desk.create(path: path, person: person, passphrase: passphrase, setup: setup)
        }
    }
}

/// Unlocks a desk for a person.
@implementation @_cdecl("tincay_desk_open")
public func tincay_desk_open(
    _ path: UnsafePointer<CChar>?, _ person: UnsafePointer<CChar>?, _ passphrase: UnsafePointer<UInt8>?,
    _ passphrase_size: Int, _ out_desk: UnsafeMutablePointer<OpaquePointer?>?
) -> tincay_status {
    unsafe tincay_desk_open_with(path, person, passphrase, passphrase_size, nil, 0, out_desk)
}

/// Gives the desk's card.
@implementation @_cdecl("tincay_desk_card")
public func tincay_desk_card(
    _ desk: OpaquePointer?, _ out_card: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_card)
        let card = try unsafe HandleTable.desk(desk).use { desk throws(VaultError) in try desk.card() }
        try unsafe output.give(card)
    }
}

/// Keeps a form for the reports that will be collected.
@implementation @_cdecl("tincay_desk_keep")
public func tincay_desk_keep(_ desk: OpaquePointer?, _ form: OpaquePointer?) -> tincay_status {
    Call.status { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let form = try unsafe HandleTable.form(form)
        try desk.use { desk throws(VaultError) in try desk.keep(form) }
    }
}

/// Signs a notice, and gives it with the signature.
@implementation @_cdecl("tincay_desk_sign")
public func tincay_desk_sign(
    _ desk: OpaquePointer?, _ notice: UnsafePointer<UInt8>?, _ notice_size: Int,
    _ out_notice: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_notice)
        let desk = try unsafe HandleTable.desk(desk)
        let notice = try unsafe Input.bytes(notice, notice_size, limit: Input.Limit.notice)
        let signed = try desk.use { desk throws(VaultError) in try unsafe desk.sign(notice) }
        try unsafe output.give(signed)
    }
}

/// Takes in a notice of the authority.
@implementation @_cdecl("tincay_desk_post")
public func tincay_desk_post(
    _ desk: OpaquePointer?, _ notice: UnsafePointer<UInt8>?, _ notice_size: Int
) -> tincay_status {
    Call.status { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let notice = try unsafe Input.bytes(notice, notice_size, limit: Input.Limit.notice)
        try desk.use { desk throws(VaultError) in try unsafe desk.post(notice) }
    }
}

/// Takes in a bundle.
@implementation @_cdecl("tincay_desk_collect")
public func tincay_desk_collect(
    _ desk: OpaquePointer?, _ bundle: UnsafePointer<UInt8>?, _ bundle_size: Int,
    _ out_receipt: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_receipt)
        let desk = try unsafe HandleTable.desk(desk)
        let bundle = try unsafe Input.bytes(bundle, bundle_size, limit: Input.Limit.bundle)
        let receipt = try desk.use { desk throws(VaultError) in try unsafe desk.collect(bundle) }
        if !receipt.isEmpty { try unsafe output.give(receipt) }
    }
}

/// Files a counsellor's own report.
@implementation @_cdecl("tincay_desk_file")
public func tincay_desk_file(
    _ desk: OpaquePointer?, _ form: OpaquePointer?, _ answers: UnsafePointer<UInt8>?, _ answers_size: Int,
    _ language: UnsafePointer<CChar>?, _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_result)
        let desk = try unsafe HandleTable.desk(desk)
        let form = try unsafe HandleTable.form(form)
        let answers = try unsafe Input.bytes(answers, answers_size, limit: Input.Limit.answers)
        let language = try unsafe Input.language(language)
        let filed = try desk.use { desk throws(VaultError) in
            try unsafe desk.file(form, answers: answers, language: language)
        }
        try unsafe output.give(filed.result)
        guard filed.checked.accepted else { throw .invalidReport }
    }
}

/// Files many reports at once.
@implementation @_cdecl("tincay_desk_file_many")
public func tincay_desk_file_many(
    _ desk: OpaquePointer?, _ form: OpaquePointer?, _ reports: UnsafePointer<UInt8>?, _ reports_size: Int,
    _ language: UnsafePointer<CChar>?, _ out_results: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_results)
        let desk = try unsafe HandleTable.desk(desk)
        let form = try unsafe HandleTable.form(form)
        let reports = try unsafe Input.bytes(reports, reports_size, limit: Input.Limit.reports)
        let language = try unsafe Input.language(language)
        let results = try desk.use { desk throws(VaultError) in
            try unsafe desk.fileMany(form, reports: reports, language: language)
        }
        try unsafe output.give(results)
    }
}

/// Lists cases.
@implementation @_cdecl("tincay_desk_list")
public func tincay_desk_list(
    _ desk: OpaquePointer?, _ query: UnsafePointer<UInt8>?, _ query_size: Int,
    _ out_list: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_list)
        let desk = try unsafe HandleTable.desk(desk)
        let query = try unsafe Input.optionalBytes(query, query_size, limit: Input.Limit.query)
        let list = try desk.use { desk throws(VaultError) in try unsafe desk.list(query) }
        try unsafe output.give(list)
    }
}

/// Opens one report.
@implementation @_cdecl("tincay_desk_read")
public func tincay_desk_read(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?,
    _ out_report: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_report)
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let report = try desk.use { desk throws(VaultError) in try desk.read(id) }
        try unsafe output.give(report)
    }
}

/// Gives this desk's shares of a report to another desk.
@implementation @_cdecl("tincay_desk_share")
public func tincay_desk_share(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?, _ card: UnsafePointer<UInt8>?, _ card_size: Int,
    _ out_share: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_share)
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let card = try unsafe Input.bytes(card, card_size, limit: Input.Limit.card)
        let share = try desk.use { desk throws(VaultError) in try unsafe desk.share(id, with: card) }
        try unsafe output.give(share)
    }
}

/// Takes in the shares of a report that another desk gave.
@implementation @_cdecl("tincay_desk_combine")
public func tincay_desk_combine(
    _ desk: OpaquePointer?, _ share: UnsafePointer<UInt8>?, _ share_size: Int
) -> tincay_status {
    Call.status { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let share = try unsafe Input.bytes(share, share_size, limit: Input.Limit.share)
        try desk.use { desk throws(VaultError) in try unsafe desk.combine(share) }
    }
}

/// Enters what was done about a case.
@implementation @_cdecl("tincay_desk_record")
public func tincay_desk_record(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?, _ event: UnsafePointer<UInt8>?,
    _ event_size: Int
) -> tincay_status {
    Call.status { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let event = try unsafe Input.bytes(event, event_size, limit: Input.Limit.event)
        try desk.use { desk throws(VaultError) in try unsafe desk.record(id, event: event) }
    }
}

/// Counts cases.
@implementation @_cdecl("tincay_desk_count")
public func tincay_desk_count(
    _ desk: OpaquePointer?, _ query: UnsafePointer<UInt8>?, _ query_size: Int,
    _ out_table: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_table)
        let desk = try unsafe HandleTable.desk(desk)
        let query = try unsafe Input.bytes(query, query_size, limit: Input.Limit.query)
        let table = try desk.use { desk throws(VaultError) in try unsafe desk.count(query) }
        try unsafe output.give(table)
    }
}

/// Verifies the ledger.
@implementation @_cdecl("tincay_desk_verify")
public func tincay_desk_verify(
    _ desk: OpaquePointer?, _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_result)
        let verified = try unsafe HandleTable.desk(desk).use { desk throws(VaultError) in try desk.verify() }
        try unsafe output.give(verified.result)
        guard verified.ok else { throw .tampered }
    }
}

/// Destroys a report's key.
@implementation @_cdecl("tincay_desk_shred")
public func tincay_desk_shred(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?, _ reason: UnsafePointer<UInt8>?,
    _ reason_size: Int
) -> tincay_status {
    Call.status { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let reason = try unsafe Input.reason(reason, reason_size)
        try desk.use { desk throws(VaultError) in try desk.shred(id, reason: reason) }
    }
}

/// Locks and closes a desk.
@implementation @_cdecl("tincay_desk_close")
public func tincay_desk_close(_ desk: OpaquePointer?) -> tincay_status {
    Call.status { () throws(Status) in
        guard case .desk(let session) = try unsafe HandleTable.close(desk, .desk) else { return }
        try session.end { desk in desk.close() }
        for file in HandleTable.files(of: session) {
            switch file {
            case .upload(let ticket): ticket.abandon()
            case .download(let ticket): ticket.abandon()
            default: break
            }
        }
    }
}
