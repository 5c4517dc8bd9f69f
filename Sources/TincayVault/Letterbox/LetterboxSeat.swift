/// A desk's place in the marks of a box.
struct LetterboxSeat: Equatable {
    /// The desk's number.
    let deskID: [UInt8]
    /// The bit that stands for it, from 0 to 7.
    let bit: Int64

    /// The bit as a mark has it.
    var mask: Int64 { 1 << bit }
}
