/// Finds bytes that are not UTF-8 as RFC 3629 defines it: overlong forms, surrogates, beyond U+10FFFF, broken characters.
///
/// Sixteen bytes are looked at together: whether each of them continues a character exactly where the three before it
/// say so, and whether it is one that may follow or may stand at all.
enum UTF8Check {
    /// Whether a text is UTF-8.
    static func holds(_ text: PaddedText) -> Bool {
        // Before the first byte there is nothing to read, so the first block is seen behind zeros.
        let first = SIMD32(lowHalf: SIMD16<UInt8>.zero, highHalf: text.block(at: 0))
        // SAFETY: each load lies inside the vector.
        var wrong = unsafe withUnsafeBytes(of: first) { bytes in
            unsafe Self.wrong(
                bytes.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self),
                bytes.loadUnaligned(fromByteOffset: 15, as: SIMD16<UInt8>.self),
                bytes.loadUnaligned(fromByteOffset: 14, as: SIMD16<UInt8>.self),
                bytes.loadUnaligned(fromByteOffset: 13, as: SIMD16<UInt8>.self))
        }
        var position = 16
        // The block that begins at the end sees a character that the end breaks off.
        while position <= text.count {
            let block = text.block(at: position)
            let third = text.block(at: position &- 3)
            if any((block | third) .>= all(0x80)) {
                wrong .|= Self.wrong(block, text.block(at: position &- 1), text.block(at: position &- 2), third)
            }
            position &+= 16
        }
        return !any(wrong)
    }

    /// A vector of one byte; only between vectors a comparison is one instruction.
    @inline(__always) private static func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }

    /// Whether some lane of a mask is set.
    @inline(__always) private static func any(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
        // SAFETY: a mask of sixteen lanes is sixteen bytes.
        let words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        return words[0] | words[1] != 0
    }

    /// Which bytes of a block are wrong, given those one, two and three places before each.
    @inline(__always) private static func wrong(
        _ block: SIMD16<UInt8>, _ first: SIMD16<UInt8>, _ second: SIMD16<UInt8>, _ third: SIMD16<UInt8>
    ) -> SIMDMask<SIMD16<Int8>> {
        let continues = (block & all(0xC0)) .== all(0x80)
        let mustContinue = (first .>= all(0xC2)) .| (second .>= all(0xE0)) .| (third .>= all(0xF0))
        let isNever = ((block & all(0xFE)) .== all(0xC0)) .| (block .>= all(0xF5))
        let isOverlong =
            ((first .== all(0xE0)) .& (block .< all(0xA0))) .| ((first .== all(0xF0)) .& (block .< all(0x90)))
        let isBeyond =
            ((first .== all(0xED)) .& (block .>= all(0xA0))) .| ((first .== all(0xF4)) .& (block .>= all(0x90)))
        return (continues .^ mustContinue) .| isNever .| isOverlong .| isBeyond
    }
}
