import Foundation
import Testing

@testable import TincayIntake

/// The encoding that a text seems to come from.
private func suspected(_ text: String) -> LegacyEncoding? {
    Array(text.utf8).withUnsafeBufferPointer { LegacyEncoding.suspected(in: $0) }
}

/// A text read as an old encoding's.
private func converted(_ text: String, _ encoding: LegacyEncoding) -> String? {
    encoding.converted(from: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
}

@Test(arguments: [
    ("ViÖt Nam ®Êt n­íc", LegacyEncoding.tcvn3, "Việt Nam đất nước"), ("NguyÔn V¨n Toµn", .tcvn3, "Nguyễn Văn Toàn"),
    ("trÎ em bÞ ®¸nh", .tcvn3, "trẻ em bị đánh"), ("Bµ RÞa - Vòng Tµu", .tcvn3, "Bà Rịa - Vũng Tàu"),
    ("Nguyeãn Vaên Toaøn", .vni, "Nguyễn Văn Toàn"), ("Baø Ròa - Vuõng Taøu", .vni, "Bà Rịa - Vũng Tàu"),
    ("Ph\u{AD}êng Song LiÔu", .tcvn3, "Phường Song Liễu"), ("ng\u{AD}êi", .tcvn3, "người"),
    ("Höông Sôn", .vni, "Hương Sơn"), ("Xaõ Kim Ñoàng", .vni, "Xã Kim Đồng"),
    ("treû em bò ñaùnh, söùc khoûe", .vni, "trẻ em bị đánh, sức khỏe"), ("ÑÖÔØNG NGUYEÃN", .vni, "ĐƯỜNG NGUYỄN"),
    ("Viêòt Nam", .windows1258, "Việt Nam"), ("NguyêÞn Vãn Toàn", .windows1258, "Nguyễn Văn Toàn"),
    ("treÒ em biò ðaình", .windows1258, "trẻ em bị đánh"),
])
func textOfOldEncodingsIsSeenAndCanBeRead(text: String, encoding: LegacyEncoding, meant: String) {
    #expect(suspected(text) == encoding)
    #expect(converted(text, encoding) == meant)
}

@Test(arguments: ["Vi®t Nam", "Nguyn Vån Toàn, b¸ cß¶ng b±c", "ð¤t nß¾c Vi®t", "Thßþng Nông"])
func textOfVisciiIsSeenAndNotConverted(text: String) {
    #expect(suspected(text) == .viscii)
    #expect(LegacyEncoding.viscii.converted(from: Array(text.utf8)) == nil)
}

@Test(arguments: [
    "", "Bà Rịa - Vũng Tàu", "Khuya quá, em sợ lắm. Nó đánh em ở đường Nguyễn Huệ.", "hòa hoà hoá thuỳ thuý khoẻ",
    "Noël naïf à l’école, où est-ce ?", "«Bonjour», œuvre", "São Paulo, coração, mãe", "col·lecció",
    "1ª y 2º, año, niño",
    "khôôông, trờiiii ơiii", "extra\u{AD}ordinary", "nghiêm\u{AD}trọng quá", "où est naïf", "ñandú", "leões e peões",
    "Zoë, Gödel, Straße, Ünal", "5 m², 20 °C, 3 µm, 50 £, §5, ±2", "© 2026 Tổ chức ® ™", "Åse Bjørn, Þór", "漢字 😀",
    "Ê-đê, H'Mông, Gia Rai, K'Ho", "ĐƯỜNG LÝ THƯỜNG KIỆT", "Côn Đảo, Ô Môn, Ắ Ì Ò",
])
func ordinaryTextIsNotSuspected(text: String) {
    #expect(suspected(text) == nil)
    #expect(suspected(text.decomposedStringWithCanonicalMapping) == nil)
}

@Test func namesOfAllUnitsAreNotSuspected() throws {
    let folder = FormFixture.data.appendingPathComponent("units/").path + "/"
    for name in ["units-2025-06-30.tsv", "units-2026-07-25.tsv"] {
        guard let table = try? String(contentsOfFile: folder + name, encoding: .utf8) else {
            print("SKIPPED: no \(name)")
            continue
        }
        let wrong = table.split(separator: "\n").filter {
            suspected(String($0)) != nil || suspected($0.uppercased()) != nil
        }
        #expect(wrong == [])
    }
}

@Test func anyTextCanBeReadAsAnyEncoding() {
    var generator = SeededGenerator(seed: 1258)
    for _ in 0..<3000 {
        let text = (0..<20).map { _ in UInt32.random(in: 0x20...0x1FF, using: &generator) }
        let noise = (0..<20).map { _ in UInt8.random(in: 0...255, using: &generator) }
        for bytes in [ScalarText.text(text), noise] {
            _ = bytes.withUnsafeBufferPointer { LegacyEncoding.suspected(in: $0) }
            for encoding in LegacyEncoding.allCases {
                #expect((encoding.converted(from: bytes)?.count ?? 0) <= 3 * bytes.count)
            }
        }
    }
}
