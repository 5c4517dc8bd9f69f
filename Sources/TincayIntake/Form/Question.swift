/// A member that a form declares: what is asked.
struct Question: Sendable {
    /// One place where it is declared.
    struct Declaration: Sendable {
        /// Its schema and those that apply together with it, nearest first.
        let schemas: [JSONValue]
        /// The numbers of the conditions under which it counts.
        let when: [Int]
        /// The answers that it offers; nil when it names none.
        let choices: ChoiceList?
    }

    /// The member's name.
    let name: [UInt8]
    /// Everywhere it is declared, in the order of the form.
    var declarations: [Declaration] = []
    /// The numbers of the conditions under which it has to be answered; each list is a reason of its own.
    var demands: [[Int]] = []
    /// The numbers of the conditions under which it must not be answered; each list is a reason of its own.
    var bans: [[Int]] = []
    /// The members of its answer, when that is an object or a list of objects.
    var members: [Question] = [] {
        didSet {
            places = [:]
            for (place, member) in members.enumerated() { places[member.name] = place }
        }
    }
    /// The place of each member by its name.
    private var places: [[UInt8]: Int] = [:]
    /// Whether the members are those of each element of a list.
    var repeats = false

    /// Starts a question that nothing is said about yet.
    init(name: [UInt8]) {
        self.name = name
    }

    /// The place of the member of a name.
    func place(_ name: [UInt8]) -> Int? { places[name] }

    /// The member of a name.
    func member(_ name: [UInt8]) -> Question? { places[name].map { members[$0] } }

    /// All its schemas, the later declarations first because they are the more particular ones.
    var schemas: [JSONValue] { declarations.reversed().flatMap { $0.schemas } }

    /// What an annotation says, wherever it stands first.
    func annotation(_ name: StaticString) -> JSONValue? {
        for declaration in declarations.reversed() {
            for schema in declaration.schemas {
                if let value = schema[name] { return value }
            }
        }
        return nil
    }
}
