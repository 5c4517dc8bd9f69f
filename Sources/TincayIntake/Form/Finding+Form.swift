extension Finding {
    /// The same finding about a value that stands below another one.
    func moved(below path: [UInt8]) -> Finding {
        Finding(
            code: code, path: path + self.path, keyword: keyword, parameters: parameters, severity: severity,
            schema: schema)
    }

    /// The same finding under another code.
    func coded(_ code: FindingCode) -> Finding {
        Finding(
            code: code, path: path, keyword: keyword, parameters: parameters, severity: severity, schema: schema)
    }
}
