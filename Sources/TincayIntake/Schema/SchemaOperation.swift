/// What one step of a program does; the numbers it works on stand in the step.
enum SchemaOperation: UInt8, BitwiseCopyable, Sendable {
    /// Any value: is it on a list (first: the value table).
    case enumeration
    /// Any value: ask another schema (first: its place), or the one that the dynamic scope has (second: the anchor).
    case reference, dynamicReference
    /// Any value: ask several schemas (first: where their places are listed, second: how many).
    case allOf, anyOf, oneOf
    /// Any value: ask a schema that must not hold; or one that decides between two others, below zero for none.
    case not, condition
    /// A number: compare (first: the limit), or divide (first: the divisor).
    case maximum, exclusiveMaximum, minimum, exclusiveMinimum, multipleOf
    /// A string: count code points (first: the limit), or match (first: the pattern, format or content).
    case maxLength, minLength, pattern, format, content
    /// An array: count elements (first: the limit).
    case maxItems, minItems
    /// An array: no element twice.
    case uniqueItems
    /// An array: ask a schema for each position (first: where they are listed, second: how many, third: for the rest).
    case elements
    /// An array: count what a schema accepts (first: its place, second: at least, third: at most).
    case contains
    /// An object: count members (first: the limit).
    case maxProperties, minProperties
    /// An object: everything that looks up members by name (first: the plan).
    case members
    /// An object: ask a schema about each name (first: its place).
    case propertyNames
    /// An object: if one member is there, others must be (first: where the names are listed, second: how many).
    case dependentRequired
    /// An object: if a member is there (first: its name), ask a schema (second: its place).
    case dependentSchema
    /// What no other keyword has looked at (first: the schema's place).
    case unevaluatedItems, unevaluatedProperties
}
