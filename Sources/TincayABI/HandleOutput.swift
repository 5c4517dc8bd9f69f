/// Where a function leaves a handle that becomes the caller's.
@unsafe struct HandleOutput {
    /// The caller's variable.
    private let variable: UnsafeMutablePointer<OpaquePointer?>

    /// Takes the caller's variable and empties it, so that every later failure leaves it NULL.
    init(_ variable: UnsafeMutablePointer<OpaquePointer?>?) throws(Status) {
        guard let variable = unsafe variable else { throw .misuse }
        // SAFETY: the caller promises one variable there, whatever it holds.
        unsafe variable.initialize(to: nil)
        unsafe self.variable = variable
    }

    /// Gives the handle; call it last.
    func give(_ handle: OpaquePointer) {
        // SAFETY: as in init.
        unsafe variable.initialize(to: handle)
    }
}
