/** The page of a memo. What it says comes as data in `sys.inputs.memo`; nothing of it is ever read as markup. */
export const TEMPLATE = `
#let memo = json(bytes(sys.inputs.memo))
#set document(title: memo.title, author: "Proviso", description: memo.description, date: none)
#set page(
  paper: "a4",
  margin: (x: 2.2cm, top: 2cm, bottom: 2.2cm),
  footer: context [
    #set text(size: 8pt, fill: luma(90))
    #memo.footer #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)
#set text(font: "Noto Sans SC", size: 10pt)
#set par(leading: 0.65em, justify: false)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading.where(level: 2): set block(above: 1.3em, below: 0.6em)

#let marks = (holds: "√", fails: "×", unknown: "?")

#let line-of(entry) = {
  let mark = marks.at(entry.mark, default: "•")
  block(inset: (left: 1.1em * entry.depth), spacing: 0.55em, grid(
    columns: (1.1em, 1fr),
    text(weight: "bold", mark),
    {
      entry.text
      if entry.cites != "" { text(fill: luma(80), [ \\[#entry.cites\\]]) }
    },
  ))
}

#for (index, part) in memo.parts.enumerate() {
  if index > 0 { pagebreak() }
  set text(lang: part.language, region: if part.language == "zh" { "cn" } else { none })
  heading(level: 1, [#part.title: #part.rulebook])
  block(width: 100%, inset: 10pt, stroke: (left: 3pt + black), fill: luma(245), {
    text(size: 14pt, weight: "bold", part.verdict)
    linebreak()
    part.mayProceed
  })
  par(part.vantage)
  par(part.validity)
  for note in part.notes { par(note) }
  for section in part.sections {
    heading(level: 2, section.heading)
    for entry in section.lines { line-of(entry) }
  }
  heading(level: 2, part.record.heading)
  for row in part.record.rows {
    block(spacing: 0.55em, [#text(weight: "bold", row.at(0)) #linebreak() #row.at(1)])
  }
  if part.record.note != "" { par(part.record.note) }
  par(part.scope)
}
`;
