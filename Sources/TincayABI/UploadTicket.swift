internal import TincayVault

/// What an upload's handle stands for: the desk that will keep the file, and the file as far as it came.
///
/// An upload waits for other calls on itself only, so that several run side by side and beside everything else that the
/// desk does; the desk is asked at the beginning and at the end.
struct UploadTicket {
    /// The desk.
    let desk: Session<Desk>
    /// The file.
    let upload: Session<Upload>

    /// Runs a step that, when it fails, leaves nothing to go on with.
    func use<Result>(_ step: (Upload) throws(VaultError) -> Result) throws(Status) -> Result {
        guard desk.isOpen else { throw .misuse }
        do throws(Status) { return try upload.use(step) } catch {
            if error != .forked { abandon() }
            throw error
        }
    }

    /// Takes the upload away from its handle, for the desk.
    func take() throws(Status) -> Upload {
        var taken: Upload?
        try upload.end { upload in taken = upload }
        guard let taken else { throw .misuse }
        return taken
    }

    /// Lets the file go, if it is still there.
    func abandon() {
        try? upload.end { upload in upload.abandon() }
    }
}
