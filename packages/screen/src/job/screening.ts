import type { DuckDBConnection } from '@duckdb/node-api';
import { type TabulateQuestion, type Tabulation, tabulate } from '@proviso/logic/tabulate';
import type { Rulebook } from '@proviso/model';
import type { ColumnMapping, InputColumn } from '../columns.ts';
import type { ResolvedMapping } from '../mapping/index.ts';
import type { SinkOptions, SinkSpec } from '../sink/contract.ts';
import type { LinesWithCells } from '../sink/csv-lines.ts';
import { openSink } from '../sink/open.ts';
import type { OpenedSource } from '../source/contract.ts';
import type { ScreenSql, ScreenSqlOptions } from '../sql/contract.ts';
import { screenSql } from '../sql/index.ts';
import { type AmountColumn, type CountedGroup, type Summary, summarise } from '../summary/index.ts';
import { exactAmount, unreadAmounts } from './amount.ts';
import { badRowsQuery } from './bad-rows.ts';
import type { BadRowWords, Preflight, Progress, ScreeningOptions } from './contract.ts';
import type { Engine } from './engine.ts';
import { readGroups } from './groups.ts';
import { inspectCells } from './inspect.ts';
import { decidedByKey, type JudgedKeys, judgeKeys, keepAnswers } from './keyed.ts';
import { readOddCells } from './odd-cells.ts';
import {
  type Counted,
  columnOf,
  countedFrom,
  mappingWith,
  questionOf,
  refuseClashes,
  resolvedQuestion,
  withConstants,
} from './prepare.ts';
import { countedRowKeys, dropRowKeys, keepRowKeys, linesWithCells, writeRowsOn } from './row-keys.ts';
import { watched } from './watch.ts';

/** One input under one question. Every count and every file of it comes from the same SQL. */
export class Screening {
  readonly source: OpenedSource;
  readonly resolved: ResolvedMapping;
  readonly mapping: ColumnMapping;
  readonly tabulation: Tabulation;
  readonly question: TabulateQuestion;
  readonly options: ScreeningOptions;
  readonly #engine: Engine;
  #relation: string;
  readonly #seen: Readonly<Record<string, readonly string[]>> | undefined;
  #readByLibrary: Readonly<Record<string, Readonly<Record<string, number>>>> = {};
  #counted: Promise<Counted> | undefined;
  #prepared: string | undefined;
  #judged: JudgedKeys | undefined;
  /** Whether the keys of all rows are kept, to write rows of CSV files on as they are. */
  #keepsRowKeys = false;
  #kept: Promise<void> | undefined;

  constructor(
    options: ScreeningOptions,
    engine: Engine,
    source: OpenedSource,
    resolved: ResolvedMapping,
    samples: Readonly<Record<string, readonly string[]>>,
  ) {
    const fromDictionary = source.spec.kind !== 'file' || source.spec.paths.some((path) => /\.parquet$/i.test(path));
    this.#seen = fromDictionary ? undefined : samples;
    this.options = options;
    this.#engine = engine;
    this.source = source;
    this.resolved = resolved;
    const constants = Object.entries(resolved.constants);
    this.mapping = mappingWith(resolved, constants);
    this.#relation = withConstants(source.relation, constants);
    this.question = questionOf(options, this.mapping);
    refuseClashes(source, options.prefix ?? '');
    if (options.amount !== undefined) columnOf(source, options.amount);
    this.tabulation = tabulate(options.program, this.question, { facts: this.mapping.facts.map(({ fact }) => fact) });
  }

  get rulebook(): Rulebook {
    return this.options.program.rulebook;
  }

  /** The connection on which the queries of {@link sql} can be run, once their setup has been. */
  get connection(): DuckDBConnection {
    return this.#engine.connection;
  }

  /** The statements of this run; over another source, or by another tabulation, when told so. */
  sql(
    other: Partial<Pick<ScreenSqlOptions, 'dialect' | 'source' | 'tabulation' | 'mapping' | 'readByLibrary'>> = {},
  ): ScreenSql {
    const { prefix } = this.options;
    return screenSql({
      dialect: 'duckdb',
      tabulation: this.tabulation,
      mapping: this.mapping,
      source: this.#relation,
      ...(prefix === undefined ? {} : { prefix }),
      readByLibrary: this.#readByLibrary,
      ...(this.#seen === undefined ? {} : { seenTexts: this.#seen }),
      ...other,
    });
  }

  /** The money column; null when none was named. */
  get amountColumn(): AmountColumn | null {
    const { amount, unit } = this.options;
    return amount === undefined ? null : { column: amount, unit: unit ?? null };
  }

  /** The exact value of the money column as SQL. */
  get amountExpression(): string | undefined {
    const { amount } = this.options;
    return amount === undefined ? undefined : exactAmount(columnOf(this.source, amount));
  }

  /** The files that are read, so that nothing is written over them. */
  get inputPaths(): readonly string[] {
    const { spec } = this.source;
    return spec.kind === 'file' ? spec.paths : spec.kind === 'duckdb' ? [spec.path] : [];
  }

  /** Runs statements of this run's connection; see {@link watched}. */
  watched<T>(phase: Progress['phase'], work: (tell: (share: number) => void) => Promise<T>): Promise<T> {
    return watched(this.connection, this.options, phase, work);
  }

  /** Judges every row and counts. One pass over the input; a second one when there are cells only the library can read. */
  count(): Promise<Counted> {
    this.#counted ??= this.watched('judging', async () => {
      let groups = await this.#countOnce();
      if (groups.some(({ outcome }) => outcome === null)) {
        const { program } = this.options;
        this.#readByLibrary = await readOddCells(this.connection, program, this.tabulation, this.sql());
        if (Object.keys(this.#readByLibrary).length > 0) groups = await this.#countOnce();
      }
      return countedFrom(groups, this.tabulation, this.source.malformedRows);
    });
    return this.#counted;
  }

  /** What is known before anything is written. @param all also how full every mapped column is (one more pass) */
  async preflight(all = false): Promise<Preflight> {
    const counted = await this.count();
    const inspected =
      all || counted.badCells > 0
        ? await this.watched('bad_rows', async () =>
            inspectCells(this.connection, this.sql(), await this.#locatedSql(), this.mapping),
          )
        : [];
    const { resolved, source, tabulation } = this;
    return {
      source: source.shown,
      detected: source.detected,
      ...(source.sheets === undefined ? {} : { sheets: source.sheets }),
      rows: counted.rows,
      malformed: counted.malformed,
      mapped: resolved.mapping.facts.map(({ fact, column }) => ({
        fact,
        column,
        suggested: resolved.changes.some((one) => one.kind === 'column' && one.fact === fact),
      })),
      constants: resolved.constants,
      unmappedColumns: resolved.unmappedColumns,
      wanting: tabulation.wanting,
      presumed: tabulation.presumed,
      inspected: all ? inspected : inspected.filter(({ bad }) => bad > 0),
      contradictions: counted.contradictions,
      unreadAmounts: await this.#unreadAmounts(),
    };
  }

  /** The summary that people act on. */
  async summary(): Promise<Summary> {
    const { groups, rows, malformed } = await this.count();
    const reasons = new Map<string, number>();
    if (malformed > 0)
      for (const { reason } of await this.source.malformed()) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    return summarise({
      rulebook: this.rulebook,
      tabulation: this.tabulation,
      question: resolvedQuestion(this.options.program, this.question, this.mapping),
      source: this.source.shown,
      amountColumn: this.amountColumn,
      groups,
      malformed: [...reasons].map(([reason, count]) => ({ reason, rows: count })),
      badCells: await this.#badCells(),
      inputRows: rows + malformed,
    });
  }

  /** Writes the good rows with their verdicts. */
  async write(
    spec: SinkSpec,
    options: Pick<SinkOptions, 'spreadsheetSafe'> = {},
  ): Promise<{ readonly rows: number; readonly bytes: number }> {
    await this.count();
    const sink = await openSink(spec, { ...options, inputs: this.inputPaths });
    const lines = sink.format === 'csv' ? this.#linesWithCells(options.spreadsheetSafe ?? true) : undefined;
    if (lines !== undefined) {
      const { signal } = this.options;
      return this.watched('writing', (tell) => sink.fill((path) => writeRowsOn(lines, path, tell, signal)));
    }
    const query = await this.#decided(sink.lists);
    return this.watched('writing', () => sink.write(this.connection, query));
  }

  /** The first good rows with their verdicts, for a table on a screen. */
  async rows(
    limit: number,
  ): Promise<{ readonly names: readonly string[]; readonly rows: readonly (readonly unknown[])[] }> {
    const query = await this.#decided('text');
    const reader = await this.connection.runAndReadAll(
      `SELECT * FROM (${query}) LIMIT ${Math.max(0, Math.floor(limit))}`,
    );
    return { names: reader.columnNames(), rows: reader.getRowsJson() };
  }

  /** Writes the bad rows: line, why, and the cells as they are. */
  async writeBad(spec: SinkSpec, words: BadRowWords): Promise<{ readonly rows: number; readonly bytes: number }> {
    await this.count();
    const sink = await openSink(spec, { inputs: this.inputPaths });
    const { source, mapping } = this;
    const query = badRowsQuery({ sql: await this.#locatedSql(), source, mapping, words });
    return this.watched('bad_rows', () => sink.write(this.connection, query));
  }

  /** Ends the run and removes its temporary files. */
  async close(): Promise<void> {
    await this.source.close();
    await this.#engine.close();
  }

  async #unreadAmounts(): Promise<number> {
    const { amount } = this.options;
    if (amount === undefined) return 0;
    const query = unreadAmounts(columnOf(this.source, amount), this.#relation);
    const reader = await this.watched('judging', () => this.connection.runAndReadAll(query));
    return Number(reader.getRows()[0]?.[0] ?? 0);
  }

  /** Rows with bad cells by the facts whose cells they are. */
  async #badCells(): Promise<readonly { readonly facts: readonly string[]; readonly rows: number }[]> {
    if ((await this.count()).badCells === 0) return [];
    const reader = await this.watched('bad_rows', async () => {
      const sql = this.sql();
      await this.#prepare(sql);
      return this.connection.runAndReadAll(
        `SELECT proviso_bad, count(*) FROM (${sql.bad()}) WHERE proviso_bad <> '' GROUP BY 1 ORDER BY 2 DESC, 1`,
      );
    });
    return reader.getRows().map(([facts, rows]) => ({ facts: String(facts).split(';'), rows: Number(rows) }));
  }

  /** The statements over rows that know where they stand, ready to be run. */
  async #locatedSql(): Promise<ScreenSql> {
    const sql = this.sql({
      source: withConstants(`(${this.source.located})`, Object.entries(this.resolved.constants)),
    });
    await this.#prepare(sql);
    return sql;
  }

  /** By key where rows fall under few enough keys, else in SQL alone. */
  async #countOnce(): Promise<readonly CountedGroup[]> {
    const { amount } = this.options;
    const money = amount === undefined ? undefined : columnOf(this.source, amount);
    const counting = money === undefined ? {} : { amount: money };
    this.#judged = undefined;
    this.#keepsRowKeys = await this.#keepRowKeys(money);
    const sql = this.sql();
    if (sql.keyed !== undefined) {
      const counted = this.#keepsRowKeys ? countedRowKeys(money) : sql.keyed.counted(counting);
      this.#judged = await judgeKeys(this.connection, counted, sql.keyed, this.tabulation);
    }
    if (this.#judged !== undefined) return this.#judged.groups;
    if (this.#keepsRowKeys) await dropRowKeys(this.connection);
    this.#keepsRowKeys = false;
    await this.#prepare(sql);
    return readGroups(this.connection, sql.counted(counting), this.tabulation);
  }

  /** Keeps the keys of all rows where rows can be written on as lines; tells whether it did. */
  async #keepRowKeys(amount: InputColumn | undefined): Promise<boolean> {
    const { lines, oneByOne, rows } = this.source;
    const isDoubtful = oneByOne !== undefined && this.#relation !== this.#carefully;
    const { keyed } = this.sql();
    if (this.options.writesCsv === true && lines !== undefined && keyed !== undefined) {
      const keeping = keepRowKeys(this.connection, keyed, amount);
      const came = await (isDoubtful ? keeping.catch(() => undefined) : keeping);
      if (came === rows) return true;
    }
    if (!isDoubtful) return false;
    this.#relation = this.#carefully;
    return this.#keepRowKeys(amount);
  }

  /** The rows of a source that several cores might misread. */
  get #carefully(): string {
    const { oneByOne, relation } = this.source;
    return withConstants(oneByOne ?? relation, Object.entries(this.resolved.constants));
  }

  /** The rows as lines that can be written on; undefined where they cannot. */
  #linesWithCells(safe: boolean): LinesWithCells | undefined {
    if (this.#judged === undefined || !this.#keepsRowKeys) return undefined;
    return linesWithCells(this.connection, this.source, this.tabulation, this.#judged, safe, this.options.prefix ?? '');
  }

  /** A query that gives the good rows with their verdicts. */
  async #decided(lists: 'list' | 'text'): Promise<string> {
    await this.count();
    const sql = this.sql();
    const columns = this.source.columns.map(({ name }) => name);
    const { keyed } = sql;
    if (this.#judged === undefined || keyed === undefined) return sql.decided({ lists, columns });
    this.#kept ??= keepAnswers(this.connection, this.tabulation, this.#judged.answers);
    await this.#kept;
    return decidedByKey(keyed, columns, lists, this.options.prefix ?? '');
  }

  /** Runs the setup of the statements; anew when they changed. */
  async #prepare(sql: ScreenSql): Promise<void> {
    const setup = sql.setup.join(';\n');
    if (this.#prepared === setup) return;
    if (this.#prepared !== undefined) for (const statement of sql.teardown) await this.connection.run(statement);
    for (const statement of sql.setup) await this.connection.run(statement);
    this.#prepared = setup;
  }
}
