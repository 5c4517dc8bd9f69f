// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The functions here bear the names of the header.
public import CTincay
internal import TincayIntake
internal import TincayVault

/// Unlocks a desk for a person who needs a file beside the passphrase.
@implementation @_cdecl("tincay_desk_open_with")
public func tincay_desk_open_with(
    _ path: UnsafePointer<CChar>?, _ person: UnsafePointer<CChar>?, _ passphrase: UnsafePointer<UInt8>?,
    _ passphrase_size: Int, _ key_file: UnsafePointer<UInt8>?, _ key_file_size: Int,
    _ out_desk: UnsafeMutablePointer<OpaquePointer?>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe HandleOutput(out_desk)
        let path = try unsafe Input.path(path)
        let person = try unsafe Input.person(person)
        let passphrase = try unsafe Input.bytes(
            passphrase, passphrase_size, limit: Input.Limit.passphrase.upperBound)
        let keyFile = try unsafe Input.optionalBytes(key_file, key_file_size, limit: Input.Limit.keyFile)
        let file = Input.trueName(of: path)
        try HandleTable.checkNotInherited(file)
        let desk = try Call.vault { () throws(VaultError) in
            try unsafe Desk(path: path, person: person, passphrase: passphrase, keyFile: keyFile)
        }
        do throws(Status) {
            unsafe output.give(try HandleTable.open(.desk(Session(desk, file: file))))
        } catch {
            desk.close()
            throw error
        }
    }
}

/// Tells who may unlock a desk.
@implementation @_cdecl("tincay_desk_people")
public func tincay_desk_people(
    _ desk: OpaquePointer?, _ out_people: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.status { () throws(Status) in
        let output = try unsafe Output(out_people)
        let people = try unsafe HandleTable.desk(desk).use { desk throws(VaultError) in try desk.people() }
        try unsafe output.give(people)
    }
}

/// Lets a person in.
@implementation @_cdecl("tincay_desk_add_person")
public func tincay_desk_add_person(
    _ desk: OpaquePointer?, _ person: UnsafePointer<CChar>?, _ passphrase: UnsafePointer<UInt8>?,
    _ passphrase_size: Int, _ key_file: UnsafePointer<UInt8>?, _ key_file_size: Int,
    _ roles: UnsafePointer<UInt8>?, _ roles_size: Int
) -> tincay_status {
    Call.status { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let person = try unsafe Input.person(person)
        let passphrase = try unsafe Input.passphrase(passphrase, passphrase_size)
        let keyFile = try unsafe Input.optionalBytes(key_file, key_file_size, limit: Input.Limit.keyFile)
        let roles = try unsafe Input.bytes(roles, roles_size, limit: Input.Limit.roles)
        try desk.use { desk throws(VaultError) in
            try unsafe desk.addPerson(person, passphrase: passphrase, keyFile: keyFile, roles: roles)
        }
    }
}

/// Takes a person out, and exchanges the desk's keys.
@implementation @_cdecl("tincay_desk_remove_person")
public func tincay_desk_remove_person(_ desk: OpaquePointer?, _ person: UnsafePointer<CChar>?) -> tincay_status {
    Call.status { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let person = try unsafe Input.person(person)
        try desk.use { desk throws(VaultError) in try desk.removePerson(person) }
    }
}

/// Sets another passphrase for whoever unlocked the desk.
@implementation @_cdecl("tincay_desk_change_passphrase")
public func tincay_desk_change_passphrase(
    _ desk: OpaquePointer?, _ passphrase: UnsafePointer<UInt8>?, _ passphrase_size: Int,
    _ key_file: UnsafePointer<UInt8>?, _ key_file_size: Int, _ new_passphrase: UnsafePointer<UInt8>?,
    _ new_passphrase_size: Int, _ new_key_file: UnsafePointer<UInt8>?, _ new_key_file_size: Int
) -> tincay_status {
    Call.status { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let old = try unsafe Input.bytes(passphrase, passphrase_size, limit: Input.Limit.passphrase.upperBound)
        let oldFile = try unsafe Input.optionalBytes(key_file, key_file_size, limit: Input.Limit.keyFile)
        let new = try unsafe Input.passphrase(new_passphrase, new_passphrase_size)
        let newFile = try unsafe Input.optionalBytes(new_key_file, new_key_file_size, limit: Input.Limit.keyFile)
        try desk.use { desk throws(VaultError) in
            try unsafe desk.changePassphrase(old, keyFile: oldFile, to: new, keyFile: newFile)
        }
    }
}

/// Locks a desk without closing it.
@implementation @_cdecl("tincay_desk_lock")
public func tincay_desk_lock(_ desk: OpaquePointer?) -> tincay_status {
    Call.status { () throws(Status) in
        try unsafe HandleTable.desk(desk).use { desk throws(VaultError) in try desk.lock() }
    }
}

/// Unlocks a desk that was locked.
@implementation @_cdecl("tincay_desk_unlock")
public func tincay_desk_unlock(
    _ desk: OpaquePointer?, _ passphrase: UnsafePointer<UInt8>?, _ passphrase_size: Int,
    _ key_file: UnsafePointer<UInt8>?, _ key_file_size: Int
) -> tincay_status {
    Call.status { () throws(Status) in
        let desk = try unsafe HandleTable.desk(desk)
        let passphrase = try unsafe Input.bytes(
            passphrase, passphrase_size, limit: Input.Limit.passphrase.upperBound)
        let keyFile = try unsafe Input.optionalBytes(key_file, key_file_size, limit: Input.Limit.keyFile)
        try desk.use { desk throws(VaultError) in try unsafe desk.unlock(passphrase: passphrase, keyFile: keyFile) }
    }
}

/// Locks a desk that nobody has used for too long.
@implementation @_cdecl("tincay_desk_tick")
public func tincay_desk_tick(_ desk: OpaquePointer?) -> tincay_status {
    Call.status { () throws(Status) in
        try unsafe HandleTable.desk(desk).use { desk throws(VaultError) in try desk.tick() }
    }
}

/// Makes shares for recovery.
@implementation @_cdecl("tincay_desk_make_recovery")
public func tincay_desk_make_recovery(
    _ desk: OpaquePointer?, _ setup: UnsafePointer<UInt8>?, _ setup_size: Int,
    _ out_shares: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_shares)
        let desk = try unsafe HandleTable.desk(desk)
        let setup = try unsafe Input.bytes(setup, setup_size, limit: Input.Limit.roles)
        let shares = try desk.use { desk throws(VaultError) in try unsafe desk.makeRecovery(setup) }
        try unsafe output.give(shares)
    }
}

/// Tries shares for recovery.
@implementation @_cdecl("tincay_desk_try_recovery")
public func tincay_desk_try_recovery(
    _ desk: OpaquePointer?, _ shares: UnsafePointer<UInt8>?, _ shares_size: Int,
    _ out_result: UnsafeMutablePointer<tincay_bytes>?
) -> tincay_status {
    Call.answers { () throws(Status) in
        let output = try unsafe Output(out_result)
        let desk = try unsafe HandleTable.desk(desk)
        let shares = try unsafe Input.bytes(shares, shares_size, limit: Input.Limit.shares)
        let drill = try desk.use { desk throws(VaultError) in try unsafe desk.tryRecovery(shares) }
        try unsafe output.give(drill.result)
        guard !drill.isMistyped else { throw .invalidInput }
        guard drill.fits else { throw .wrongKey }
    }
}

/// Lets a person in with shares.
@implementation @_cdecl("tincay_desk_recover")
public func tincay_desk_recover(
    _ path: UnsafePointer<CChar>?, _ shares: UnsafePointer<UInt8>?, _ shares_size: Int,
    _ person: UnsafePointer<CChar>?, _ passphrase: UnsafePointer<UInt8>?, _ passphrase_size: Int,
    _ key_file: UnsafePointer<UInt8>?, _ key_file_size: Int
) -> tincay_status {
    Call.answers { () throws(Status) in
        let path = try unsafe Input.path(path)
        let shares = try unsafe Input.bytes(shares, shares_size, limit: Input.Limit.shares)
        let person = try unsafe Input.person(person)
        let passphrase = try unsafe Input.passphrase(passphrase, passphrase_size)
        let keyFile = try unsafe Input.optionalBytes(key_file, key_file_size, limit: Input.Limit.keyFile)
        try HandleTable.checkNotInherited(Input.trueName(of: path))
        try Call.vault { () throws(VaultError) in
            try unsafe Desk.recover(
                path: path, shares: shares, person: person, passphrase: passphrase, keyFile: keyFile)
        }
    }
}
