internal import TincayVault

/// What a draft's handle stands for: the box that the answers lie in, and which of its drafts it is.
struct DraftTicket {
    /// The box.
    let box: Session<Letterbox>
    /// The number that the box gave the draft.
    let number: Int64
}
