import TincayCrypto

/// A share for recovery as it stands on paper: groups of five letters and digits, the last of each a check on the others.
///
/// A letter that was mistyped, two that changed places and groups that changed places are found, with the group they are
/// in. Letters that are easily taken for digits are not used.
struct RecoveryShare {
    /// How many bytes the number of a set has.
    static let setSize = 4
    /// The layout that this library writes.
    private static let version: UInt8 = 1
    /// The bytes that are written: version, how many are needed, place, set, share and a check on all of them.
    private static let size = 3 + setSize + SecretShare.size + checkSize
    /// How many bytes the check on all has.
    private static let checkSize = 3
    /// How many signs of a group carry something.
    private static let carrying = 4
    /// How many groups there are.
    private static let groups = (size * 8 + carrying * 5 - 1) / (carrying * 5)
    /// The signs, by their values.
    private static let signs = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)

    /// How many shares let somebody in.
    let needed: UInt8
    /// The number of the set that it belongs to.
    let set: [UInt8]
    /// The share.
    let share: SecretShare

    /// Describes a share.
    init(needed: UInt8, set: [UInt8], share: SecretShare) {
        self.needed = needed
        self.set = set
        self.share = share
    }

    /// Reads what somebody has typed, in any case and with any spaces and hyphens.
    init(_ text: [UInt8]) throws(RecoveryFault) {
        let values = try Self.values(of: text)
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for value in values {
            bits = (bits << 5 | UInt32(value)) & 0xffff
            count += 5
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        let content = [UInt8](bytes.prefix(Self.size))
        let body = [UInt8](content.prefix(Self.size - Self.checkSize))
        guard content.count == Self.size, bits & ((1 << count) - 1) == 0,
            Self.check(body) == [UInt8](content.suffix(Self.checkSize))
        else { throw .notAShare }
        guard body[0] == Self.version else { throw .notAShare }
        guard body[1] > 1, body[2] > 0,
            let secret = try? SecretBytes(copying: [UInt8](body.suffix(SecretShare.size)))
        else { throw .notAShare }
        needed = body[1]
        set = [UInt8](body[3..<3 + Self.setSize])
        share = SecretShare(place: body[2], bytes: secret)
    }

    /// The share as it is printed.
    var text: [UInt8] {
        var body: [UInt8] = [Self.version, needed, share.place] + set
        // SAFETY: the bytes are copied while they are lent.
        unsafe share.bytes.withBytes { bytes in unsafe body.append(contentsOf: bytes) }
        let content = body + Self.check(body)
        var values: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for byte in content {
            bits = (bits << 8 | UInt32(byte)) & 0xffff
            count += 8
            while count >= 5 {
                count -= 5
                values.append(UInt8(truncatingIfNeeded: bits >> count) & 31)
            }
        }
        if count > 0 { values.append(UInt8(truncatingIfNeeded: bits << (5 - count)) & 31) }
        while values.count < Self.groups * Self.carrying { values.append(0) }
        var text: [UInt8] = []
        for group in 0..<Self.groups {
            if group > 0 { text.append(UInt8(ascii: " ")) }
            let part = values[group * Self.carrying..<(group + 1) * Self.carrying]
            for value in part + [Self.check(part, group)] { text.append(Self.signs[Int(value & 31)]) }
        }
        return text
    }

    /// The values that the signs of a text carry, once every group's check holds.
    private static func values(of text: [UInt8]) throws(RecoveryFault) -> [UInt8] {
        var values: [UInt8] = []
        var group: [UInt8] = []
        var place = 0
        for sign in text {
            switch sign {
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                continue
            default: break
            }
            guard place < groups else { throw .length }
            let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(sign) ? sign - 32 : sign
            guard let value = signs.firstIndex(of: upper) else { throw .group(place + 1) }
            group.append(UInt8(truncatingIfNeeded: value))
            guard group.count > carrying else { continue }
            guard check(group.prefix(carrying), place) == group[carrying] else { throw .group(place + 1) }
            values += group.prefix(carrying)
            group = []
            place += 1
        }
        guard place == groups, group.isEmpty else { throw .length }
        return values
    }

    /// The check of a group: its values weighed by the powers of a generator of the field of 32 elements, and its place.
    private static func check(_ group: ArraySlice<UInt8>, _ place: Int) -> UInt8 {
        var sum: UInt8 = 0
        // By Horner: from the last value to the first, each multiplied once more than the one before.
        for value in group.reversed() {
            sum = double(sum ^ value)
        }
        return sum ^ UInt8(truncatingIfNeeded: place & 31)
    }

    /// Multiplies by the generator, modulo x⁵ + x² + 1.
    private static func double(_ value: UInt8) -> UInt8 {
        let shifted = value << 1
        return shifted & 32 == 0 ? shifted : (shifted ^ 0x25) & 31
    }

    /// The check on all bytes.
    private static func check(_ body: [UInt8]) -> [UInt8] {
        var hash = Hash()
        hash.update("tincay recovery share 1")
        hash.update(body)
        return [UInt8](hash.finish().prefix(checkSize))
    }
}
