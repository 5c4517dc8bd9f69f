/// Why a table is not given out.
public enum DisclosureRefusal: Error, Equatable, Sendable {
    /// The period is not over for long enough.
    case tooEarly
    /// So few children live there that such a table is not published.
    case tooSmall
    /// Reports of the period were shredded after a table about it had been given out.
    case torn
    /// Together with earlier tables it would tell too much.
    case discloses
    /// Nothing of it can be told.
    case empty
    /// Whether it is safe could not be found out in the time that there is.
    case undecided

    /// The name in JSON.
    var name: StaticString {
        switch self {
        case .tooEarly: "too_early"
        case .tooSmall: "too_small"
        case .torn: "shredded"
        case .discloses: "discloses"
        case .empty: "empty"
        case .undecided: "undecided"
        }
    }
}
