import Foundation
import Testing

@testable import TincayIntake

/// The public conformance data.
private let data = FormFixture.data.appendingPathComponent("unicode/NormalizationTest.txt")

/// A text in form C.
private func composed(_ text: String) -> String {
    String(decoding: NormalizationForm.composed(Array(text.utf8)) ?? Array(text.utf8), as: UTF8.self)
}

/// The bytes of scalar values written in hexadecimal.
private func bytes(_ column: Substring) -> [UInt8] {
    ScalarText.text(column.split(separator: " ").compactMap { UInt32($0, radix: 16) })
}

/// Whether a text is seen to be in form C.
private func isComposed(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { NormalizationForm.isComposed($0) }
}

@Test func bothFormsAreThoseOfThePublicConformanceData() throws {
    guard let lines = try? String(contentsOf: data, encoding: .utf8).split(separator: "\n") else {
        print("SKIPPED: no NormalizationTest.txt")
        return
    }
    #expect(lines.first?.contains("15.0.0") == true)
    var listed: Set<UInt32> = []
    var isFirstPart = false
    var count = 0
    for line in lines where !line.hasPrefix("#") {
        if line.hasPrefix("@") {
            isFirstPart = line.hasPrefix("@Part1")
            continue
        }
        let columns = line.split(separator: ";").prefix(5).map(bytes)
        try #require(columns.count == 5)
        if isFirstPart { listed.formUnion(ScalarText.scalars(columns[0])) }
        for (place, column) in columns.enumerated() {
            let forms = place < 3 ? (columns[1], columns[2]) : (columns[3], columns[4])
            let composed = NormalizationForm.composed(column)
            #expect((composed ?? column) == forms.0)
            #expect(NormalizationForm.decomposed(column) == forms.1)
            #expect((composed == nil) == (column == forms.0) && isComposed(column) == (column == forms.0))
        }
        count += 1
    }
    #expect(count > 18_000)
    let others = (UInt32(0)..<0x110000).filter { Unicode.Scalar($0) != nil && !listed.contains($0) }
    for scalar in others {
        let text = ScalarText.text([scalar])
        guard NormalizationForm.composed(text) == nil, NormalizationForm.decomposed(text) == text else {
            Issue.record("\(scalar) changes")
            continue
        }
    }
}

@Test func vietnameseIsComposedHoweverItIsTyped() {
    for text in ["Bà Rịa - Vũng Tàu", "Nguyễn Thị Ửng", "Đắk Lắk", "Trường Sa", "Thừa Thiên Huế", "ợ ỡ ặ ẫ"] {
        let decomposed = String(decoding: NormalizationForm.decomposed(Array(text.utf8)), as: UTF8.self)
        #expect(Array(decomposed.utf8) == Array(text.decomposedStringWithCanonicalMapping.utf8))
        #expect(Array(composed(decomposed).utf8) == Array(text.utf8))
        #expect(NormalizationForm.composed(Array(text.utf8)) == nil)
        #expect(isComposed(Array(text.utf8)))
    }
    #expect(Array(composed("ê\u{323}").utf8) == Array("ệ".utf8))
    #expect(Array(composed("e\u{302}\u{323}").utf8) == Array("ệ".utf8))
    #expect("Bà Rịa - Vũng Tàu".decomposedStringWithCanonicalMapping.utf8.count == 25)
}

@Test func manyMarksOnOneLetterAreSortedInLittleTime() {
    let marks = (0..<200_000).flatMap { [UInt32($0 % 2 == 0 ? 0x302 : 0x323)] }
    let text = ScalarText.text([0x65] + marks)
    let start = ContinuousClock.now
    let composed = NormalizationForm.composed(text)
    #expect(composed?.starts(with: Array("ệ".utf8)) == true)
    #expect(ContinuousClock.now - start < .seconds(5))
}

@Test func anyBytesHaveAFormThatStaysAndIsNotMuchLonger() {
    var generator = SeededGenerator(seed: 14)
    let letters: [ClosedRange<UInt32>] = [
        0x00...0x24F, 0x300...0x36F, 0x1E00...0x1EFF, 0x1100...0x11FF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0x1D100...0x1D1FF, 0x900...0xDFF, 0x2F800...0x2FA1F,
    ]
    for round in 0..<4000 {
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 0...24, using: &generator) {
            if round % 4 == 0 {
                text.append(.random(in: 0...255, using: &generator))
            } else {
                let letters = letters.randomElement(using: &generator) ?? 0x41...0x5A
                ScalarText.append(.random(in: letters, using: &generator), to: &text)
            }
        }
        let composed = NormalizationForm.composed(text) ?? text
        #expect(NormalizationForm.composed(composed) == nil)
        #expect(composed.count <= 3 * text.count)
        #expect(NormalizationForm.decomposed(composed) == NormalizationForm.decomposed(text))
        // Foundation leaves a trailing consonant behind a composed Hangul syllable; the public data does not.
        let isHangul = ScalarText.scalars(text).contains { (0x11A8..<0x11C3).contains($0) }
        guard round % 4 > 0, !isHangul else { continue }
        let theirs = String(decoding: text, as: UTF8.self).precomposedStringWithCanonicalMapping
        #expect(composed == Array(theirs.utf8))
    }
}
