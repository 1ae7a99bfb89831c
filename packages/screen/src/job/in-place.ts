import { type TabulateQuestion, tabulate } from '@proviso/logic/tabulate';
import { formatInstant } from '@proviso/model';
import type { ColumnMapping, InputColumn } from '../columns.ts';
import { ScreenError } from '../errors.ts';
import { resolveMapping } from '../mapping/index.ts';
import type { PostgresSpec } from '../source/contract.ts';
import { columnNames } from '../source/names.ts';
import { identifier, literal } from '../source/sql-text.ts';
import { OUTPUT_COLUMNS, type ScreenSql } from '../sql/contract.ts';
import { screenSql } from '../sql/index.ts';
import { type Summary, type SummaryQuestion, summarise } from '../summary/index.ts';
import type { ScreeningOptions } from './contract.ts';
import { groupsFrom } from './groups.ts';
import { openPostgres, type PostgresDatabase } from './postgres.ts';
import { quoteTable } from './postgres-names.ts';

const SAMPLE_ROWS = 5_000;
const SAMPLE_CELLS = 60;
const SAMPLE_COLUMNS = 100;

/** What is to be done in the database. */
export interface InPlaceOptions extends Omit<ScreeningOptions, 'source'> {
  readonly source: PostgresSpec;
  /** The table to make, perhaps with its schema (`audit.verdicts`). */
  readonly table: string;
  /** Replace a table that is there. */
  readonly overwrite?: boolean;
}

/** What was done. */
export interface InPlaceResult {
  /** Good rows: those in the table. */
  readonly rows: number;
  readonly summary: Summary;
}

/**
 * Judges the rows of a PostgreSQL query where they are and makes a table of the good ones with their verdicts; its comment says
 * by which law. Only counts leave the database, and words of the first rows for suggestions. All of it in one transaction that
 * sees one state of the rows: a failure leaves the database as it was.
 * @throws ScreenError, InputError
 */
export async function screenInPlace(options: InPlaceOptions): Promise<InPlaceResult> {
  const { source, signal, onProgress } = options;
  const target = quoteTable(options.table);
  onProgress?.({ phase: 'opening' });
  const database = await openPostgres(source, signal);
  try {
    await database.run('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await refuseOwnSource(database, target, options);
    const columns = await database.columns();
    refuseNames(columns, database.shown, options);
    const amount = amountOf(columns, database.shown, options);
    const mapping = await mappingOf(database, columns, options);
    const question = questionOf(options, mapping);
    const tabulation = tabulate(options.program, question, { facts: mapping.facts.map(({ fact }) => fact) });
    const sql = screenSql({
      dialect: 'postgresql',
      tabulation,
      mapping,
      source: database.relation,
      ...(options.prefix === undefined ? {} : { prefix: options.prefix }),
    });
    onProgress?.({ phase: 'judging' });
    for (const statement of sql.setup) await database.run(statement);
    const counted = await database.run(sql.counted(amount === undefined ? {} : { amount }));
    const groups = groupsFrom(counted.names, counted.rows, tabulation);
    const hasBadCells = groups.some(({ outcome }) => outcome === null);
    const badCells = hasBadCells ? await badCellsOf(database, sql) : [];
    onProgress?.({ phase: 'writing' });
    if (options.overwrite === true) await database.run(`DROP TABLE IF EXISTS ${target}`);
    const decided = sql.decided({ lists: 'list', columns: columns.map(({ name }) => name) });
    await database.run(`CREATE TABLE ${target} AS ${decided}`, { table: options.table });
    const asked = askedOf(options, mapping, question);
    await database.run(`COMMENT ON TABLE ${target} IS ${literal(commentOf(options, asked))}`);
    for (const statement of sql.teardown) await database.run(statement);
    const summary = summarise({
      rulebook: options.program.rulebook,
      tabulation,
      question: asked,
      source: database.shown,
      amountColumn: amount === undefined ? null : { column: amount.name, unit: options.unit ?? null },
      groups,
      badCells,
    });
    await refuseOtherCount(database, target, summary);
    await database.run('COMMIT');
    return { rows: summary.decided.rows, summary };
  } finally {
    await database.close();
  }
}

/** With --overwrite, the rows would be gone before they are read. */
async function refuseOwnSource(
  { sourceTable, run }: PostgresDatabase,
  target: string,
  { table }: InPlaceOptions,
): Promise<void> {
  if (sourceTable === undefined) return;
  const { rows } = await run(`SELECT to_regclass(${literal(sourceTable)}) = to_regclass(${literal(target)})`);
  if (rows[0]?.[0] !== true) return;
  throw new ScreenError('output_exists', `${table} is the table that is judged`, {
    where: table,
    hint: 'give another name for the table of verdicts',
  });
}

function refuseNames(columns: readonly InputColumn[], shown: string, { prefix = '' }: InPlaceOptions): void {
  columnNames(
    columns.map(({ name }) => name),
    shown,
  );
  const added = OUTPUT_COLUMNS.map((name) => `${prefix}${name}`.toLowerCase());
  const clash = columns.find(({ name }) => added.includes(name.toLowerCase()));
  if (clash === undefined) return;
  throw new ScreenError('column_clash', `the input already has a column ${clash.name}`, {
    where: shown,
    values: { column: clash.name },
    hint: 'give a prefix for the added columns, such as --prefix judged_',
  });
}

function amountOf(columns: readonly InputColumn[], shown: string, { amount }: InPlaceOptions): InputColumn | undefined {
  if (amount === undefined) return undefined;
  const column = columns.find(({ name }) => name === amount);
  if (column !== undefined) return column;
  throw new ScreenError('no_column', `the input has no column ${amount}`, { where: shown, values: { column: amount } });
}

async function mappingOf(
  database: PostgresDatabase,
  columns: readonly InputColumn[],
  options: InPlaceOptions,
): Promise<ColumnMapping> {
  const { mapping, constants } = resolveMapping({
    declarations: options.program.compiled.declarations,
    rulebook: options.program.rulebook.id,
    columns,
    samples: await sampleCells(database, columns),
    ...(options.map === undefined ? {} : { map: options.map }),
    ...(options.columns === undefined ? {} : { inline: options.columns }),
    ...(options.asOfColumn === undefined ? {} : { asOf: options.asOfColumn }),
  });
  if (Object.keys(constants).length === 0) return mapping;
  throw new ScreenError('cannot_in_dialect', 'facts with one value for all rows are not for --in-place', {
    hint: "give them as columns of the query: SELECT *, 'wechat' AS application FROM ...",
  });
}

function questionOf({ asOf, knownOn, readings }: InPlaceOptions, mapping: ColumnMapping): TabulateQuestion {
  return {
    ...(knownOn === undefined ? {} : { knownOn }),
    ...(readings === undefined ? {} : { readings }),
    ...(mapping.asOf !== undefined ? { asOfPerRow: true } : asOf === undefined ? {} : { asOf }),
  };
}

/** The dates and readings, worked out. */
function askedOf({ program }: InPlaceOptions, { asOf }: ColumnMapping, question: TabulateQuestion): SummaryQuestion {
  const { asOfPerRow: _, ...asked } = question;
  const { vantage, readings } = program.at(asked).question;
  const { zone } = program.rulebook;
  return {
    asOf: asOf === undefined ? formatInstant(zone, vantage.asOf) : { column: asOf.column },
    knownOn: vantage.knownOn === null ? null : formatInstant(zone, vantage.knownOn),
    readings,
  };
}

/** What the table says of itself: by which rulebook it was judged, and as of when. */
function commentOf({ program }: InPlaceOptions, asked: SummaryQuestion): string {
  const { rulebook, digest } = program;
  return JSON.stringify({ proviso: { rulebook: { id: rulebook.id, digest }, ...asked } });
}

/** Rows with bad cells by the facts whose cells they are. */
async function badCellsOf(
  { run }: PostgresDatabase,
  sql: ScreenSql,
): Promise<readonly { readonly facts: readonly string[]; readonly rows: number }[]> {
  const { rows } = await run(
    `SELECT proviso_bad, count(*) FROM (${sql.bad()}) AS bad_rows WHERE proviso_bad <> '' GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  return rows.map(([facts, count]) => ({ facts: String(facts).split(';'), rows: Number(count) }));
}

/** The table must hold what was counted, or nothing is kept. */
async function refuseOtherCount({ run, shown }: PostgresDatabase, target: string, summary: Summary): Promise<void> {
  const { rows } = await run(`SELECT count(*) FROM ${target}`);
  const count = Number(rows[0]?.[0]);
  if (count === summary.decided.rows) return;
  throw new ScreenError('database_query', `${summary.decided.rows} rows were judged, but ${count} are in the table`, {
    where: shown,
    hint: 'give a query that yields the same rows every time; nothing was kept',
  });
}

/** Distinct cells among the first rows, as for other sources; they leave the database only as suggestions for words. */
async function sampleCells(
  database: PostgresDatabase,
  columns: readonly InputColumn[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const cells: Record<string, readonly string[]> = Object.create(null);
  for (const { name } of columns.filter(({ stored }) => stored === 'text').slice(0, SAMPLE_COLUMNS)) {
    const { rows } = await database.run(
      `SELECT cell FROM (SELECT ${identifier(name)} AS cell FROM ${database.relation} AS given LIMIT ${SAMPLE_ROWS}) AS head WHERE cell IS NOT NULL GROUP BY cell ORDER BY count(*) DESC, cell LIMIT ${SAMPLE_CELLS}`,
    );
    cells[name] = rows.map(([cell]) => String(cell));
  }
  return cells;
}
