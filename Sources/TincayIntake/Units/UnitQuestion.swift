/// A question that is answered with the code of an administrative unit.
struct UnitQuestion: Sendable {
    /// The pointer of the answer.
    let path: [UInt8]
    /// What kind of unit it is.
    let kind: UnitKind
    /// The pointer of the answer that names the province the unit has to belong to, when there is one.
    let province: [UInt8]?
}

extension UnitTable {
    /// What is remarkable about the units that answers name on a day; never an error, because lists are late and people
    /// know where they are.
    @_optimize(size) func findings(_ answers: JSONValue, _ questions: [UnitQuestion], on day: CivilDate) -> [Finding] {
        let day = UnitDay.number(day)
        // About days before its own, the table knows nothing.
        guard day >= firstDay else { return [] }
        var findings: [Finding] = []
        for question in questions {
            guard let code = answers.at(pointer: question.path)?.text, question.kind.key(code) != nil else { continue }
            guard let province = province(of: code, question.kind, on: day) else {
                findings.append(finding(question, successors(of: code).isEmpty ? "unknown" : "moved"))
                continue
            }
            guard let path = question.province, let told = answers.at(pointer: path)?.text,
                UnitKind.province.key(told) != nil, told != province
            else { continue }
            findings.append(finding(question, "province"))
        }
        return findings
    }

    /// A finding, with the version of the table and what is remarkable.
    @_optimize(size) private func finding(_ question: UnitQuestion, _ reason: StaticString) -> Finding {
        var parameters = JSONWriter()
        parameters.beginObject()
        parameters.name("version")
        parameters.text(version)
        parameters.name("reason")
        parameters.text(reason)
        parameters.endObject()
        return Finding(
            code: .unit, path: question.path, keyword: [], parameters: parameters.bytes, severity: .warning)
    }
}
