extension StaticString {
    /// The text as a C string that lives as long as the library.
    var cString: UnsafePointer<CChar> {
        // SAFETY: a literal's bytes are static and end with a NUL; a byte and a CChar have the same layout.
        unsafe UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
    }
}
