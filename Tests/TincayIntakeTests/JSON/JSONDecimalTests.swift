import Testing

@testable import TincayIntake

private func decimal(_ text: String) -> JSONDecimal {
    JSONDecimal(Array(text.utf8)[...])
}

private func divides(_ divisor: String, _ number: String) -> Bool? {
    DecimalDivisor(decimal(divisor))?.divides(decimal(number))
}

private func integer(_ text: String) throws -> Int64? {
    try JSONDocument(parsing: Array(text.utf8), limits: .any).root.integer
}

@Test(arguments: [
    ("1", "1.0"), ("1e2", "100"), ("0", "-0.0e99"), ("120", "1.2E+2"), ("0.001", "1e-3"), ("-5", "-50e-1"),
    ("1e99999999999999995", "0.00001e100000000000000000"), ("10e999999999999999999", "1e1000000000000000000"),
    ("1e-999999999999999999", "0.1e-999999999999999998"), ("1e-1000000000000000000", "0.1e-999999999999999999"),
    ("1e10000000000000000000000", "100e9999999999999999999998"), ("1e00000000000000000000000002", "100"),
    ("0e99999999999999999999999", "0"),
])
func decimalsAreEqualHoweverTheyAreWritten(left: String, right: String) {
    #expect(decimal(left) == decimal(right))
    #expect(!(decimal(left) < decimal(right)) && !(decimal(right) < decimal(left)))
}

@Test func decimalsOfAnySizeAreInOneOrder() {
    let ascending = [
        "-1e99999999999999999999999", "-1e10000000000000000000", "-1e999999999999999999", "-1e18",
        "-999999999999999999",
        "-2", "-1.5", "-1", "-1e-5", "-1e-999999999999999999", "-1e-99999999999999999999", "0",
        "1e-99999999999999999999", "2e-99999999999999999999", "1e-10000000000000000000", "1e-999999999999999999",
        "1e-5", "0.1", "0.10000000000000000000000000000000000000001", "1", "1.5", "2", "19.99", "20", "20.01",
        "9007199254740992", "9007199254740993", "1e400", "1.0000000001e400", "1e999999999999999998",
        "1e999999999999999999", "9e999999999999999999", "99e999999999999999999", "1e10000000000000000000",
        "1e10000000000000000001", "1e99999999999999999999999",
    ]
    for (left, low) in ascending.enumerated() {
        for (right, high) in ascending.enumerated() {
            #expect((decimal(low) < decimal(high)) == (left < right), "\(low) \(high)")
            #expect((decimal(low) == decimal(high)) == (left == right), "\(low) \(high)")
        }
    }
}

@Test func comparingAgreesWithMachineNumbersOnManyPairs() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
        let scale = Int.random(in: 0...4, using: &random)
        let left = Int.random(in: -30_000...30_000, using: &random)
        let right = Int.random(in: -30_000...30_000, using: &random)
        // The right side is written with its point moved and its exponent moved back.
        let leftText = "\(left)e\(scale)"
        let rightText = "\(right)\(String(repeating: "0", count: scale)).\(String(repeating: "0", count: scale))"
        #expect((decimal(leftText) < decimal(rightText)) == (left < right), "\(leftText) \(rightText)")
        #expect((decimal(leftText) == decimal(rightText)) == (left == right), "\(leftText) \(rightText)")
    }
}

@Test func divisionIsExact() {
    #expect(divides("0.01", "19.99") == true)
    #expect(divides("0.1", "0.3") == true)
    #expect(divides("0.0001", "0.00751") == false)
    #expect(divides("3", "1e99999999999999999999") == false)
    #expect(divides("8", "1e99999999999999999999") == true)
    #expect(divides("1e-99999999999999999999", "7") == true)
    #expect(divides("7", "1e-99999999999999999999") == false)
    #expect(divides("576460752303423488", "1e58") == false)
    #expect(divides("576460752303423488", "1e59") == true)
    #expect(divides("999999999999999999", "999999999999999999e5") == true)
    #expect(divides("7", "0") == true)
    #expect(divides("0", "7") == nil)
    #expect(divides("-1", "7") == nil)
}

@Test func divisionAgreesWithMachineNumbers() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<20_000 {
        let divisor = Int.random(in: 1...5_000, using: &random)
        let number = Int.random(in: -1_000_000...1_000_000, using: &random)
        #expect(divides("\(divisor)", "\(number)") == (number % divisor == 0), "\(number) \(divisor)")
    }
}

@Test func wholeNumbersAreReadExactly() throws {
    #expect(try integer("1.0") == 1)
    #expect(try integer("1e2") == 100)
    #expect(try integer("-0") == 0)
    #expect(try integer("9223372036854775807") == .max)
    #expect(try integer("-9223372036854775808") == .min)
    #expect(try integer("9223372036854775808") == nil)
    #expect(try integer("-9223372036854775809") == nil)
    #expect(try integer("1.5") == nil)
    #expect(try integer("1e19") == nil)
    #expect(try integer("1e99999999999999999999") == nil)
    #expect(try integer("1e-99999999999999999999") == nil)
    #expect(try integer("0e99999999999999999999") == 0)
    #expect(try integer("\"1\"") == nil)
}
