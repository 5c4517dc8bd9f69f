/// A step of the procedure that NĐ 56/2017/NĐ-CP lays down; what each is and until when is data.
enum ProcedureStep: UInt8, CaseIterable {
    case receive = 1
    case passOn = 2
    case check = 3
    case firstAssessment = 4
    case emergencyMeasures = 5
    case detailedAssessment = 6
    case plan = 7
    case carryOut = 8
    case review = 9
    case close = 10
    case endOfSeparation = 11

    /// The number in JSON.
    var name: StaticString {
        switch self {
        case .receive: "1"
        case .passOn: "2"
        case .check: "3"
        case .firstAssessment: "4"
        case .emergencyMeasures: "5"
        case .endOfSeparation: "5b"
        case .detailedAssessment: "6"
        case .plan: "7"
        case .carryOut: "8"
        case .review: "9"
        case .close: "10"
        }
    }
}
