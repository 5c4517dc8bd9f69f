extension DirectoryDesk {
    /// The desk as a reader of reports.
    var reader: Reader { Reader(recipient: recipient, sections: sections) }
}
