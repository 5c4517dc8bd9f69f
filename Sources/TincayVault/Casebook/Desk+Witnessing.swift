import TincayCrypto
import TincayIntake

extension Desk {
    /// The heads in a bundle that are worth keeping: one of this desk's only when this desk has signed it, so that nobody
    /// can say of the desk that its ledger was ever longer.
    func genuine(_ heads: [WitnessedHead]) -> [WitnessedHead] {
        heads.filter { $0.deskID != header.deskID || $0.verify(with: header.signKey) }
    }

    /// Enters each head of this desk's that its ledger does not have, once for each point.
    func compare(
        _ heads: [WitnessedHead], seenBy point: Point, in batch: inout LedgerBatch
    ) throws(VaultError) {
        for head in heads where head.deskID == header.deskID {
            let witness = Witness(pointID: point.id, head: head)
            guard try !holds(head), !caseload.witnesses.contradictions.contains(witness) else { continue }
            try enter(.rolledBack, open: witness.bytes, in: &batch)
        }
    }

    /// Whether this desk's ledger once ended here: each row begins with the hash of the ledger before it.
    private func holds(_ head: WitnessedHead) throws(VaultError) -> Bool {
        guard head.number > 0, head.number <= chain.number else { return false }
        guard head.number < chain.number else { return head.hash == chain.hash }
        return try store.entry(head.number + 1)?.starts(with: head.hash) == true
    }

    /// Every end that points have seen of this ledger, and whether it is in it.
    func witnessed() throws(VaultError) -> [(witness: Witness, ok: Bool)] {
        var checked: [(witness: Witness, ok: Bool)] = []
        for witness in caseload.witnesses.ends(of: header.deskID) { checked.append((witness, try holds(witness.head))) }
        return checked
    }

    /// Writes where points have seen this ledger end, and where they have seen others'.
    func write(_ witnessed: [(witness: Witness, ok: Bool)], to writer: inout JSONWriter) {
        writer.name("rolled_back")
        writer.boolean(witnessed.contains { !$0.ok })
        writer.name("witnessed")
        writer.beginArray()
        for (witness, ok) in witnessed {
            writer.beginObject()
            write(witness, to: &writer)
            writer.name("ok")
            writer.boolean(ok)
            writer.endObject()
        }
        writer.endArray()
        writer.name("others")
        writer.beginArray()
        for witness in caseload.witnesses.ends(of: header.deskID, orOthers: true) {
            writer.beginObject()
            writer.name("desk")
            writer.text(Hexadecimal.text(witness.head.deskID))
            write(witness, to: &writer)
            writer.name("time")
            writer.text(witness.head.time.text)
            writer.name("hash")
            writer.text(Hexadecimal.text(witness.head.hash))
            writer.name("signature")
            writer.text(Hexadecimal.text(witness.head.signature))
            writer.endObject()
        }
        writer.endArray()
    }

    /// Writes which point has seen a ledger end, and with which entry.
    private func write(_ witness: Witness, to writer: inout JSONWriter) {
        writer.name("point")
        writer.text(caseload.points[witness.pointID] ?? [])
        writer.name("number")
        writer.integer(witness.head.number)
    }
}
