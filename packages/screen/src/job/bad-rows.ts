import type { ColumnMapping } from '../columns.ts';
import { MALFORMED_REASONS, type OpenedSource } from '../source/contract.ts';
import { identifier, literal } from '../source/sql-text.ts';
import type { ScreenSql } from '../sql/contract.ts';
import type { BadRowWords } from './contract.ts';

const LONGEST_CELL = 80;

/** What the query of bad rows is made from. */
export interface BadRowsInput {
  /** SQL over `OpenedSource.located`. */
  readonly sql: ScreenSql;
  readonly source: OpenedSource;
  readonly mapping: ColumnMapping;
  readonly words: BadRowWords;
}

/** A query (DuckDB) that gives every bad row: its file if there are several, its line, why, and the input's columns. */
export function badRowsQuery({ sql, source, mapping, words }: BadRowsInput): string {
  const several = source.spec.kind === 'file' && source.spec.paths.length > 1;
  const columns = source.columns.map(({ name }) => identifier(name));
  const marked = [
    ...mapping.facts.map(({ fact, column }) => ({ name: fact, column })),
    ...(mapping.asOf === undefined ? [] : [{ name: 'as_of', column: mapping.asOf.column }]),
  ];
  const reasons = marked.map(({ name, column }) => {
    const [before = '', after = ''] = words.cell.replaceAll('{fact}', name).split('{cell}');
    const cell = `coalesce(left(CAST(${identifier(column)} AS VARCHAR), ${LONGEST_CELL}), '')`;
    return `CASE WHEN list_contains(string_split(proviso_bad, ';'), ${literal(name)}) THEN ${literal(before)} || ${cell} || ${literal(after)} END`;
  });
  const reason = `CASE WHEN proviso_bad = '' THEN ${literal(words.contradiction)} ELSE concat_ws('; ', ${reasons.join(', ')}) END`;
  const place = [...(several ? ['proviso_file AS file'] : []), 'proviso_line AS line'];
  const bad = `SELECT ${[...place, `${reason} AS reason`, ...columns].join(', ')} FROM (${sql.bad()})`;
  if (source.malformedRelation === undefined) return `${bad} ORDER BY ${several ? 'file, ' : ''}line`;
  const cases = MALFORMED_REASONS.map((code) => `WHEN ${literal(code)} THEN ${literal(words.malformed(code))}`);
  // What is no row has no cells: its text stands in the first column.
  const cells = columns.map((column, index) => `${index === 0 ? 'text' : 'NULL'} AS ${column}`);
  const malformed = `SELECT ${[
    ...(several ? ['proviso_file AS file'] : []),
    'proviso_line AS line',
    `CASE reason ${cases.join(' ')} ELSE reason END AS reason`,
    ...cells,
  ].join(', ')} FROM ${source.malformedRelation}`;
  return `SELECT * FROM (${bad}) UNION ALL BY NAME SELECT * FROM (${malformed}) ORDER BY ${several ? 'file, ' : ''}line`;
}
