import type { DuckDBConnection } from '@duckdb/node-api';
import { type TabulateQuestion, type Tabulation, tabulate } from '@proviso/logic/tabulate';
import type { Rulebook, ScalarValue } from '@proviso/model';
import type { ColumnMapping } from '../columns.ts';
import { ScreenError } from '../errors.ts';
import { type ResolvedMapping, resolveMapping } from '../mapping/index.ts';
import type { SinkSpec } from '../sink/contract.ts';
import { openSink } from '../sink/index.ts';
import type { OpenedSource } from '../source/contract.ts';
import { openSource } from '../source/index.ts';
import { OUTPUT_COLUMNS, type ScreenSql } from '../sql/contract.ts';
import { screenSql } from '../sql/index.ts';
import { badRowsQuery } from './bad-rows.ts';
import type { BadRowWords, Preflight, ScreeningOptions } from './contract.ts';
import { type Engine, startEngine } from './engine.ts';
import { type CountedGroup, readGroups } from './groups.ts';
import { inspectCells } from './inspect.ts';
import { readOddCells } from './odd-cells.ts';
import { sampleCells } from './samples.ts';
import { quoteName, quoteText } from './sql-text.ts';
import { watched } from './watch.ts';

/** Columns that carry facts with one value for all rows. */
const CONSTANT = 'proviso_constant_';

/** How the rows of a run are spread over its labels. */
export interface Counted {
  readonly groups: readonly CountedGroup[];
  /** Rows that are rows: good and bad. */
  readonly rows: number;
  readonly good: number;
  readonly badCells: number;
  readonly contradictions: number;
  /** Lines that are no rows. */
  readonly malformed: number;
}

/** Opens an input for screening: engine, source, mapping, tabulation. @throws ScreenError, InputError */
export async function openScreening(options: ScreeningOptions): Promise<Screening> {
  const engine = await startEngine(options);
  try {
    return await watched(engine.connection, options, 'opening', async () => {
      const source = await openSource(engine.connection, options.source, engine.folder);
      const samples = await sampleCells(engine.connection, source);
      const resolved = resolveMapping({
        declarations: options.program.compiled.declarations,
        rulebook: options.program.rulebook.id,
        columns: source.columns,
        samples,
        ...(options.map === undefined ? {} : { map: options.map }),
        ...(options.columns === undefined ? {} : { inline: options.columns }),
      });
      return new Screening(options, engine, source, resolved);
    });
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** One input under one question. Every count and every file of it comes from the same SQL. */
export class Screening {
  readonly source: OpenedSource;
  readonly resolved: ResolvedMapping;
  readonly mapping: ColumnMapping;
  readonly tabulation: Tabulation;
  readonly question: TabulateQuestion;
  readonly #options: ScreeningOptions;
  readonly #engine: Engine;
  readonly #relation: string;
  #readByLibrary: Readonly<Record<string, Readonly<Record<string, number>>>> = {};
  #counted: Promise<Counted> | undefined;
  #prepared: string | undefined;

  constructor(options: ScreeningOptions, engine: Engine, source: OpenedSource, resolved: ResolvedMapping) {
    this.#options = options;
    this.#engine = engine;
    this.source = source;
    this.resolved = resolved;
    const constants = Object.entries(resolved.constants);
    this.mapping = mappingWith(options, source, resolved, constants);
    this.#relation = withConstants(source.relation, constants);
    this.question = questionOf(options);
    refuseClashes(source, options.prefix ?? '');
    if (options.amount !== undefined) refuseUnknownColumn(source, options.amount);
    this.tabulation = tabulate(options.program, this.question, { facts: this.mapping.facts.map(({ fact }) => fact) });
  }

  get rulebook(): Rulebook {
    return this.#options.program.rulebook;
  }

  /** The connection on which the queries of {@link sql} can be run, once {@link count} has been. */
  get connection(): DuckDBConnection {
    return this.#engine.connection;
  }

  /** The statements of this run. */
  sql(source = this.#relation): ScreenSql {
    return screenSql({
      dialect: 'duckdb',
      tabulation: this.tabulation,
      mapping: this.mapping,
      source,
      ...(this.#options.prefix === undefined ? {} : { prefix: this.#options.prefix }),
      readByLibrary: this.#readByLibrary,
    });
  }

  /** Judges every row and counts. One pass over the input; a second one when there are cells only the library can read. */
  count(): Promise<Counted> {
    this.#counted ??= watched(this.connection, this.#options, 'judging', async () => {
      let groups = await this.#countOnce();
      if (groups.some(({ outcome }) => outcome === null)) {
        const { program } = this.#options;
        this.#readByLibrary = await readOddCells(this.connection, program, this.tabulation, this.mapping, this.sql());
        if (Object.keys(this.#readByLibrary).length > 0) groups = await this.#countOnce();
      }
      const malformed = await this.source.malformed();
      return countedFrom(groups, this.tabulation, malformed.length);
    });
    return this.#counted;
  }

  /** What is known before anything is written. @param all also how full every mapped column is (one more pass) */
  async preflight(all = false): Promise<Preflight> {
    const counted = await this.count();
    const inspected =
      all || counted.badCells > 0
        ? await watched(this.connection, this.#options, 'bad_rows', () =>
            inspectCells(this.connection, this.sql(), this.#locatedSql(), this.mapping),
          )
        : [];
    const { resolved, source, tabulation } = this;
    return {
      source: source.shown,
      detected: source.detected,
      rows: counted.rows,
      malformed: counted.malformed,
      mapped: resolved.mapping.facts.map(({ fact, column }) => ({
        fact,
        column,
        suggested: resolved.applied.some((one) => one.fact === fact),
      })),
      constants: resolved.constants,
      unmappedColumns: resolved.unmappedColumns,
      wanting: tabulation.wanting,
      presumed: tabulation.presumed,
      inspected: all ? inspected : inspected.filter(({ bad }) => bad > 0),
      contradictions: counted.contradictions,
    };
  }

  /** Writes the good rows with their verdicts. */
  async write(spec: SinkSpec): Promise<{ readonly rows: number; readonly bytes: number }> {
    await this.count();
    const sink = await openSink(spec, { inputs: this.#inputPaths() });
    const query = this.sql().decided({ lists: sink.lists, columns: this.source.columns.map(({ name }) => name) });
    return watched(this.connection, this.#options, 'writing', () => sink.write(this.connection, query));
  }

  /** The first good rows with their verdicts, for a table on a screen. */
  async rows(
    limit: number,
  ): Promise<{ readonly names: readonly string[]; readonly rows: readonly (readonly unknown[])[] }> {
    await this.count();
    const query = this.sql().decided({ lists: 'text', columns: this.source.columns.map(({ name }) => name) });
    const reader = await this.connection.runAndReadAll(
      `SELECT * FROM (${query}) LIMIT ${Math.max(0, Math.floor(limit))}`,
    );
    return { names: reader.columnNames(), rows: reader.getRowsJson() };
  }

  /** Writes the bad rows: line, why, and the cells as they are. */
  async writeBad(spec: SinkSpec, words: BadRowWords): Promise<{ readonly rows: number; readonly bytes: number }> {
    await this.count();
    const sink = await openSink(spec, { inputs: this.#inputPaths() });
    const malformed = await this.source.malformed();
    const { source, mapping } = this;
    const query = badRowsQuery({ sql: this.#locatedSql(), source, mapping, malformed, words });
    return watched(this.connection, this.#options, 'bad_rows', () => sink.write(this.connection, query));
  }

  /** Ends the run and removes its temporary files. */
  async close(): Promise<void> {
    await this.source.close();
    await this.#engine.close();
  }

  #locatedSql(): ScreenSql {
    return this.sql(withConstants(`(${this.source.located})`, Object.entries(this.resolved.constants)));
  }

  async #countOnce(): Promise<readonly CountedGroup[]> {
    const sql = this.sql();
    await this.#prepare(sql);
    const { amount } = this.#options;
    return readGroups(this.connection, sql.counted(amount === undefined ? {} : { amount }), this.tabulation);
  }

  /** Runs the setup of the statements; anew when they changed. */
  async #prepare(sql: ScreenSql): Promise<void> {
    const setup = sql.setup.join(';\n');
    if (this.#prepared === setup) return;
    if (this.#prepared !== undefined) for (const statement of sql.teardown) await this.connection.run(statement);
    for (const statement of sql.setup) await this.connection.run(statement);
    this.#prepared = setup;
  }

  #inputPaths(): readonly string[] {
    const { spec } = this.source;
    return spec.kind === 'file' ? spec.paths : spec.kind === 'duckdb' ? [spec.path] : [];
  }
}

function mappingWith(
  options: ScreeningOptions,
  source: OpenedSource,
  { mapping }: ResolvedMapping,
  constants: readonly (readonly [string, ScalarValue])[],
): ColumnMapping {
  const facts = [
    ...mapping.facts,
    ...constants.map(([fact, value]) => ({
      fact,
      column: `${CONSTANT}${fact}`,
      stored: typeof value === 'boolean' ? ('boolean' as const) : ('text' as const),
    })),
  ];
  const told = options.asOfColumn;
  if (told === undefined) return mapping.asOf === undefined ? { facts } : { facts, asOf: mapping.asOf };
  const { stored } = refuseUnknownColumn(source, told.column);
  const zone = told.zone ?? mapping.asOf?.zone;
  return { facts, asOf: { column: told.column, stored, ...(zone === undefined ? {} : { zone }) } };
}

function withConstants(relation: string, constants: readonly (readonly [string, ScalarValue])[]): string {
  if (constants.length === 0) return relation;
  const literals = constants.map(
    ([fact, value]) =>
      `${typeof value === 'boolean' ? String(value) : quoteText(value)} AS ${quoteName(`${CONSTANT}${fact}`)}`,
  );
  return `(SELECT *, ${literals.join(', ')} FROM ${relation})`;
}

function questionOf(options: ScreeningOptions): TabulateQuestion {
  const perRow = options.asOfColumn !== undefined;
  return {
    ...(perRow ? { asOfPerRow: true } : options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.knownOn === undefined ? {} : { knownOn: options.knownOn }),
    ...(options.readings === undefined ? {} : { readings: options.readings }),
  };
}

function refuseClashes(source: OpenedSource, prefix: string): void {
  const added = OUTPUT_COLUMNS.map((name) => `${prefix}${name}`);
  const clash = source.columns.find(({ name }) => added.includes(name.toLowerCase()));
  if (clash === undefined) return;
  throw new ScreenError('column_clash', `the input already has a column ${clash.name}`, {
    where: source.shown,
    values: { column: clash.name },
    hint: 'give a prefix for the added columns, such as --prefix proviso_',
  });
}

function refuseUnknownColumn(source: OpenedSource, name: string): OpenedSource['columns'][number] {
  const column = source.columns.find((candidate) => candidate.name === name);
  if (column !== undefined) return column;
  throw new ScreenError('no_column', `the input has no column ${name}`, {
    where: source.shown,
    values: { column: name, columns: source.columns.map((candidate) => candidate.name).join(', ') },
    hint: `its columns are ${source.columns.map((candidate) => candidate.name).join(', ')}`,
  });
}

function countedFrom(groups: readonly CountedGroup[], tabulation: Tabulation, malformed: number): Counted {
  let badCells = 0;
  let contradictions = 0;
  let good = 0;
  for (const { outcome, rows } of groups) {
    if (outcome === null) badCells += rows;
    else if (tabulation.outcome.labels[outcome]?.outcome === null) contradictions += rows;
    else good += rows;
  }
  return { groups, rows: good + badCells + contradictions, good, badCells, contradictions, malformed };
}
