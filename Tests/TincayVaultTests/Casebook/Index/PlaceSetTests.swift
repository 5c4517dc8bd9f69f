import Testing

@testable import TincayVault

@Suite struct PlaceSetTests {
    /// The places of a set among so many.
    private func places(_ set: PlaceSet, of room: Int) -> [Int] {
        var bits = PlaceBits(room: room)
        set.add(to: &bits)
        return [Int](bits)
    }

    /// Bits of a part in which each report has a value with so many in a thousand.
    private func part(_ share: Int, _ random: inout SplitMix) -> [UInt64] {
        (0..<4).map { _ in
            (0..<64).reduce(UInt64(0)) { word, bit in random.next(1000) < share ? word | 1 << UInt64(bit) : word }
        }
    }

    @Test(arguments: [0, 1, 20, 500, 1000], [256, 2560, 25_600])
    func whatIsAddedByPartsIsWhatIsAddedOneByOne(share: Int, room: Int) {
        var random = SplitMix(seed: UInt64(share + room))
        var together = PlaceSet()
        var apart = PlaceSet()
        for first in stride(from: 0, to: room, by: 256) {
            let words = part(share, &random)
            together.insert(words[...], from: first, of: room)
            for place in 0..<256 where words[place >> 6] >> UInt64(place & 63) & 1 != 0 {
                apart.insert(first + place, of: room)
            }
        }
        #expect(places(together, of: room) == places(apart, of: room))
        #expect(together.count == apart.count)
        guard apart.count > 0 else { return }
        let some = places(apart, of: room)[random.next(apart.count)]
        together.remove(some)
        apart.remove(some)
        #expect(places(together, of: room) == places(apart, of: room))
        #expect(together.count == apart.count)
    }

    @Test func whatIsThereAlreadyIsNotCountedTwice() {
        var set = PlaceSet()
        for place in 0..<100 { set.insert(place, of: 256) }
        set.insert([.max, .max, 0, 0], from: 0, of: 256)
        #expect(set.count == 128)
        set.insert([.max, .max, 0, 0], from: 0, of: 256)
        #expect(set.count == 128)
    }
}
