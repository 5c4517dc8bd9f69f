/// A member whose value chooses one of the branches of `oneOf` or `anyOf`, as the profile may.
struct Discriminator: Sendable {
    /// One branch.
    struct Branch: Sendable {
        /// The values that choose it.
        let values: ValueSet
        /// Its schema.
        let schema: JSONValue
        /// The number under which its schema can be asked on its own.
        let entry: Int
    }

    /// The member's name.
    let name: [UInt8]
    /// The branches.
    let branches: [Branch]

    /// The branch that an object has chosen.
    func branch(of object: JSONValue) -> Branch? {
        guard let value = object.member(name) else { return nil }
        return branches.first { $0.values.holds(value) }
    }
}
