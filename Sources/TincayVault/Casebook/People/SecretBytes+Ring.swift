import TincayCrypto

extension SecretBytes {
    /// A subkey of a seed of a desk's ring.
    borrowing func ringKey(_ number: UInt64) throws(VaultError) -> SecretBytes {
        do throws(CryptoError) { return try subkey(number, context: DeskKeys.context) } catch {
            throw VaultError(error)
        }
    }

    /// The agreement pair of a subkey of a seed of a desk's ring.
    borrowing func ringPair(_ number: UInt64) throws(VaultError) -> AgreementKeyPair {
        do throws(CryptoError) {
            return try AgreementKeyPair(seed: try subkey(number, context: DeskKeys.context))
        } catch {
            throw VaultError(error)
        }
    }

    /// The signing pair of this seed itself.
    borrowing func signingPair() throws(VaultError) -> SigningKeyPair {
        do throws(CryptoError) { return try SigningKeyPair(seed: self) } catch { throw VaultError(error) }
    }
}
