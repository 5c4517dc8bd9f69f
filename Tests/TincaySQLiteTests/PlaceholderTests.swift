import Testing

@testable import TincaySQLite

@Test func errorsAreEquatable() {
    #expect(SQLiteError.busy != nil)
}
