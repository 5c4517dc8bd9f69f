extension StaticString {
    /// The text as UTF-8.
    var bytes: [UInt8] {
        // SAFETY: a static string's bytes live as long as the process.
        unsafe [UInt8](UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount))
    }
}
