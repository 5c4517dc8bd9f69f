internal import CPlatform

/// The lock around the table of handles.
///
/// It needs no start and is held for the length of a fork(), so that a child finds the table whole and unlocked.
enum TableLock {
    /// The system's lock; a zeroed one is ready for use, and a static variable's address does not move.
    private nonisolated(unsafe) static var mutex = unsafe pthread_mutex_t()

    /// Waits until the lock is free and takes it.
    static func lock() {
        // SAFETY: the variable is static, and the system's functions are what orders access to it.
        unsafe pthread_mutex_lock(&mutex)
    }

    /// Gives the lock back.
    static func unlock() {
        // SAFETY: as in lock().
        unsafe pthread_mutex_unlock(&mutex)
    }

    /// Tells fork() to take the lock; call it once, and learn whether the system had memory for it.
    static func surviveFork() -> Bool {
        pthread_atfork({ TableLock.lock() }, { TableLock.unlock() }, { TableLock.unlock() }) == 0
    }
}
