import TincayIntake

extension CaseProgress {
    /// Writes what was done about a case as an opened report shows it at a moment.
    func write(to writer: inout JSONWriter, at moment: Moment) {
        writer.beginObject()
        writer.name("verification")
        if verification.isEmpty { writer.null() } else { writer.text(verification) }
        writer.name("outcome")
        if outcome.isEmpty { writer.null() } else { writer.text(outcome) }
        writer.name("proposal")
        if let proposal {
            writer.beginObject()
            writer.name("number")
            writer.integer(proposal.number)
            writer.name("urgency")
            writer.text(proposal.urgency.name)
            writer.name("person")
            writer.text(proposal.person)
            writer.endObject()
        } else {
            writer.null()
        }
        writer.name("steps")
        writer.beginArray()
        for step in steps {
            writer.beginObject()
            step.taken.write(to: &writer)
            writer.name("time")
            writer.text(Moment(milliseconds: step.time).text)
            writer.name("person")
            writer.text(step.person)
            writer.endObject()
        }
        writer.endArray()
        writer.name("needs")
        writer.beginArray()
        for need in needs {
            writer.beginObject()
            need.write(to: &writer)
            writer.endObject()
        }
        writer.endArray()
        writer.name("services")
        writer.beginArray()
        for service in services {
            writer.beginObject()
            service.write(to: &writer)
            writer.endObject()
        }
        writer.endArray()
        writer.name("links")
        writer.beginArray()
        for link in links {
            writer.beginObject()
            link.write(to: &writer)
            writer.endObject()
        }
        writer.endArray()
        writer.name("holds")
        writer.beginArray()
        for hold in holds(at: moment) { hold.write(to: &writer) }
        writer.endArray()
        writer.endObject()
    }
}
