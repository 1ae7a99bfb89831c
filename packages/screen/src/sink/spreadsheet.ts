/**
 * The characters with which a spreadsheet lets a formula begin: `=`, `+`, `-`, `@`, tab, line feed, carriage return,
 * and the full-width `＝`, `＋`, `－`, `＠`.
 */
export const FORMULA_BEGINNINGS = ['=', '+', '-', '@', '\t', '\n', '\r', '＝', '＋', '－', '＠'];
/** What begins so but is no formula: a signed number (`-1.50`, `+3e5`, `-12%`), and a dash alone. */
const HARMLESS = String.raw`[+-](?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?%?)?`;
const HARMLESS_WHOLE = new RegExp(`^(?:${HARMLESS})$`);

/**
 * SQL for a text cell as it can safely be opened in a spreadsheet: with an apostrophe before it when it begins with one
 * of the characters that begin a formula, and is neither a signed number nor a lone `+` or `-`. All other cells stay as
 * they are.
 */
export function spreadsheetSafe(cell: string): string {
  const first = `ascii(${cell})`;
  // A quick look first. Not one long IN list: the engine makes a join of such a list, which is slower and gives the
  // rows in another order.
  const maybe = `(${first} = 61 OR ${first} = 64 OR ${first} = 43 OR ${first} = 45 OR ${first} BETWEEN 9 AND 13 OR ${first} > 65280)`;
  const begins = `regexp_matches(${cell}, '^[=+@\\t\\n\\r＝＋－＠-]')`;
  return `CASE WHEN ${maybe} AND ${begins} AND NOT regexp_full_match(${cell}, '${HARMLESS}') THEN '''' || ${cell} ELSE ${cell} END`;
}

/** The same for a text at hand: the name of a column. */
export function spreadsheetSafeText(text: string): string {
  return FORMULA_BEGINNINGS.includes(text.slice(0, 1)) && !HARMLESS_WHOLE.test(text) ? `'${text}` : text;
}
