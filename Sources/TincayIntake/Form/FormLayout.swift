/// The order in which a form wants its questions asked, and the pages that they stand on.
struct FormLayout {
    /// A page of a form.
    struct Page: Sendable {
        /// Its name.
        let id: [UInt8]
        /// What the form says about it.
        let source: JSONValue
    }

    /// The pages in their order.
    private(set) var list: [Page] = []
    /// The names that `x-tincay-order` or else the pages list.
    private(set) var names: [[UInt8]] = []
    /// The page of each question.
    private(set) var pages: [[UInt8]: [UInt8]] = [:]

    /// Reads the annotations, which may only name what is asked, and nothing twice.
    @_optimize(size) init(_ root: JSONValue, asked: Set<[UInt8]>) throws(FormError) {
        if let list = root["x-tincay-pages"] {
            guard list.kind == .array else { throw .refused(.annotation, at: list) }
            var ids: Set<[UInt8]> = []
            for page in list.elements {
                guard let id = page["id"]?.text, let questions = page["questions"], questions.kind == .array else {
                    throw .refused(.annotation, at: page)
                }
                guard ids.insert(id).inserted else { throw .refused(.annotation, at: page) }
                self.list.append(Page(id: id, source: page))
                try Wording.check(page["x-tincay-i18n"])
                for question in questions.elements {
                    guard let name = question.text, asked.contains(name), pages[name] == nil else {
                        throw .refused(.annotation, at: question)
                    }
                    pages[name] = id
                    names.append(name)
                }
            }
        }
        guard let order = root["x-tincay-order"] else { return }
        guard order.kind == .array else { throw .refused(.annotation, at: order) }
        names = []
        var seen: Set<[UInt8]> = []
        for element in order.elements {
            guard let name = element.text, asked.contains(name), seen.insert(name).inserted else {
                throw .refused(.annotation, at: element)
            }
            names.append(name)
        }
    }
}
