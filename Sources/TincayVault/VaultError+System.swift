import CPlatform
import TincaySQLite

extension VaultError {
    /// Says the system's error number of a call on a file in the vault's words.
    init(systemError: Int32) {
        switch systemError {
        case EWOULDBLOCK: self = .busy
        case EINVAL: self = .inputOutput
        default: self.init(SQLiteError(systemError: systemError))
        }
    }

    /// Fails with a system's error number, unless it is 0.
    static func system(_ error: Int32) throws(VaultError) {
        guard error == 0 else { throw VaultError(systemError: error) }
    }
}
