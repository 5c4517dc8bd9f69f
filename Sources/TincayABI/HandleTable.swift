internal import TincayIntake
internal import TincayVault

/// What the handles that callers hold stand for.
///
/// A handle is a ticket number in the clothes of a pointer, never an address: its kind, its slot here, and which use of
/// the slot it is. A closed, invented or foreign handle therefore finds nothing, instead of memory that is somebody
/// else's by now.
struct HandleTable {
    /// One thing that a caller opened.
    enum Resource {
        case form(Form)
        case box(Session<Letterbox>)
        case desk(Session<Desk>)
        case draft(DraftTicket)
        case upload(UploadTicket)
        case download(DownloadTicket)
    }

    /// The lowest bits of a ticket: which of the header's types it belongs to.
    enum Kind: UInt {
        case form = 1
        case box = 2
        case desk = 3
        case draft = 4
        case upload = 5
        case download = 6
    }

    /// A place for one resource.
    private struct Slot {
        /// How many resources were here before, with the present one.
        var use: UInt
        /// What is here now.
        var resource: Resource?
    }

    /// How many bits of a ticket tell its kind.
    private static let kindBits: UInt = 3
    /// How many bits of a ticket tell its slot.
    private static let slotBits: UInt = UInt.bitWidth >= 64 ? 20 : 12
    /// How many resources may be open at a time.
    private static let slotLimit = 1 << Int(slotBits)
    /// How often a slot may be used, so that its number fits a ticket.
    private static let useLimit = UInt.max >> (kindBits + slotBits)

    /// Every place there is, used or not.
    private var slots: [Slot] = []
    /// The slots that may be given to the next resource.
    private var vacant: [Int] = []
    /// The files of inherited boxes and desks whose handles this process has closed.
    private var abandoned: [[UInt8]] = []
    /// Whether fork() has been told to leave the table whole.
    private var survivesFork = false

    /// The table of this process; touch it only in `locked`.
    private nonisolated(unsafe) static var shared = HandleTable()

    /// Runs a short step on the table while no other thread does.
    private static func locked<Result>(_ step: (inout HandleTable) throws(Status) -> Result) throws(Status)
        -> Result
    {
        TableLock.lock()
        defer { TableLock.unlock() }
        // SAFETY: the lock is held, and this is the only place that names the table.
        return try unsafe step(&shared)
    }

    /// Gives a resource a ticket.
    static func open(_ resource: Resource) throws(Status) -> OpaquePointer {
        try unsafe locked { table throws(Status) in
            if !table.survivesFork {
                guard TableLock.surviveFork() else { throw .noMemory }
                table.survivesFork = true
            }
            return try unsafe table.insert(resource)
        }
    }

    /// Refuses a file that a parent had open when it forked: SQLite would take the parent's locks for this process's.
    static func checkNotInherited(_ file: [UInt8]) throws(Status) {
        try locked { table throws(Status) in
            let isInherited =
                table.abandoned.contains(file)
                || table.slots.contains { slot in
                    switch slot.resource {
                    case .box(let box): box.isInherited && box.file == file
                    case .desk(let desk): desk.isInherited && desk.file == file
                    case .form, .draft, .upload, .download, nil: false
                    }
                }
            guard !isInherited else { throw .busy }
        }
    }

    /// Finds an open form.
    static func form(_ handle: OpaquePointer?) throws(Status) -> Form {
        guard case .form(let form) = try unsafe find(handle, .form) else { throw .misuse }
        return form
    }

    /// Finds an open box.
    static func box(_ handle: OpaquePointer?) throws(Status) -> Session<Letterbox> {
        guard case .box(let box) = try unsafe find(handle, .box) else { throw .misuse }
        return box
    }

    /// Finds an open desk.
    static func desk(_ handle: OpaquePointer?) throws(Status) -> Session<Desk> {
        guard case .desk(let desk) = try unsafe find(handle, .desk) else { throw .misuse }
        return desk
    }

    /// Finds an open draft.
    static func draft(_ handle: OpaquePointer?) throws(Status) -> DraftTicket {
        guard case .draft(let draft) = try unsafe find(handle, .draft) else { throw .misuse }
        return draft
    }

    /// Finds an open upload.
    static func upload(_ handle: OpaquePointer?) throws(Status) -> UploadTicket {
        guard case .upload(let upload) = try unsafe find(handle, .upload) else { throw .misuse }
        return upload
    }

    /// Finds an open download.
    static func download(_ handle: OpaquePointer?) throws(Status) -> DownloadTicket {
        guard case .download(let download) = try unsafe find(handle, .download) else { throw .misuse }
        return download
    }

    /// The files that are open for a desk.
    static func files(of desk: Session<Desk>) -> [Resource] {
        let found = try? locked { table throws(Status) in
            table.slots.compactMap { slot in
                switch slot.resource {
                case .upload(let ticket) where ticket.desk === desk: slot.resource
                case .download(let ticket) where ticket.desk === desk: slot.resource
                default: nil
                }
            }
        }
        return found ?? []
    }

    /// Ends a ticket and returns what it stood for; nil for NULL, which may always be closed.
    static func close(_ handle: OpaquePointer?, _ kind: Kind) throws(Status) -> Resource? {
        guard let handle = unsafe handle else { return nil }
        return try locked { table throws(Status) in
            let index = try unsafe table.slot(of: handle, kind)
            let resource = table.slots[index].resource
            table.slots[index].resource = nil
            switch resource {
            case .box(let box) where box.isInherited: table.abandoned.append(box.file)
            case .desk(let desk) where desk.isInherited: table.abandoned.append(desk.file)
            default: break
            }
            // A slot whose numbers are used up is never given out again.
            if table.slots[index].use < useLimit {
                table.vacant.append(index)
            }
            return resource
        }
    }

    /// Finds what a ticket of a kind stands for.
    private static func find(_ handle: OpaquePointer?, _ kind: Kind) throws(Status) -> Resource? {
        guard let handle = unsafe handle else { throw .misuse }
        return try locked { table throws(Status) in
            try unsafe table.slots[table.slot(of: handle, kind)].resource
        }
    }

    /// Puts a resource into a slot.
    private mutating func insert(_ resource: Resource) throws(Status) -> OpaquePointer {
        let index: Int
        if let last = vacant.popLast() {
            index = last
        } else {
            guard slots.count < Self.slotLimit else { throw .limit }
            index = slots.count
            slots.append(Slot(use: 0, resource: nil))
        }
        slots[index].use += 1
        slots[index].resource = resource
        let ticket =
            (slots[index].use << Self.slotBits | UInt(index)) << Self.kindBits
            | Self.kind(of: resource).rawValue
        // The use is at least 1, so the ticket is not 0.
        guard let handle = unsafe OpaquePointer(bitPattern: ticket) else { throw .defect }
        return unsafe handle
    }

    /// Finds the slot that a ticket names, when it is still the ticket's.
    private func slot(of handle: OpaquePointer, _ kind: Kind) throws(Status) -> Int {
        let ticket = UInt(bitPattern: handle)
        guard ticket & (1 << Self.kindBits - 1) == kind.rawValue else { throw .misuse }
        let index = Int(ticket >> Self.kindBits & (1 << Self.slotBits - 1))
        guard slots.indices.contains(index), slots[index].resource != nil,
            slots[index].use == ticket >> (Self.kindBits + Self.slotBits)
        else { throw .misuse }
        return index
    }

    /// Tells which kind a resource is.
    private static func kind(of resource: Resource) -> Kind {
        switch resource {
        case .form: .form
        case .box: .box
        case .desk: .desk
        case .draft: .draft
        case .upload: .upload
        case .download: .download
        }
    }
}
