import Glibc
import TincayIntake

/// Goes through documents again and again for some seconds of one core.
struct Rate {
    /// The texts.
    let documents: [[UInt8]]
    /// How long to go on.
    let seconds: Double

    /// Prints how many documents a second are parsed and worked on.
    func show(_ name: String, _ work: (JSONValue) -> Void) {
        var done = 0
        let begin = Self.now
        var spent = 0.0
        while spent < seconds {
            for document in documents {
                guard let parsed = try? JSONDocument(parsing: document, limits: .report) else { continue }
                work(parsed.root)
            }
            done += documents.count
            spent = Self.now - begin
        }
        print("\(name)\t\(Int(Double(done) / spent))")
    }

    /// Seconds that this process has worked.
    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
