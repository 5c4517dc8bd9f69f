import TincayIntake

extension VaultError {
    /// Does what reads a caller's JSON, and fails with the vault's error; a text over its limit is one too large.
    static func json<Result>(_ body: () throws(JSONError) -> Result) throws(VaultError) -> Result {
        do throws(JSONError) { return try body() } catch {
            throw error == .tooLarge ? .tooLarge : .invalidJSON(error)
        }
    }
}
