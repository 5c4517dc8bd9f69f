import TincayIntake

extension Desk {
    /// The longest that a hold may last, in days.
    private static let longestHold: Int64 = 3_653

    /// Refuses a step about a hold that is out of turn, or that takes another person.
    func check(_ change: HoldChange, _ progress: CaseProgress) throws(VaultError) {
        let now = clock.now()
        let today = now.days
        if change.stage == .placed {
            guard change.until >= today, change.until <= today + Self.longestHold else { throw .invalidInput }
            guard progress.takesHold(at: now) else { throw .tooLarge }
            return
        }
        // Who wants a case kept after that places a hold anew, so that the second person has all of a week again.
        guard let hold = progress.holds(at: now).first(where: { $0.number == change.hold }) else { throw .notFound }
        switch change.stage {
        case .placed: break
        case .confirmed:
            guard !hold.isConfirmed else { throw .notAllowed }
            guard hold.person != person else { throw .samePerson }
        case .withdrawn:
            // Nobody takes back what another wants kept; what two want takes two to lift.
            guard !hold.isConfirmed, hold.person == person else { throw .notAllowed }
        case .lifting:
            guard hold.isConfirmed, hold.lifter == nil else { throw .notAllowed }
        case .lifted:
            guard let lifter = hold.lifter else { throw .notAllowed }
            guard lifter != person else { throw .samePerson }
        case .keeping:
            guard hold.lifter != nil else { throw .notAllowed }
        }
    }
}
