// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayVault

/// Begins to take in a file.
@implementation @_cdecl("tincay_desk_attach")
public func tincay_desk_attach(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?, _ about: UnsafePointer<UInt8>?, _ about_size: Int,
    _ out_upload: UnsafeMutablePointer<OpaquePointer?>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe HandleOutput(out_upload)
        let desk = try unsafe HandleTable.desk(desk)
        let id = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let about = try unsafe Input.bytes(about, about_size, limit: Input.Limit.event)
        let upload = try desk.use { desk throws(VaultError) in try unsafe desk.attach(id, about: about) }
        let ticket = UploadTicket(desk: desk, upload: Session(upload, file: []))
        unsafe output.give(try HandleTable.open(.upload(ticket)))
    }
}

/// Takes more of a file.
@implementation @_cdecl("tincay_upload_write")
public func tincay_upload_write(
    _ upload: OpaquePointer?, _ bytes: UnsafePointer<UInt8>?, _ bytes_size: Int
) -> tincay_status {
    Call.answers { () throws(Status) in
        let ticket = try unsafe HandleTable.upload(upload)
        let bytes = try unsafe Input.bytes(bytes, bytes_size, limit: Input.Limit.piece)
        try ticket.use { upload throws(VaultError) in try unsafe upload.write(bytes) }
    }
}

/// Enters a file.
@implementation @_cdecl("tincay_upload_end")
public func tincay_upload_end(
    _ upload: OpaquePointer?, _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_result)
        let ticket = try unsafe HandleTable.upload(upload)
        try ticket.use { upload throws(VaultError) in try upload.finish() }
        let upload = try ticket.take()
        let result = try ticket.desk.use { desk throws(VaultError) in try desk.enter(upload) }
        try unsafe output.give(result)
    }
}

/// Closes an upload, and lets the file go unless it was entered.
@implementation @_cdecl("tincay_upload_close")
public func tincay_upload_close(_ upload: OpaquePointer?) -> tincay_status {
    Call.status { () throws(Status) in
        guard case .upload(let ticket) = try unsafe HandleTable.close(upload, .upload) else { return }
        guard !ticket.upload.isInherited else { return try ticket.upload.end { _ in } }
        ticket.abandon()
    }
}

/// Opens a file for reading.
@implementation @_cdecl("tincay_desk_attachment")
public func tincay_desk_attachment(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?, _ attachment_id: UnsafePointer<CChar>?,
    _ out_download: UnsafeMutablePointer<OpaquePointer?>?, _ out_about: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        // Nobody has to want to know: NULL is fine here.
        let about = unsafe try? Output(out_about)
        let output = try unsafe HandleOutput(out_download)
        let desk = try unsafe HandleTable.desk(desk)
        let report = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let id = try unsafe Input.string(attachment_id, limit: Input.Limit.reportID)
        let opened = try desk.use { desk throws(VaultError) in try desk.attachment(report, id) }
        let ticket = DownloadTicket(desk: desk, download: Session(opened.download, file: []))
        try unsafe about?.give(opened.about)
        do throws(Status) { unsafe output.give(try HandleTable.open(.download(ticket))) } catch {
            unsafe about?.takeBack()
            throw error
        }
    }
}

/// Gives more of a file.
@implementation @_cdecl("tincay_download_read")
public func tincay_download_read(
    _ download: OpaquePointer?, _ buffer: UnsafeMutablePointer<UInt8>?, _ buffer_size: Int,
    _ out_size: UnsafeMutablePointer<Int>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        guard let out_size = unsafe out_size else { throw .misuse }
        // SAFETY: the caller promises one variable there, whatever it holds.
        unsafe out_size.initialize(to: 0)
        let ticket = try unsafe HandleTable.download(download)
        guard let buffer = unsafe buffer else { throw .misuse }
        guard buffer_size >= 0, buffer_size <= Input.Limit.piece else { throw .tooManyBytes }
        // Without room, 0 would not mean the end.
        guard buffer_size > 0 else { throw .misuse }
        // SAFETY: the caller promises `buffer_size` bytes there for the length of the call.
        let room = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: buffer_size)
        let size = try ticket.use { download throws(VaultError) in try unsafe download.read(into: room) }
        unsafe out_size.initialize(to: size)
    }
}

/// Closes a download.
@implementation @_cdecl("tincay_download_close")
public func tincay_download_close(_ download: OpaquePointer?) -> tincay_status {
    Call.status { () throws(Status) in
        guard case .download(let ticket) = try unsafe HandleTable.close(download, .download) else { return }
        guard !ticket.download.isInherited else { return try ticket.download.end { _ in } }
        ticket.abandon()
    }
}

/// Destroys a file's key and the file.
@implementation @_cdecl("tincay_desk_detach")
public func tincay_desk_detach(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?, _ attachment_id: UnsafePointer<CChar>?,
    _ reason: UnsafePointer<UInt8>?, _ reason_size: Int
) -> tincay_status {
    Call.answers { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let report = try unsafe Input.string(report_id, limit: Input.Limit.reportID)
        let id = try unsafe Input.string(attachment_id, limit: Input.Limit.reportID)
        let reason = try unsafe Input.reason(reason, reason_size)
        try desk.use { desk throws(VaultError) in try desk.detach(report, id, reason: reason) }
    }
}

/// Reads every file and compares it with what the ledger tells of it.
@implementation @_cdecl("tincay_desk_verify_attachments")
public func tincay_desk_verify_attachments(
    _ desk: OpaquePointer?, _ report_id: UnsafePointer<CChar>?, _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_result)
        let desk = try unsafe HandleTable.desk(desk)
        let report = try unsafe Input.optionalString(report_id, limit: Input.Limit.reportID)
        let verified = try desk.use { desk throws(VaultError) in try desk.verifyAttachments(of: report) }
        try unsafe output.give(verified.result)
        guard verified.ok else { throw .tampered }
    }
}
