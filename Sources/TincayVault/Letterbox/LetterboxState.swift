/// What a box remembers between calls: the day, its slots, and what travelled.
///
/// It is kept in one row of fixed size. The only thing in it that tells about reports is which of today's slots are
/// used; the next day overwrites it.
struct LetterboxState: Equatable {
    /// The latest calendar day that the clock has told; it never goes back by itself.
    var day: Int64
    /// The calendar day that the clock told last; it is less than `day` while the clock is behind.
    var told: Int64
    /// The number of today's first slot; every slot with a lower number is a closed day's.
    var first: Int64 = 1
    /// The number that the next slot gets.
    var next: Int64 = 1
    /// The number of the last bundle; 0 before the first.
    var sequence: Int64 = 0
    /// When the last bundle was packed, in milliseconds since 1970; 0 for never.
    var lastPacked: Int64 = 0
    /// When the last receipt was settled, in milliseconds since 1970; 0 for never.
    var lastReceipt: Int64 = 0
    /// How many slots were added for reports beyond a day's own, and not yet saved on a later day.
    var ahead: Int64 = 0
    /// How many slots today began with.
    var opened: Int64 = 0
    /// Which of the slots that today began with hold a report, as bits from the lowest; forgotten with the day.
    var used: Int64 = 0
    /// How many of today's slots no receipt has freed yet, as far as anybody may know.
    var pending: Int64 = 0
    /// The latest calendar day that the machine's running time or a desk's signed time vouches for.
    var confirmed: Int64
    /// How long the machine has run towards the next confirmed day, in milliseconds.
    var ran: Int64 = Self.lead
    /// How long the machine had been on when its running was last counted: whole hours, in milliseconds.
    var uptime: Int64 = 0
    /// By how many days the clock has jumped ahead further than is believed; 0 when it has not.
    var jumped: Int64 = 0
    /// How many thousandths of a report may still come in at once before reports that are not urgent have to wait.
    var allowance: Int64 = 0
    /// When the allowance was reckoned last, in milliseconds since 1970.
    var allowanceTime: Int64 = 0
    /// The number of the last slot that was packed in this round of bundles; 0 when a round begins.
    var cursor: Int64 = 0
    /// The number of the slot of today that holds an open draft; 0 for none.
    var draft: Int64 = 0
    /// The day on which the box was made, as the clock told it.
    var begun: Int64

    /// Starts a box on a day, with no slots yet.
    init(day: Int64, uptime: Int64 = 0) {
        self.day = day
        begun = day
        told = day
        confirmed = day
        restart(uptime: uptime)
    }

    /// How many slots today has.
    var today: Int64 { next - first }
}

extension LetterboxState {
    /// The most days that are made up for at once, so that a clock that jumps by years does not fill the disk.
    static let catchUp: Int64 = 31

    /// Hears which day the clock tells and how long the machine has been on; gives how many slots are to be added, nil
    /// when no day has begun.
    ///
    /// A clock that is behind begins a day with each day that it goes on by, so that today's use is forgotten even
    /// while `day` lies in the future; one that returns to `day` after a start in 1970 begins none.
    mutating func hear(_ now: Int64, uptime: Int64, slotsPerDay: Int64) -> Int64? {
        let run = count(uptime: uptime)
        let elapsed: Int64
        if now > day {
            elapsed = min(now - day, Self.catchUp)
            if !believes(now, after: day, run) { jumped += now - day }
            day = now
        } else if jumped > 0, now >= day - jumped, believes(now, after: day - jumped, run) {
            elapsed = now > day - jumped ? 1 : 0
            trust(now)
        } else {
            elapsed = now > told && now < day ? 1 : 0
        }
        told = now
        confirm()
        guard elapsed > 0 else { return nil }
        let due = elapsed * slotsPerDay
        let saved = min(ahead, due)
        let added = due - saved
        ahead -= saved
        open(added, today: min(added, slotsPerDay))
        return added
    }

    /// Closes today's slots and adds new ones, of which the last `today` are the new day's.
    mutating func open(_ added: Int64, today count: Int64) {
        first = next + added - count
        next += added
        opened = count
        used = 0
        pending = count
        allowance = 0
        allowanceTime = 0
    }

    /// The places, from 0, of the slots that today began with and that hold no report.
    var unused: [Int64] {
        (0..<opened).filter { used & (1 << $0) == 0 }
    }

    /// Notes that a report went into the slot at a place.
    mutating func use(_ place: Int64) {
        used |= 1 << place
    }

    /// Notes that a slot was added to today for a report; gives its number.
    mutating func overflow() -> Int64 {
        defer {
            next += 1
            ahead += 1
            pending += 1
        }
        return next
    }

    /// Notes that one of today's slots was freed, so that it can take a report again; `again` when it was before.
    mutating func refresh(_ number: Int64, again: Bool) {
        release(number)
        if !again { pending = max(0, pending - 1) }
    }

    /// Notes that one of today's slots holds noise again.
    mutating func release(_ number: Int64) {
        let place = number - first
        if place >= 0, place < opened { used &= ~(1 << place) }
    }

}

extension LetterboxState {
    /// How many bytes a state is.
    static let size = 160

    /// The most that any number but a day may be: far below where sums overflow, far above what a box ever reaches.
    static let most: Int64 = 1 << 48

    /// A number from outside, such as a time, as a state can hold it.
    static func count(_ number: Int64) -> Int64 {
        max(0, min(number, most))
    }

    /// The state as bytes: its numbers in the order of their declaration, each of 8 bytes, the lowest first.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: Self.size)
        for number in [
            day, told, first, next, sequence, lastPacked, lastReceipt, ahead, opened, used, pending, confirmed, ran,
            uptime, jumped, allowance, allowanceTime, cursor, draft, begun,
        ] {
            writer.append(number: UInt64(bitPattern: number))
        }
        return writer.bytes
    }

    /// Reads a state; fails when it is none that a box could have written.
    init(bytes: [UInt8], slotsPerDay: Int64) throws(VaultError) {
        var reader = ByteReader(bytes[...])
        func number() throws(VaultError) -> Int64 { Int64(bitPattern: try reader.number()) }
        day = try number()
        told = try number()
        first = try number()
        next = try number()
        sequence = try number()
        lastPacked = try number()
        lastReceipt = try number()
        ahead = try number()
        opened = try number()
        used = try number()
        pending = try number()
        confirmed = try number()
        ran = try number()
        uptime = try number()
        jumped = try number()
        allowance = try number()
        allowanceTime = try number()
        cursor = try number()
        draft = try number()
        begun = try number()
        let days: ClosedRange<Int64> = -(1 << 40)...(1 << 40)
        let counts: ClosedRange<Int64> = 0...Self.most
        guard reader.rest.isEmpty, days.contains(day), days.contains(told), counts.contains(first), first > 0,
            counts.contains(next), first <= next, counts.contains(sequence), counts.contains(lastPacked),
            counts.contains(lastReceipt), counts.contains(ahead), opened >= 0, opened <= slotsPerDay,
            opened <= next - first, used >= 0, used < 1 << opened, pending >= 0, pending <= next - first,
            days.contains(confirmed), days.contains(begun), counts.contains(ran), counts.contains(uptime),
            counts.contains(allowance), counts.contains(allowanceTime), counts.contains(cursor),
            counts.contains(draft), draft < next, draft == 0 || draft >= first, counts.contains(jumped)
        else { throw .badFormat }
    }
}
