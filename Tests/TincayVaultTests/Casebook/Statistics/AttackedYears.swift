import Foundation
import TincayIntake

@testable import TincayVault

/// A desk over a year and a half: reports come in, some of them late, are worked on, and are shredded, and tables are
/// published in between, by the desk's own ledger; then somebody attacks who has all of them.
///
/// What each quarter's cases are is counted here once more, from what happened, and never asked of the desk.
final class AttackedYears {
    /// A case as this test knows it.
    private struct Told {
        /// Its identifier.
        let id: String
        /// The quarter that it counts for.
        let quarter: Int32
        /// The quarter in which it came.
        let filed: Int32
        /// How many tables had been published when it came.
        let tables: Int
        /// Its commune.
        let unit: UInt32
        /// Its codes but for the status.
        let codes: [(StatisticAttribute, Int)]
        /// Its status.
        var status: CaseStatus = .open
        /// What it is as far as its quarter's tables go, once that is closed.
        var closed: CodedCase?
        /// Whether it was shredded.
        var isShredded = false
    }

    /// What tables tell apart: their shapes, and the attributes with the codes that occur and one that does not.
    private struct Theme {
        /// The shapes.
        let shapes: [String]
        /// The attributes with codes.
        let attributes: [(StatisticAttribute, [Int])]
    }

    /// What a seed may be about.
    private static let themes: [Theme] = {
        let sexes = (StatisticAttribute.sex, [0, 1, 2])
        let concerns = (StatisticAttribute.concern, ["S", "V", "T"].map { place(.concern, $0) })
        let ages = (StatisticAttribute.age, ["A6", "A13", "A0"].map { place(.age, $0) })
        let states = ["OPEN", "ASSESSING", "CLOSED", "REVIEW"]
        let statuses = (StatisticAttribute.status, states.map { place(.status, $0) })
        return [
            Theme(shapes: ["total", "sex", "status"], attributes: [sexes, statuses]),
            Theme(shapes: ["total", "sex", "concern", "concern_sex"], attributes: [sexes, concerns]),
            Theme(shapes: ["total", "age", "sex", "sex_age"], attributes: [sexes, ages]),
        ]
    }()
    /// The communes in which cases are, and one that has none.
    private static let units: [UInt32] = [26_566, 26_563, 26_560]
    /// The first quarter; tables are about this one and the three behind it.
    private static let first = Int32(2026 * 4)

    /// The desk's folder and clock.
    private let office: TestOffice
    /// The desk.
    private let desk: Desk
    /// The form that is answered.
    private let form: Form
    /// What it is about.
    private let theme: Theme
    /// How tables are protected.
    private let protection: TableProtection
    /// Makes the choices.
    private var random: SplitMix
    /// What the desk's draws begin with.
    private let draws: [UInt8]
    /// The cases.
    private var cases: [Told] = []
    /// What was published.
    private var tables: [PublishedTable] = []
    /// How many tables there were when each quarter was closed.
    private var closings: [Int32: Int] = [:]
    /// Quarters of which reports may have been shredded since.
    private var torn: Set<Int32> = []
    /// What came of it.
    private(set) var tally = AttackTally()
    /// What went otherwise than this test counts it.
    private(set) var faults: [String] = []

    /// Lives through the time, and attacks.
    init(seed: UInt64, _ protection: TableProtection) throws {
        office = try TestOffice()
        office.clock.milliseconds = Self.middle(of: Self.first)
        desk = try office.desk()
        form = try Self.form()
        try desk.keep(form)
        theme = Self.themes[Int(seed % UInt64(Self.themes.count))]
        self.protection = protection
        random = SplitMix(seed: seed)
        draws = [UInt8](repeating: UInt8(truncatingIfNeeded: seed), count: Release.seedSize)
        for quarter in Self.first..<Self.first + 6 {
            office.clock.milliseconds = Self.middle(of: quarter)
            if quarter < Self.first + 4 { try arrive(8 + random.next(24), now: quarter) }
            if quarter > Self.first { try arriveLate(random.next(6), now: quarter) }
            try work(random.next(12))
            for _ in 0..<random.next(4) { try publish(now: quarter) }
            try shred(random.next(3), now: quarter)
            try work(random.next(6))
            for _ in 0..<random.next(3) { try publish(now: quarter) }
        }
        desk.close()
        attack()
    }

    /// The place of a code.
    private static func place(_ attribute: StatisticAttribute, _ code: String) -> Int {
        StatisticCodes.place(attribute, Array(code.utf8))
    }

    /// A day in the middle of a quarter.
    private static func middle(of quarter: Int32) -> Int64 {
        (Quarter.end(quarter) - 45) * 86_400_000
    }

    /// A form with the answers that statistics look at.
    private static func form() throws -> Form {
        try Form(
            parsing: Array(
                """
                {"x-tincay-form": {"id": "counted", "version": "1"}, "type": "object", "properties": {
                   "child_sex": {"enum": ["M", "F", "U"], "x-tincay-facet": true}, "years": {"type": "integer"},
                   "incident_commune": {"type": "string", "x-tincay-unit": "commune", "x-tincay-facet": true},
                   "concerns": {"type": "array", "items": {"enum": ["V1", "S0"]}, "x-tincay-facet": true}},
                 "x-tincay-derive": {"age": {"years": "/years",
                   "bands": [{"code": "A6", "under": 11}, {"code": "A13"}]}}}
                """.utf8))
    }

    /// Answers of some kind, with the codes that they come to.
    private func answers() -> (text: String, unit: UInt32, codes: [(StatisticAttribute, Int)]) {
        let unit = Self.units[random.next(2)]
        let sex = random.next(2)
        let isYoung = random.next(3) == 0
        let isSexual = random.next(3) == 0
        let text = """
            {"child_sex": "\(sex == 0 ? "M" : "F")", "years": \(isYoung ? 9 : 14), "incident_commune": "\(unit)",
             "concerns": ["\(isSexual ? "S0" : "V1")"]}
            """
        let all = [
            (StatisticAttribute.sex, sex), (.age, Self.place(.age, isYoung ? "A6" : "A13")),
            (.concern, Self.place(.concern, isSexual ? "S" : "V")),
        ]
        return (text, unit, all.filter { code in theme.attributes.contains { $0.0 == code.0 } })
    }

    /// Reports that are told at the desk.
    private func arrive(_ count: Int, now: Int32) throws {
        for _ in 0..<count {
            let (text, unit, codes) = answers()
            let id = try office.file(text, form: form, at: desk)
            cases.append(
                Told(id: id, quarter: now, filed: now, tables: tables.count, unit: unit, codes: codes))
        }
    }

    /// Reports that were told in an earlier quarter and come now, in bundles.
    private func arriveLate(_ count: Int, now: Int32) throws {
        for _ in 0..<count {
            let (text, unit, codes) = answers()
            let told = Self.first + Int32(random.next(Int(min(now - Self.first, 4))))
            let head = #"{"received": \#(Self.middle(of: told)), "clock": "trusted"}"#
            let envelope = try office.envelope(text, form: form, to: desk, head: head)
            try office.collect([envelope], at: desk)
            let id = String(decoding: Envelope.identifier(of: envelope)?.hexadecimal ?? [], as: UTF8.self)
            // A quarter that was closed without it never takes it in.
            cases.append(
                Told(
                    id: id, quarter: closings[told] == nil ? told : now, filed: now, tables: tables.count, unit: unit,
                    codes: codes))
        }
    }

    /// Goes on with some cases.
    private func work(_ count: Int) throws {
        for _ in 0..<count where !cases.isEmpty {
            let place = random.next(cases.count)
            guard !cases[place].isShredded else { continue }
            switch cases[place].status {
            case .open:
                try office.record(cases[place].id, #"{"type": "status", "status": "ASSESSING"}"#, at: desk)
                cases[place].status = .assessing
            case .assessing:
                try office.record(
                    cases[place].id, #"{"type": "status", "status": "CLOSED", "outcome": "UNFOUNDED"}"#, at: desk)
                cases[place].status = .closed
            default: break
            }
        }
    }

    /// Shreds some cases.
    private func shred(_ count: Int, now: Int32) throws {
        for _ in 0..<count where !cases.isEmpty {
            let place = random.next(cases.count)
            guard !cases[place].isShredded else { continue }
            try desk.shred(Array(cases[place].id.utf8), reason: Array("kept long enough".utf8))
            cases[place].isShredded = true
            for (quarter, tables) in closings where quarter <= cases[place].filed && cases[place].tables < tables {
                torn.insert(quarter)
            }
        }
    }

    /// A case as tables count it.
    private func coded(_ told: Told) -> CodedCase {
        let status = [(StatisticAttribute.status, Self.place(.status, "\(told.status.name)"))]
            .filter { code in theme.attributes.contains { $0.0 == code.0 } }
        return CodedCase(quarter: told.quarter, unit: told.unit, values: CodedCase.values(told.codes + status))
    }

    /// Asks for a table about something that is over for long enough, or not.
    private func publish(now: Int32) throws {
        let over = now - Self.first - 1
        guard over > 0 else { return }
        let isYear = over >= 5 || over == 4 && random.next(2) == 0
        let quarter = random.next(Int(min(over, 4)))
        let period = isYear ? #"{"year": 2026}"# : #"{"year": 2026, "quarter": \#(quarter + 1)}"#
        let unit =
            random.next(2) == 0
            ? #"{"level": "desk", "children": 50000}"#
            : #"{"level": "commune", "code": "\#(Self.units[random.next(2)])", "children": 50000}"#
        let name = theme.shapes[random.next(theme.shapes.count)]
        let json = Array(#"{"shape": "\#(name)", "period": \#(period), "unit": \#(unit)}"#.utf8)
        let query = try json.withUnsafeBytes { try unsafe ReleaseQuery(parsing: $0) }
        guard let shape = query.shapes.first else { return }
        tally.asked += 1
        let isNew = !tables.contains { $0.scope == query.scope && $0.grid == shape.grid(forms: []) }
        let table: PublishedTable
        do throws(VaultError) {
            table = try desk.release(shape, query, with: protection, seed: draws).table
        } catch {
            guard case .discloses = error else { throw error }
            return
        }
        tally.published += 1
        guard isNew else {
            if !tables.contains(table) { faults.append("\(name) came out otherwise the second time") }
            return
        }
        if query.scope.quarters.contains(where: { torn.contains($0) }) {
            faults.append("\(name) was made after a report of its time was shredded")
        }
        tables.append(table)
        for quarter in query.scope.quarters where closings[quarter] == nil {
            closings[quarter] = tables.count
            for place in cases.indices where cases[place].quarter == quarter && !cases[place].isShredded {
                cases[place].closed = coded(cases[place])
            }
        }
    }

    /// Compares what was published with what there was, and attacks.
    private func attack() {
        var kinds: [[(StatisticAttribute, Int)]] = [[]]
        for (attribute, codes) in theme.attributes {
            kinds = kinds.flatMap { kind in codes.map { kind + [(attribute, $0)] } }
        }
        var attack = TableAttack(
            kinds: kinds.map { CodedCase.values($0) }, quarters: Self.first..<Self.first + 4, units: Self.units,
            cases: cases.compactMap { $0.closed }, rules: protection.rules)
        for table in tables {
            for (cell, number) in attack.numbers(table.scope, table.grid).enumerated() {
                let told = Int(table.cells[cell])
                guard table.cells[cell] != PublishedTable.hidden, abs(told - number) >= 5 else { continue }
                faults.append("\(told) was told of \(number)")
            }
        }
        tally += attack.run(on: tables)
    }
}
