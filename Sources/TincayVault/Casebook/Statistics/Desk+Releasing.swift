import TincayCrypto
import TincayIntake

extension Desk {
    /// Makes a table that can be published, enters it in the ledger, and gives it; the same question gives the same table.
    public func release(_ query: UnsafeRawBufferPointer) throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        let query = try unsafe ReleaseQuery(parsing: query)
        guard query.isIndicator else {
            guard let shape = query.shapes.first else { throw .invalidInput }
            var writer = JSONWriter()
            try release(shape, query).write(to: &writer, withText: query.wantsText)
            return writer.bytes
        }
        return try indicator(query)
    }

    /// Lists the tables that were published.
    public func releases() throws(VaultError) -> [UInt8] {
        _ = try unlocked()
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("releases")
        writer.beginArray()
        for release in caseload.releases.list {
            writer.beginObject()
            release.writeHead(to: &writer)
            writer.name("person")
            writer.text(release.person)
            writer.name("told")
            let hidden = release.table.hiddenCount
            writer.integer(Int64(release.table.cells.count - hidden))
            writer.name("protected")
            writer.integer(Int64(hidden))
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// The tables of an indicator, each by itself: one that is refused does not keep the others back.
    private func indicator(_ query: ReleaseQuery) throws(VaultError) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("indicator")
        writer.text("0101")
        writer.name("source")
        writer.text("Thông tư 13/2021/TT-BLĐTBXH, 0101")
        // Its list of breakdowns was read only in part, and reports are counted before anybody has verified them.
        writer.name("verified")
        writer.boolean(false)
        writer.name("counts")
        writer.text("reports")
        writer.name("tables")
        writer.beginArray()
        for shape in query.shapes {
            do throws(VaultError) {
                try release(shape, query).write(to: &writer, withText: query.wantsText)
            } catch {
                guard case .discloses(let reason) = error else { throw error }
                writer.beginObject()
                writer.name("shape")
                writer.text(shape.name)
                writer.name("refused")
                writer.text(reason.name)
                writer.endObject()
            }
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// One table: the one that was published already, or a new one; the first table's draws begin with `seed`.
    func release(
        _ shape: StatisticShape, _ query: ReleaseQuery,
        with protection: TableProtection = TableProtection(rules: .standard),
        seed: [UInt8] = Random.bytes(Release.seedSize)
    ) throws(VaultError) -> Release {
        let name = StatisticCodes.text(shape.name)
        if let release = caseload.releases.list.first(where: { $0.answers(name, query.scope) }) { return release }
        let seed = caseload.releases.seed ?? seed
        let table: PublishedTable
        do throws(DisclosureRefusal) {
            try query.check(shape, at: clock.now())
            let isTorn = query.scope.quarters.contains { caseload.releases.torn.contains($0) }
            guard !isTorn else { throw .torn }
            table = try publish(shape, query, with: protection, seed: seed)
        } catch {
            throw .discloses(error)
        }
        let release = Release(shape: name, unit: query.unit, table: table)
        try commit { (batch: inout LedgerBatch) throws(VaultError) in
            try enter(.released, open: seed + release.bytes, in: &batch)
        }
        return caseload.releases.list.last ?? release
    }

    /// Makes a table out of the cases.
    private func publish(
        _ shape: StatisticShape, _ query: ReleaseQuery, with protection: TableProtection, seed: [UInt8]
    ) throws(DisclosureRefusal) -> PublishedTable {
        let earlier = caseload.releases.list.map { $0.table }
        let (cases, forms) = coded(StatisticForms(earlier))
        return try protection.publish(
            shape.grid(forms: forms.list), query.scope, cases: cases, earlier: earlier
        ) { cell in
            var hash = Hash()
            hash.update("tincay rounding 1")
            hash.update(seed)
            hash.update(cell)
            let draw = hash.finish().prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Int32(truncatingIfNeeded: draw % UInt64(protection.rules.base))
        }
    }

    /// All cases as statistics see them; duplicates are no cases of their own.
    private func coded(_ known: StatisticForms) -> ([CodedCase], StatisticForms) {
        var forms = known
        for record in caseload.cases { forms.add(record.form) }
        var cases: [CodedCase] = []
        cases.reserveCapacity(caseload.table.count)
        for record in caseload.cases {
            guard let quarter = caseload.releases.quarter(number: record.number, received: record.received) else {
                continue
            }
            let codes = caseload.releases.codes(of: record)
            guard CodedCase.code(.status, in: codes) != StatisticCoder.duplicate else { continue }
            let form = CodedCase.values([(.form, forms.code(of: record.form))])
            cases.append(CodedCase(quarter: quarter, unit: StatisticCoder.unit(of: record), values: codes | form))
        }
        return (cases, forms)
    }
}
