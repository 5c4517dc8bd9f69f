internal import CTincay
internal import TincayCrypto
internal import TincayIntake
internal import TincayVault

/// Why a call failed, as the number that the header gives it.
///
/// Every error of the modules below is turned into one here and nowhere else; a new error does not compile until it
/// has a number.
struct Status: Error, Equatable {
    /// The number; the header explains it.
    let number: Int32

    /// Takes a constant of the header; all of them fit.
    private init(_ constant: Int32) {
        number = constant
    }

    /// The call succeeded.
    static let done = Status(TINCAY_OK)
    /// The caller's mistake: a NULL, a bad size, a handle that is none.
    static let misuse = Status(TINCAY_E_MISUSE)
    /// The system gave no memory.
    static let noMemory = Status(TINCAY_E_NOMEM)
    /// A JSON Pointer leads nowhere.
    static let notFound = Status(TINCAY_E_NOT_FOUND)
    /// A parent process has the file open.
    static let busy = Status(TINCAY_E_BUSY)
    /// The ledger does not hold, but there is a result.
    static let tampered = Status(TINCAY_E_TAMPERED)
    /// The form did not accept the answers, but there is a result.
    static let invalidReport = Status(TINCAY_E_INVALID_REPORT)
    /// A number or a length is outside what the function takes.
    static let limit = Status(TINCAY_E_LIMIT)
    /// An input has more bytes than its limit.
    static let tooManyBytes = Status(TINCAY_E_LIMIT_SIZE)
    /// Shares that do not let anybody in, but there is a result.
    static let wrongKey = Status(TINCAY_E_WRONG_KEY)
    /// The input is JSON, but not what was asked for.
    static let invalidInput = Status(TINCAY_E_INVALID_INPUT)
    /// A handle of the parent process is used in the child.
    static let forked = Status(TINCAY_E_FORKED)
    /// A defect of the library or its platform.
    static let defect = Status(TINCAY_E_INTERNAL)

    /// Finds the number for a failure to read JSON.
    init(_ error: JSONError) {
        switch error {
        case .notUTF8: self.init(TINCAY_E_INVALID_JSON_UTF8)
        case .syntax: self.init(TINCAY_E_INVALID_JSON_SYNTAX)
        case .duplicateName: self.init(TINCAY_E_INVALID_JSON_DUPLICATE)
        case .tooLarge: self.init(TINCAY_E_LIMIT_SIZE)
        case .tooDeep: self.init(TINCAY_E_LIMIT_DEPTH)
        }
    }

    /// Finds the number for a failure to read a form.
    init(_ error: FormError) {
        switch error {
        case .json(let reason): self.init(reason)
        case .refused, .notAForm: self.init(TINCAY_E_INVALID_FORM)
        }
    }

    /// Finds the number for a failure to tell what to show next.
    init(_ error: StateError) {
        switch error {
        case .json(let reason): self.init(reason)
        case .unknownProfile: self.init(TINCAY_E_INVALID_INPUT)
        }
    }

    /// Finds the number for a failure of the primitives outside a box or a desk.
    init(_ error: CryptoError) {
        switch error {
        case .noMemory: self.init(TINCAY_E_NOMEM)
        case .unavailable, .forged, .badParameter: self.init(TINCAY_E_INTERNAL)
        }
    }

    /// Finds the number for a failure of a box or a desk.
    init(_ error: VaultError) {
        switch error {
        case .noMemory: self.init(TINCAY_E_NOMEM)
        case .notFound: self.init(TINCAY_E_NOT_FOUND)
        case .exists: self.init(TINCAY_E_EXISTS)
        case .wrongKey: self.init(TINCAY_E_WRONG_KEY)
        case .tampered: self.init(TINCAY_E_TAMPERED)
        case .revoked: self.init(TINCAY_E_REVOKED)
        case .outdated: self.init(TINCAY_E_OUTDATED)
        case .expired: self.init(TINCAY_E_OUTDATED_EXPIRED)
        case .tooNew: self.init(TINCAY_E_FORMAT_TOO_NEW)
        case .badFormat: self.init(TINCAY_E_FORMAT)
        case .busy: self.init(TINCAY_E_BUSY)
        case .inputOutput: self.init(TINCAY_E_IO)
        case .diskFull: self.init(TINCAY_E_DISK_FULL)
        case .access: self.init(TINCAY_E_ACCESS)
        case .tooLarge: self.init(TINCAY_E_LIMIT)
        case .invalidJSON(let reason): self.init(reason)
        case .invalidInput: self.init(TINCAY_E_INVALID_INPUT)
        case .noKey: self.init(TINCAY_E_NO_KEY)
        case .locked: self.init(TINCAY_E_LOCKED)
        case .samePerson: self.init(TINCAY_E_INVALID_INPUT_PERSON)
        case .notAllowed: self.init(TINCAY_E_INVALID_INPUT_STATE)
        case .unknownCode: self.init(TINCAY_E_INVALID_INPUT_CODE)
        case .held: self.init(TINCAY_E_HELD)
        case .notAccepted: self.init(TINCAY_E_NOT_ACCEPTED)
        case .noReader: self.init(TINCAY_E_NO_READER)
        case .later: self.init(TINCAY_E_LATER)
        case .discloses(let reason): self.init(reason)
        case .defect: self.init(TINCAY_E_INTERNAL)
        }
    }

    /// Finds the number for a table that is not given out.
    init(_ refusal: DisclosureRefusal) {
        switch refusal {
        case .tooEarly: self.init(TINCAY_E_DISCLOSES_EARLY)
        case .tooSmall: self.init(TINCAY_E_DISCLOSES_SMALL)
        case .torn: self.init(TINCAY_E_DISCLOSES_SHREDDED)
        case .empty: self.init(TINCAY_E_DISCLOSES_EMPTY)
        case .undecided: self.init(TINCAY_E_DISCLOSES_UNDECIDED)
        case .discloses: self.init(TINCAY_E_DISCLOSES)
        }
    }
}
