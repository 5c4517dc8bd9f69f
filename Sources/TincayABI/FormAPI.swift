// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayIntake
internal import TincayVault

/// Reads a form.
@implementation @_cdecl("tincay_form_open")
public func tincay_form_open(
    _ json: UnsafePointer<UInt8>?, _ json_size: Int, _ out_form: UnsafeMutablePointer<OpaquePointer?>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe HandleOutput(out_form)
        let json = try unsafe Input.bytes(json, json_size, limit: Input.Limit.form)
        let form: Form
        do throws(FormError) {
            form = try unsafe Form(parsing: json)
        } catch {
            throw Status(error)
        }
        unsafe output.give(try HandleTable.open(.form(form)))
    }
}

/// Reads a form with what the host gives along.
@implementation @_cdecl("tincay_form_open_with")
public func tincay_form_open_with(
    _ json: UnsafePointer<UInt8>?, _ json_size: Int, _ resources: UnsafePointer<UInt8>?, _ resources_size: Int,
    _ out_form: UnsafeMutablePointer<OpaquePointer?>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe HandleOutput(out_form)
        let json = try unsafe Input.bytes(json, json_size, limit: Input.Limit.form)
        let resources = try unsafe Input.resources(resources, resources_size)
        let form: Form
        do throws(FormError) {
            form = try unsafe Form(parsing: json, resources: resources)
        } catch {
            throw Status(error)
        }
        unsafe output.give(try HandleTable.open(.form(form)))
    }
}

/// Tells what stands in the way of using a text as a form.
@implementation @_cdecl("tincay_form_review")
public func tincay_form_review(
    _ json: UnsafePointer<UInt8>?, _ json_size: Int, _ resources: UnsafePointer<UInt8>?, _ resources_size: Int,
    _ out_review: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_review)
        let json = try unsafe Input.bytes(json, json_size, limit: Input.Limit.form)
        let resources = try unsafe Input.resources(resources, resources_size)
        try unsafe output.give(FormReview(parsing: json, resources: resources).json)
    }
}

/// Checks answers and triages them.
@implementation @_cdecl("tincay_form_check")
public func tincay_form_check(
    _ form: OpaquePointer?, _ answers: UnsafePointer<UInt8>?, _ answers_size: Int,
    _ language: UnsafePointer<CChar>?, _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_result)
        let form = try unsafe HandleTable.form(form)
        let answers = try unsafe Input.bytes(answers, answers_size, limit: Input.Limit.answers)
        let language = try unsafe Input.language(language)
        let checked = try Call.json { () throws(JSONError) in
            try unsafe form.check(answers, language: language, at: Clock.system.now(), for: .result)
        }
        try unsafe output.give(checked.result)
        guard checked.accepted else { throw .invalidReport }
    }
}

/// Tells what to show next to somebody who is still answering.
@implementation @_cdecl("tincay_form_state")
public func tincay_form_state(
    _ form: OpaquePointer?, _ answers: UnsafePointer<UInt8>?, _ answers_size: Int,
    _ profile: UnsafePointer<CChar>?, _ language: UnsafePointer<CChar>?,
    _ out_state: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    unsafe state(form, answers, answers_size, profile, language, .full, out_state)
}

/// Tells what the answers so far have changed on the screen.
@implementation @_cdecl("tincay_form_progress")
public func tincay_form_progress(
    _ form: OpaquePointer?, _ answers: UnsafePointer<UInt8>?, _ answers_size: Int,
    _ profile: UnsafePointer<CChar>?, _ language: UnsafePointer<CChar>?,
    _ out_progress: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    unsafe state(form, answers, answers_size, profile, language, .changes, out_progress)
}

/// Tells about a screen in as much detail as is asked for.
private func state(
    _ form: OpaquePointer?, _ answers: UnsafePointer<UInt8>?, _ answers_size: Int,
    _ profile: UnsafePointer<CChar>?, _ language: UnsafePointer<CChar>?, _ detail: StateDetail,
    _ out_state: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_state)
        let form = try unsafe HandleTable.form(form)
        let answers = try unsafe Input.bytes(answers, answers_size, limit: Input.Limit.answers)
        let profile = try unsafe Input.profile(profile)
        let language = try unsafe Input.language(language)
        // An answer sheet that nobody has written on yet may be no bytes at all.
        let copy = unsafe answers.isEmpty ? Array("{}".utf8) : [UInt8](answers)
        let state: [UInt8]
        do throws(StateError) {
            state = try form.state(
                copy, profile: profile, language: language, at: Clock.system.now(), detail: detail)
        } catch {
            throw Status(error)
        }
        try unsafe output.give(state)
    }
}

/// Ends a form.
@implementation @_cdecl("tincay_form_close")
public func tincay_form_close(_ form: OpaquePointer?) -> tincay_status {
    Call.status { () throws(Status) in
        _ = try unsafe HandleTable.close(form, .form)
    }
}
