import Testing

@testable import TincayCrypto

@Test func errorsAreEquatable() {
    #expect(CryptoError.forged == .forged)
}
