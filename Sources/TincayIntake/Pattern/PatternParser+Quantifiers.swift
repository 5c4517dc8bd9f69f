extension PatternParser {
    /// Reads how often a part is, and gives the part that is it so often.
    @_optimize(size) mutating func quantified(_ part: Int) throws(PatternError) -> Int {
        var least = 1
        var most: Int? = 1
        if read("*") {
            (least, most) = (0, nil)
        } else if read("+") {
            most = nil
        } else if read("?") {
            least = 0
        } else if read("{") {
            least = try number()
            most = least
            if read(",") { most = next == "}" ? nil : try number() }
            guard read("}") else { throw .syntax }
            if let most, most < least { throw .syntax }
        } else {
            return part
        }
        // How greedy a quantifier is changes what is captured, not whether it matches.
        _ = read("?")
        return tree.repeated(part, least: least, most: most)
    }

    /// A decimal number; one that is too large to count to is as large as can be.
    @_optimize(size) mutating func number() throws(PatternError) -> Int {
        var value = 0
        let start = position
        while let scalar = next, ("0"..."9").contains(scalar) {
            let digit = Int(scalar.value & 0xF)
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            value = overflow || tenfold > Int.max - digit ? Int.max : tenfold + digit
            position += 1
        }
        guard position > start else { throw .syntax }
        return value
    }
}
