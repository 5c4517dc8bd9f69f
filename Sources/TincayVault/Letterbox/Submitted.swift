public import TincayIntake

/// What came of dropping a report: what the form said, and what else stood in the way.
public struct Submitted: Sendable {
    /// What the form said; it comes with every outcome, because it holds the numbers to show.
    public let checked: Checked
    /// Why nothing was kept although the form accepted the answers; nil otherwise.
    public let obstacle: VaultError?

    /// Checks answers and keeps those that the form accepts; fails only for what cannot be judged.
    ///
    /// What stands in the way after the check is told beside the result, because somebody is waiting in front of a
    /// screen, and the result says whom to call.
    static func check(
        _ check: () throws(JSONError) -> Checked, keep: (Checked) throws(VaultError) -> Void
    ) throws(VaultError) -> Submitted {
        let checked = try VaultError.json(check)
        guard checked.accepted else { return Submitted(checked: checked, obstacle: nil) }
        do throws(VaultError) { try keep(checked) } catch { return Submitted(checked: checked, obstacle: error) }
        return Submitted(checked: checked, obstacle: nil)
    }

    /// Whether the report is on the disk.
    public var isKept: Bool { checked.accepted && obstacle == nil }

    /// The result of the check with a member more, which says whether the report was kept.
    public var result: [UInt8] {
        var result = checked.result
        guard result.popLast() == UInt8(ascii: "}") else { return checked.result }
        result += (isKept ? ",\"kept\":true}" : ",\"kept\":false}").utf8
        return result
    }
}
