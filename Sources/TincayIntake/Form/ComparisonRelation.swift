/// How one side of a comparison has to stand to the other.
enum ComparisonRelation: Sendable {
    case equal, different, less, atMost, greater, atLeast, among

    /// The relation of a name in a form; nil when there is none.
    init?(_ name: JSONValue) {
        switch name {
        case _ where name.isText("eq"): self = .equal
        case _ where name.isText("ne"): self = .different
        case _ where name.isText("lt"): self = .less
        case _ where name.isText("le"): self = .atMost
        case _ where name.isText("gt"): self = .greater
        case _ where name.isText("ge"): self = .atLeast
        case _ where name.isText("in"): self = .among
        default: return nil
        }
    }

    /// Whether two values of one order stand so.
    func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equal: left == right
        case .different: left != right
        case .less: left < right
        case .atMost: left <= right
        case .greater: left > right
        case .atLeast: left >= right
        case .among: true
        }
    }

    /// Whether two dates or moments can stand so, whatever is not known of them.
    func holds(_ left: ClosedRange<Int64>, _ right: ClosedRange<Int64>) -> Bool {
        switch self {
        case .equal: left.overlaps(right)
        case .different: left.lowerBound != left.upperBound || left != right
        case .less: left.lowerBound < right.upperBound
        case .atMost: left.lowerBound <= right.upperBound
        case .greater: left.upperBound > right.lowerBound
        case .atLeast: left.upperBound >= right.lowerBound
        case .among: true
        }
    }
}
