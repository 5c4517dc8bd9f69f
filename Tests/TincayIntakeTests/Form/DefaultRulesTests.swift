import Testing

@testable import TincayIntake

/// Answers that lift what other rules gave, or that only words in the text make urgent.
private let lifting: [(rule: String, urgency: String, answers: String)] = [
    ("T28", "U2", #""concerns":["V5"],"reported_before":"Y""#),
    ("T29", "U2", #""concerns":["E1"],"others_at_risk":3"#),
    ("T29", "U2", #""concerns":["V5"],"poc_relation":"INSTITUTION","danger_reach":"N""#),
    ("T30", "U2", #""concerns":["V5"],"child_age_est":2"#),
    ("T30", "U2", #""concerns":["V5"],"function_short":{"communicate":"CANNOT"}"#),
    ("T30", "U1", #""concerns":["N4"],"child_age_est":2"#),
    ("T32", "U2", #""safe_now":"Y","concerns":["Q"],"narrative":"Chú ấy NHỐT em trong phòng""#),
    ("T32", "U2", #""narrative":"cuu em voi""#),
    ("T32", "U2", #""narrative":"có dao""#),
]

@Test(arguments: lifting)
func rulesLiftWhatOthersGave(rule: String, urgency: String, answers: String) throws {
    let verdict = try FormFixture.check(#"{"profile":"K","# + answers + "}")
    #expect(verdict.rules.contains(rule))
    #expect(verdict.result["urgency"] as? String == urgency)
}

@Test(arguments: [
    #""concerns":["V5"]"#, #""concerns":["V5"],"others_at_risk":2"#, #""concerns":["V5"],"child_age_est":4"#,
    #""concerns":["V5"],"reported_before":"UNK""#,
    #""concerns":["V5"],"safe_now":"Y","narrative":"Dạo này em học không tốt""#,
])
func nothingIsLiftedWithoutAReason(answers: String) throws {
    #expect(try FormFixture.check(#"{"profile":"K","# + answers + "}").result["urgency"] as? String == "U3")
}

/// Work that is told in facts, with the rules that it makes fire; a told age may be a year too high.
private let work: [(facts: String, rules: [String])] = [
    (#""child_age_est":12,"work_facts":{"kind":"SERVICE"}"#, ["T16-AGE"]),
    (#""child_age_est":14,"work_facts":{"kind":"SERVICE","hours_per_day":4,"days_per_week":5}"#, []),
    (#""child_age_est":14,"work_facts":{"kind":"SERVICE","hours_per_day":4,"days_per_week":6}"#, ["T16-AGE"]),
    (#""child_age_est":14,"work_facts":{"kind":"SERVICE","hours_per_day":4.5}"#, ["T16-AGE"]),
    (#""child_age_est":16,"work_facts":{"kind":"SERVICE","hours_per_day":8,"days_per_week":5}"#, []),
    (#""child_age_est":16,"work_facts":{"kind":"SERVICE","hours_per_day":7,"days_per_week":6}"#, ["T16-AGE"]),
    (#""child_age_est":14,"work_facts":{"kind":"FARM","night":"Y"}"#, ["T16-AGE"]),
    (#""child_age_est":16,"work_facts":{"kind":"FARM","night":"Y"}"#, []),
    (#""child_age_est":17,"work_facts":{"kind":"WORKSHOP","dangers":["CHEMICAL"]}"#, ["T16"]),
    (#""child_age_est":19,"work_facts":{"kind":"WORKSHOP","dangers":["CHEMICAL"]}"#, []),
    (#""child_age_est":17,"work_facts":{"kind":"BEGGING"}"#, ["T16"]),
    (#""child_age_est":10,"work_facts":{"kind":"HOUSEHOLD","hours_per_day":2}"#, []),
    (#""child_age_est":10,"work_facts":{"kind":"ART_SPORT"}"#, []),
]

@Test(arguments: work)
func factsAboutWorkAreJudgedByTheForm(facts: String, rules: [String]) throws {
    #expect(try FormFixture.check(#"{"profile":"K","# + facts + "}").rules == rules)
}

/// A person of concern at a kind of point, and who must not get the report.
private let conflicts: [(kind: String, relation: String, excluded: [String])] = [
    ("NODE-SCHOOL", "TEACHER", ["SCHOOL", "STAFF", "COUNSELLOR"]),
    ("NODE-CENTER", "INSTITUTION", ["CENTRE", "STAFF", "COUNSELLOR"]),
    ("NODE-SHELTER", "INSTITUTION", ["STAFF", "COUNSELLOR"]),
    ("NODE-CENTER", "SERVICE_STAFF", ["CENTRE", "STAFF", "COUNSELLOR"]),
    ("NODE-DISTRICT", "SERVICE_STAFF", ["STAFF", "COUNSELLOR"]),
    ("NODE-COMMUNITY", "SERVICE_STAFF", ["STAFF", "COUNSELLOR"]),
    ("NODE-TRUSTED", "SERVICE_STAFF", ["STAFF", "COUNSELLOR"]),
    ("NODE-COMMUNE", "SERVICE_STAFF", ["COMMUNE", "STAFF", "COUNSELLOR"]),
    ("NODE-POLICE", "SERVICE_STAFF", ["POLICE", "STAFF", "COUNSELLOR"]),
    ("NODE-HEALTH", "SERVICE_STAFF", ["HEALTH", "STAFF", "COUNSELLOR"]),
    ("NODE-111", "SERVICE_STAFF", ["111", "STAFF", "COUNSELLOR"]),
    ("NODE-LEGALAID", "SERVICE_STAFF", ["STAFF", "COUNSELLOR"]),
    ("NODE-MASSORG", "SERVICE_STAFF", ["STAFF", "COUNSELLOR"]),
    ("NODE-PROVINCE", "SERVICE_STAFF", ["PROVINCE", "STAFF", "COUNSELLOR"]),
]

@Test(arguments: conflicts)
func aPointWhoseOwnPeopleAreConcernedGetsNothing(kind: String, relation: String, excluded: [String]) throws {
    let answers = """
        {"profile":"K","intake_point":{"kind":"\(kind)"},"poc_relation":"\(relation)","safe_now":"N",
         "self_harm":"THOUGHTS","concerns":["S0","V7","L4","H"],"happening":"H24","frequency":"ONCE"}
        """
    let destinations = try FormFixture.check(answers).destinations
    #expect(Set(destinations).isDisjoint(with: excluded))
    #expect(!destinations.isEmpty)
    #expect(destinations.contains("PROVINCE") || kind == "NODE-PROVINCE")
}

@Test func aTeacherIsNoConflictAtAPointThatIsNoSchool() throws {
    let answers = """
        {"profile":"K","intake_point":{"kind":"NODE-COMMUNITY"},"poc_relation":"TEACHER","safe_now":"N","concerns":["V3"]}
        """
    #expect(try FormFixture.check(answers).destinations.contains("STAFF"))
}

@Test func aComplaintDoesNotPassThroughThePoint() throws {
    let verdict = try FormFixture.check(#"{"profile":"K","concerns":["P2"],"self_harm":"THOUGHTS"}"#)
    #expect(verdict.rules.contains("T25"))
    #expect(verdict.destinations.contains("PROVINCE"))
    #expect(!verdict.destinations.contains("COUNSELLOR"))
}

@Test func abuseByTheFatherWithinADayHasMedicalWindowsAndNeverGoesToTheFamily() throws {
    let answers = """
        {"profile":"K","session_ok":true,"concerns":["S0"],"happening":"H24","child_age_est":15,"poc_relation":"FATHER",
         "poc_in_home":"Y"}
        """
    let verdict = try FormFixture.check(answers)
    #expect(verdict.checked.urgency == .immediate)
    #expect(verdict.rules.prefix(2) == ["T05", "T09"])
    #expect(verdict.result["flags"] as? [String] == ["medical_window"])
    #expect(!verdict.destinations.contains("FAMILY"))
}

@Test func onlyTheBirthYearLeavesTheLegalClassOpen() throws {
    let verdict = try FormFixture.check(#"{"profile":"K","concerns":["S6"],"child_birth":{"year":2010}}"#)
    #expect(verdict.rules.contains("T10"))
    #expect(!verdict.rules.contains("T11"))
}

@Test func anIdentificationNumberOfAnOldProvinceIsValid() throws {
    func findings(_ number: String, _ basis: String) throws -> [String] {
        try FormFixture.check(
            """
            {"profile":"K","session_ok":true,"safe_now":"N","danger_place_now":{},"child_sex":"F",
             "child_birth":{"year":2010},"age_basis":"\(basis)","child_id":"\(number)"}
            """
        ).findings
    }
    #expect(try findings("077310123456", "STATED").isEmpty)
    #expect(try findings("077210123456", "STATED") == ["compare /child_sex warning"])
    #expect(try findings("077311123456", "STATED") == ["compare /child_birth/year warning"])
    #expect(try findings("999310123456", "STATED") == ["compare /child_id warning"])
    #expect(try findings("077210123456", "DOC") == ["compare /child_sex warning"])
}

@Test func ageAndBirthDateFitWithinAYear() throws {
    func findings(_ answers: String) throws -> [String] {
        try FormFixture.check(#"{"profile":"C","session_ok":true,"safe_now":"Y",\#(answers)}"#).findings
    }
    #expect(try findings(#""child_birth":{"year":2015},"child_age_est":12"#).isEmpty)
    #expect(try findings(#""child_birth":{"year":2015},"child_age_est":13"#) == ["compare /child_age_est warning"])
    #expect(try findings(#""child_birth":{"year":2015},"child_age_est":8"#) == ["compare /child_age_est warning"])
    #expect(try findings(#""child_birth":{"year":2027}"#).contains("compare /child_birth warning"))
}

@Test func whoMarksAChildSafeJustAfterwardsIsAskedAgain() throws {
    let verdict = try FormFixture.check(
        #"{"profile":"K","session_ok":true,"hurt_now":"Y","safe_now":"Y","happening":"H24"}"#)
    #expect(verdict.findings.contains("compare /safe_now warning"))
}

@Test func aTelephoneNumberThatIsNoneHoldsUpNoUrgentReport() throws {
    let urgent = """
        {"profile":"B","session_ok":true,"safe_now":"N","anonymous":false,"reporter_phone":"12"}
        """
    let verdict = try FormFixture.check(urgent)
    #expect(verdict.accepted)
    #expect(verdict.findings == ["format /reporter_phone warning"])
}

@Test func aPlanNeedsNoWorkOnNewYearsDay() throws {
    let answers = #"{"profile":"C","session_ok":true,"concerns":["V7"]}"#
    let wednesday = Moment(milliseconds: FormFixture.monday.milliseconds + 37 * 86_400_000)
    #expect(
        try FormFixture.check(answers, at: wednesday).deadlines.contains("T18 PLAN 2027-01-07T10:00:00+07:00"))
}

@Test func aPlanOverTetSkipsWhatIsCertainAndSaysThatTheRestIsNotDecided() throws {
    let answers = #"{"profile":"C","session_ok":true,"concerns":["V7"]}"#
    /// The deadline of the plan for a report on a day.
    func plan(_ year: Int64, _ month: Int64, _ day: Int64) throws -> [String: Any] {
        let moment = Moment(
            milliseconds: CivilDate(year: year, month: month, day: day).days * 86_400_000 + 3 * 3_600_000)
        let deadlines = try FormFixture.check(answers, at: moment).result["deadlines"] as? [[String: Any]]
        return try #require(deadlines?.first { $0["kind"] as? String == "PLAN" })
    }
    let tet = try plan(2027, 2, 3)
    #expect(tet["due"] as? String == "2027-02-12T10:00:00+07:00")
    #expect(tet["calendar"] as? String == "vn-public-holidays@2026-11-27" && tet["undecided"] as? Bool == true)
    let spring = try plan(2027, 4, 26)
    #expect(spring["due"] as? String == "2027-05-05T10:00:00+07:00" && spring["undecided"] == nil)
    let after = try plan(2027, 12, 27)
    #expect(after["calendar"] as? String == "none" && after["calendar_until"] as? String == "2027-12-31")
}

@Test func whatMayBeADayOffIsNeverCountedAsOne() throws {
    let root = try JSONDocument(parsing: FormFixture.json, limits: .form).root
    let calendar = try #require(root["x-tincay-calendar"])
    for list in ["holidays", "undecided"] as [StaticString] {
        for day in try #require(calendar[list]).elements {
            #expect(day["source"]?.text?.isEmpty == false && day["verified"] != nil)
            let interval = try #require(day["date"].flatMap { DateInterval($0) })
            #expect(WorkingCalendar.isWeekday(interval.first))
        }
    }
}

@Test(arguments: [#""network":"OFFLINE""#, #""network":"UNK""#])
func aMachineWithoutANetworkShowsWhomToCallAndChangesNothingElse(network: String) throws {
    for answers in [
        #""safe_now":"N""#, #""concerns":["H"]"#, #""concerns":["V5"]"#, #""concerns":["P"]"#, #""about":"PLACE""#,
    ] {
        let online = try FormFixture.check(#"{"profile":"C","session_ok":true,"network":"ONLINE",\#(answers)}"#)
        let silent = try FormFixture.check(#"{"profile":"C","session_ok":true,\#(answers)}"#)
        let verdict = try FormFixture.check(#"{"profile":"C","session_ok":true,\#(network),\#(answers)}"#)
        #expect(online.checked.result == silent.checked.result)
        #expect(verdict.checked.urgency == silent.checked.urgency && verdict.checked.due == silent.checked.due)
        #expect(verdict.accepted == silent.accepted)
        #expect(Set(verdict.destinations).isSuperset(of: silent.destinations))
        guard silent.checked.urgency == .immediate || silent.checked.urgency == .urgent else {
            #expect(verdict.checked.result == silent.checked.result)
            continue
        }
        #expect(verdict.rules.filter { $0 != "T33" } == silent.rules && verdict.rules.contains("T33"))
        #expect(verdict.hotlines.prefix(2) == ["111", "113"])
        #expect(verdict.destinations.contains("STAFF"))
        #expect(verdict.result["flags"] as? [String] == ["no_network"])
        #expect(verdict.deadlines.contains { $0.hasPrefix("T33 FORWARD 2026-11-23T10:00:00") })
    }
}

@Test func theDutyNumberThatADeploymentAddsIsShownWithoutANetwork() throws {
    let duty = #"{"number":"02540000000","destination":"COMMUNE","verified":null},{"number":"1900545559""#
    let text = String(decoding: FormFixture.json, as: UTF8.self)
    let json = text.replacing(#/\{\s*"number": "1900545559"/#, with: duty)
    #expect(json != text)
    let form = try FormFixture.form(json)
    let verdict = try FormFixture.check(form, #"{"profile":"C","concerns":["H"],"network":"OFFLINE"}"#)
    #expect(verdict.hotlines.prefix(3) == ["111", "113", "02540000000"])
    // Nobody who is concerned is called.
    let concerned = try FormFixture.check(
        form,
        #"{"profile":"K","intake_point":{"kind":"NODE-COMMUNE"},"poc_relation":"SERVICE_STAFF","concerns":["H"],"network":"OFFLINE"}"#
    )
    #expect(!concerned.hotlines.contains("02540000000") && !concerned.destinations.contains("STAFF"))
}

@Test func aNumberIsKeptInTheSameSectionAsItWasTyped() throws {
    let verdict = try FormFixture.check(
        #"{"profile":"B","session_ok":true,"safe_now":"N","anonymous":false,"reporter_phone":"0912 345 678"}"#)
    #expect(verdict.accepted && verdict.findings.isEmpty)
    let contact = verdict.checked.sections.first { $0.name == .contact }
    let json = try #require(contact.map { String(decoding: $0.json, as: UTF8.self) })
    #expect(json.contains(#""reporter_phone":"+84912345678","reporter_phone_typed":"0912 345 678""#))
    // The one who stays anonymous leaves neither.
    let anonymous = try FormFixture.check(
        #"{"profile":"B","session_ok":true,"safe_now":"N","anonymous":true,"reporter_phone_typed":"0912 345 678"}"#)
    #expect(anonymous.findings == ["irrelevant /reporter_phone_typed error"])
}

@Test func aClockThatIsNotSetIsTold() throws {
    let verdict = try FormFixture.check(
        #"{"profile":"C","session_ok":true,"safe_now":"N","clock_trust":"UNSET","received_at":"2026-11-25T08:00:00+07:00"}"#
    )
    #expect(verdict.accepted)
    #expect(verdict.findings.sorted() == ["compare /clock_trust warning", "compare /received_at warning"])
}

@Test func aCommuneThatThePackOfUnitsLacksIsTold() throws {
    let pack = #"{"id":"vn","version":"2026-07","valid_from":"2025-07-01","units":[["79","HCM"],["26732","CD","79"]]}"#
    let resources = Array(#"{"packs":[{"x-tincay-units":\#(pack)}]}"#.utf8)
    let form = try Form(
        parsing: FormFixture.json,
        resources: try resources.withUnsafeBytes { try FormResources(parsing: $0) })
    let known = try FormFixture.check(form, #"{"profile":"K","safe_now":"N","incident_commune":"26732"}"#)
    #expect(!known.findings.contains("unit /incident_commune warning"))
    let verdict = try FormFixture.check(form, #"{"profile":"K","safe_now":"N","incident_commune":"00001"}"#)
    #expect(verdict.findings.contains("unit /incident_commune warning"))
}
