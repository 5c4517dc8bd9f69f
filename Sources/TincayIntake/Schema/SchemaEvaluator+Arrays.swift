extension SchemaEvaluator {
    /// Takes a step that is for an array.
    mutating func array(
        _ step: SchemaStep, _ place: Int32, _ value: Int32, _ node: JSONNode, _ frame: Int
    ) -> Bool {
        switch step.operation {
        case .maxItems:
            guard node.count > Int(step.first) else { return true }
            note(.maxItems, place, step.keyword, value)
            return false
        case .minItems:
            guard node.count < Int(step.first) else { return true }
            note(.minItems, place, step.keyword, value)
            return false
        case .uniqueItems:
            guard node.count > 1, spend(Int(node.next &- value) * 4 + Int(node.end &- node.start) >> 2) else {
                return true
            }
            guard !isUnique(value, node) else { return true }
            note(.uniqueItems, place, step.keyword, value)
            return false
        case .elements: return elements(step, place, value, node, frame)
        case .contains: return contains(step, place, value, node, frame)
        default: return true
        }
    }

    /// Whether no element of an array is there twice; a few plain strings are compared as they stand.
    private func isUnique(_ value: Int32, _ node: JSONNode) -> Bool {
        let first = value + 1
        let isPlain = node.count <= 16 && node.next == first + Int32(truncatingIfNeeded: node.count)
        guard isPlain, !(first..<node.next).contains(where: { self.node($0).kind != .string || self.node($0).flag })
        else { return ValueSet(JSONValue(document: document, index: Int(value)).elements).count == node.count }
        for later in first + 1..<node.next {
            let text = unsafe plain(self.node(later))
            for earlier in first..<later where unsafe isSame(plain(self.node(earlier)), text) { return false }
        }
        return true
    }

    /// Whether two texts are the same bytes.
    private func isSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for place in 0..<left.count where unsafe left[place] != right[place] { return false }
        return true
    }

    /// Asks the schemas of the elements by their position.
    private mutating func elements(
        _ step: SchemaStep, _ place: Int32, _ value: Int32, _ node: JSONNode, _ frame: Int
    ) -> Bool {
        guard spend(node.count) else { return false }
        var valid = true
        var child = value + 1
        for position in 0..<node.count {
            let isFirst = position < Int(step.second)
            let inner = isFirst ? program.lists[step.first + Int32(truncatingIfNeeded: position)] : step.third
            guard inner >= 0 else { break }
            if frame >= 0 { marks.mark(position, in: frame) }
            let keyword = isFirst ? .prefixItems : step.keyword
            if !descend(inner, child, ~Int32(truncatingIfNeeded: position), from: place, keyword) {
                valid = false
                guard collecting else { return false }
            }
            child = self.node(child).next
        }
        return valid
    }

    /// Counts the elements that a schema accepts.
    private mutating func contains(
        _ step: SchemaStep, _ place: Int32, _ value: Int32, _ node: JSONNode, _ frame: Int
    ) -> Bool {
        guard spend(node.count) else { return false }
        var matches = 0
        var child = value + 1
        // In 2019-09 an element that is accepted still counts as not looked at.
        for position in 0..<node.count {
            if tries(step.first, child) {
                matches += 1
                if frame >= 0 { marks.mark(position, in: frame) }
            }
            child = self.node(child).next
        }
        let isEnough = matches >= Int(step.second)
        let isTooMuch = matches > Int(step.third)
        if !isEnough {
            note(step.keyword == .minContains ? .minContains : .contains, place, step.keyword, value)
        }
        if isTooMuch { note(.maxContains, place, .maxContains, value) }
        return isEnough && !isTooMuch
    }
}
