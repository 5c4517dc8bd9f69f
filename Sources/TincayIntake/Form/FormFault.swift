/// What is wrong with a form, and where in it.
public struct FormFault: Equatable, Sendable {
    /// What is wrong; names never change.
    public enum Code: UInt8, Sendable, CaseIterable {
        /// A keyword's value is not what JSON Schema asks for.
        case schema
        /// `$schema` names a dialect, or a vocabulary that is required, which the engine does not speak.
        case dialect
        /// A reference leads nowhere, or a name stands for two places.
        case reference
        /// A text is not a regular expression.
        case pattern
        /// A regular expression cannot be matched in linear time.
        case patternNotLinear
        /// The form's regular expressions, or its schemas, are too many.
        case tooLarge
        /// Schemas lead to each other in a circle that no answer ends.
        case circular
        /// An `x-tincay` annotation makes no sense.
        case annotation
        /// A local limit is laxer than the law's.
        case law
        /// What the host gave along with the form is none of the things that can be given.
        case resource

        /// The name in reviews.
        var name: StaticString {
            switch self {
            case .schema: "schema"
            case .dialect: "dialect"
            case .reference: "reference"
            case .pattern: "pattern"
            case .patternNotLinear: "patternNotLinear"
            case .tooLarge: "tooLarge"
            case .circular: "circular"
            case .annotation: "annotation"
            case .law: "law"
            case .resource: "resource"
            }
        }
    }

    /// What is wrong.
    public let code: Code
    /// The JSON Pointer of the place in the form.
    public let path: [UInt8]

    /// Puts a fault together.
    public init(code: Code, path: [UInt8]) {
        self.code = code
        self.path = path
    }
}
