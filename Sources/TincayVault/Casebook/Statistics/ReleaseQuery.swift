import TincayIntake

/// Which table somebody wants to publish.
struct ReleaseQuery {
    /// The schema of the JSON that hosts hand over.
    private static let schema = InputSchema(
        """
        {"type": "object", "additionalProperties": false, "required": ["period", "unit"],
         "oneOf": [{"required": ["shape"]}, {"required": ["indicator"]}],
         "properties": {
           "shape": {"type": "string", "minLength": 1, "maxLength": 64},
           "indicator": {"const": "0101"},
           "period": {"type": "object", "additionalProperties": false, "required": ["year"], "properties": {
             "year": {"type": "integer", "minimum": 1990, "maximum": 2200},
             "quarter": {"type": "integer", "minimum": 1, "maximum": 4}}},
           "unit": {"type": "object", "additionalProperties": false, "required": ["level"], "properties": {
             "level": {"enum": ["desk", "province", "commune"]},
             "code": {"type": "string", "pattern": "^([0-9]{2}|[0-9]{5})$"},
             "version": {"type": "string", "maxLength": 100},
             "communes": {"type": "array", "minItems": 1, "maxItems": 20000, "uniqueItems": true,
               "items": {"type": "string", "pattern": "^[0-9]{5}$"}},
             "unknown": {"type": "boolean"},
             "children": {"type": "integer", "minimum": 0, "maximum": 1000000000}}},
           "lag": {"type": "integer", "minimum": 90, "maximum": 3650},
           "csv": {"type": "boolean"}}}
        """, size: 1 << 20)

    /// The tables: one, or those of an indicator.
    let shapes: [StatisticShape]
    /// Whether they make up an indicator.
    let isIndicator: Bool
    /// Whom they are about.
    let scope: ReleaseScope
    /// What the place is called.
    let unit: UnitLabel
    /// How many children live there, as far as that was said.
    private let children: Int64
    /// How many days the period has to be over.
    private let lag: Int64
    /// Whether the table is wanted as text for a spreadsheet too.
    let wantsText: Bool

    /// Reads a query.
    @_optimize(size) init(parsing bytes: UnsafeRawBufferPointer) throws(VaultError) {
        let root = try unsafe Self.schema.read(bytes)
        let period = root["period"]
        guard let year = period?["year"]?.integer,
            let quarters = Quarter.range(year: year, quarter: period?["quarter"]?.integer)
        else { throw .invalidInput }
        let isYear = quarters.count > 1
        isIndicator = root["indicator"] != nil
        if let name = root["shape"]?.text {
            guard let shape = StatisticShape.all.first(where: { StatisticCodes.equals(name, $0.name) }),
                isYear || shape.isQuarterly
            else { throw .invalidInput }
            shapes = [shape]
        } else {
            shapes = StatisticShape.indicator(isYear: isYear)
        }
        guard let place = root["unit"], let level = place["level"] else { throw .invalidInput }
        let code = place["code"]?.text ?? []
        let communes = try Self.communes(place, code)
        if level.isText("desk") {
            guard communes == nil, place["unknown"] == nil else { throw .invalidInput }
            unit = UnitLabel(level: UnitLabel.desk, code: code, version: place["version"]?.text ?? [])
            scope = ReleaseScope(quarters: quarters, units: .everything)
        } else {
            let isProvince = level.isText("province")
            guard let communes, !isProvince || communes.count >= ProtectionRules.communes else { throw .invalidInput }
            unit = UnitLabel(
                level: isProvince ? UnitLabel.province : UnitLabel.commune, code: code,
                version: place["version"]?.text ?? [])
            let hasUnknown = place["unknown"]?.boolean ?? false
            scope = ReleaseScope(quarters: quarters, units: UnitSet(communes: communes, hasUnknown: hasUnknown))
        }
        children = place["children"]?.integer ?? 0
        lag = root["lag"]?.integer ?? ProtectionRules.lag
        wantsText = root["csv"]?.boolean ?? false
    }

    /// The communes of a place, in order: those named, or the one that it is.
    private static func communes(_ place: JSONValue, _ code: [UInt8]) throws(VaultError) -> [UInt32]? {
        guard let list = place["communes"] else {
            guard code.count == 5 else { return nil }
            return [code.reduce(UInt32(0)) { $0 * 10 + UInt32($1 &- 0x30) }]
        }
        var communes: [UInt32] = []
        communes.reserveCapacity(list.count)
        for element in list.elements {
            guard let commune = StatisticCoder.commune(element) else { throw .invalidInput }
            communes.append(commune)
        }
        communes.sort()
        return communes
    }

    /// Refuses a table that comes too early, or that tells too much of too small a place, whatever is in it.
    func check(_ shape: StatisticShape, at now: Moment) throws(DisclosureRefusal) {
        let end = Quarter.end(scope.quarters.upperBound)
        guard now.days >= end + lag else { throw .tooEarly }
        let isLarge = unit.level == UnitLabel.province || children >= ProtectionRules.children
        guard isLarge || shape.isTotal && (unit.level == UnitLabel.desk || scope.quarters.count > 1) else {
            throw .tooSmall
        }
    }
}
