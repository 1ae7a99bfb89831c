import type { Tabulation } from '@proviso/logic/tabulate';
import type { ScreenSql, ScreenSqlOptions } from '../sql/contract.ts';
import type { CountedPair, LabelIds } from '../summary/index.ts';
import type { Side } from './compared-sides.ts';
import { readOddCells } from './odd-cells.ts';
import type { Screening } from './screening.ts';

const BEFORE = 'before_';

/** Rows that share their label ids on both sides. */
export interface Pair extends CountedPair {
  /** In the order of {@link JudgedTwice.names}. */
  readonly ids: readonly (number | null)[];
}

/** The rows of an input with what is said of them on both sides. */
export interface JudgedTwice {
  readonly pairs: readonly Pair[];
  /** A query: the input's columns, and label ids under {@link names}. */
  readonly labelled: string;
  readonly names: readonly string[];
}

type ReadByLibrary = NonNullable<ScreenSqlOptions['readByLibrary']>;

/**
 * Judges the rows by both sides and counts them. Cells that only the library reads are read for each side by itself: the codes of
 * one version of a rulebook say nothing in another.
 */
export async function judgeTwice(screening: Screening, before: Side, after: Side): Promise<JudgedTwice> {
  const first = await judgedOnce(screening, before, after, [{}, {}]);
  if (first.pairs.every((pair) => pair.before.outcome !== null && pair.after.outcome !== null)) return first;
  const read = [await oddCells(screening, before), await oddCells(screening, after)] as const;
  return read.every((codes) => Object.keys(codes).length === 0) ? first : judgedOnce(screening, before, after, read);
}

async function judgedOnce(
  screening: Screening,
  before: Side,
  after: Side,
  [readBefore, readAfter]: readonly [ReadByLibrary, ReadByLibrary],
): Promise<JudgedTwice> {
  const one = sqlOf(screening, before, readBefore);
  const renamed = [...groundsOf(before.tabulation), ...needsOf(before.tabulation)].map(
    (name) => `proviso_${name} AS ${BEFORE}${name}`,
  );
  const both = sqlOf(screening, after, readAfter, `(SELECT * RENAME (${renamed.join(', ')}) FROM (${one.labelled()}))`);
  for (const sql of [one, both]) for (const statement of sql.setup) await screening.connection.run(statement);
  const names = [
    ...groundsOf(before.tabulation).map((name) => `${BEFORE}${name}`),
    ...groundsOf(after.tabulation).map((name) => `proviso_${name}`),
  ];
  const labelled = both.labelled();
  return { pairs: await counted(screening, labelled, names, before.tabulation, after.tabulation), labelled, names };
}

function sqlOf(screening: Screening, side: Side, readByLibrary: ReadByLibrary, source?: string): ScreenSql {
  const { tabulation, mapping } = side;
  const options = { tabulation, mapping, readByLibrary, ...(source === undefined ? {} : { source }) };
  return screening.sql(options);
}

function oddCells(screening: Screening, side: Side): Promise<ReadByLibrary> {
  return readOddCells(screening.connection, side.program, side.tabulation, sqlOf(screening, side, {}));
}

/** Names of the label ids that tell an answer without its needs. */
function groundsOf(tabulation: Tabulation): readonly string[] {
  return [
    'outcome',
    ...tabulation.provisions.map((_, index) => `provisions_${index + 1}`),
    ...tabulation.reach.map((_, index) => `reach_${index + 1}`),
  ];
}

function needsOf(tabulation: Tabulation): readonly string[] {
  return tabulation.needs.map((_, index) => `needs_${index + 1}`);
}

async function counted(
  screening: Screening,
  labelled: string,
  names: readonly string[],
  before: Tabulation,
  after: Tabulation,
): Promise<readonly Pair[]> {
  const amount = screening.amountExpression;
  const sum = amount === undefined ? '' : `, sum(${amount}) AS amount`;
  const reader = await screening.connection.runAndReadAll(
    `SELECT ${names.join(', ')}, count(*) AS n${sum} FROM (${labelled}) GROUP BY ${names.map((_, index) => index + 1).join(', ')}`,
  );
  const split = groundsOf(before).length;
  return reader.getRows().map((row) => {
    const ids = names.map((_, index) => (row[index] === null || row[index] === undefined ? null : Number(row[index])));
    const total = row[names.length + 1];
    return {
      ids,
      before: idsOn(ids, before),
      after: idsOn(ids.slice(split), after),
      rows: Number(row[names.length]),
      ...(amount === undefined ? {} : { amount: total === null || total === undefined ? '0' : String(total) }),
    };
  });
}

/** The label ids of one side, from the place where they begin. */
function idsOn(ids: readonly (number | null)[], { provisions, reach }: Tabulation): LabelIds {
  const split = 1 + provisions.length;
  return { outcome: ids[0] ?? null, provisions: ids.slice(1, split), reach: ids.slice(split, split + reach.length) };
}
