/// A URI reference (RFC 3986): an address, and a fragment inside what is there.
struct Reference {
    /// Everything before the fragment.
    let address: [UInt8]
    /// What stands behind the number sign, with percent escapes read; nil when there is none.
    let fragment: [UInt8]?

    /// Takes a reference apart, and reads its address from a base.
    @_optimize(size) init(_ text: [UInt8], base: [UInt8]) {
        let parts = text.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
        let address = [UInt8](parts.first ?? [])
        fragment = parts.count > 1 ? Self.unescape(parts[1]) : nil
        self.address = Self.resolve(address, base: base)
    }

    /// Reads an address that may be relative.
    private static func resolve(_ address: [UInt8], base: [UInt8]) -> [UInt8] {
        guard !address.isEmpty else { return base }
        if scheme(of: address) != nil { return address }
        guard let baseScheme = scheme(of: base) else { return merge(address, [], base) }
        if address.starts(with: "//".utf8) { return base.prefix(baseScheme) + address }
        let rest = base.dropFirst(baseScheme)
        guard rest.starts(with: "//".utf8) else { return merge(address, base.prefix(baseScheme), rest) }
        let authority = rest.dropFirst(2).firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        return merge(address, base[..<authority], base[authority...])
    }

    /// How long the scheme and its colon are.
    private static func scheme(of address: [UInt8]) -> Int? {
        guard let colon = address.firstIndex(of: UInt8(ascii: ":")), colon > 0,
            !address[..<colon].contains(UInt8(ascii: "/")), !address[..<colon].contains(UInt8(ascii: "?"))
        else { return nil }
        return colon + 1
    }

    /// Puts a relative path in the place of the last part of a base's path.
    private static func merge(
        _ path: [UInt8], _ front: some Sequence<UInt8>, _ basePath: some Collection<UInt8>
    ) -> [UInt8] {
        guard path.first != UInt8(ascii: "/") else { return front + withoutDots(path[...]) }
        guard path.first != UInt8(ascii: "?") else { return front + [UInt8](basePath) + path }
        let folder = [UInt8](basePath)
        let end = folder.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        let lead: [UInt8] = end == 0 && !folder.isEmpty && !Array(front).isEmpty ? [] : Array(folder[..<end])
        let slash: [UInt8] = lead.isEmpty && folder.isEmpty && !Array(front).isEmpty ? [UInt8(ascii: "/")] : []
        return front + withoutDots((slash + lead + path)[...])
    }

    /// A path with `.` and `..` taken out.
    private static func withoutDots(_ path: ArraySlice<UInt8>) -> [UInt8] {
        var parts: [ArraySlice<UInt8>] = []
        let all = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (position, part) in all.enumerated() {
            let isLast = position == all.count - 1
            if part.elementsEqual(".".utf8) {
                if isLast { parts.append([]) }
            } else if part.elementsEqual("..".utf8) {
                if parts.count > 1 || parts.first.map({ !$0.isEmpty }) ?? false { parts.removeLast() }
                if isLast { parts.append([]) }
            } else {
                parts.append(part)
            }
        }
        return [UInt8](parts.joined(separator: [UInt8(ascii: "/")]))
    }

    /// Text with its percent escapes read; what is no escape stays.
    private static func unescape(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let escaped = Hexadecimal.byte(rest.prefix(2)) {
                result.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return result
    }
}
