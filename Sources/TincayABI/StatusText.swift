internal import CTincay

/// What the header's numbers are called and mean; it depends on the number alone.
enum StatusText {
    /// The constant's name in the header: of the number itself, else of its family.
    static func name(of status: Int32) -> StaticString {
        switch status {
        case TINCAY_E_INVALID_JSON_UTF8: "TINCAY_E_INVALID_JSON_UTF8"
        case TINCAY_E_INVALID_JSON_SYNTAX: "TINCAY_E_INVALID_JSON_SYNTAX"
        case TINCAY_E_INVALID_JSON_DUPLICATE: "TINCAY_E_INVALID_JSON_DUPLICATE"
        case TINCAY_E_OUTDATED_EXPIRED: "TINCAY_E_OUTDATED_EXPIRED"
        case TINCAY_E_LIMIT_SIZE: "TINCAY_E_LIMIT_SIZE"
        case TINCAY_E_LIMIT_DEPTH: "TINCAY_E_LIMIT_DEPTH"
        case TINCAY_E_INVALID_INPUT_PERSON: "TINCAY_E_INVALID_INPUT_PERSON"
        case TINCAY_E_INVALID_INPUT_STATE: "TINCAY_E_INVALID_INPUT_STATE"
        case TINCAY_E_INVALID_INPUT_CODE: "TINCAY_E_INVALID_INPUT_CODE"
        case TINCAY_E_DISCLOSES_EARLY: "TINCAY_E_DISCLOSES_EARLY"
        case TINCAY_E_DISCLOSES_SMALL: "TINCAY_E_DISCLOSES_SMALL"
        case TINCAY_E_DISCLOSES_SHREDDED: "TINCAY_E_DISCLOSES_SHREDDED"
        case TINCAY_E_DISCLOSES_EMPTY: "TINCAY_E_DISCLOSES_EMPTY"
        case TINCAY_E_DISCLOSES_UNDECIDED: "TINCAY_E_DISCLOSES_UNDECIDED"
        default: familyName(of: family(of: status))
        }
    }

    /// One English sentence for a log.
    static func text(of status: Int32) -> StaticString {
        switch status {
        case TINCAY_E_INVALID_JSON_UTF8: "The text is not UTF-8."
        case TINCAY_E_INVALID_JSON_SYNTAX: "The text does not follow the grammar of JSON."
        case TINCAY_E_INVALID_JSON_DUPLICATE: "An object in the JSON names a member twice."
        case TINCAY_E_OUTDATED_EXPIRED: "The day of the referral has passed, and nobody here took it on."
        case TINCAY_E_LIMIT_SIZE: "The input has more bytes than the library takes."
        case TINCAY_E_LIMIT_DEPTH: "The JSON is nested more deeply than the library takes."
        case TINCAY_E_INVALID_INPUT_PERSON: "It takes another person than the one who is there."
        case TINCAY_E_INVALID_INPUT_STATE: "The case is not where this could be done."
        case TINCAY_E_INVALID_INPUT_CODE: "A code is on no list that is in force."
        case TINCAY_E_DISCLOSES_EARLY: "The period is not over for long enough for a table to be published."
        case TINCAY_E_DISCLOSES_SMALL: "Too few children live there for such a table to be published."
        case TINCAY_E_DISCLOSES_SHREDDED: "Reports were shredded after a table about the period was published."
        case TINCAY_E_DISCLOSES_EMPTY: "Nothing of the table can be told."
        case TINCAY_E_DISCLOSES_UNDECIDED: "Whether the table is safe could not be found out in time."
        default: familyText(of: family(of: status))
        }
    }

    /// Reduces a number to its family; what is no status at all counts as a defect.
    private static func family(of status: Int32) -> Int32 {
        // Success has no details, so a number with an empty low byte is no status unless it is 0.
        guard status >= 0, status & 0xff != 0 || status == 0 else { return TINCAY_E_INTERNAL }
        return status & 0xff
    }

    /// The name of a family's constant.
    private static func familyName(of family: Int32) -> StaticString {
        switch family {
        case TINCAY_OK: "TINCAY_OK"
        case TINCAY_E_MISUSE: "TINCAY_E_MISUSE"
        case TINCAY_E_NOMEM: "TINCAY_E_NOMEM"
        case TINCAY_E_NOT_FOUND: "TINCAY_E_NOT_FOUND"
        case TINCAY_E_EXISTS: "TINCAY_E_EXISTS"
        case TINCAY_E_WRONG_KEY: "TINCAY_E_WRONG_KEY"
        case TINCAY_E_TAMPERED: "TINCAY_E_TAMPERED"
        case TINCAY_E_REVOKED: "TINCAY_E_REVOKED"
        case TINCAY_E_OUTDATED: "TINCAY_E_OUTDATED"
        case TINCAY_E_NO_KEY: "TINCAY_E_NO_KEY"
        case TINCAY_E_LOCKED: "TINCAY_E_LOCKED"
        case TINCAY_E_FORMAT_TOO_NEW: "TINCAY_E_FORMAT_TOO_NEW"
        case TINCAY_E_FORMAT: "TINCAY_E_FORMAT"
        case TINCAY_E_BUSY: "TINCAY_E_BUSY"
        case TINCAY_E_IO: "TINCAY_E_IO"
        case TINCAY_E_DISK_FULL: "TINCAY_E_DISK_FULL"
        case TINCAY_E_ACCESS: "TINCAY_E_ACCESS"
        case TINCAY_E_INVALID_REPORT: "TINCAY_E_INVALID_REPORT"
        case TINCAY_E_LIMIT: "TINCAY_E_LIMIT"
        case TINCAY_E_INVALID_JSON: "TINCAY_E_INVALID_JSON"
        case TINCAY_E_INVALID_FORM: "TINCAY_E_INVALID_FORM"
        case TINCAY_E_INVALID_INPUT: "TINCAY_E_INVALID_INPUT"
        case TINCAY_E_NO_READER: "TINCAY_E_NO_READER"
        case TINCAY_E_LATER: "TINCAY_E_LATER"
        case TINCAY_E_HELD: "TINCAY_E_HELD"
        case TINCAY_E_NOT_ACCEPTED: "TINCAY_E_NOT_ACCEPTED"
        case TINCAY_E_DISCLOSES: "TINCAY_E_DISCLOSES"
        case TINCAY_E_FORKED: "TINCAY_E_FORKED"
        default: "TINCAY_E_INTERNAL"
        }
    }

    /// The sentence of a family.
    private static func familyText(of family: Int32) -> StaticString {
        switch family {
        case TINCAY_OK: "Done."
        case TINCAY_E_MISUSE:
            "A pointer is NULL, a size or a text is impossible, or a handle is not open."
        case TINCAY_E_NOMEM: "The system gave no memory."
        case TINCAY_E_NOT_FOUND: "There is no such file, report or member."
        case TINCAY_E_EXISTS: "A file is already there; nothing was overwritten."
        case TINCAY_E_WRONG_KEY: "The person or passphrase is wrong, or the bytes are for somebody else."
        case TINCAY_E_TAMPERED: "A signature, a seal or the ledger's chain does not hold."
        case TINCAY_E_REVOKED: "The authority has revoked the point or the desk."
        case TINCAY_E_OUTDATED: "What was given is older than what is held; nothing was changed."
        case TINCAY_E_NO_KEY: "The person was not given the key that this takes."
        case TINCAY_E_LOCKED: "The desk is locked until its person unlocks it again."
        case TINCAY_E_FORMAT_TOO_NEW: "The bytes were written by a newer library."
        case TINCAY_E_FORMAT: "The bytes are not what this library writes, or they are damaged."
        case TINCAY_E_BUSY: "Another process holds the file."
        case TINCAY_E_IO: "The disk or the file system failed."
        case TINCAY_E_DISK_FULL: "The disk has no room left; nothing was changed."
        case TINCAY_E_ACCESS: "The file or folder may not be read or written."
        case TINCAY_E_INVALID_REPORT: "The form did not accept the answers; the result says why."
        case TINCAY_E_LIMIT: "The input is larger, deeper or more than the library takes."
        case TINCAY_E_INVALID_JSON: "The text is not JSON."
        case TINCAY_E_INVALID_FORM: "The JSON is not a form that can be used."
        case TINCAY_E_INVALID_INPUT: "The JSON is not what this function takes."
        case TINCAY_E_NO_READER: "Nobody is left who may read the report."
        case TINCAY_E_LATER: "Too many reports or wrong passphrases came in a short time; try again later."
        case TINCAY_E_HELD: "The case has to be kept; two people can lift that."
        case TINCAY_E_NOT_ACCEPTED: "The form does not take files of this kind."
        case TINCAY_E_DISCLOSES: "The table would tell too much about somebody."
        case TINCAY_E_FORKED: "The handle belongs to the parent process."
        default: "The library or its platform failed; the operation was abandoned."
        }
    }
}
