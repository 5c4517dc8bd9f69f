internal import CPlatform
internal import Synchronization
internal import TincayVault

/// An open box or desk behind a handle: calls on it wait for each other, and a child process cannot use it.
///
/// The wrapped service is touched only with the lock held, which is what makes sharing the session between threads
/// sound.
@safe final class Session<Service: AnyObject>: @unchecked Sendable {
    /// The process that opened it.
    private let process = getpid()
    /// The file that it holds, by its one true name.
    let file: [UInt8]
    /// Where the lock lives; its address must not move.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    /// The box or desk, until it is closed.
    private var service: Service?
    /// Whether somebody has closed it.
    private let isClosed = Atomic(false)

    /// Puts an opened box or desk behind a lock.
    init(_ service: Service, file: [UInt8]) {
        self.service = service
        self.file = file
        // SAFETY: the memory is this object's alone until deinit.
        unsafe mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe pthread_mutex_init(mutex, nil)
    }

    deinit {
        // SAFETY: nobody holds a reference any more, hence nobody the lock.
        unsafe pthread_mutex_destroy(mutex)
        unsafe mutex.deallocate()
    }

    /// Whether a parent of this process opened it.
    var isInherited: Bool { getpid() != process }

    /// Whether nobody has closed it; waits for no call that is running on it, and may be out of date at once.
    var isOpen: Bool {
        !isClosed.load(ordering: .relaxed)
    }

    /// Runs a step on the service when no other call is running on it.
    func use<Result>(_ step: (Service) throws(VaultError) -> Result) throws(Status) -> Result {
        guard !isInherited else { throw .forked }
        // SAFETY: the lock was initialised and lives as long as this object.
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        // A call that waited while another thread closed the handle finds nothing.
        guard let service else { throw .misuse }
        return try Call.vault { () throws(VaultError) in try step(service) }
    }

    /// Ends the service once a call that is running on it is done.
    func end(_ close: (Service) -> Void) throws(Status) {
        guard !isInherited else {
            // Closing here would touch the file under the parent's feet, so the child's copy is left as it is.
            // SAFETY: the reference is meant never to be released.
            _ = unsafe Unmanaged.passRetained(self)
            throw .forked
        }
        // SAFETY: the lock was initialised and lives as long as this object.
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        guard let service else { throw .misuse }
        self.service = nil
        isClosed.store(true, ordering: .relaxed)
        close(service)
    }
}
