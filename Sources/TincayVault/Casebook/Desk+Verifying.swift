import TincayIntake

extension Desk {
    /// Verifies the ledger in the file, from its first entry to its end, that every case has its report, and that
    /// the ledger has every end that points have seen of it.
    public func verify() throws(VaultError) -> Verified {
        let keys = try unlocked()
        try store.reread()
        var walked = LedgerChain(header: header)
        var bad: Int64?
        var kept: [[UInt8]: Int64] = [:]
        try store.walk { (number, row) throws(VaultError) in
            do throws(VaultError) {
                guard number == walked.number + 1 else { throw .tampered }
                let entry = try walked.follow(row, keys: keys)
                // What was kept once more is judged by the last time.
                if entry.type == .kept { kept[entry.open] = number }
                return true
            } catch {
                guard error.isDamage else { throw error }
                bad = walked.number + 1
                return false
            }
        }
        let last = try? LedgerEnd(store.end())
        // What this desk has written is known, so that a file that went back to an older head is found out, too.
        let end = max(last?.number ?? 0, chain.number)
        if bad == nil, walked.number != end { bad = min(walked.number, end) + 1 }
        let isAuthentic = try last?.verify(header, keys: keys) == true
        let isEnd = isAuthentic && last?.ends(walked) == true && walked.hash == chain.hash
        let incomplete = try firstIncomplete()
        let formless = try firstIncomplete(of: kept)
        let strangers = try strangePeople()
        bad = [bad, incomplete, formless, strangers.compactMap { $0.number }.min()].compactMap { $0 }.min()
        let witnessed = try witnessed()
        let files = try checkFiles()
        let ok =
            bad == nil && isEnd && strangers.isEmpty && witnessed.allSatisfy { $0.ok } && files.ok
        // Only an end that somebody at the desk wrote is signed for others.
        let head =
            isAuthentic ? last.map { LedgerHead($0, of: header.deskID, signing: keys.signing) } : nil
        return Verified(
            ok: ok, result: result(ok, entries: walked.number, head: head, bad: bad, strangers, witnessed, files))
    }

    /// The first filing whose body is not what was filed, or whose keys do not open, as far as the person has what opens
    /// them; nil when every case is complete.
    private func firstIncomplete() throws(VaultError) -> Int64? {
        let keys = try unlocked()
        var first: Int64?
        for (id, known) in caseload.known {
            if case .shredded = known.fate { continue }
            let key = try store.key(known.number)
            let body = try store.body(known.number)
            if case .open = known.fate, let key, let body, Self.bodyHash(body) == known.bodyHash,
                try CaseKeys.opens(key, id: id, header: header, keys: keys)
            {
                continue
            }
            first = min(first ?? known.number, known.number)
        }
        return first
    }

    /// The first entry of some that kept forms, by the forms' hashes, whose form is not there any more; nil when all are.
    private func firstIncomplete(of kept: [[UInt8]: Int64]) throws(VaultError) -> Int64? {
        var first: Int64?
        for (hash, number) in kept where try source(of: hash) == nil { first = min(first ?? number, number) }
        return first
    }

    /// Writes the findings.
    private func result(
        _ ok: Bool, entries: Int64, head: LedgerHead?, bad: Int64?, _ strangers: [StrangePerson],
        _ witnessed: [(witness: Witness, ok: Bool)], _ files: AttachmentCheck
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("ok")
        writer.boolean(ok)
        writer.name("entries")
        writer.integer(entries)
        writer.name("head")
        writer.beginObject()
        writer.name("number")
        writer.integer(head?.number ?? 0)
        writer.name("hash")
        writer.text(Hexadecimal.text(head?.hash ?? []))
        writer.name("signature")
        writer.text(Hexadecimal.text(head?.signature ?? []))
        writer.endObject()
        writer.name("bad")
        if let bad { writer.integer(bad) } else { writer.null() }
        writer.name("people")
        writer.beginArray()
        for stranger in strangers { stranger.write(to: &writer) }
        writer.endArray()
        write(witnessed, to: &writer)
        files.write(to: &writer)
        writer.endObject()
        return writer.bytes
    }
}
