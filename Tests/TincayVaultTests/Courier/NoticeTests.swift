import Testing
import TincayCrypto

@testable import TincayVault

@Suite struct NoticeTests {
    @Test func aNoticeIsReadAsItWasWritten() throws {
        let authority = try TestAuthority()
        let bytes = try authority.notice(.directory, "{}", by: [0, 2])
        let read = try Notice(bytes)
        #expect(read.kind == .directory && read.body == Array("{}".utf8))
        #expect(read.signatures.map(\.deskID) == [authority.signers[0].deskID, authority.signers[2].deskID])
        #expect(read.bytes == bytes)
        #expect(bytes.count == 16 + 2 + 2 * 80)
    }

    @Test func everyChangedByteIsFoundOutByWhoPinnedTheSigners() throws {
        let authority = try TestAuthority()
        let pinned = try authority.pinned()
        let bytes = try authority.notice(.directory, #"{"tincay":"directory"}"#, by: [0, 1])
        try pinned.verify(Notice(bytes))
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                #expect(throws: VaultError.self) { try pinned.verify(Notice(changed)) }
            }
        }
        for count in bytes.indices {
            #expect(throws: VaultError.badFormat) { try Notice([UInt8](bytes.prefix(count))) }
        }
        #expect(throws: VaultError.badFormat) { try Notice(bytes + [0]) }
    }

    @Test func aDirectoryNeedsTwoSignersAndAPackOne() throws {
        let authority = try TestAuthority()
        let pinned = try authority.pinned()
        for places in [[], [0], [1], [2]] {
            #expect(throws: VaultError.wrongKey) {
                try pinned.verify(Notice(authority.notice(.directory, "{}", by: places)))
            }
        }
        for places in [[0, 1], [2, 0], [0, 1, 2]] {
            try pinned.verify(Notice(authority.notice(.directory, "{}", by: places)))
        }
        #expect(throws: VaultError.wrongKey) { try pinned.verify(Notice(authority.notice(.pack, "{}", by: []))) }
        try pinned.verify(Notice(authority.notice(.pack, "{}", by: [1])))
    }

    @Test func oneSignerNeverCountsForTwo() throws {
        let authority = try TestAuthority()
        let once = try authority.notice(.directory, "{}", by: [0])
        var twice = once + once.suffix(80)
        twice[2] = 2
        #expect(throws: VaultError.badFormat) { try Notice(twice) }
        var notice = try Notice(once)
        try notice.sign(as: authority.signers[0].deskID, with: authority.signers[0].signing)
        #expect(notice.bytes == once)
    }

    @Test func strangersCountForNothingAndAPinnedSignatureThatFailsIsNeverPassedOver() throws {
        let authority = try TestAuthority()
        let pinned = try authority.pinned()
        var notice = try Notice(authority.notice(.directory, "{}", by: [0, 1]))
        let stranger = try TestDesk(name: "stranger")
        try notice.sign(as: stranger.deskID, with: stranger.signing)
        try pinned.verify(notice)
        try notice.sign(as: authority.signers[2].deskID, with: stranger.signing)
        #expect(throws: VaultError.tampered) { try pinned.verify(notice) }
        #expect(throws: VaultError.tampered) { try pinned.check(notice) }
        #expect(throws: VaultError.wrongKey) {
            try Authority.none.verify(Notice(authority.notice(.pack, "{}", by: [0])))
        }
    }

    @Test func aSignatureForOneKindIsNoneForTheOther() throws {
        let authority = try TestAuthority()
        var bytes = try authority.notice(.directory, "{}", by: [0, 1])
        bytes[1] = NoticeKind.pack.rawValue
        #expect(throws: VaultError.tampered) { try authority.pinned().verify(Notice(bytes)) }
    }

    @Test func whatANewerLibraryWroteIsSaidToBeNewer() throws {
        let bytes = try TestAuthority().notice(.pack, "{}", by: [0])
        for (place, value) in [(0, UInt8(2)), (1, 3)] {
            var newer = bytes
            newer[place] = value
            #expect(throws: VaultError.tooNew) { try Notice(newer) }
        }
        let body = #"{"tincay":"pack","version":2,"anything":1}"#
        #expect(throws: VaultError.tooNew) { try NoticeContent(.pack, body: Array(body.utf8)) }
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"tincay":"pack","version":1}"#,
        #"{"tincay":"directory","version":1,"number":1,"issued":"2026-02-30","desks":[]}"#,
        #"{"tincay":"directory","version":1,"number":1,"issued":"2026-02-03","desks":[]}"#,
        #"{"tincay":"directory","version":1,"number":0,"issued":"2026-02-03","desks":[{}]}"#,
        #"{"tincay":"pack","version":1,"name":"n","number":1,"issued":"2026-02-03"}"#,
        #"{"tincay":"pack","version":1,"name":"n","number":1,"issued":"2026-02-03","form":1}"#,
        #"{"tincay":"pack","version":1,"name":"","number":1,"issued":"2026-02-03","form":{}}"#,
        #"{"tincay":"pack","version":1,"name":"n","number":1e30,"issued":"2026-02-03","form":{}}"#,
        #"{"tincay":"pack","version":1,"name":"n","number":1,"issued":"2026-02-03","form":{},"more":1}"#,
        #"{"tincay":"pack","version":1,"name":"n","number":1,"issued":"2026-02-03","languages":[{"form":"f"}]}"#,
    ])
    func aBodyThatMakesNoSenseIsRefused(_ body: String) {
        for kind in NoticeKind.allCases {
            #expect(throws: VaultError.self) { try NoticeContent(kind, body: Array(body.utf8)) }
        }
    }

    @Test func aDirectoryWithACardThatItsDeskDidNotSignIsRefused() throws {
        let desk = try TestDesk(name: "desk")
        let body =
            #"{"tincay":"directory","version":1,"number":1,"issued":"2026-02-03","desks":[\#(desk.named())]}"#
        _ = try NoticeContent(.directory, body: Array(body.utf8))
        let renamed = body.replacing(#""name":"desk""#, with: #""name":"dusk""#)
        #expect(throws: VaultError.tampered) { try NoticeContent(.directory, body: Array(renamed.utf8)) }
        let twice = body.replacing(#""desks":["#, with: #""desks":[\#(desk.named()),"#)
        #expect(throws: VaultError.invalidInput) { try NoticeContent(.directory, body: Array(twice.utf8)) }
        let away = body.replacing(#""offsite":false"#, with: #""offsite":true"#)
        #expect(throws: VaultError.invalidInput) { try NoticeContent(.directory, body: Array(away.utf8)) }
    }
}
