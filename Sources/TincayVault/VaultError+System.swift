import CPlatform

extension VaultError {
    /// Says the system's error number of a call on a file in the vault's words.
    init(systemError: Int32) {
        switch systemError {
        case ENOENT, ENOTDIR: self = .notFound
        case EEXIST: self = .exists
        case EACCES, EPERM, EROFS, EISDIR, ELOOP, ENAMETOOLONG, ETXTBSY: self = .access
        case ENOSPC, EDQUOT, EFBIG: self = .diskFull
        case ENOMEM: self = .noMemory
        case EWOULDBLOCK: self = .busy
        default: self = .inputOutput
        }
    }

    /// Fails with a system's error number, unless it is 0.
    static func system(_ error: Int32) throws(VaultError) {
        guard error == 0 else { throw VaultError(systemError: error) }
    }
}
