/**
 * The characters with which a spreadsheet lets a formula begin: `=`, `+`, `-`, `@`, tab, line feed, carriage return, and the full-width `＝`, `＋`,
 * `－`, `＠`.
 */
const BEGINNINGS = ['=', '+', '-', '@', '\t', '\n', '\r', '＝', '＋', '－', '＠'];
/** What begins so but is no formula: a signed number (`-1.50`, `+3e5`, `-12%`), and a dash alone. */
const HARMLESS = String.raw`[+-](?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?%?)?`;
const HARMLESS_WHOLE = new RegExp(`^(?:${HARMLESS})$`);

/**
 * SQL for a text cell as it can safely be opened in a spreadsheet: with an apostrophe before it when it begins with one of the characters that
 * begin a formula, and is neither a signed number nor a lone `+` or `-`. All other cells stay as they are.
 */
export function spreadsheetSafe(cell: string): string {
  const codes = BEGINNINGS.map((character) => character.charCodeAt(0)).join(', ');
  return `CASE WHEN ascii(${cell}) IN (${codes}) AND NOT regexp_full_match(${cell}, '${HARMLESS}') THEN '''' || ${cell} ELSE ${cell} END`;
}

/** The same for a text at hand: the name of a column. */
export function spreadsheetSafeText(text: string): string {
  return BEGINNINGS.includes(text.slice(0, 1)) && !HARMLESS_WHOLE.test(text) ? `'${text}` : text;
}
