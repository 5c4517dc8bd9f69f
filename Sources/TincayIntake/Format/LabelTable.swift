/// Finds the traits of characters in the packed table.
enum LabelTable {
    /// How many letters a place to start reading takes, and how many of those are the code point.
    private static let mark = (width: 7, point: 4)

    /// The traits of a character.
    static func traits(of scalar: UInt32) -> LabelTraits {
        var low = 0
        var high = LabelData.marks.utf8CodeUnitCount / mark.width
        while high - low > 1 {
            let middle = (low + high) / 2
            if fixed(LabelData.marks, middle * mark.width, mark.point) <= scalar { low = middle } else { high = middle }
        }
        var start = fixed(LabelData.marks, low * mark.width, mark.point)
        var place = Int(fixed(LabelData.marks, low * mark.width + mark.point, mark.width - mark.point))
        while place < LabelData.runs.utf8CodeUnitCount {
            let count = packed(&place)
            let kind = packed(&place)
            start += count
            if scalar < start { return LabelTraits(bits: fixed(LabelData.kinds, Int(kind) * 2, 2)) }
        }
        return LabelTraits(bits: 0)
    }

    /// A number of so many letters, the lowest bits first.
    private static func fixed(_ text: StaticString, _ place: Int, _ width: Int) -> UInt32 {
        var number: UInt32 = 0
        for position in 0..<width {
            number |= digit(text, place + position) << UInt32(6 * position)
        }
        return number
    }

    /// Reads a number of as many letters as it needs: five bits each, and one that says whether more follow.
    private static func packed(_ place: inout Int) -> UInt32 {
        var number: UInt32 = 0
        for position in 0..<5 {
            let digit = digit(LabelData.runs, place)
            place += 1
            number |= (digit & 31) << UInt32(5 * position)
            guard digit > 31 else { break }
        }
        return number
    }

    /// The six bits of a letter.
    private static func digit(_ text: StaticString, _ place: Int) -> UInt32 {
        guard place >= 0, place < text.utf8CodeUnitCount else { return 0 }
        // SAFETY: the place is inside the text, whose bytes live as long as the process.
        let byte = unsafe UInt32(text.utf8Start[place])
        return (byte > 0x5C ? byte - 0x24 : byte &- 0x23) & 63
    }
}
