import Testing

@testable import TincayVault

@Test func aReportIDIsWrittenAsItIsRead() {
    let id = ReportID()
    #expect(ReportID(hexadecimal: id.hexadecimal) == id)
}
