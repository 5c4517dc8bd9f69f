import Foundation
import Testing
import TincayIntake

@Test func momentsAreToldInIndochinaTime() {
    func text(_ seconds: Int64) -> String {
        String(decoding: Moment(milliseconds: seconds * 1000).text, as: UTF8.self)
    }
    #expect(text(0) == "1970-01-01T07:00:00+07:00")
    #expect(text(1_772_427_600) == "2026-03-02T12:00:00+07:00")
    #expect(text(951_843_599) == "2000-02-29T23:59:59+07:00")
    #expect(text(951_843_600) == "2000-03-01T00:00:00+07:00")
}

@Test func momentsAreToldAsFoundationTellsThem() {
    let formatter = ISO8601DateFormatter()
    formatter.timeZone = TimeZone(secondsFromGMT: 25_200)
    for step in 0..<5000 {
        let seconds = Int64(step) * 5_234_567
        let expected = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
        #expect(String(decoding: Moment(milliseconds: seconds * 1000).text, as: UTF8.self) == expected)
    }
}

@Test func aDayBeginsAtMidnightInIndochina() {
    #expect(Moment(milliseconds: 0).days == 0)
    #expect(Moment(milliseconds: 16 * 3_600_000 + 3_599_999).days == 0)
    #expect(Moment(milliseconds: 17 * 3_600_000).days == 1)
    #expect(Moment(milliseconds: -7 * 3_600_000 - 1).days == -1)
    #expect(Moment(milliseconds: .max).days > 0)
    #expect(Moment(milliseconds: .min).days < 0)
}
