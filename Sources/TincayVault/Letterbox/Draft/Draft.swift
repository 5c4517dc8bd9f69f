import TincayCrypto
import TincayIntake

/// Somebody's answers while they are still telling: in locked memory here, and sealed in one of the box's slots.
///
/// The box keeps no key to what is sealed, so after a power cut nobody at the point can go on with it or see it.
final class Draft {
    /// By which its handle knows it again.
    let number: Int64
    /// The form that is answered.
    let form: Form
    /// Whose questions are asked; nil when the answers name the profile themselves.
    let profile: [UInt8]?
    /// The language to ask in.
    let language: [UInt8]?
    /// What becomes of it if it is never sent.
    var choice = DraftChoice.undecided
    /// The numbers of the desks that its person does not want to read it.
    var excluded: [[UInt8]] = []
    /// Whether somebody is in danger, as far as the answers tell.
    var isUrgent = false
    /// When it was last touched, in milliseconds of running time.
    var touched: Int64
    /// The identifier of the envelope that holds it; nil while none does.
    var envelope: ReportID?
    /// The answers.
    private var journal: DraftJournal
    /// Where its report keys come from.
    private var key: DraftKey

    /// Starts a draft without answers.
    static func begin(
        number: Int64, form: Form, profile: [UInt8]?, language: [UInt8]?, touched: Int64
    ) throws(VaultError) -> Draft {
        do throws(CryptoError) {
            return Draft(number, form, profile, language, touched, try DraftJournal(), try DraftKey())
        } catch {
            throw VaultError(error)
        }
    }

    /// Puts a draft together; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(
        _ number: Int64, _ form: Form, _ profile: [UInt8]?, _ language: [UInt8]?, _ touched: Int64,
        _ journal: consuming DraftJournal, _ key: consuming DraftKey
    ) {
        self.number = number
        self.form = form
        self.profile = profile
        self.language = language
        self.touched = touched
        self.journal = journal
        self.key = key
    }

    /// Whether a power cut leaves it to the counsellor.
    var outlivesPowerCut: Bool { choice != .forget || isUrgent }

    /// Whether it goes to the counsellor when its person leaves, having chosen or not.
    var outlivesLeaving: Bool { choice == .keep || isUrgent }

    /// Whether there is anything in it.
    var isEmpty: Bool { journal.count == 0 }

    /// The report key of one sealing.
    func nextKey() throws(VaultError) -> SecretBytes {
        do throws(CryptoError) { return try key.next() } catch { throw VaultError(error) }
    }

    /// Adds an answer to what was answered so far, or takes one back.
    func answer(_ path: [UInt8], _ value: [UInt8]?, after answers: DraftAnswers) throws(VaultError) {
        let isHosts = answers.questions.contains { $0.path == path && !$0.isVisible }
        try journal.append(DraftStep(path: path, value: value, isHosts: isHosts))
    }

    /// Undoes the last answer; nil when there is none.
    func back() -> DraftStep? {
        journal.removeLast()
    }

    /// All answers that count: the last to a question, and none to questions that no longer apply.
    ///
    /// The profile stays, and what the host answers by itself, though a form may ask nobody for it.
    func answers(at moment: Moment) -> DraftAnswers {
        var json = Array("{}".utf8)
        var kept: Set<[UInt8]> = []
        if let profile, let path = form.profilePath(for: profile) {
            put(path, quoted(profile), in: &json)
            kept.insert(path)
        }
        journal.forEach { step in
            put(step.path, step.value, in: &json)
            if step.isHosts { kept.insert(step.path) }
        }
        // Taking one answer away may hide another question, in a form that is circular perhaps without an end.
        for _ in 0..<32 {
            let answers = DraftAnswers(json: json, screen: try? screen(json, .changes, at: moment))
            let hidden = answers.hidden.filter { !kept.contains($0) }
            guard !hidden.isEmpty else { return answers }
            for path in hidden { put(path, nil, in: &json) }
        }
        return DraftAnswers(json: json, screen: nil)
    }

    /// What a screen shows after the answers.
    func screen(_ answers: [UInt8], _ detail: StateDetail, at moment: Moment) throws(VaultError) -> [UInt8] {
        do throws(StateError) {
            return try form.state(answers, profile: profile, language: language, at: moment, detail: detail)
        } catch {
            switch error {
            case .json(let reason): throw .invalidJSON(reason)
            case .unknownProfile: throw .invalidInput
            }
        }
    }

    /// Puts an answer where a path leads to; what cannot be put there is left out.
    private func put(_ path: [UInt8], _ value: [UInt8]?, in json: inout [UInt8]) {
        guard let document = try? JSONDocument(parsing: json, limits: .any) else { return }
        if let changed = document.root.replacing(path, with: value) { json = changed }
    }

    /// A text as JSON.
    private func quoted(_ text: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.text(text)
        return writer.bytes
    }
}
