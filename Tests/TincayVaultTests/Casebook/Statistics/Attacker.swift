@testable import TincayVault

/// Somebody who has every published table and works out by trial what can be known: all populations that fit.
///
/// It shares no code with what protects the tables but the layout of cells, and never gives up with a wrong answer.
struct Attacker {
    /// A number of cases that is known to lie between two others.
    private struct Bound {
        /// The kinds that are counted.
        let kinds: [Int]
        /// The least.
        let low: Int
        /// The most.
        let high: Int
    }

    /// More cases of one kind than there are ever.
    private static let most = 90
    /// What was published.
    private var bounds: [Bound] = []
    /// The bounds of each kind.
    private var uses: [[Int]]
    /// The true population, near which it looks first.
    private let truth: [Int]
    /// Where it looks first for what it is asked.
    private var aim: [Int] = []
    /// How many guesses one question may take.
    private let patience: Int
    /// How many guesses it took.
    private var guesses = 0

    /// Starts with nothing known.
    init(truth: [Int], patience: Int = 600) {
        self.truth = truth
        self.patience = patience
        uses = truth.map { _ in [] }
    }

    /// Learns a number.
    mutating func learn(_ kinds: [Int], between low: Int, and high: Int) {
        bounds.append(Bound(kinds: kinds, low: low, high: high))
        for kind in kinds { uses[kind].append(bounds.count - 1) }
    }

    /// Whether some population fits in which so many cases are of some kinds; nil when it could not find out.
    mutating func canBe(_ kinds: [Int], between low: Int, and high: Int) -> Bool? {
        let now = kinds.reduce(0) { $0 + truth[$1] }
        aim = truth
        for (place, kind) in kinds.enumerated() {
            if now < low { aim[kind] += (low - now) / kinds.count + (place < (low - now) % kinds.count ? 1 : 0) }
            if now > high { aim[kind] = 0 }
        }
        learn(kinds, between: low, and: high)
        defer {
            bounds.removeLast()
            for kind in kinds { uses[kind].removeLast() }
        }
        guesses = 0
        var least = [Int](repeating: 0, count: truth.count)
        var most = [Int](repeating: Self.most, count: truth.count)
        return search(&least, &most, Array(bounds.indices))
    }

    /// Narrows every kind down as far as the bounds say; false when nothing fits.
    private func narrow(_ least: inout [Int], _ most: inout [Int], _ first: [Int]) -> Bool {
        var waiting = first
        var isWaiting = [Bool](repeating: false, count: bounds.count)
        for bound in waiting { isWaiting[bound] = true }
        while let place = waiting.popLast() {
            isWaiting[place] = false
            let bound = bounds[place]
            var low = 0
            var high = 0
            for kind in bound.kinds {
                low += least[kind]
                high += most[kind]
            }
            guard low <= bound.high, high >= bound.low else { return false }
            for kind in bound.kinds {
                let newMost = min(most[kind], bound.high - (low - least[kind]))
                let newLeast = max(least[kind], bound.low - (high - most[kind]))
                guard newLeast <= newMost else { return false }
                guard newMost != most[kind] || newLeast != least[kind] else { continue }
                low += newLeast - least[kind]
                high += newMost - most[kind]
                least[kind] = newLeast
                most[kind] = newMost
                for use in uses[kind] where !isWaiting[use] {
                    isWaiting[use] = true
                    waiting.append(use)
                }
            }
        }
        return true
    }

    /// Guesses one kind after the other.
    private mutating func search(_ least: inout [Int], _ most: inout [Int], _ first: [Int]) -> Bool? {
        guesses += 1
        guard guesses <= patience else { return nil }
        guard narrow(&least, &most, first) else { return false }
        var chosen: (kind: Int, width: Int)?
        for kind in truth.indices {
            let width = most[kind] - least[kind]
            if width > 0, width < chosen?.width ?? .max { chosen = (kind, width) }
        }
        guard let kind = chosen?.kind else { return true }
        let aim = aim[kind]
        let range = least[kind]...most[kind]
        var isSure = true
        // From where it looks first outwards.
        for distance in max(0, range.lowerBound - aim, aim - range.upperBound)...Self.most * 2 {
            for number in distance == 0 ? [aim] : [aim - distance, aim + distance] where range.contains(number) {
                var (newLeast, newMost) = (least, most)
                newLeast[kind] = number
                newMost[kind] = number
                switch search(&newLeast, &newMost, uses[kind]) {
                case true?: return true
                case false?: break
                case nil: isSure = false
                }
                guard guesses <= patience else { return nil }
            }
            guard distance < range.upperBound - aim || distance < aim - range.lowerBound else { break }
        }
        return isSure ? false : nil
    }
}
