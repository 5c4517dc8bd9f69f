import TincayCrypto

extension Hash {
    /// Takes in what the hash is for, so that no two uses ever hash the same bytes.
    mutating func update(_ domain: StaticString, _ detail: StaticString = "") {
        for text in [domain, detail] {
            // SAFETY: a static string's bytes live as long as the process.
            unsafe update(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
    }
}
