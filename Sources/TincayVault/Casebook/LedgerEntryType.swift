/// What can be entered in a ledger.
enum LedgerEntryType: UInt8, CaseIterable {
    /// The desk came into being.
    case created = 1
    /// Somebody unlocked the desk.
    case unlocked = 2
    /// A form was kept.
    case kept = 3
    /// A report became a case.
    case filed = 4
    /// A bundle was taken in.
    case collected = 5
    /// An item of a bundle was left out.
    case setAside = 6
    /// Somebody opened a report.
    case read = 7
    /// Somebody wrote something down.
    case note = 8
    /// A case moved on.
    case status = 9
    /// A case was given to somebody.
    case assigned = 10
    /// A report's keys were destroyed.
    case shredded = 11
    /// Shares of a report's closed sections were given to another desk.
    case shared = 12
    /// Shares that another desk gave were taken in.
    case combined = 13
    /// A point has seen this ledger end where it does not end: an older file was put back.
    case rolledBack = 14
    /// The desk signed a notice.
    case signed = 16
    /// The desk took a notice in.
    case posted = 17
    /// A person was let in.
    case personAdded = 18
    /// A person was taken out.
    case personRemoved = 19
    /// A person has another passphrase.
    case passphraseChanged = 20
    /// Every key was exchanged.
    case rekeyed = 21
    /// Somebody tried wrong passphrases.
    case failedUnlock = 22
    /// The desk was locked.
    case locked = 23
    /// Shares for recovery were made.
    case recoveryMade = 24
    /// Shares for recovery were tried.
    case recoveryTried = 25
    /// A person was let in with shares for recovery.
    case recovered = 26
    /// A step of the procedure was taken.
    case step = 30
    /// A child needs something, or no longer.
    case need = 31
    /// A service was asked for, or moved on.
    case service = 32
    /// What was told was verified, or not.
    case verification = 33
    /// A case became more urgent, or somebody wants it to be less so.
    case urgency = 34
    /// A case has to do with another.
    case linked = 35
    /// A case has nothing to do with another after all.
    case unlinked = 36
    /// An official form was filled in from a report.
    case exported = 37
    /// A report was compared with all others.
    case compared = 38
    /// The desk decided on its own deadlines, periods or calendar.
    case decided = 39
    /// A case has to be kept, or no longer.
    case hold = 40
    /// Somebody looked for words in reports.
    case searched = 48
    /// Somebody looked for a person's data.
    case subjectSearched = 50
    /// A person's data in a report were given.
    case subjectGiven = 51
    /// Somebody asked what a breach may have exposed.
    case breachReviewed = 52
    /// Sections of a report were referred to another desk.
    case referred = 72
    /// The same referral was sealed again.
    case referredAgain = 73
    /// A report came here by a referral.
    case referralFiled = 74
    /// This desk answered a referral.
    case answered = 75
    /// Something came back about a referral, or a message about one was acknowledged.
    case referralReply = 76
    /// This desk took a referral back.
    case withdrew = 77
    /// Another desk took a referral back.
    case withdrawn = 78
    /// Another desk became known here, or what its reports are taken for changed.
    case deskKnown = 79
    /// A file is kept with a report.
    case attached = 56
    /// Somebody opened a file.
    case attachmentRead = 57
    /// A file's key was destroyed.
    case detached = 58
    /// A table was published.
    case released = 64

    /// The name in JSON.
    var name: StaticString {
        switch self {
        case .created: "created"
        case .unlocked: "unlocked"
        case .kept: "kept"
        case .filed: "filed"
        case .collected: "collected"
        case .setAside: "set_aside"
        case .read: "read"
        case .note: "note"
        case .status: "status"
        case .assigned: "assigned"
        case .shredded: "shredded"
        case .shared: "shared"
        case .combined: "combined"
        case .rolledBack: "rolled_back"
        case .signed: "signed"
        case .posted: "posted"
        case .personAdded: "person_added"
        case .personRemoved: "person_removed"
        case .passphraseChanged: "passphrase_changed"
        case .rekeyed: "rekeyed"
        case .failedUnlock: "failed_unlock"
        case .locked: "locked"
        case .recoveryMade: "recovery_made"
        case .recoveryTried: "recovery_tried"
        case .recovered: "recovered"
        case .searched: "searched"
        case .subjectSearched: "subject_searched"
        case .subjectGiven: "subject_given"
        case .breachReviewed: "breach_reviewed"
        case .step: "step"
        case .need: "need"
        case .service: "service"
        case .verification: "verification"
        case .urgency: "urgency"
        case .linked: "linked"
        case .unlinked: "unlinked"
        case .exported: "exported"
        case .compared: "compared"
        case .decided: "decided"
        case .hold: "hold"
        case .referred: "referred"
        case .referredAgain: "referred_again"
        case .referralFiled: "referral_filed"
        case .answered: "answered"
        case .referralReply: "referral_reply"
        case .withdrew: "withdrew"
        case .withdrawn: "withdrawn"
        case .deskKnown: "desk_known"
        case .attached: "attached"
        case .attachmentRead: "attachment_read"
        case .detached: "detached"
        case .released: "released"
        }
    }

    /// Whether somebody came to know what a report says.
    var opensReport: Bool {
        switch self {
        case .read, .shared, .exported, .subjectGiven: true
        default: false
        }
    }

    /// Whether an entry of this type may tell something in words.
    var mayHaveWords: Bool {
        switch self {
        case .filed, .read, .assigned, .shared, .combined, .shredded, .subjectGiven, .attached, .attachmentRead: false
        default: true
        }
    }
    /// Whether it is about a referral between desks.
    var isReferral: Bool { (72...79).contains(rawValue) }

    /// Whether a case's state depends on what an entry of this type tells.
    var changesCase: Bool {
        switch self {
        case .filed, .status, .assigned: true
        case .step, .need, .service, .verification, .urgency, .linked, .unlinked, .hold: true
        case .referred, .referralFiled, .answered, .referralReply: true
        default: false
        }
    }

    /// Whether an entry of this type says that somebody works on a case, so that it is kept longer.
    var isActivity: Bool {
        switch self {
        case .note, .assigned, .step, .need, .service, .verification, .urgency, .linked, .unlinked: true
        case .referred, .referredAgain, .answered: true
        default: false
        }
    }
}
