import TincayIntake

extension Release {
    /// What stands for all categories of a dimension.
    private static let all: StaticString = "ALL"

    /// Writes which table it is.
    func writeHead(to writer: inout JSONWriter) {
        writer.name("release")
        writer.integer(number)
        writer.name("time")
        writer.text(time.text)
        writer.name("hash")
        writer.text(Hexadecimal.text(hash))
        writer.name("shape")
        writer.text(shape)
        writer.name("period")
        writer.beginObject()
        writer.name("year")
        writer.integer(Int64(table.scope.quarters.lowerBound / 4))
        if table.scope.quarters.count == 1 {
            writer.name("quarter")
            writer.integer(Int64(table.scope.quarters.lowerBound % 4 + 1))
        }
        writer.endObject()
        writer.name("unit")
        writer.beginObject()
        writer.name("level")
        writer.text(unit.levelName)
        writer.name("code")
        if unit.code.isEmpty { writer.null() } else { writer.text(unit.code) }
        writer.name("version")
        if unit.version.isEmpty { writer.null() } else { writer.text(unit.version) }
        writer.endObject()
    }

    /// Writes the table.
    func write(to writer: inout JSONWriter, withText: Bool) {
        writer.beginObject()
        writeHead(to: &writer)
        writer.name("base")
        writer.integer(Int64(ProtectionRules.standard.base))
        writer.name("by")
        writer.beginArray()
        for axis in table.grid.axes { writer.text(axis.name) }
        writer.endArray()
        writer.name("cells")
        writer.beginArray()
        for cell in table.cells.indices { write(cell, to: &writer) }
        writer.endArray()
        if withText {
            writer.name("csv")
            writer.text(text)
        }
        writer.endObject()
    }

    /// Writes a cell.
    private func write(_ cell: Int, to writer: inout JSONWriter) {
        writer.beginObject()
        for (axis, name) in zip(table.grid.axes, names(of: cell)) {
            writer.name(axis.name)
            writer.text(name)
        }
        writer.name("value")
        if table.cells[cell] == PublishedTable.hidden {
            writer.null()
            writer.name("reason")
            writer.text("protected")
        } else {
            writer.integer(Int64(table.cells[cell]))
        }
        writer.endObject()
    }

    /// The names of a cell's categories.
    private func names(of cell: Int) -> [[UInt8]] {
        let places = table.grid.places(of: cell)
        return table.grid.axes.indices.map { index in
            let groups = table.grid.axes[index].groups
            return groups.indices.contains(places[index])
                ? groups[places[index]].name : StatisticCodes.text(Self.all)
        }
    }

    /// The table as RFC 4180 has it, with nothing that a spreadsheet would take for a formula.
    var text: [UInt8] {
        var text = SeparatedText()
        let period = [
            (StatisticCodes.text("year"), SeparatedText.number(table.scope.quarters.lowerBound / 4)),
            (
                StatisticCodes.text("quarter"),
                table.scope.quarters.count == 1 ? SeparatedText.number(table.scope.quarters.lowerBound % 4 + 1) : []
            ), (StatisticCodes.text("unit"), unit.code),
        ]
        text.row(
            period.map { $0.0 } + table.grid.axes.map { $0.name } + [
                StatisticCodes.text("value"), StatisticCodes.text("reason"),
            ])
        for cell in table.cells.indices {
            let isHidden = table.cells[cell] == PublishedTable.hidden
            text.row(
                period.map { $0.1 } + names(of: cell) + [
                    isHidden ? [] : SeparatedText.number(table.cells[cell]),
                    isHidden ? StatisticCodes.text("protected") : [],
                ])
        }
        return text.bytes
    }
}
