/// Which questions a form asks, given some answers, and which of them must be answered.
struct FormWalk {
    /// What is walked.
    private let program: SchemaProgram
    /// Whether to go into branches that the answers do not take, to find all questions there are.
    private let everywhere: Bool
    /// The questions: their names and the places of their schemas, first come first.
    private(set) var questions: [(name: [UInt8], places: [Int])] = []
    /// The names of those that must be answered.
    private(set) var required: Set<[UInt8]> = []
    /// The places that were walked, so that no circle is walked twice.
    private var seen: Set<Int> = []

    /// Walks a program with the answers so far, or everywhere.
    init(_ program: SchemaProgram, _ answers: JSONValue, everywhere: Bool = false) {
        self.program = program
        self.everywhere = everywhere
        walk(program.root, answers)
    }

    /// Takes in what one schema says about the answers as a whole.
    private mutating func walk(_ place: Int, _ answers: JSONValue) {
        guard seen.insert(place).inserted else { return }
        for (_, keyword) in program.nodes[place].keywords {
            switch keyword {
            case .properties(let named):
                for member in program.nodes[place].source["properties"].map({ Array($0.members) }) ?? [] {
                    guard let name = member.name.text, let inner = named[name] else { continue }
                    // A schema of just false says that something must not be answered.
                    if program.nodes[inner].verdict != false { add(name, inner) }
                }
            case .required(let names): required.formUnion(names)
            case .dependentRequired(let dependencies):
                for dependency in dependencies where answers.member(dependency.name) != nil {
                    required.formUnion(dependency.required)
                }
            case .reference(let inner): walk(inner, answers)
            case .allOf(let inner): for place in inner { walk(place, answers) }
            case .dependentSchemas(let dependencies):
                for dependency in dependencies where everywhere || answers.member(dependency.name) != nil {
                    walk(dependency.schema, answers)
                }
            case .condition(let condition, let then, let otherwise):
                if everywhere {
                    for place in [then, otherwise].compactMap({ $0 }) { walk(place, answers) }
                } else {
                    var evaluator = SchemaEvaluator(program, collecting: false)
                    if let place = evaluator.begin(condition, answers) ? then : otherwise { walk(place, answers) }
                }
            default: break
            }
        }
    }

    /// Notes a schema for a question, which may have several.
    private mutating func add(_ name: [UInt8], _ place: Int) {
        if let known = questions.firstIndex(where: { $0.name == name }) {
            questions[known].places.append(place)
        } else {
            questions.append((name, [place]))
        }
    }
}
