import TincayCrypto
import TincayIntake

/// What the ledger says about published tables, and about what cases were like when the first table about them was made.
///
/// With the first table about a quarter the quarter is closed: what arrives for it later counts for a later one, and what
/// changes later changes no table. So tables of one quarter never differ by a case that came, or by one that moved on.
struct Releases {
    /// The tables in the order in which they were given out.
    var list: [Release] = []
    /// What draws are made from; nil before the first table.
    var seed: [UInt8]?
    /// The entry that closed each quarter.
    var closings: [Int32: Int64] = [:]
    /// Quarters of which reports may have been shredded after they were closed.
    var torn: Set<Int32> = []
    /// The first entry of each quarter in which something was entered.
    var starts: [(number: Int64, quarter: Int32)] = []
    /// The moment at which the last of those ends, in milliseconds since 1970.
    private var turn = Int64.min
    /// Cases of closed quarters as they were at the closing, if something was changed since, by their places.
    var frozen: [UInt32: UInt64] = [:]
    /// How far cases are on which somebody has acted, by their places.
    var progress: [UInt32: StatisticProgress] = [:]

    /// Starts with nothing.
    init() {}

    /// Notes when an entry was made; a clock that was set back changes nothing.
    mutating func note(_ time: Moment, number: Int64) {
        guard time.milliseconds >= turn else { return }
        let quarter = Quarter.of(time)
        turn = Moment(days: Quarter.end(quarter)).milliseconds
        guard quarter > starts.last?.quarter ?? .min else { return }
        starts.append((number, quarter))
    }

    /// Adds a table, and closes its quarters.
    mutating func add(_ entry: LedgerEntry, number: Int64) throws(VaultError) {
        guard entry.open.count > Release.seedSize else { throw .badFormat }
        var release = try Release([UInt8](entry.open.dropFirst(Release.seedSize)))
        release.number = number
        release.time = entry.time
        release.person = entry.person
        if seed == nil { seed = [UInt8](entry.open.prefix(Release.seedSize)) }
        for quarter in release.table.scope.quarters where closings[quarter] == nil { closings[quarter] = number }
        list.append(release)
    }

    /// Notes that a report is gone: of when it was is no longer known, so every quarter that it can have counted for.
    mutating func tear(_ place: Int, filed: Int64) {
        let last = filedQuarter(filed)
        for (quarter, closing) in closings where quarter <= last && closing > filed { torn.insert(quarter) }
        frozen[UInt32(truncatingIfNeeded: place)] = nil
        progress[UInt32(truncatingIfNeeded: place)] = nil
    }

    /// Whether what a case is like has to be kept before it changes.
    func isToFreeze(_ place: Int, number: Int64, received: Moment) -> Bool {
        guard !closings.isEmpty, frozen[UInt32(truncatingIfNeeded: place)] == nil,
            let quarter = quarter(number: number, received: received)
        else { return false }
        return closings[quarter] != nil
    }

    /// Keeps what a case is like.
    mutating func freeze(_ record: CaseRecord) {
        frozen[UInt32(truncatingIfNeeded: record.place)] = codes(of: record)
    }

    /// Notes that somebody has acted on a case, and what came of it when it ended or began anew.
    mutating func act(_ place: Int, isInTime: Bool, end detail: [UInt8]??) {
        let place = UInt32(truncatingIfNeeded: place)
        var state = progress[place] ?? StatisticProgress(isInTime: isInTime)
        if let detail { state.end(detail) }
        progress[place] = state
    }

    /// The quarter that a case counts for; nil when every quarter that it could count for was closed without it.
    func quarter(number: Int64, received: Moment) -> Int32? {
        let filed = filedQuarter(number)
        for quarter in [min(Quarter.of(received), filed), filed] {
            guard let closing = closings[quarter], closing < number else { return quarter }
        }
        return nil
    }

    /// The codes of a case as tables have them.
    func codes(of record: CaseRecord) -> UInt64 {
        let place = UInt32(truncatingIfNeeded: record.place)
        return frozen[place] ?? StatisticCoder.codes(of: record, progress: progress[place])
    }

    /// The quarter in which an entry was made.
    private func filedQuarter(_ number: Int64) -> Int32 {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle].number <= number { low = middle } else { high = middle }
        }
        return starts.indices.contains(low) ? starts[low].quarter : 0
    }
}
