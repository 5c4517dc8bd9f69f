import Testing

@testable import TincayCrypto

@Suite struct PrimitiveTests {
    @Test func theHashIsBLAKE2bWith32Bytes() {
        // The empty message's digest, as other implementations of RFC 7693 give it.
        #expect(Hash.digest() == bytes("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"))
    }

    @Test func aHashFedInPiecesIsTheHashOfTheWhole() {
        let message = [UInt8]((0..<200).map { UInt8($0) })
        var hash = Hash()
        hash.update([UInt8](message[..<77]))
        hash.update([UInt8](message[77...]))
        #expect(hash.finish() == Hash.digest(message))
    }

    @Test func agreementIsX25519() throws {
        // A scalar's public key by RFC 7748, section 6.1; seeds are hashed to scalars, so only agreement is compared.
        let one = try AgreementKeyPair()
        let other = try AgreementKeyPair()
        let left = try one.shared(with: other.publicKey).withBytes { unsafe [UInt8]($0) }
        let right = try other.shared(with: one.publicKey).withBytes { unsafe [UInt8]($0) }
        #expect(left == right)
        #expect(left.contains { $0 != 0 })
    }

    @Test func aPublicKeyOfLowOrderIsRefused() throws {
        let pair = try AgreementKeyPair()
        #expect(throws: CryptoError.forged) { _ = try pair.shared(with: [UInt8](repeating: 0, count: 32)).count }
        #expect(throws: CryptoError.badParameter) { _ = try pair.shared(with: [1, 2, 3]).count }
    }

    @Test func signaturesAreEd25519() throws {
        // RFC 8032, section 7.1, test 2.
        let seed = try SecretBytes(copying: bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
        let pair = try SigningKeyPair(seed: seed)
        #expect(pair.publicKey == bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"))
        let signature = bytes(
            """
            92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c
            387b2eaeb4302aeeb00d291612bb0c00
            """)
        #expect(pair.sign([0x72]) == signature)
        #expect(Signature.verify(signature, [0x72], publicKey: pair.publicKey))
        #expect(!Signature.verify(signature, [0x73], publicKey: pair.publicKey))
        #expect(!Signature.verify([], [0x72], publicKey: pair.publicKey))
    }

    @Test func theSealIsXChaCha20Poly1305() throws {
        // draft-irtf-cfrg-xchacha-03, appendix A.3.1.
        let key = try SecretBytes(copying: bytes("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"))
        let nonce = bytes("404142434445464748494a4b4c4d4e4f5051525354555657")
        let plain = Array(
            """
            Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
            sunscreen would be it.
            """.utf8)
        let sealed = try Seal.seal(plain, nonce: nonce, associated: bytes("50515253c0c1c2c3c4c5c6c7"), key: key)
        #expect([UInt8](sealed.suffix(16)) == bytes("c0875924c1c7987947deafd8780acf49"))
        #expect(try Seal.open(sealed, nonce: nonce, associated: bytes("50515253c0c1c2c3c4c5c6c7"), key: key) == plain)
    }

    @Test func everyChangedBitOfASealIsFound() throws {
        let key = try SecretBytes(randomCount: 32)
        let sealed = try Seal.seal([1, 2, 3, 4, 5], nonce: Seal.onlyNonce, associated: [9], key: key)
        for bit in 0..<sealed.count * 8 {
            var changed = sealed
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: CryptoError.forged) {
                try Seal.open(changed, nonce: Seal.onlyNonce, associated: [9], key: key)
            }
        }
        #expect(throws: CryptoError.forged) {
            try Seal.open(sealed, nonce: Seal.onlyNonce, associated: [8], key: key)
        }
        #expect(throws: CryptoError.forged) { try Seal.open([1], nonce: Seal.onlyNonce, associated: [], key: key) }
    }

    @Test func aPassphraseKeyHasAFloorAndACeiling() throws {
        let salt = [UInt8](repeating: 7, count: 16)
        func derive(_ memory: Int, _ passes: Int) throws {
            try Array("correct horse".utf8).withUnsafeBytes {
                _ = try unsafe PassphraseKey.derive(passphrase: $0, salt: salt, memory: memory, passes: passes).count
            }
        }
        #expect(throws: CryptoError.badParameter) { try derive(63 << 20, 3) }
        #expect(throws: CryptoError.badParameter) { try derive(64 << 20, 1) }
        #expect(throws: CryptoError.badParameter) { try derive(2048 << 20, 3) }
        #expect(throws: CryptoError.badParameter) { try derive(64 << 20, 11) }
        try derive(64 << 20, 2)
    }

    @Test func subkeysDiffer() throws {
        let key = try SecretBytes(randomCount: 32)
        let one = try key.subkey(1, context: "tincay00").withBytes { unsafe [UInt8]($0) }
        let two = try key.subkey(2, context: "tincay00").withBytes { unsafe [UInt8]($0) }
        let other = try key.subkey(1, context: "tincay01").withBytes { unsafe [UInt8]($0) }
        #expect(one != two && one != other)
        #expect(throws: CryptoError.badParameter) { _ = try key.subkey(1, context: "short").count }
    }

    @Test func secretBytesStartAtZeroAndAreCopied() throws {
        var secret = try SecretBytes(count: 40)
        #expect(secret.withBytes { unsafe $0.allSatisfy { $0 == 0 } })
        unsafe secret.withMutableBytes { unsafe $0[3] = 9 }
        let copy = try secret.copy()
        #expect(copy.withBytes { unsafe $0[3] } == 9)
        #expect(throws: CryptoError.badParameter) { _ = try SecretBytes(count: -1).count }
    }

    @Test func numbersBelowABoundAreBelowIt() {
        for bound in [1, 2, 3, 100] as [UInt32] {
            for _ in 0..<200 { #expect(Random.uniform(below: bound) < bound) }
        }
        #expect(Random.uniform(below: 0) == 0)
        #expect(Random.bytes(32) != Random.bytes(32))
    }

    @Test func equalityLooksAtEveryByte() {
        #expect(ConstantTime.equal([1, 2, 3], [1, 2, 3]))
        #expect(!ConstantTime.equal([1, 2, 3], [1, 2, 4]))
        #expect(!ConstantTime.equal([1, 2, 3], [1, 2]))
        #expect(ConstantTime.equal([], []))
    }
}
