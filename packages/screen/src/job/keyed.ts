import type { DuckDBConnection } from '@duckdb/node-api';
import type { Chart, Tabulation } from '@proviso/logic/tabulate';
import { identifier, literal } from '../source/sql-text.ts';
import type { KeyedSql, OutputColumn } from '../sql/contract.ts';
import { OUTPUT_COLUMNS } from '../sql/contract.ts';
import { namesIn, needNames } from '../sql/labels.ts';
import type { CountedGroup } from '../summary/input.ts';
import { needsOf, provisionsOf } from '../summary/read-labels.ts';

/** With more keys than this the rows are judged in SQL alone. */
const MOST_KEYS = 300_000;
const TABLE = 'proviso_answers';
/** The key of rows with a bad cell in the table of answers: no key is negative. */
export const NO_KEY = -1;
const COLUMNS_SAID = ['verdict', 'may_proceed', 'held_back', 'possible', 'provisions', 'needs'] as const;
const NOTHING_SAID = `(false, NULL, NULL, NULL, [], '', [], '', [], '')`;

/** Label ids of one key. */
export interface KeyAnswer {
  readonly key: number;
  readonly ids: Pick<CountedGroup, 'outcome' | 'provisions' | 'needs'>;
}

/** Rows judged once per key. */
export interface JudgedKeys {
  readonly groups: readonly CountedGroup[];
  readonly answers: readonly KeyAnswer[];
}

/**
 * Judges each key once; undefined where there are too many different keys.
 * @param counted a query like {@link KeyedSql.counted}
 */
export async function judgeKeys(
  connection: DuckDBConnection,
  counted: string,
  keyed: KeyedSql,
  tabulation: Tabulation,
): Promise<JudgedKeys | undefined> {
  const reader = await connection.runAndReadAll(`SELECT * FROM (${counted}) LIMIT ${MOST_KEYS + 1}`);
  if (reader.currentRowCount > MOST_KEYS) return undefined;
  const names = reader.columnNames();
  const [keyAt, rowsAt, amountAt] = ['key', 'rows', 'amount'].map((name) => names.indexOf(name));
  const groups: CountedGroup[] = [];
  const answers: KeyAnswer[] = [];
  for (const row of reader.getRows()) {
    const packed = row[keyAt ?? -1];
    const key = packed === null || packed === undefined ? undefined : Number(packed);
    const ids = key === undefined ? badIds(tabulation) : idsOf(tabulation, keyed.codesOf(key));
    if (key !== undefined) answers.push({ key, ids });
    const sum = row[amountAt ?? -1];
    groups.push({
      ...ids,
      rows: Number(row[rowsAt ?? -1]),
      ...(amountAt === -1 ? {} : { amount: sum === null || sum === undefined ? '0' : String(sum) }),
    });
  }
  return { groups, answers };
}

/** Keeps what is said of each key in a temporary table. */
export async function keepAnswers(
  connection: DuckDBConnection,
  tabulation: Tabulation,
  answers: readonly KeyAnswer[],
): Promise<void> {
  const said = new Map<string, number>();
  const rows: string[] = [];
  const places = answers.map(({ ids }) => {
    const words = wordsOf(tabulation, ids);
    const known = said.get(words);
    if (known !== undefined) return known;
    said.set(words, rows.length);
    return rows.push(words) - 1;
  });
  const keys = [NO_KEY, ...answers.map(({ key }) => key)];
  const answered = [rows.push(NOTHING_SAID) - 1, ...places];
  await connection.run(`SET disabled_optimizers = 'build_side_probe_side,join_order'`);
  await connection.run(
    `CREATE OR REPLACE TEMPORARY TABLE ${TABLE} AS
     WITH said AS (SELECT row_number() OVER () - 1 AS place, * FROM (VALUES ${rows.join(', ')})
       words(good, verdict, may_proceed, held_back, possible, possible_text, provisions, provisions_text, needs, needs_text)),
     keys AS (SELECT unnest(string_split('${keys.join(',')}', ',')::BIGINT[]) AS key, unnest(string_split('${answered.join(',')}', ',')::BIGINT[]) AS place)
     SELECT key, good, ${['verdict', 'may_proceed', 'held_back'].map((name) => enumerated(name, tabulation)).join(', ')},
       CAST(possible AS VARCHAR[]) AS possible, possible_text, CAST(provisions AS VARCHAR[]) AS provisions, provisions_text, CAST(needs AS VARCHAR[]) AS needs, needs_text
     FROM keys JOIN said USING (place)`,
  );
}

/** The good rows with their answers, from the table that {@link keepAnswers} made. */
export function decidedByKey(
  keyed: KeyedSql,
  columns: readonly string[],
  lists: 'list' | 'text',
  prefix: string,
  wanted: readonly OutputColumn[] = OUTPUT_COLUMNS,
): string {
  const isList = (name: OutputColumn) => name === 'possible' || name === 'provisions' || name === 'needs';
  const added = wanted.map(
    (name) => `said.${isList(name) && lists === 'text' ? `${name}_text` : name} AS ${identifier(`${prefix}${name}`)}`,
  );
  const kept = columns.map((name) => `judged.${identifier(name)}`);
  // Every row finds its one partner, so that the rows stay in order.
  return `SELECT ${[...kept, ...added].join(', ')} FROM (${keyed.rows(columns)}) AS judged JOIN temp.${TABLE} AS said ON said.key = coalesce(judged.proviso_key, ${NO_KEY}) WHERE said.good`;
}

function idsOf(tabulation: Tabulation, codes: readonly number[]): KeyAnswer['ids'] {
  const outcome = labelIdOf(tabulation.outcome, codes);
  const undetermined = tabulation.outcome.labels[outcome]?.outcome?.verdict === 'undetermined';
  return {
    outcome,
    provisions: tabulation.provisions.map((chart) => labelIdOf(chart, codes)),
    needs: tabulation.needs.map((chart) => (undetermined ? labelIdOf(chart, codes) : null)),
  };
}

function badIds({ provisions, needs }: Tabulation): KeyAnswer['ids'] {
  return { outcome: null, provisions: provisions.map(() => null), needs: needs.map(() => null) };
}

function labelIdOf({ root, nodes }: Chart<unknown>, codes: readonly number[]): number {
  let at = root;
  for (let node = nodes[at]; node !== undefined; node = nodes[at]) at = node.next[codes[node.input] ?? 0] ?? 0;
  return -1 - at;
}

/** What is said of label ids: the cells of the added columns. Undefined for rows that are left out. */
export function saidOf(
  tabulation: Tabulation,
  ids: KeyAnswer['ids'],
): Readonly<Record<OutputColumn, string | null | readonly string[]>> | undefined {
  const outcome = ids.outcome === null ? null : (tabulation.outcome.labels[ids.outcome]?.outcome ?? null);
  if (outcome === null) return undefined;
  return {
    verdict: outcome.verdict,
    may_proceed: outcome.mayProceed,
    held_back: outcome.heldBack?.status ?? null,
    possible: outcome.possible,
    provisions: namesIn([provisionsOf(tabulation, ids)]),
    needs: needNames(needsOf(tabulation, ids.needs)),
  };
}

/** What is said of label ids, as a row of constants. */
function wordsOf(tabulation: Tabulation, ids: KeyAnswer['ids']): string {
  const said = saidOf(tabulation, ids);
  if (said === undefined) return NOTHING_SAID;
  const cells = COLUMNS_SAID.flatMap((name) => {
    const cell = said[name];
    if (cell === null) return ['NULL'];
    if (typeof cell === 'string') return [literal(cell)];
    return [`[${cell.map(literal).join(', ')}]`, literal(cell.join(';'))];
  });
  return `(true, ${cells.join(', ')})`;
}

/** A column of few words as an enumeration: much quicker to write. */
function enumerated(name: string, { outcome }: Tabulation): string {
  const words = outcome.labels.flatMap(({ outcome: one }) => {
    if (one === null) return [];
    const word = name === 'verdict' ? one.verdict : name === 'may_proceed' ? one.mayProceed : one.heldBack?.status;
    return word === undefined ? [] : [word];
  });
  const known = [...new Set(words)].sort();
  return known.length === 0
    ? `CAST(${name} AS VARCHAR) AS ${name}`
    : `CAST(${name} AS ENUM(${known.map(literal).join(', ')})) AS ${name}`;
}
