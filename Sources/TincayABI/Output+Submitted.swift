internal import TincayVault

extension Output {
    /// Gives the result of a report, and fails when it was not kept: the result comes all the same.
    func give(_ submitted: Submitted) throws(Status) {
        try unsafe give(submitted.checked.result)
        guard submitted.checked.accepted else { throw .invalidReport }
        if let obstacle = submitted.obstacle { throw Status(obstacle) }
    }
}
