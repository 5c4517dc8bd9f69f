import TincayIntake

/// What was done about one case, as far as lists, deadlines and retention need it.
struct CaseProgress {
    /// A step that was taken, by whom and when.
    struct Step {
        /// The step, its form, and whether it was needed.
        let taken: StepTaken
        /// When, in milliseconds since 1970.
        let time: Int64
        /// By whom.
        let person: [UInt8]
    }

    /// Something that waits for a second person.
    struct Proposal {
        /// The entry.
        let number: Int64
        /// When, in milliseconds since 1970.
        let time: Int64
        /// Who proposed it.
        let person: [UInt8]
        /// The urgency that is proposed.
        let urgency: Urgency
    }

    /// The most steps, needs, services, links and holds of one case, each.
    static let most = 100

    /// The steps that were taken, in the order of time.
    var steps: [Step] = []
    /// The needs.
    var needs: [NeedChange] = []
    /// The services.
    var services: [ServiceChange] = []
    /// The other cases that have to do with it.
    var links: [CaseLink] = []
    /// The holds.
    var holds: [CaseHold] = []
    /// What came of verifying it; empty while nobody has.
    var verification: [UInt8] = []
    /// What came of it at closing; empty while it is open.
    var outcome: [UInt8] = []
    /// The urgency that somebody proposes.
    var proposal: Proposal?
    /// When work on it ended, in milliseconds since 1970; nil while it goes on.
    var rested: Int64?
    /// When something was done about it for the first time since.
    var extended: Int64?

    /// When a step was taken last, with a form when one is named.
    func time(of step: ProcedureStep, form: UInt8 = 0) -> Int64? {
        steps.last { $0.taken.step == step && (form == 0 || $0.taken.form == form) }?.time
    }

    /// Whether a step is behind it, taken or not needed.
    func isDone(_ step: ProcedureStep) -> Bool { steps.contains { $0.taken.step == step } }

    /// The holds that keep the case at a moment, and not those whose time is over.
    func holds(at moment: Moment) -> [CaseHold] {
        holds.filter { $0.holds(at: moment.milliseconds, on: moment.days) }
    }

    /// The hold that keeps the case longest.
    func hold(at moment: Moment) -> CaseHold? { holds(at: moment).max { $0.until < $1.until } }

    /// Adds a step.
    mutating func add(_ step: Step) {
        if steps.count >= Self.most { steps.removeFirst() }
        steps.append(step)
    }

    /// Adds a need, or changes it.
    mutating func set(_ need: NeedChange) {
        if let place = needs.firstIndex(where: { $0.need == need.need }) {
            needs[place] = need
        } else if needs.count < Self.most {
            needs.append(need)
        }
    }

    /// Adds a service, or changes it.
    mutating func set(_ service: ServiceChange) {
        if let place = services.firstIndex(where: { $0.isSameReferral(as: service) }) {
            services[place] = service
        } else if services.count < Self.most {
            services.append(service)
        }
    }

    /// Adds a link; one with the same case takes the place of the one before.
    mutating func set(_ link: CaseLink) {
        links.removeAll { $0.id == link.id }
        if links.count < Self.most { links.append(link) }
    }
}
