internal import CPlatform
internal import CTincay
internal import TincayIntake

/// The one place that turns what a C caller points at into Swift values.
///
/// A size is checked before anything is read: SIZE_MAX arrives as a negative `Int`. The results borrow the caller's
/// memory and must not outlive the call.
enum Input {
    /// The most bytes that each input may have.
    enum Limit {
        /// A JSON text to pick from.
        static let anyJSON = 16 << 20
        /// A form with its code lists.
        static let form = 4 << 20
        /// What somebody answered.
        static let answers = 1 << 20
        /// Reports that are filed at once.
        static let reports = 64 << 20
        /// A box's or a desk's setup, with the cards in it.
        static let setup = 1 << 20
        /// What to list or count.
        static let query = 64 << 10
        /// Which table to publish, with all communes of its provinces.
        static let release = 1 << 20
        /// What was done about a case.
        static let event = 64 << 10
        /// What a desk decides for itself.
        static let rules = 256 << 10
        /// A desk's card.
        static let card = 64 << 10
        /// What one desk gives another, with room to spare.
        static let share = 64 << 10
        /// The largest bundle that a box can be set up for.
        static let bundle = 64 << 20
        /// A receipt for the largest bundle with all the notices that it may bring, and room to spare.
        static let receipt = 8 << 20
        /// A directory, or a pack with the largest form.
        static let notice = 8 << 20
        /// A piece of a file.
        static let piece = 64 << 20
        /// A form's name.
        static let formID = 200
        /// A file's name, as long as the system takes it.
        static let path = 4096
        /// A person's name.
        static let person = 200
        /// A language tag; real ones are shorter.
        static let language = 64
        /// A profile's name in a form.
        static let profile = 64
        /// The name of an official form, such as "M01".
        static let officialForm = 16
        /// A report's id, which is 32 digits, and some more so that a wrong one is simply not found.
        static let reportID = 64
        /// A JSON Pointer.
        static let pointer = 4096
        /// A passphrase, from the shortest that a desk takes.
        static let passphrase = 8...1024
        /// What stands beside a passphrase.
        static let keyFile = 65_536
        /// What a person may do, or how many shares there are to be.
        static let roles = 4 << 10
        /// Shares for recovery, as they were typed.
        static let shares = 16 << 10
        /// Why a report is shredded; it must be said.
        static let reason = 1...1000
    }

    /// Looks at bytes; NULL stands for none when the size is 0.
    static func bytes(_ pointer: UnsafePointer<UInt8>?, _ size: Int, limit: Int) throws(Status)
        -> UnsafeRawBufferPointer
    {
        guard let pointer = unsafe pointer else {
            guard size == 0 else { throw .misuse }
            return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
        }
        guard size >= 0, size <= limit else { throw .tooManyBytes }
        // SAFETY: the caller promises `size` bytes there for the length of the call.
        return unsafe UnsafeRawBufferPointer(start: pointer, count: size)
    }

    /// Reads what a host gives along with a form; nothing stands for nothing.
    static func resources(_ pointer: UnsafePointer<UInt8>?, _ size: Int) throws(Status) -> FormResources {
        let json = try unsafe bytes(pointer, size, limit: Limit.anyJSON)
        guard unsafe !json.isEmpty else { return .none }
        do throws(FormError) {
            return try unsafe FormResources(parsing: json)
        } catch {
            throw Status(error)
        }
    }

    /// Looks at a passphrase that is to be set, and so must not be short.
    static func passphrase(_ pointer: UnsafePointer<UInt8>?, _ size: Int) throws(Status) -> UnsafeRawBufferPointer {
        let passphrase = try unsafe bytes(pointer, size, limit: Limit.passphrase.upperBound)
        guard passphrase.count >= Limit.passphrase.lowerBound else { throw .limit }
        return unsafe passphrase
    }

    /// Copies why something is destroyed or taken back.
    static func reason(_ pointer: UnsafePointer<UInt8>?, _ size: Int) throws(Status) -> [UInt8] {
        let bytes = try unsafe bytes(pointer, size, limit: Limit.reason.upperBound)
        guard bytes.count >= Limit.reason.lowerBound else { throw .limit }
        let reason = unsafe [UInt8](bytes)
        guard String(validating: reason, as: UTF8.self) != nil else { throw .misuse }
        return reason
    }

    /// Looks at bytes that may be left out.
    static func optionalBytes(
        _ pointer: UnsafePointer<UInt8>?, _ size: Int, limit: Int
    ) throws(Status) -> UnsafeRawBufferPointer? {
        let bytes = try unsafe bytes(pointer, size, limit: limit)
        return unsafe bytes.baseAddress == nil ? nil : bytes
    }

    /// Overwrites the caller's own bytes with zeros when the flags ask for it; a size that is none is left alone.
    static func wipe(_ pointer: UnsafeMutablePointer<UInt8>?, _ size: Int, limit: Int, _ flags: Int32) {
        guard flags & TINCAY_WIPE_INPUT != 0, let pointer = unsafe pointer, size >= 0, size <= limit else { return }
        // SAFETY: the caller promises `size` bytes there and gives them up.
        unsafe tincay_wipe(pointer, size)
    }

    /// Copies a string that ends with a NUL, without looking further than its limit.
    static func string(_ pointer: UnsafePointer<CChar>?, limit: Int) throws(Status) -> [UInt8] {
        guard let pointer = unsafe pointer else { throw .misuse }
        var bytes: [UInt8] = []
        var index = 0
        // SAFETY: the caller promises a NUL, and nothing behind it is read.
        while case let byte = unsafe UInt8(bitPattern: pointer[index]), byte != 0 {
            guard index < limit else { throw .tooManyBytes }
            bytes.append(byte)
            index += 1
        }
        return bytes
    }

    /// Copies a string that may be left out.
    static func optionalString(_ pointer: UnsafePointer<CChar>?, limit: Int) throws(Status) -> [UInt8]? {
        guard let pointer = unsafe pointer else { return nil }
        return try unsafe string(pointer, limit: limit)
    }

    /// Copies the name of a file, which is not empty.
    static func path(_ pointer: UnsafePointer<CChar>?) throws(Status) -> [UInt8] {
        let path = try unsafe string(pointer, limit: Limit.path)
        guard !path.isEmpty else { throw .misuse }
        return path
    }

    /// Finds the one true name of a file, or returns the name itself when there is no such file.
    static func trueName(of path: [UInt8]) -> [UInt8] {
        let terminated = path + [0]
        // SAFETY: the name ends with a NUL; the system's answer does too, and is freed.
        return unsafe terminated.span.withUnsafeBufferPointer { name in
            guard let start = unsafe UnsafeRawPointer(name.baseAddress),
                let found = unsafe realpath(start.assumingMemoryBound(to: CChar.self), nil)
            else { return path }
            defer { unsafe free(found) }
            let bytes = unsafe UnsafeRawBufferPointer(start: found, count: strlen(found))
            return unsafe [UInt8](bytes)
        }
    }

    /// Copies the name of a person: text that is not empty.
    static func person(_ pointer: UnsafePointer<CChar>?) throws(Status) -> [UInt8] {
        let person = try unsafe string(pointer, limit: Limit.person)
        guard !person.isEmpty, String(validating: person, as: UTF8.self) != nil else { throw .misuse }
        return person
    }

    /// Copies the name of a profile; NULL stands for none.
    static func profile(_ pointer: UnsafePointer<CChar>?) throws(Status) -> [UInt8]? {
        guard let pointer = unsafe pointer else { return nil }
        return try unsafe string(pointer, limit: Limit.profile)
    }

    /// Copies a BCP 47 tag; NULL stands for none.
    static func language(_ pointer: UnsafePointer<CChar>?) throws(Status) -> [UInt8]? {
        guard let pointer = unsafe pointer else { return nil }
        let tag = try unsafe string(pointer, limit: Limit.language)
        guard isLanguageTag(tag) else { throw .misuse }
        return tag
    }

    /// Tells whether bytes are built as a language tag: parts of 1 to 8 letters and digits, joined by hyphens.
    private static func isLanguageTag(_ tag: [UInt8]) -> Bool {
        var length = 0
        for byte in tag {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard length < 8 else { return false }
                length += 1
            case UInt8(ascii: "-"):
                guard length > 0 else { return false }
                length = 0
            default:
                return false
            }
        }
        return length > 0
    }
}
