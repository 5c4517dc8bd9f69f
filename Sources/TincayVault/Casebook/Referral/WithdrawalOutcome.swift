/// What an addressee did about a referral that its sender took back.
enum WithdrawalOutcome: UInt8 {
    /// Its keys were destroyed.
    case destroyed = 1
    /// It was taken on before, so that the addressee has a duty of its own and keeps it.
    case takenOn = 2
    /// It is on hold, and so kept for the time being.
    case onHold = 3
    /// It had not come, and will not be taken in any more.
    case neverCame = 4
    /// It was gone already.
    case gone = 5

    /// The name in JSON.
    var name: StaticString {
        switch self {
        case .destroyed: "DESTROYED"
        case .takenOn: "TAKEN_ON"
        case .onHold: "ON_HOLD"
        case .neverCame: "NEVER_CAME"
        case .gone: "GONE"
        }
    }
}
