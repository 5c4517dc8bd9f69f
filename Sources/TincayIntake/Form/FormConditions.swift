/// The conditions of a form: schemas inside it that are asked on their own.
struct FormConditions {
    /// The schemas, in the order of their numbers.
    private(set) var schemas: [JSONValue] = []
    /// The number of each, by its place in the document.
    private var numbers: [JSONIdentity: Int] = [:]

    /// The number of a condition, which is noted when it is new.
    mutating func number(of schema: JSONValue) throws(FormError) -> Int {
        guard schema.kind == .object || schema.kind == .boolean else {
            throw .refused(.annotation, at: schema)
        }
        if let number = numbers[schema.identity] { return number }
        let number = schemas.count
        numbers[schema.identity] = number
        schemas.append(schema)
        return number
    }
}
