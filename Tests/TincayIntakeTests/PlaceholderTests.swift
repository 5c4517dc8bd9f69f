import Testing

@testable import TincayIntake

@Test func errorsAreEquatable() {
    #expect(JSONError.syntax != nil)
}
