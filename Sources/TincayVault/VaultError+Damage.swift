extension VaultError {
    /// Whether something in a file or a bundle is not as this library left it, which need not stop anything else.
    var isDamage: Bool {
        switch self {
        case .tampered, .badFormat, .tooNew: true
        default: false
        }
    }

    /// What a step gives; nil when something that it needs is damaged.
    static func unlessDamaged<Result>(_ step: () throws(VaultError) -> Result) throws(VaultError) -> Result? {
        do throws(VaultError) { return try step() } catch {
            guard error.isDamage else { throw error }
            return nil
        }
    }
}
