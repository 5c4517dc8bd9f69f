/// A JSON Schema document, compiled once and then asked as often as there are answers.
///
/// The program is flat: lists of plain numbers that name each other by position, so that asking it touches no reference
/// counts and follows no pointers but these lists.
public final class SchemaProgram: Sendable {
    /// All schemas that can be reached; they name each other by their place.
    let codes: FixedList<SchemaCode>
    /// All steps, those of one schema side by side.
    let steps: FixedList<SchemaStep>
    /// Lists of places and of names that steps refer to.
    let lists: FixedList<Int32>
    /// What is asked about members.
    let plans: FixedList<MemberPlan>
    /// Schemas for names that match.
    let matching: FixedList<MemberPlan.Matching>
    /// The slots of all tables of names.
    let slots: FixedList<NameTable.Slot>
    /// All names with some bytes behind them that are none, where each begins, and its hash.
    let nameBytes: FixedList<UInt8>
    let nameStarts: FixedList<Int32>
    let nameHashes: FixedList<UInt32>
    /// The lists of values.
    let values: FixedList<ValueTable>
    /// The values of these lists that are no strings.
    let sets: [ValueSet]
    /// What numbers are compared with, and divided by.
    let limits: [NumberLimit]
    let divisors: [DecimalDivisor]
    /// What strings are matched with.
    let patterns: [Pattern]
    let formats: [Format]
    let contents: [ContentRule]
    /// Each schema as it was written.
    let sources: [JSONValue]
    /// The place of the document's own schema.
    let root: Int32
    /// The places of the further entries.
    let entryPlaces: [Int32]
    /// The schemas that dynamic anchors name in each resource.
    let dynamicPlaces: [UInt64: Int32]

    /// Compiles a document, and further schemas inside it that are asked on their own.
    public convenience init(
        compiling document: JSONDocument, entries: [JSONValue] = [], options: SchemaOptions = SchemaOptions()
    ) throws(FormError) {
        let resources = try SchemaResources(document, given: options.documents, dialect: options.dialect)
        try self.init(compiling: document, resources, entries: entries, options: options)
    }

    /// Compiles a document whose names have been found.
    convenience init(
        compiling document: JSONDocument, _ resources: SchemaResources, entries: [JSONValue], options: SchemaOptions
    ) throws(FormError) {
        var compiler = SchemaCompiler(resources, options: options)
        let root = try compiler.place(of: document.root)
        var places: [Int32] = []
        for entry in entries { places.append(try compiler.place(of: entry)) }
        try compiler.finish()
        self.init(compiler, root: root, entries: places)
    }

    /// Compiles a document, with formats asserted or not.
    public convenience init(
        compiling document: JSONDocument, entries: [JSONValue] = [], assertsFormat: Bool
    ) throws(FormError) {
        try self.init(compiling: document, entries: entries, options: SchemaOptions(assertsFormat: assertsFormat))
    }

    /// Keeps what was compiled; apart, because a designated initialiser that throws leaks in Embedded Swift.
    private init(_ compiler: SchemaCompiler, root: Int32, entries: [Int32]) {
        self.root = root
        entryPlaces = entries
        dynamicPlaces = compiler.dynamicPlaces
        let parts = compiler.parts
        codes = FixedList(parts.codes)
        steps = FixedList(parts.steps)
        lists = FixedList(parts.lists)
        plans = FixedList(parts.plans)
        matching = FixedList(parts.matching)
        slots = FixedList(parts.slots)
        nameBytes = FixedList(parts.names.bytes + [UInt8](repeating: 0, count: PaddedText.margin))
        nameStarts = FixedList(parts.names.starts)
        nameHashes = FixedList(parts.names.hashes)
        values = FixedList(parts.values)
        sets = parts.sets
        limits = parts.limits
        divisors = parts.divisors
        patterns = parts.patterns
        formats = parts.formats
        contents = parts.contents
        sources = parts.sources
    }

    deinit {
        codes.free()
        steps.free()
        lists.free()
        plans.free()
        matching.free()
        slots.free()
        nameBytes.free()
        nameStarts.free()
        nameHashes.free()
        values.free()
    }

    /// Whether a value satisfies the document's schema, or the further entry of this number.
    ///
    /// A schema that goes around in circles, or on and on, is `undecided`.
    public func accepts(_ instance: JSONValue, entry: Int? = nil, undecided: Bool = false) -> Bool {
        accepts(instance, entry: entry, undecided: undecided, WorkBudget(instance.document))
    }

    /// The same, with what is left of a budget.
    func accepts(_ instance: JSONValue, entry: Int?, undecided: Bool = false, _ budget: WorkBudget) -> Bool {
        guard budget.spend(32) else { return undecided }
        var evaluator = SchemaEvaluator(self, instance, collecting: false, work: budget.left)
        let accepted = evaluator.check(place(entry), Int32(truncatingIfNeeded: instance.index))
        budget.left = evaluator.left
        return evaluator.gaveUp ? undecided : accepted
    }

    /// Everything that is wrong with a value; nothing when it is accepted.
    public func findings(_ instance: JSONValue, entry: Int? = nil) -> [Finding] {
        findings(instance, entry: entry, WorkBudget(instance.document))
    }

    /// The same, with what is left of a budget.
    func findings(_ instance: JSONValue, entry: Int? = nil, _ budget: WorkBudget) -> [Finding] {
        var evaluator = SchemaEvaluator(self, instance, collecting: true, work: budget.left)
        _ = evaluator.check(place(entry), Int32(truncatingIfNeeded: instance.index))
        budget.left = evaluator.left
        let findings = evaluator.findings
        // Inside of what is only tried out nothing is noted, and so this could otherwise go by unseen.
        let code: FindingCode = evaluator.left < 0 ? .limit : .depth
        guard evaluator.gaveUp, !findings.contains(where: { $0.code == code }) else { return findings }
        return findings + [Finding(code: code, path: [], keyword: [])]
    }

    /// A name by its number.
    func name(_ number: Int32) -> [UInt8] {
        // SAFETY: names begin and end inside the bytes.
        unsafe [UInt8](nameBytes.buffer[Int(nameStarts[number])..<Int(nameStarts[number + 1])])
    }

    /// Where evaluation starts.
    private func place(_ entry: Int?) -> Int32 {
        guard let entry else { return root }
        return entryPlaces.indices.contains(entry) ? entryPlaces[entry] : root
    }
}
