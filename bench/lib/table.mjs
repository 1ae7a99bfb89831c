/** A Markdown table with aligned columns that fits 100 characters: the first column is cut, never the figures. */
export function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const frame = 3 * head.length + 1;
  const others = widths.slice(1).reduce((sum, width) => sum + width, 0);
  widths[0] = Math.min(widths[0], 100 - frame - others);
  const line = (row) =>
    `| ${row
      .map((cell, column) =>
        column === 0 ? cell.slice(0, widths[0]).padEnd(widths[0]) : cell.padStart(widths[column]),
      )
      .join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [first, ...rest] = cells;
  return [line(first), rule, ...rest.map(line)].join('\n');
}
