import CPlatform
import TincayCrypto
public import TincayIntake

extension Desk {
    /// The most reports that are filed at once.
    static let mostFiled = 10_000
    /// The most bytes of one of them, as of a report that is filed alone.
    private static let mostAnswers = 1 << 20
    /// What ends a line.
    private static let lineEnd = UInt8(ascii: "\n")

    /// Checks reports, one a line, and files those that the form accepts, all of them in one change of the file.
    ///
    /// Gives a line for each that is not empty: what the form says of it and, when it was filed, its `id`. What is wrong
    /// with one never holds up the others.
    public func fileMany(
        _ form: Form, reports: UnsafeRawBufferPointer, language: [UInt8]?
    ) throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        let now = clock.now()
        let hash = hash(of: form)
        guard unsafe Self.countLines(reports) <= Self.mostFiled else { throw .tooLarge }
        var results: [UInt8] = []
        results.reserveCapacity(reports.count / 4)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            var start = 0
            var number = 0
            while start < reports.count {
                // SAFETY: the places stay inside the caller's bytes.
                let rest = unsafe UnsafeRawBufferPointer(rebasing: reports[start...])
                let size = unsafe Self.firstEnd(in: rest) ?? rest.count
                let line = unsafe UnsafeRawBufferPointer(rebasing: rest[..<size])
                start += size + 1
                number += 1
                guard unsafe !Self.isBlank(line) else { continue }
                let result = try unsafe file(form, hash, line, language: language, at: now, in: &batch)
                Self.append(result, line: number, to: &results)
            }
        }
        return results
    }

    /// Files the report of one line, if the form accepts it; gives what to say of it.
    private func file(
        _ form: Form, _ hash: [UInt8], _ line: UnsafeRawBufferPointer, language: [UInt8]?, at now: Moment,
        in batch: inout LedgerBatch
    ) throws(VaultError) -> [UInt8] {
        guard line.count <= Self.mostAnswers else { return Self.refusal("limit") }
        let checked: Checked
        do throws(JSONError) { checked = try unsafe form.check(line, language: language, at: now) } catch {
            return Self.refusal(error == .tooLarge || error == .tooDeep ? "limit" : "json")
        }
        guard checked.accepted else { return checked.result }
        let report = try OwnReport(checked, form: form, hash: hash, language: language, at: now)
        try add(report, to: &batch)
        return Filed(checked: checked, id: report.id).result
    }

    /// What is said of a line that no form can be asked about.
    private static func refusal(_ error: StaticString) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("accepted")
        writer.boolean(false)
        writer.name("error")
        writer.text(error)
        writer.endObject()
        return writer.bytes
    }

    /// Adds a line with the number of the line that it is about.
    private static func append(_ result: [UInt8], line: Int, to results: inout [UInt8]) {
        results += Array("{\"line\":".utf8)
        results += Array(String(line).utf8)
        results.append(UInt8(ascii: ","))
        results += result.dropFirst()
        results.append(lineEnd)
    }

    /// How many lines there are; the last may have no end.
    private static func countLines(_ bytes: UnsafeRawBufferPointer) -> Int {
        var count = 0
        var rest = unsafe bytes
        // SAFETY: the end is inside the rest.
        while let end = unsafe firstEnd(in: rest) {
            count += 1
            unsafe rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
        }
        return unsafe rest.isEmpty ? count : count + 1
    }

    /// Where the first line ends; nil when it has no end.
    private static func firstEnd(in bytes: UnsafeRawBufferPointer) -> Int? {
        // SAFETY: the buffer has `count` bytes, and what is found is inside.
        guard let start = bytes.baseAddress,
            let end = unsafe memchr(start, Int32(lineEnd), bytes.count)
        else { return nil }
        return unsafe UnsafeRawPointer(end) - start
    }

    /// Whether a line says nothing.
    private static func isBlank(_ line: UnsafeRawBufferPointer) -> Bool {
        unsafe line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    }
}
