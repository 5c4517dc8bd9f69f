/// The conditions of a form, taken apart, so that what several of them ask is asked once about each set of answers.
///
/// The schemas of members stay whole: one engine judges every value. Only what joins them, and which member each is
/// about, is known here, so that a condition about an answer that is not there costs next to nothing.
final class ConditionTree: Sendable {
    /// The schemas, compiled.
    let program: SchemaProgram
    /// The parts.
    let parts: FixedList<ConditionPart>
    /// The lists of parts that parts refer to.
    let lists: FixedList<Int32>
    /// The part that each condition is, by the condition's number.
    let roots: FixedList<Int32>
    /// The names of the members that are asked about, as the program numbers them.
    let names: FixedList<Int32>
    /// A table to find a name in by its hash, at most half full; -1 where no name is.
    let slots: FixedList<Int32>

    /// Takes the conditions of a program apart.
    init(_ program: SchemaProgram) {
        self.program = program
        var builder = ConditionTreeBuilder(program)
        var roots: [Int32] = []
        for place in program.entryPlaces { roots.append(builder.part(of: place)) }
        parts = FixedList(builder.parts)
        lists = FixedList(builder.lists)
        self.roots = FixedList(roots)
        names = FixedList(builder.names)
        slots = FixedList(Self.table(builder.names, program))
    }

    deinit {
        parts.free()
        lists.free()
        roots.free()
        names.free()
        slots.free()
    }

    /// Puts names into a table with open addressing.
    private static func table(_ names: [Int32], _ program: SchemaProgram) -> [Int32] {
        var size = 4
        while size < names.count * 2 { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for (number, name) in names.enumerated() {
            var slot = Int(program.nameHashes[name]) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(truncatingIfNeeded: number)
        }
        return slots
    }
}
