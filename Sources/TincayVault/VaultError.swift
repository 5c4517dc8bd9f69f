public import TincayIntake

/// Why a box or a desk did not do what it was asked; each case has one status in the C interface.
public enum VaultError: Error, Equatable, Sendable {
    /// The system gave no memory.
    case noMemory
    /// There is no such file or report.
    case notFound
    /// A file is already there.
    case exists
    /// The person, the passphrase or the addressee is another one.
    case wrongKey
    /// A signature, a seal or the ledger's chain does not hold.
    case tampered
    /// The authority has revoked the point or desk.
    case revoked
    /// What was given is older than what is held.
    case outdated
    /// A referral's day has passed without anybody taking it on.
    case expired
    /// The bytes were written by a newer library.
    case tooNew
    /// The bytes are not what they should be.
    case badFormat
    /// Another process holds the file.
    case busy
    /// The disk or the file system failed.
    case inputOutput
    /// The disk has no room left.
    case diskFull
    /// The file or folder may not be read or written.
    case access
    /// The input is larger than the library takes.
    case tooLarge
    /// The input is not JSON.
    case invalidJSON(JSONError)
    /// The input is JSON, but not what was asked for.
    case invalidInput
    /// It takes another person than the one who is there.
    case samePerson
    /// The case is not where this could be done.
    case notAllowed
    /// A code is on no list that is in force.
    case unknownCode
    /// The case has to be kept.
    case held
    /// The form does not take files of this kind.
    case notAccepted
    /// Nobody is left who may read the report.
    case noReader
    /// The person was not given the key that this takes.
    case noKey
    /// The desk is locked until its person unlocks it again.
    case locked
    /// Too many reports, or too many wrong passphrases, in a short time.
    case later
    /// The table would tell too much about somebody.
    case discloses(DisclosureRefusal)
    /// A defect of the library or its platform.
    case defect
}
