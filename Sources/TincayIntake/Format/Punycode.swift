/// The code of RFC 3492 for what comes after `xn--`.
enum Punycode {
    /// More than any position in any label multiplied by any character.
    private static let limit = 0x11_0000 * 64

    /// The characters that a code stands for; nil when it is none.
    ///
    /// Letters are taken as small ones. Every text has one code, so what can be read is also what would be written.
    @_optimize(size) static func decode(_ code: TextCursor) -> [UInt32]? {
        guard code.count <= InternationalLabel.longest else { return nil }
        var cursor = code
        var scalars: [UInt32] = []
        if let delimiter = (0..<code.count).last(where: { code[$0] == UInt8(ascii: "-") }) {
            // A delimiter stands only after something.
            guard delimiter > 0 else { return nil }
            while scalars.count < delimiter, let byte = cursor.take() {
                guard byte < 0x80 else { return nil }
                scalars.append(UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte))
            }
            cursor.move(to: cursor.place + 1)
        }
        var bias = Bias()
        var scalar = 128
        var place = 0
        while !cursor.isAtEnd {
            let before = place
            var weight = 1
            for position in 1... {
                guard let byte = cursor.take(), let digit = digit(byte) else { return nil }
                place += digit * weight
                guard place <= limit else { return nil }
                let threshold = bias.threshold(position)
                guard digit >= threshold else { break }
                weight *= 36 - threshold
            }
            let count = scalars.count + 1
            bias.adapt(place - before, count, isFirst: before == 0)
            scalar += place / count
            place %= count
            guard scalar <= 0x10_FFFF else { return nil }
            scalars.insert(UInt32(scalar), at: place)
            place += 1
        }
        return scalars
    }

    /// How many octets the code for characters has; nil when those are too many for a label.
    @_optimize(size) static func length(of scalars: [UInt32]) -> Int? {
        guard scalars.count <= InternationalLabel.longest else { return nil }
        let basic = scalars.count { $0 < 0x80 }
        var length = basic > 0 ? basic + 1 : 0
        var done = basic
        var bias = Bias()
        var next = 128
        var delta = 0
        while done < scalars.count {
            guard let smallest = scalars.lazy.map({ Int($0) }).filter({ $0 >= next }).min(), smallest <= 0x10_FFFF
            else { return nil }
            delta += (smallest - next) * (done + 1)
            for scalar in scalars {
                if scalar < smallest { delta += 1 }
                guard scalar == smallest else { continue }
                length += bias.digits(delta)
                done += 1
                bias.adapt(delta, done, isFirst: done == basic + 1)
                delta = 0
            }
            delta += 1
            next = smallest + 1
        }
        return length
    }

    /// What a letter or a digit counts in the code.
    @_optimize(size) private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30 + 26
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x61...0x7A: Int(byte) - 0x61
        default: nil
        }
    }

    /// How the code adapts to the distances that it has written.
    private struct Bias {
        /// The bias itself.
        private var bias = 72

        /// The digit from which on another one follows, for a position counted from 1.
        @_optimize(size) func threshold(_ position: Int) -> Int {
            min(max(36 * position - bias, 1), 26)
        }

        /// How many digits a number takes.
        @_optimize(size) func digits(_ number: Int) -> Int {
            var rest = number
            var position = 1
            while rest >= threshold(position) {
                rest = (rest - threshold(position)) / (36 - threshold(position))
                position += 1
            }
            return position
        }

        /// Takes a distance into account.
        @_optimize(size) mutating func adapt(_ distance: Int, _ count: Int, isFirst: Bool) {
            var delta = isFirst ? distance / 700 : distance / 2
            delta += delta / count
            var base = 0
            while delta > 455 {
                delta /= 35
                base += 36
            }
            bias = base + 36 * delta / (delta + 38)
        }
    }
}
