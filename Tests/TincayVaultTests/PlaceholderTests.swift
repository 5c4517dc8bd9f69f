import Testing

@testable import TincayVault

@Test func errorsAreEquatable() {
    #expect(VaultError.busy != nil)
}
