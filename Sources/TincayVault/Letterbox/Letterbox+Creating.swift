import TincayCrypto
import TincayIntake
import TincaySQLite

extension Letterbox {
    /// Creates the box file of a point, with today's slots full of noise; a failure leaves no file.
    @_optimize(size) public static func create(
        path: [UInt8], setup: UnsafeRawBufferPointer, clock: Clock = .system
    ) throws(VaultError) {
        try start()
        let setup = try unsafe LetterboxSetup(parsing: setup)
        let seed = try VaultError.crypto { () throws(CryptoError) in try SecretBytes(randomCount: 32) }
        let file = try LetterboxFile(creating: path)
        do throws(VaultError) {
            try file.connection.transaction { () throws(VaultError) in
                var state = LetterboxState(day: clock.now().days, uptime: clock.uptime())
                state.open(setup.slotsPerDay, today: setup.slotsPerDay)
                try file.fill(seed: seed, setup: setup.json, desks: setup.directory.map { $0.recipient }, state: state)
                for number in state.first..<state.next {
                    try file.add(number, try Envelope.noise(size: setup.slotSize))
                }
            }
        } catch {
            file.connection.abandon()
            throw error
        }
        file.connection.close()
    }
}
