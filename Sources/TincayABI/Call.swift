internal import CPlatform
internal import TincayCrypto
internal import TincayIntake
internal import TincayVault

/// What every exported function does around its own work.
enum Call {
    /// Runs the work of a function and turns its end into the number that the caller gets.
    static func status(_ work: () throws(Status) -> Void) -> Int32 {
        defer { tincay_forget_call() }
        do throws(Status) {
            try work()
            return Status.done.number
        } catch {
            return error.number
        }
    }

    /// Runs the work of a function that has somebody's answers in hand, in locked memory as far as it reaches.
    static func answers(_ work: () throws(Status) -> Void) -> Int32 {
        tincay_hold_call()
        return SecretHeap.holdingAnswers { status(work) }
    }

    /// Runs a step of a box or a desk.
    static func vault<Result>(_ step: () throws(VaultError) -> Result) throws(Status) -> Result {
        do throws(VaultError) {
            return try step()
        } catch {
            throw Status(error)
        }
    }

    /// Runs a step that reads JSON.
    static func json<Result>(_ step: () throws(JSONError) -> Result) throws(Status) -> Result {
        do throws(JSONError) {
            return try step()
        } catch {
            throw Status(error)
        }
    }
}
