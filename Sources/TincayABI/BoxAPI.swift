// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayIntake
internal import TincayVault

/// Creates the box file of a point.
@implementation @_cdecl("tincay_box_create")
public func tincay_box_create(
    _ path: UnsafePointer<CChar>?, _ setup: UnsafePointer<UInt8>?, _ setup_size: Int
) -> tincay_status {
    Call.status { () throws(Status) in
        let path = try unsafe Input.path(path)
        let setup = try unsafe Input.bytes(setup, setup_size, limit: Input.Limit.setup)
        try Call.vault { () throws(VaultError) in
            try unsafe Letterbox.create(path: path, setup: setup)
        }
    }
}

/// Opens a box and brings it up to today.
@implementation @_cdecl("tincay_box_open")
public func tincay_box_open(
    _ path: UnsafePointer<CChar>?, _ out_box: UnsafeMutablePointer<OpaquePointer?>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe HandleOutput(out_box)
        let path = try unsafe Input.path(path)
        let file = Input.trueName(of: path)
        try HandleTable.checkNotInherited(file)
        let box = try Call.vault { () throws(VaultError) in try Letterbox(path: path) }
        do throws(Status) {
            unsafe output.give(try HandleTable.open(.box(Session(box, file: file))))
        } catch {
            box.close()
            throw error
        }
    }
}

/// Checks answers, seals them and keeps the envelope.
@implementation @_cdecl("tincay_box_submit")
public func tincay_box_submit(
    _ box: OpaquePointer?, _ form: OpaquePointer?, _ answers: UnsafePointer<UInt8>?, _ answers_size: Int,
    _ language: UnsafePointer<CChar>?, _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_result)
        let box = try unsafe HandleTable.box(box)
        let form = try unsafe HandleTable.form(form)
        let answers = try unsafe Input.bytes(answers, answers_size, limit: Input.Limit.answers)
        let options = SubmitOptions(language: try unsafe Input.language(language))
        let submitted = try box.use { box throws(VaultError) in
            try unsafe box.submit(form, answers: answers, options: options)
        }
        try unsafe output.give(submitted)
    }
}

/// Does the same for the desks that are left, and wipes the caller's answers when asked to.
@implementation @_cdecl("tincay_box_submit_with")
public func tincay_box_submit_with(
    _ box: OpaquePointer?, _ form: OpaquePointer?, _ answers: UnsafeMutablePointer<UInt8>?, _ answers_size: Int,
    _ options: UnsafePointer<UInt8>?, _ options_size: Int, _ flags: Int32,
    _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        defer { unsafe Input.wipe(answers, answers_size, limit: Input.Limit.answers, flags) }
        let output = try unsafe Output(out_result)
        guard flags & ~TINCAY_WIPE_INPUT == 0 else { throw .misuse }
        let box = try unsafe HandleTable.box(box)
        let form = try unsafe HandleTable.form(form)
        let answers = try unsafe Input.bytes(answers, answers_size, limit: Input.Limit.answers)
        let json = try unsafe Input.optionalBytes(options, options_size, limit: Input.Limit.query)
        let options = try Call.vault { () throws(VaultError) in try unsafe SubmitOptions(parsing: json) }
        let submitted = try box.use { box throws(VaultError) in
            try unsafe box.submit(form, answers: answers, options: options)
        }
        try unsafe output.give(submitted)
    }
}

/// Takes in a notice of the authority.
@implementation @_cdecl("tincay_box_news")
public func tincay_box_news(
    _ box: OpaquePointer?, _ notice: UnsafePointer<UInt8>?, _ notice_size: Int,
    _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_result)
        let box = try unsafe HandleTable.box(box)
        let notice = try unsafe Input.bytes(notice, notice_size, limit: Input.Limit.notice)
        let result = try box.use { box throws(VaultError) in try unsafe box.news(notice) }
        try unsafe output.give(result)
    }
}

/// Tells who may read, and whom to call.
@implementation @_cdecl("tincay_box_directory")
public func tincay_box_directory(
    _ box: OpaquePointer?, _ language: UnsafePointer<CChar>?, _ out_directory: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_directory)
        let box = try unsafe HandleTable.box(box)
        let language = try unsafe Input.language(language)
        let directory = try box.use { box throws(VaultError) in try box.directory(language: language) }
        try unsafe output.give(directory)
    }
}

/// Opens the newest form of a name that packs brought.
@implementation @_cdecl("tincay_box_form")
public func tincay_box_form(
    _ box: OpaquePointer?, _ id: UnsafePointer<CChar>?, _ out_form: UnsafeMutablePointer<OpaquePointer?>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe HandleOutput(out_form)
        let box = try unsafe HandleTable.box(box)
        let id = try unsafe Input.string(id, limit: Input.Limit.formID)
        let form = try box.use { box throws(VaultError) in try box.form(id) }
        unsafe output.give(try HandleTable.open(.form(form)))
    }
}

/// Adds the slots of the days that have begun.
@implementation @_cdecl("tincay_box_tick")
public func tincay_box_tick(_ box: OpaquePointer?) -> tincay_status {
    Call.status { () throws(Status) in
        try unsafe HandleTable.box(box).use { box throws(VaultError) in try box.tick() }
    }
}

/// Packs the oldest uncollected slots into a bundle.
@implementation @_cdecl("tincay_box_pack")
public func tincay_box_pack(
    _ box: OpaquePointer?, _ out_bundle: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_bundle)
        let bundle = try unsafe HandleTable.box(box).use { box throws(VaultError) in try box.pack() }
        try unsafe output.give(bundle)
    }
}

/// Takes in a desk's receipt.
@implementation @_cdecl("tincay_box_settle")
public func tincay_box_settle(
    _ box: OpaquePointer?, _ receipt: UnsafePointer<UInt8>?, _ receipt_size: Int,
    _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_result)
        let box = try unsafe HandleTable.box(box)
        let receipt = try unsafe Input.bytes(receipt, receipt_size, limit: Input.Limit.receipt)
        let result = try box.use { box throws(VaultError) in try unsafe box.settle(receipt) }
        try unsafe output.give(result)
    }
}

/// Tells a point's health.
@implementation @_cdecl("tincay_box_status")
public func tincay_box_status(
    _ box: OpaquePointer?, _ out_status: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_status)
        let status = try unsafe HandleTable.box(box).use { box throws(VaultError) in try box.status() }
        try unsafe output.give(status)
    }
}

/// Closes a box.
@implementation @_cdecl("tincay_box_close")
public func tincay_box_close(_ box: OpaquePointer?) -> tincay_status {
    Call.status { () throws(Status) in
        guard case .box(let session) = try unsafe HandleTable.close(box, .box) else { return }
        try session.end { box in box.close() }
    }
}
