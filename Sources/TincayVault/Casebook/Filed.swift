public import TincayIntake

/// What came of filing a counsellor's own report.
public struct Filed: Sendable {
    /// What the form said.
    public let checked: Checked
    /// The new report; nil when the form did not accept the answers.
    public let id: ReportID?
    /// The form's result, with the report's `id` when there is one: a JSON object.
    public let result: [UInt8]

    /// Joins what the form said and the report's number.
    init(checked: Checked, id: ReportID?) {
        self.checked = checked
        self.id = id
        guard let id, checked.result.first == UInt8(ascii: "{") else {
            result = checked.result
            return
        }
        var result = Array("{\"id\":\"".utf8) + id.hexadecimal + [UInt8(ascii: "\"")]
        let rest = checked.result.dropFirst()
        if rest.first != UInt8(ascii: "}") { result.append(UInt8(ascii: ",")) }
        self.result = result + rest
    }
}
