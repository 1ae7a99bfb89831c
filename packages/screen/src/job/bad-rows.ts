import type { ColumnMapping } from '../columns.ts';
import type { MalformedRow, OpenedSource } from '../source/contract.ts';
import type { ScreenSql } from '../sql/contract.ts';
import type { BadRowWords } from './contract.ts';
import { quoteName, quoteText } from './sql-text.ts';

const LONGEST_CELL = 80;

/** What the query of bad rows is made from. */
export interface BadRowsInput {
  /** SQL over `OpenedSource.located`. */
  readonly sql: ScreenSql;
  readonly source: OpenedSource;
  readonly mapping: ColumnMapping;
  readonly malformed: readonly MalformedRow[];
  readonly words: BadRowWords;
}

/** A query (DuckDB) that gives every bad row: its file if there are several, its line, why, and the input's columns. */
export function badRowsQuery({ sql, source, mapping, malformed, words }: BadRowsInput): string {
  const several = source.spec.kind === 'file' && source.spec.paths.length > 1;
  const columns = source.columns.map(({ name }) => quoteName(name));
  const marked = [
    ...mapping.facts.map(({ fact, column }) => ({ name: fact, column })),
    ...(mapping.asOf === undefined ? [] : [{ name: 'as_of', column: mapping.asOf.column }]),
  ];
  const reasons = marked.map(({ name, column }) => {
    const [before = '', after = ''] = words.cell.replaceAll('{fact}', name).split('{cell}');
    const cell = `coalesce(left(CAST(${quoteName(column)} AS VARCHAR), ${LONGEST_CELL}), '')`;
    return `CASE WHEN list_contains(string_split(proviso_bad, ';'), ${quoteText(name)}) THEN ${quoteText(before)} || ${cell} || ${quoteText(after)} END`;
  });
  const reason = `CASE WHEN proviso_bad = '' THEN ${quoteText(words.contradiction)} ELSE concat_ws('; ', ${reasons.join(', ')}) END`;
  const place = [...(several ? ['proviso_file AS file'] : []), 'proviso_line AS line'];
  const bad = `SELECT ${[...place, `${reason} AS reason`, ...columns].join(', ')} FROM (${sql.bad()})`;
  if (malformed.length === 0) return `${bad} ORDER BY ALL`;
  const [first, ...others] = source.columns.map(({ name }) => name);
  const texts = malformed.map((row) =>
    [
      ...(several ? [quoteText(row.file)] : []),
      String(row.line),
      quoteText(words.malformed(row.reason)),
      ...(first === undefined ? [] : [quoteText(row.text.slice(0, 1000))]),
      ...others.map(() => 'NULL'),
    ].join(', '),
  );
  const names = [...(several ? ['file'] : []), 'line', 'reason', ...columns].join(', ');
  return `SELECT * FROM (${bad}) UNION ALL SELECT * FROM (VALUES ${texts.map((text) => `(${text})`).join(', ')}) malformed(${names}) ORDER BY ${several ? 'file, ' : ''}line`;
}
