import CPlatform

/// Lets one passphrase be derived at a time, so that many who unlock at once do not exhaust the machine's memory.
enum PassphraseGate {
    /// The system's lock; a zeroed one is ready for use, and a static variable's address does not move.
    private nonisolated(unsafe) static var mutex = unsafe pthread_mutex_t()
    /// Gives a child process an open gate, because whoever holds it did not come along; true once that is arranged.
    private static let survivesFork =
        pthread_atfork(nil, nil, { unsafe PassphraseGate.mutex = pthread_mutex_t() }) == 0

    /// Waits for the gate and closes it behind.
    static func enter() {
        _ = survivesFork
        // SAFETY: the variable is static, and the system's functions are what orders access to it.
        unsafe pthread_mutex_lock(&mutex)
    }

    /// Opens the gate again.
    static func leave() {
        // SAFETY: as in enter().
        unsafe pthread_mutex_unlock(&mutex)
    }
}
