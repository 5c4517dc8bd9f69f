internal import TincayVault

/// What a download's handle stands for: the desk that keeps the file, and the file as far as it was read.
struct DownloadTicket {
    /// The desk.
    let desk: Session<Desk>
    /// The file.
    let download: Session<Download>

    /// Runs a step, as long as the desk is open.
    func use<Result>(_ step: (Download) throws(VaultError) -> Result) throws(Status) -> Result {
        guard desk.isOpen else { throw .misuse }
        return try download.use(step)
    }

    /// Lets the file go, if it is still there.
    func abandon() {
        try? download.end { _ in }
    }
}
