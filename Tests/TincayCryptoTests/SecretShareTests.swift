import Testing

@testable import TincayCrypto

@Suite struct SecretShareTests {
    /// The bytes of a secret.
    private static func open(_ secret: borrowing SecretBytes) -> [UInt8] {
        unsafe secret.withBytes { unsafe [UInt8]($0) }
    }

    /// Every choice of so many shares.
    private static func choices(_ count: Int, of shares: [SecretShare]) -> [[SecretShare]] {
        guard count > 0 else { return [[]] }
        guard let first = shares.first else { return [] }
        let rest = Array(shares.dropFirst())
        return choices(count - 1, of: rest).map { [first] + $0 } + choices(count, of: rest)
    }

    @Test func productsAreThoseOfTheFieldOfAES() {
        // FIPS 197, sections 4.2 and 4.2.1.
        #expect(GaloisField.multiply(0x57, 0x83) == 0xc1)
        #expect(GaloisField.multiply(0x57, 0x13) == 0xfe)
        #expect(GaloisField.multiply(0x0102_0304_0506_0708, by: 0) == 0)
        #expect(GaloisField.multiply(0x5700_0000_0000_0057, by: 0x83) == 0xc100_0000_0000_00c1)
    }

    @Test func everyElementButZeroHasAnInverse() {
        for element in 1...255 as ClosedRange<UInt8> {
            #expect(GaloisField.multiply(element, GaloisField.inverse(element)) == 1)
        }
        #expect(GaloisField.inverse(0) == 0)
    }

    @Test(arguments: 1...6) func everySufficientChoiceOfSharesGivesTheSecret(count: Int) throws {
        let secret = try SecretBytes(randomCount: 32)
        let places = [7, 255, 1, 2, 128, 19].prefix(count).map { UInt8($0) }
        for need in 1...count {
            let shares = try SecretShare.split(secret, need: need, at: places)
            for chosen in need...count {
                for some in Self.choices(chosen, of: shares) {
                    #expect(try Self.open(SecretShare.combine(some)) == Self.open(secret))
                }
            }
            for chosen in 1..<max(1, need) {
                for some in Self.choices(chosen, of: shares) {
                    #expect(try Self.open(SecretShare.combine(some)) != Self.open(secret))
                }
            }
        }
    }

    @Test func theSecretItselfIsTheShareAtZero() throws {
        let secret = try SecretBytes(randomCount: 32)
        let shares = try SecretShare.split(secret, need: 3, at: [3, 4, 9])
        let whole = try SecretShare(place: 0, bytes: secret.copy())
        #expect(try Self.open(SecretShare.combine([whole])) == Self.open(secret))
        #expect(try Self.open(SecretShare.combine([shares[0], whole, shares[2]])) == Self.open(secret))
    }

    @Test func fewerSharesThanNeededFitEverySecretAlike() throws {
        // Two shares of three: whatever the secret, the bytes of the shares are spread evenly over all values.
        for byte in [0, 0xff] as [UInt8] {
            let secret = try SecretBytes(copying: [UInt8](repeating: byte, count: 32))
            var counts = [[Int]](repeating: [Int](repeating: 0, count: 256), count: 3)
            for _ in 0..<2000 {
                let shares = try SecretShare.split(secret, need: 3, at: [1, 2, 3])
                let one = Self.open(shares[0].bytes)
                let other = Self.open(shares[1].bytes)
                for (one, other) in zip(one, other) {
                    counts[0][Int(one)] += 1
                    counts[1][Int(other)] += 1
                    counts[2][Int(one ^ other)] += 1
                }
            }
            // 64,000 draws over 256 values: the sum has a mean of 255 and a deviation of 22.6.
            for counts in counts {
                let spread = counts.reduce(0.0) { $0 + (Double($1) - 250) * (Double($1) - 250) / 250 }
                #expect(spread > 120 && spread < 420)
            }
        }
    }

    @Test func sharesThatMakeNoSenseAreRefused() throws {
        let secret = try SecretBytes(randomCount: 32)
        let short = try SecretBytes(randomCount: 31)
        for (need, places) in [(0, [1]), (2, [1]), (1, []), (2, [1, 0]), (2, [1, 1])] as [(Int, [UInt8])] {
            #expect(throws: CryptoError.badParameter) {
                _ = try SecretShare.split(secret, need: need, at: places).count
            }
        }
        #expect(throws: CryptoError.badParameter) { _ = try SecretShare.split(short, need: 1, at: [1]).count }
        #expect(throws: CryptoError.badParameter) { _ = try SecretShare.combine([]).count }
        let share = try SecretShare(place: 1, bytes: secret.copy())
        #expect(throws: CryptoError.badParameter) { _ = try SecretShare.combine([share, share]).count }
        #expect(throws: CryptoError.badParameter) {
            _ = try SecretShare.combine([SecretShare(place: 1, bytes: short.copy())]).count
        }
    }

    @Test func sharesOfYearsAgoStillCombine() throws {
        // Drawn once and frozen; checked with an implementation by logarithms.
        let shares = try [
            (1 as UInt8, "d695506816ddbf415ec9d322bb84de78d7f63bfbdd0e7f4d74f303afb0929177"),
            (2, "3520ea7900948ae3721459291077c7dfe19a50d4125b52966fecc3542a1fbd27"),
            (200, "cb814224982fb27a85572248c14c36857771346399cfd5b5a0e48a274904e71a"),
        ].map { try SecretShare(place: $0.0, bytes: SecretBytes(copying: bytes($0.1))) }
        let secret = bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
        #expect(try Self.open(SecretShare.combine(shares)) == secret)
        #expect(try Self.open(SecretShare.combine([shares[2], shares[0], shares[1]])) == secret)
        #expect(try Self.open(SecretShare.combine([shares[0], shares[1]])) != secret)
    }
}
