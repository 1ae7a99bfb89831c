import { tabulate } from '@proviso/logic/tabulate';
import { formatInstant } from '@proviso/model';
import type { InputColumn } from '../columns.ts';
import { ScreenError } from '../errors.ts';
import { resolveMapping } from '../mapping/index.ts';
import type { PostgresSpec } from '../source/contract.ts';
import { OUTPUT_COLUMNS } from '../sql/contract.ts';
import { screenSql } from '../sql/index.ts';
import { type Summary, summarise } from '../summary/index.ts';
import type { ScreeningOptions } from './contract.ts';
import { groupsFrom } from './groups.ts';
import { openPostgres } from './postgres.ts';
import { quoteName } from './sql-text.ts';

const SAMPLE_ROWS = 5_000;
const SAMPLE_CELLS = 60;

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
 * Judges the rows of a PostgreSQL query where they are and makes a table of the good ones with their verdicts. Only counts
 * leave the database. All of it in one transaction: a failure leaves the database as it was.
 * @throws ScreenError, InputError
 */
export async function screenInPlace(options: InPlaceOptions): Promise<InPlaceResult> {
  const { program, source, signal } = options;
  const database = await openPostgres(source, signal);
  try {
    await database.run('BEGIN');
    const relation = database.relation;
    const columns = await database.columns();
    const clash = columns.find(({ name }) => added(options).includes(name.toLowerCase()));
    if (clash !== undefined)
      throw new ScreenError('column_clash', `the input already has a column ${clash.name}`, {
        where: database.shown,
        values: { column: clash.name },
        hint: 'give a prefix for the added columns, such as --prefix proviso_',
      });
    const samples = await sampleCells(database, columns);
    const { mapping, constants } = resolveMapping({
      declarations: program.compiled.declarations,
      rulebook: program.rulebook.id,
      columns,
      samples,
      ...(options.map === undefined ? {} : { map: options.map }),
      ...(options.columns === undefined ? {} : { inline: options.columns }),
      ...(options.asOfColumn === undefined ? {} : { asOf: options.asOfColumn }),
    });
    if (Object.keys(constants).length > 0)
      throw new ScreenError('cannot_in_dialect', 'facts with one value for all rows are not for --in-place', {
        hint: "give them as columns of the query: SELECT *, 'wechat' AS application FROM ...",
      });
    const asked = {
      ...(options.knownOn === undefined ? {} : { knownOn: options.knownOn }),
      ...(options.readings === undefined ? {} : { readings: options.readings }),
      ...(mapping.asOf !== undefined || options.asOf === undefined ? {} : { asOf: options.asOf }),
    };
    const question = { ...asked, ...(mapping.asOf === undefined ? {} : { asOfPerRow: true }) };
    const tabulation = tabulate(program, question, { facts: mapping.facts.map(({ fact }) => fact) });
    const sql = screenSql({
      dialect: 'postgresql',
      tabulation,
      mapping,
      source: relation,
      ...(options.prefix === undefined ? {} : { prefix: options.prefix }),
    });
    for (const statement of sql.setup) await database.run(statement);
    const amount = options.amount === undefined ? undefined : columns.find(({ name }) => name === options.amount);
    if (options.amount !== undefined && amount === undefined)
      throw new ScreenError('no_column', `the input has no column ${options.amount}`, {
        where: database.shown,
        values: { column: options.amount },
      });
    const counted = await database.run(sql.counted(amount === undefined ? {} : { amount }));
    const groups = groupsFrom(counted.names, counted.rows, tabulation);
    const table = database.quoteTable(options.table);
    if (options.overwrite === true) await database.run(`DROP TABLE IF EXISTS ${table}`);
    await database.run(`CREATE TABLE ${table} AS ${sql.decided({ lists: 'list' })}`, { table: options.table });
    for (const statement of sql.teardown) await database.run(statement);
    await database.run('COMMIT');
    const { vantage, readings } = program.at(asked).question;
    const { zone } = program.rulebook;
    const summary = summarise({
      rulebook: program.rulebook,
      tabulation,
      question: {
        asOf: mapping.asOf === undefined ? formatInstant(zone, vantage.asOf) : { column: mapping.asOf.column },
        knownOn: vantage.knownOn === null ? null : formatInstant(zone, vantage.knownOn),
        readings,
      },
      source: database.shown,
      amountColumn: amount === undefined ? null : { column: amount.name, unit: options.unit ?? null },
      groups,
    });
    return { rows: summary.decided.rows, summary };
  } finally {
    await database.close();
  }
}

function added({ prefix = '' }: InPlaceOptions): readonly string[] {
  return OUTPUT_COLUMNS.map((name) => `${prefix}${name}`);
}

/** Distinct cells among the first rows, as for other sources; they leave the database only as suggestions for words. */
async function sampleCells(
  database: Awaited<ReturnType<typeof openPostgres>>,
  columns: readonly InputColumn[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const cells: Record<string, readonly string[]> = Object.create(null);
  for (const { name } of columns.filter(({ stored }) => stored === 'text').slice(0, 100)) {
    const { rows } = await database.run(
      `SELECT cell FROM (SELECT ${quoteName(name)} AS cell FROM ${database.relation} LIMIT ${SAMPLE_ROWS}) head WHERE cell IS NOT NULL GROUP BY cell ORDER BY count(*) DESC, cell LIMIT ${SAMPLE_CELLS}`,
    );
    cells[name] = rows.map(([cell]) => String(cell));
  }
  return cells;
}
