// swift-format-ignore-file: AlwaysUseLowerCamelCase

internal import CPlatform
// The functions here bear the names of the header.
public import CTincay
internal import TincayIntake
internal import TincayVault

/// Begins a draft.
@implementation @_cdecl("tincay_draft_begin")
public func tincay_draft_begin(
    _ box: OpaquePointer?, _ form: OpaquePointer?, _ profile: UnsafePointer<CChar>?,
    _ language: UnsafePointer<CChar>?, _ out_draft: UnsafeMutablePointer<OpaquePointer?>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe HandleOutput(out_draft)
        let box = try unsafe HandleTable.box(box)
        let form = try unsafe HandleTable.form(form)
        let profile = try unsafe Input.profile(profile)
        let language = try unsafe Input.language(language)
        let number = try box.use { box throws(VaultError) in
            try box.beginDraft(form, profile: profile, language: language)
        }
        unsafe output.give(try HandleTable.open(.draft(DraftTicket(box: box, number: number))))
    }
}

/// Takes an answer, or takes one back.
@implementation @_cdecl("tincay_draft_answer")
public func tincay_draft_answer(
    _ draft: OpaquePointer?, _ pointer: UnsafePointer<CChar>?, _ value: UnsafeMutablePointer<UInt8>?,
    _ value_size: Int, _ flags: Int32, _ out_progress: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    let status = Call.answers { () throws(Status) in
        let output = try unsafe Output(out_progress)
        let draft = try unsafe HandleTable.draft(draft)
        guard flags & ~TINCAY_WIPE_INPUT == 0 else { throw .misuse }
        let pointer = try unsafe Input.string(pointer, limit: Input.Limit.pointer)
        let value = try unsafe Input.optionalBytes(UnsafePointer(value), value_size, limit: Input.Limit.answers)
        try unsafe output.give(
            draft.box.use { box throws(VaultError) in
                try unsafe box.answer(draft.number, path: pointer, value: value)
            })
    }
    unsafe Input.wipe(value, value_size, limit: Input.Limit.answers, flags)
    return status
}

/// Undoes the last answer.
@implementation @_cdecl("tincay_draft_back")
public func tincay_draft_back(
    _ draft: OpaquePointer?, _ out_undone: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_undone)
        let draft = try unsafe HandleTable.draft(draft)
        try unsafe output.give(draft.box.use { box throws(VaultError) in try box.back(draft.number) })
    }
}

/// Tells what to show after the answers so far.
@implementation @_cdecl("tincay_draft_state")
public func tincay_draft_state(
    _ draft: OpaquePointer?, _ out_state: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_state)
        let draft = try unsafe HandleTable.draft(draft)
        try unsafe output.give(draft.box.use { box throws(VaultError) in try box.draftState(draft.number) })
    }
}

/// Notes what is to become of the answers if they are never sent.
@implementation @_cdecl("tincay_draft_choose")
public func tincay_draft_choose(_ draft: OpaquePointer?, _ choice: Int32) -> tincay_status {
    Call.answers { () throws(Status) in
        let draft = try unsafe HandleTable.draft(draft)
        guard let choice = DraftChoice(rawValue: choice) else { throw .misuse }
        try draft.box.use { box throws(VaultError) in try box.choose(draft.number, choice) }
    }
}

/// Keeps the answers from desks.
@implementation @_cdecl("tincay_draft_exclude")
public func tincay_draft_exclude(
    _ draft: OpaquePointer?, _ desks: UnsafePointer<UInt8>?, _ desks_size: Int
) -> tincay_status {
    Call.answers { () throws(Status) in
        let draft = try unsafe HandleTable.draft(draft)
        let json = try unsafe Input.bytes(desks, desks_size, limit: Input.Limit.query)
        let desks = try Call.vault { () throws(VaultError) in try unsafe SubmitOptions.desks(parsing: json) }
        try draft.box.use { box throws(VaultError) in try box.exclude(draft.number, desks) }
    }
}

/// Sends the answers.
@implementation @_cdecl("tincay_draft_submit")
public func tincay_draft_submit(
    _ draft: OpaquePointer?, _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_result)
        let draft = try unsafe HandleTable.draft(draft)
        let submitted = try draft.box.use { box throws(VaultError) in try box.submitDraft(draft.number) }
        try unsafe output.give(submitted)
    }
}

/// Ends the answers without sending them.
@implementation @_cdecl("tincay_draft_abandon")
public func tincay_draft_abandon(
    _ draft: OpaquePointer?, _ choice: Int32, _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_result)
        let draft = try unsafe HandleTable.draft(draft)
        guard let choice = DraftChoice(rawValue: choice) else { throw .misuse }
        try unsafe output.give(
            draft.box.use { box throws(VaultError) in try box.abandon(draft.number, choice) })
    }
}

/// Closes a draft.
@implementation @_cdecl("tincay_draft_close")
public func tincay_draft_close(_ draft: OpaquePointer?) -> tincay_status {
    Call.answers { () throws(Status) in
        guard case .draft(let draft) = try unsafe HandleTable.close(draft, .draft) else { return }
        do throws(Status) {
            try draft.box.use { box throws(VaultError) in box.closeDraft(draft.number) }
        } catch {
            // The box was closed first, and ended the draft.
            guard error == .misuse else { throw error }
        }
    }
}
