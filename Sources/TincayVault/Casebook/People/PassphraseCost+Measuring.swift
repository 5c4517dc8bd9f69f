import CPlatform
import TincayCrypto

extension PassphraseCost {
    /// How many milliseconds a host may ask for.
    static let target: ClosedRange<Int64> = 100...5000
    /// The part of the machine's memory that one derivation may take.
    private static let share: Int64 = 4

    /// The cost that takes about so long on this machine, and not less than the standard one.
    ///
    /// Memory comes first, because it is what makes guessing expensive: it is doubled while that takes no longer than the
    /// target and the machine has it; what is missing then is made up by passes.
    static func measured(milliseconds target: Int64, clock: Clock) throws(VaultError) -> PassphraseCost {
        let most = min(1024, max(64, mebibytes() / share))
        var cost = PassphraseCost.standard
        var time = try cost.time(clock)
        while Int64(cost.memory) * 2 <= most, time * 2 <= target,
            let larger = PassphraseCost(mebibytes: Int64(cost.memory) * 2, passes: Int64(cost.passes))
        {
            let longer: Int64
            do throws(VaultError) { longer = try larger.time(clock) } catch {
                guard error == .noMemory else { throw error }
                break
            }
            guard longer <= target else { break }
            (cost, time) = (larger, longer)
        }
        let passes = min(10, Int64(cost.passes) * target / max(1, time))
        return PassphraseCost(mebibytes: Int64(cost.memory), passes: max(Int64(cost.passes), passes)) ?? cost
    }

    /// How many milliseconds a derivation takes.
    private func time(_ clock: Clock) throws(VaultError) -> Int64 {
        let start = clock.uptime()
        let text = [UInt8](repeating: 0x78, count: 16)
        // SAFETY: the buffer is lent for the call.
        _ = unsafe try text.withUnsafeBufferPointer { (text) throws(VaultError) in
            unsafe try derive(
                UnsafeRawBufferPointer(text), keyFile: nil, salt: [UInt8](repeating: 0, count: PassphraseKey.saltSize)
            ).count
        }
        return max(1, clock.uptime() - start)
    }

    /// How much memory the machine has; 0 when it does not say.
    private static func mebibytes() -> Int64 {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let size = sysconf(Int32(_SC_PAGESIZE))
        guard pages > 0, size > 0 else { return 0 }
        return Int64(pages / 1024) * Int64(size / 1024)
    }
}
