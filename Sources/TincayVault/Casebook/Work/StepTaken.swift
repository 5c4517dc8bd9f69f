import TincayIntake

/// A step that was taken, with the official form that was filled in for it, or that was found not to be needed.
struct StepTaken {
    /// The step.
    let step: ProcedureStep
    /// The number of the official form, Mẫu số 01 to 07; 0 for none.
    let form: UInt8
    /// Whether it was needed, and so was taken.
    let isNeeded: Bool

    /// Reads an event that was checked.
    init?(_ root: JSONValue) {
        guard let value = root["step"], let step = ProcedureStep.allCases.first(where: { value.isText($0.name) })
        else { return nil }
        self.step = step
        form = Self.form(root["form"])
        isNeeded = root["needed"]?.boolean ?? true
    }

    /// Reads a detail.
    init(_ detail: [UInt8]) throws(VaultError) {
        var reader = ByteReader(detail[...])
        guard let step = ProcedureStep(rawValue: try reader.byte()) else { throw .tooNew }
        self.step = step
        form = try reader.byte()
        isNeeded = try reader.byte() == 1
    }

    /// The detail.
    var bytes: [UInt8] { [step.rawValue, form, isNeeded ? 1 : 0] }

    /// Writes it as a case's history shows it.
    func write(to writer: inout JSONWriter) {
        writer.name("step")
        writer.text(step.name)
        writer.name("needed")
        writer.boolean(isNeeded)
        guard form > 0 else { return }
        writer.name("form")
        writer.text(Self.name(form))
    }

    /// The number of an official form, such as 1 for "M01"; 0 for anything else.
    static func form(_ value: JSONValue?) -> UInt8 {
        guard let text = value?.text, text.count == 3, text.starts(with: Array("M0".utf8)), let digit = text.last,
            (0x31...0x37).contains(digit)
        else { return 0 }
        return digit - 0x30
    }

    /// The name of an official form.
    static func name(_ form: UInt8) -> [UInt8] { Array("M0".utf8) + [0x30 + form % 10] }
}
