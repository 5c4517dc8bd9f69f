import TincayIntake

/// Something that a child needs, and whether it still does.
struct NeedChange {
    /// How it stands with a need.
    enum State: UInt8, CaseIterable {
        case open = 1
        case met = 2
        case dropped = 3

        /// The name in JSON.
        var name: StaticString {
            switch self {
            case .open: "OPEN"
            case .met: "MET"
            case .dropped: "DROPPED"
            }
        }
    }

    /// The need's code.
    let need: [UInt8]
    /// How it stands.
    let state: State

    /// Reads an event that was checked.
    init?(_ root: JSONValue) {
        guard let need = root["need"]?.text else { return nil }
        self.need = need
        state = State.allCases.first { root["state"]?.isText($0.name) == true } ?? .open
    }

    /// Reads a detail.
    init(_ detail: [UInt8]) throws(VaultError) {
        guard let first = detail.first, let state = State(rawValue: first) else { throw .tooNew }
        self.state = state
        need = [UInt8](detail.dropFirst())
    }

    /// The detail.
    var bytes: [UInt8] { [state.rawValue] + need }

    /// Writes it as a case's history and its work show it.
    func write(to writer: inout JSONWriter) {
        writer.name("need")
        writer.text(need)
        writer.name("state")
        writer.text(state.name)
    }
}
