/// What the JSON of an event must look like; the codes are those of the lists in Forms/lists.
enum CaseEventSchema {
    /// The schema.
    static let schema = InputSchema(
        #"""
        {"type": "object", "required": ["type"],
         "$defs": {
          "reason": {"type": "string", "maxLength": 4000},
          "why": {"type": "string", "minLength": 1, "maxLength": 4000},
          "id": {"type": "string", "pattern": "^[0-9a-fA-F]{32}$"},
          "number": {"type": "integer", "minimum": 1},
          "urgency": {"enum": ["U0", "U1", "U2", "U3", "U4", "U5"]},
          "status": {"enum": ["OPEN", "ASSESSING", "PLAN_APPROVED", "IN_SUPPORT", "REVIEW", "CLOSED", "REOPENED",
            "TRANSFERRED", "DUPLICATE"]},
          "outcome": {"enum": ["SAFE_HOME", "SAFE_KIN", "ALT_CARE", "INSTITUTION", "REUNIFIED", "SERVICE_DONE",
            "TRANSFERRED", "MOVED_AWAY", "AGED_OUT", "REFUSED", "LOST_CONTACT", "UNFOUNDED", "DECEASED", "OTH"]},
          "verification": {"enum": ["VERIFIED", "PARTLY", "UNVERIFIED", "PENDING", "UNFOUNDED", "FALSE_KNOWING"]},
          "referral": {"enum": ["DRAFT", "SENT", "RECEIVED", "ACCEPTED", "DECLINED_PROVIDER", "DECLINED_CHILD",
            "IN_PROGRESS", "DONE", "NOT_AVAILABLE", "RETURNED", "CANCELLED", "EXPIRED"]},
          "need": {"enum": ["SAFETY", "SHELTER", "MEDICAL", "MEDICAL_FORENSIC", "PSYCH", "LEGAL", "POLICE", "FOOD",
            "CLOTHES", "EDU", "DOCS", "CARE", "DISABILITY", "LIVELIHOOD", "TRANSPORT", "INTERPRETER", "INFO"]},
          "service": {"enum": ["SVC-EMG", "SVC-SHELTER", "SVC-POLICE", "SVC-MED", "SVC-MEDFOR", "SVC-PSY", "SVC-LEGAL",
            "SVC-ALTCARE", "SVC-FAMMED", "SVC-REUNIF", "SVC-TUITION", "SVC-SCHOLAR", "SVC-BACKSCHOOL", "SVC-VOC",
            "SVC-JOB", "SVC-MILK", "SVC-DISSCREEN", "SVC-ORTHO", "SVC-REHAB", "SVC-LIVELI", "SVC-CASH", "SVC-BHYT",
            "SVC-BIRTHREG", "SVC-SAFEHOME", "SVC-SWIM", "SVC-ECD", "SVC-PARENT", "SVC-CLUB", "SVC-LABOUR",
            "SVC-INFO"]},
          "step": {"enum": ["1", "2", "3", "4", "5", "5b", "6", "7", "8", "9", "10"]}},
         "oneOf": [
          {"additionalProperties": false, "required": ["type", "text"], "properties": {
            "type": {"const": "note"}, "text": {"type": "string", "minLength": 1}}},
          {"additionalProperties": false, "required": ["type", "status"], "properties": {
            "type": {"const": "status"}, "status": {"$ref": "#/$defs/status"}, "outcome": {"$ref": "#/$defs/outcome"},
            "reason": {"$ref": "#/$defs/reason"}},
           "if": {"properties": {"status": {"const": "CLOSED"}}}, "then": {"required": ["outcome"]},
           "else": {"properties": {"outcome": false}}},
          {"additionalProperties": false, "required": ["type", "person"], "properties": {
            "type": {"const": "assigned"}, "person": {"type": "string", "minLength": 1, "maxLength": 200}}},
          {"additionalProperties": false, "required": ["type", "step"], "properties": {
            "type": {"const": "step"}, "step": {"$ref": "#/$defs/step"},
            "form": {"enum": ["M01", "M02", "M03", "M04", "M05", "M06", "M07"]}, "needed": {"type": "boolean"},
            "reason": {"$ref": "#/$defs/reason"}},
           "if": {"required": ["needed"], "properties": {"needed": {"const": false}}},
           "then": {"required": ["reason"], "properties": {"form": false, "reason": {"minLength": 1}}}},
          {"additionalProperties": false, "required": ["type", "need"], "properties": {
            "type": {"const": "need"}, "need": {"$ref": "#/$defs/need"}, "state": {"enum": ["OPEN", "MET", "DROPPED"]},
            "reason": {"$ref": "#/$defs/reason"}}},
          {"additionalProperties": false, "required": ["type", "service", "status"], "properties": {
            "type": {"const": "service"}, "service": {"$ref": "#/$defs/service"},
            "item": {"type": "integer", "minimum": 1, "maximum": 99}, "need": {"$ref": "#/$defs/need"},
            "status": {"$ref": "#/$defs/referral"}, "outcome": {"$ref": "#/$defs/outcome"},
            "reason": {"$ref": "#/$defs/reason"}}},
          {"additionalProperties": false, "required": ["type", "result"], "properties": {
            "type": {"const": "verification"}, "result": {"$ref": "#/$defs/verification"},
            "reason": {"$ref": "#/$defs/reason"}}},
          {"additionalProperties": false, "required": ["type", "urgency", "reason"], "properties": {
            "type": {"const": "urgency"}, "urgency": {"$ref": "#/$defs/urgency"}, "reason": {"$ref": "#/$defs/why"}}},
          {"additionalProperties": false, "required": ["type", "confirm"], "properties": {
            "type": {"enum": ["urgency", "hold", "lift"]}, "confirm": {"$ref": "#/$defs/number"},
            "reason": {"$ref": "#/$defs/reason"}}},
          {"additionalProperties": false, "required": ["type", "withdraw"], "properties": {
            "type": {"enum": ["urgency", "hold", "lift"]}, "withdraw": {"$ref": "#/$defs/number"},
            "reason": {"$ref": "#/$defs/reason"}}},
          {"additionalProperties": false, "required": ["type", "with", "kind"], "properties": {
            "type": {"const": "link"}, "with": {"$ref": "#/$defs/id"},
            "kind": {"enum": ["SAME_CHILD", "SIBLING", "SAME_ACCUSED", "SAME_EVENT", "OTH"]},
            "reason": {"$ref": "#/$defs/reason"}}},
          {"additionalProperties": false, "required": ["type", "of"], "properties": {
            "type": {"const": "duplicate_of"}, "of": {"$ref": "#/$defs/id"}, "reason": {"$ref": "#/$defs/reason"}}},
          {"additionalProperties": false, "required": ["type", "with"], "properties": {
            "type": {"const": "unlink"}, "with": {"$ref": "#/$defs/id"}, "reason": {"$ref": "#/$defs/reason"}}},
          {"additionalProperties": false, "required": ["type", "until", "reason"], "properties": {
            "type": {"const": "hold"}, "until": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "reason": {"$ref": "#/$defs/why"}}},
          {"additionalProperties": false, "required": ["type", "hold", "reason"], "properties": {
            "type": {"const": "lift"}, "hold": {"$ref": "#/$defs/number"}, "reason": {"$ref": "#/$defs/why"}}}]}
        """#, size: 64 << 10)
}
