import type { ScreenMessages } from '../screen.ts';

const counted = (count: string, noun: string) => `${count} ${noun}${count === '1' ? '' : 's'}`;

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
  noFormat: {
    what: 'it is not said what comes on standard input.',
    next: 'Say it: --format csv (or jsonl, parquet, xlsx).',
  },
  standardInputAlone: {
    what: 'standard input cannot be screened together with other inputs.',
    next: 'Give - alone, or files only.',
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
    rows: (rows, source) => `${source}: ${counted(rows, 'row')}.`,
    malformed: (lines) => (lines === '1' ? '1 line is no row.' : `${lines} lines are no rows.`),
    detected: { encoding: 'encoding', delimiter: 'delimiter', sheet: 'sheet' },
    facts: 'Fact',
    column: 'Column',
    constant: 'all rows',
    suggested: 'by its name',
    filled: 'Filled',
    empty: 'Empty',
    bad: 'Bad',
    wanting: 'Facts the rules need that no column supplies',
    presumed: 'Presumed, as no column speaks to it',
    unused: 'Columns that give no fact',
    likely: (fact, column) => `${fact} may be in column ${column}: if so, add --column "${fact}=${column}"`,
    unread: (column, words) =>
      `column ${column} has words that are no value of its fact: ${words}; say in a map file what they stand for`,
    emptyWords: (column, words, option) =>
      `column ${column} has words that may mean "don't know": ${words}; if so, add ${option}, or "empty" in a map file`,
    badCells: (fact, column, count, first) =>
      `${fact} (column ${column}): ${counted(count, 'cell')} cannot be read. ${first}`,
    atLine: (line, cell) => `line ${line}: ${cell}`,
    unreadAmounts: (count) => `Amounts that are no plain number, and so in no sum: ${count}.`,
    contradictions: (count) =>
      count === '1'
        ? 'The facts of 1 row contradict what the rulebook assumes of every transaction.'
        : `The facts of ${count} rows contradict what the rulebook assumes of every transaction.`,
  },
  written: (path, rows, size) =>
    rows === '1' ? `1 row with its verdict: ${path} (${size})` : `${rows} rows with their verdicts: ${path} (${size})`,
  changedWritten: (path, rows, size) => `${counted(rows, 'row')} whose answer differs: ${path} (${size})`,
  badWritten: (path, rows) => `${counted(rows, 'row')} that could not be judged, with line and reason: ${path}`,
  badNotWritten: (rows) =>
    `${counted(rows, 'row')} could not be judged. With --errors FILE each is listed with its line and the reason.`,
  mapSaved: (path, proposes) =>
    proposes
      ? `Which column gave which fact, and under "empty" the words that may mean "don't know", for you to check: ${path}`
      : `Which column gave which fact: ${path}`,
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
        repeated_name: 'the object has a name twice',
      })[reason] ?? reason,
  },
  wrongNumber: (option, given) => ({
    what: `\`${given}\` is no whole number above 0.`,
    next: `For example: ${option} 2`,
  }),
  wrongMemory: (given) => ({ what: `\`${given}\` is no size of memory.`, next: 'For example: --memory 2GB' }),
  wrongAgainst: (given) => ({
    what: `\`${given}\` is nothing to compare with.`,
    next: 'Write as-of=DATE, known-on=DATE, reading=NAME=ALTERNATIVE or rulebook=ID|PATH.',
  }),
  wrongFolder: (path) => ({
    what: `\`${path}\` is no folder.`,
    next: 'Make the folder first; for one output of all files together give the name of a file.',
  }),
  sameOutput: (path) => ({
    what: `two files are to be written as \`${path}\`.`,
    next: 'Give each its own name; of several inputs no two may bear the same name.',
  }),
  sameInput: (path) => ({ what: `\`${path}\` is given twice.`, next: 'Give every file once.' }),
  noMap: (path) => ({
    what: `there is no file \`${path}\`.`,
    next: 'Give the path of a map; --save-map FILE writes one to begin with.',
  }),
  doneSoFar: (done, left) =>
    done.length === 0
      ? `None is done: ${left.join(', ')}.`
      : `Done, and there to stay: ${done.join(', ')}. Not done: ${left.join(', ')}.`,
  notTogether: (one, other) => ({ what: `${one} and ${other} do not go together.`, next: 'Give one of them.' }),
  onlyPostgres: {
    what: '--in-place works in a PostgreSQL database only.',
    next: 'Give its address as the input: postgresql://host/database',
  },
  sqlNeedsTable: {
    what: 'it is not said what the SQL is to read.',
    next: 'Give the table of your engine: --query book',
  },
  trouble: ({ code, message, values }) => {
    const what = message.endsWith('.') ? message : `${message}.`;
    switch (code) {
      case 'output_exists':
        return { what, next: 'Add --overwrite to replace it, or give another name.' };
      case 'column_clash':
        return message.includes('already has')
          ? { what, next: 'Put something before the names of the added columns: --prefix new_' }
          : undefined;
      case 'unknown_format':
        return values.formats === undefined
          ? undefined
          : { what, next: 'Give the file an ending that tells it: .csv, .jsonl, .parquet or .xlsx.' };
      case 'unknown_encoding':
        return values.encoding === undefined
          ? { what, next: 'Say it with --encoding, for example --encoding big5 or --encoding windows-1252.' }
          : undefined;
      default:
        return undefined;
    }
  },
};
