/// Why two reports may be about the same child or the same person, or may not, and how much that says.
enum SimilarityReason: CaseIterable {
    case sameNumber
    case sameName
    case sameNameWithoutMarks
    case sameGivenName
    case sameMiddleName
    case sameRareFamilyName
    case samePhone
    case sameBirthDate
    case sameBirthYear
    case nearAge
    case sameCommune
    case mergedCommune
    case sameAccused
    case sameRelation
    case samePlace
    case otherSex
    case otherAge

    /// The code in JSON.
    var code: StaticString {
        switch self {
        case .sameNumber: "PERSONAL_NUMBER"
        case .sameName: "CHILD_NAME"
        case .sameNameWithoutMarks: "CHILD_NAME_FOLDED"
        case .sameGivenName: "CHILD_GIVEN_NAME"
        case .sameMiddleName: "CHILD_MIDDLE_NAME"
        case .sameRareFamilyName: "CHILD_FAMILY_NAME"
        case .samePhone: "PHONE"
        case .sameBirthDate: "BIRTH_DATE"
        case .sameBirthYear: "BIRTH_YEAR"
        case .nearAge: "AGE"
        case .sameCommune: "COMMUNE"
        case .mergedCommune: "COMMUNE_MERGED"
        case .sameAccused: "ACCUSED"
        case .sameRelation: "RELATION"
        case .samePlace: "PLACE"
        case .otherSex: "SEX_DIFFERS"
        case .otherAge: "AGE_DIFFERS"
        }
    }

    /// How much it says; families share so few names that a common one says nothing.
    var weight: Int64 {
        switch self {
        case .sameNumber: 20
        case .sameName: 8
        case .sameNameWithoutMarks: 6
        case .sameGivenName: 3
        case .sameMiddleName: 1
        case .sameRareFamilyName: 1
        case .samePhone: 6
        case .sameBirthDate: 5
        case .sameBirthYear: 2
        case .nearAge: 1
        case .sameCommune, .mergedCommune: 2
        case .sameAccused: 4
        case .sameRelation: 1
        case .samePlace: 1
        case .otherSex: -4
        case .otherAge: -4
        }
    }

    /// Whether it says something by itself, so that a case is shown for it and for what goes with it.
    var isStrong: Bool { weight >= 3 }
}
