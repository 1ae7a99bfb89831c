import type { ScreenMessages } from '../screen.ts';

/** Screening in English. */
export const screen: ScreenMessages = {
  noInput: {
    what: 'there is nothing to screen.',
    next: 'Give a file (.csv, .jsonl, .parquet, .xlsx), a DuckDB file, or the address of a PostgreSQL database.',
  },
  noQuery: {
    what: 'it is not said what to read from the database.',
    next: 'Give a table or a SELECT: --query payments',
  },
  phases: {
    opening: 'opening the input',
    judging: 'judging the rows',
    writing: 'writing the rows',
    bad_rows: 'looking at the rows that cannot be read',
  },
  fileDone: (done, all, file) => `${done} of ${all} done: ${file}`,
  preflight: {
    title: 'The input',
    rows: (rows, source) => `${source}: ${rows} rows.`,
    malformed: (lines) => `${lines} lines are no rows.`,
    detected: { encoding: 'encoding', delimiter: 'delimiter', sheet: 'sheet' },
    facts: 'Fact',
    column: 'Column',
    constant: 'all rows',
    suggested: 'found by its name',
    filled: 'Filled',
    empty: 'Empty',
    bad: 'Bad',
    wanting: 'Facts the rules need that no column supplies',
    presumed: 'Presumed, as no column speaks to it',
    unused: 'Columns that give no fact',
    likely: (fact, column) => `${fact} may be in column ${column}: if so, add --column "${fact}=${column}"`,
    unread: (column, words) =>
      `column ${column} has words that are no value of its fact: ${words}; say in a map file what they stand for`,
    badCells: (fact, column, count, first) => `${fact} (column ${column}): ${count} cells cannot be read. ${first}`,
    atLine: (line, cell) => `line ${line}: ${cell}`,
    contradictions: (count) => `The facts of ${count} rows contradict what the rulebook assumes of every transaction.`,
  },
  written: (path, rows, size) => `${rows} rows with their verdicts: ${path} (${size})`,
  changedWritten: (path, rows, size) => `${rows} rows whose answer differs: ${path} (${size})`,
  badWritten: (path, rows) => `${rows} rows that could not be judged, each with its line and the reason: ${path}`,
  badNotWritten: (rows) =>
    `${rows} rows could not be judged. With --errors FILE each is listed with its line and the reason.`,
  mapSaved: (path) => `Which column gave which fact: ${path}`,
  summaryWritten: (path) => `Summary: ${path}`,
  wrongSummary: (path) => `a summary is written as .json or .html; \`${path}\` is neither.`,
  inPlace: (table, rows) => `${rows} rows with their verdicts are in the table ${table} of the database.`,
  firstRows: (shown, all) => `The first ${shown} of ${all} rows; with -o FILE all of them are written.`,
  badRows: {
    cell: '{fact}: "{cell}" is not allowed',
    contradiction: 'the facts of this row contradict what the rulebook assumes of every transaction',
    malformed: (reason) =>
      ({
        too_few_cells: 'the row has too few cells',
        too_many_cells: 'the row has too many cells',
        broken_quotes: 'the quotes of the row are broken',
        not_text: 'the bytes of the row are no text in this encoding',
        zero_byte: 'the row has a zero byte',
        stray_return: 'the row has a stray carriage return',
        too_long: 'the row is too long',
        not_an_object: 'the line is not a JSON object',
      })[reason] ?? reason,
  },
  wrongNumber: (option, given) => ({
    what: `\`${given}\` is no whole number above 0.`,
    next: `For example: ${option} 2`,
  }),
  wrongAgainst: (given) => ({
    what: `\`${given}\` is nothing to compare with.`,
    next: 'Write as-of=DATE, known-on=DATE, reading=NAME:ALTERNATIVE or rulebook=ID|PATH.',
  }),
  wrongFolder: (path) => ({
    what: `\`${path}\` is no folder.`,
    next: 'For several inputs give a folder that exists, or a name that ends with a slash.',
  }),
  notTogether: (one, other) => ({ what: `${one} and ${other} do not go together.`, next: 'Give one of them.' }),
  onlyPostgres: {
    what: '--in-place works in a PostgreSQL database only.',
    next: 'Give its address as the input: postgresql://host/database',
  },
  sqlNeedsTable: {
    what: 'it is not said what the SQL is to read.',
    next: 'Give the table of your engine: --query book',
  },
  trouble: () => undefined,
};
