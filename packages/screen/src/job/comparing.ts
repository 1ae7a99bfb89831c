import type { DuckDBConnection } from '@duckdb/node-api';
import type { Program } from '@proviso/logic';
import { statusAt } from '@proviso/logic';
import { type TabulateQuestion, type Tabulation, tabulate } from '@proviso/logic/tabulate';
import { formatInstant } from '@proviso/model';
import type { SinkOptions, SinkSpec } from '../sink/contract.ts';
import { openSink } from '../sink/open.ts';
import { identifier, literal } from '../source/sql-text.ts';
import type { ScreenSql } from '../sql/contract.ts';
import {
  type ComparedStatus,
  type Comparison,
  type ComparisonSideInput,
  type CountedPair,
  compareSummary,
  type LabelIds,
} from '../summary/index.ts';
import { provisionsOf } from '../summary/read-labels.ts';
import type { Screening } from './screening.ts';

/** What the same rows are also judged by; what is absent is as in the screening. */
export interface Against {
  readonly program?: Program;
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly readings?: Readonly<Record<string, string>>;
}

/** Columns that a comparison adds, in order. */
export const COMPARED_COLUMNS = [
  'verdict_before',
  'verdict',
  'may_proceed_before',
  'may_proceed',
  'provisions_before',
  'provisions',
  'held_back_before',
  'held_back',
  'why',
] as const;

const BEFORE = 'before_';
const CHANGED_TABLE = 'proviso_changed';

interface Pair extends CountedPair {
  readonly ids: readonly (number | null)[];
}

/** One input judged twice: before is what it is compared with, after is the screening itself. */
export class Comparing {
  readonly #screening: Screening;
  readonly #before: ComparisonSideInput;
  readonly #after: ComparisonSideInput;
  readonly #sql: ScreenSql;
  readonly #first: ScreenSql;
  #pairs: Promise<readonly Pair[]> | undefined;

  constructor(screening: Screening, against: Against) {
    this.#screening = screening;
    const { options } = screening;
    const program = against.program ?? options.program;
    const asOf = against.asOf ?? options.asOf;
    const knownOn = against.knownOn ?? options.knownOn;
    const question = {
      ...(against.asOf === undefined && screening.mapping.asOf !== undefined
        ? { asOfPerRow: true }
        : asOf === undefined
          ? {}
          : { asOf }),
      ...(knownOn === undefined ? {} : { knownOn }),
      readings: { ...options.readings, ...against.readings },
    };
    const facts = screening.mapping.facts.filter(({ fact }) => program.compiled.facts.has(fact));
    const mapping = { ...screening.mapping, facts };
    const tabulation = tabulate(program, question, { facts: facts.map(({ fact }) => fact) });
    const column = screening.mapping.asOf?.column ?? '';
    this.#before = sideOf(program, tabulation, question, column);
    this.#after = sideOf(options.program, screening.tabulation, screening.question, column);
    const before = screening.sql({ tabulation, mapping });
    const renamed = idsOf(tabulation).map((name) => `proviso_${name} AS ${BEFORE}${name}`);
    this.#first = before;
    this.#sql = screening.sql({ source: `(SELECT * RENAME (${renamed.join(', ')}) FROM (${before.labelled()}))` });
  }

  /** What changed, from what to what and why; all rows add up. */
  async comparison(): Promise<Comparison> {
    return compareSummary({ ...this.#shared(), pairs: await this.#count() });
  }

  /** Writes the rows whose verdict, or whether they may go ahead, differs. */
  async write(
    spec: SinkSpec,
    options: Pick<SinkOptions, 'spreadsheetSafe'> = {},
  ): Promise<{ readonly rows: number; readonly bytes: number }> {
    const { source, connection } = this.#screening;
    const changed = await this.#keepChanged();
    const sink = await openSink(spec, { ...options, inputs: this.#screening.inputPaths });
    const columns = source.columns.map(({ name }) => `judged.${identifier(name)}`);
    const prefix = this.#screening.options.prefix ?? '';
    const added = COMPARED_COLUMNS.map((name) => `changed.${name} AS ${identifier(`${prefix}${name}`)}`);
    const same = changed.map((name) => `judged.${name} IS NOT DISTINCT FROM changed.${name}`);
    return this.#screening.watched('writing', () =>
      sink.write(
        connection,
        `SELECT ${[...columns, ...added].join(', ')} FROM (${this.#sql.labelled()}) judged JOIN ${CHANGED_TABLE} changed ON ${same.join(' AND ')}`,
      ),
    );
  }

  #shared(): Parameters<typeof compareSummary>[0] {
    const { source, amountColumn } = this.#screening;
    return { source: source.shown, amountColumn, before: this.#before, after: this.#after, pairs: [] };
  }

  #count(): Promise<readonly Pair[]> {
    this.#pairs ??= this.#screening.watched('judging', async () => {
      await this.#screening.count();
      const { connection } = this.#screening;
      for (const sql of [this.#first, this.#sql]) for (const statement of sql.setup) await connection.run(statement);
      return readPairs(
        connection,
        this.#sql.labelled(),
        this.#before.tabulation,
        this.#after.tabulation,
        this.#screening,
      );
    });
    return this.#pairs;
  }

  /** Puts the words for changed rows into a table, by label ids; returns the names of the ids. */
  async #keepChanged(): Promise<readonly string[]> {
    const pairs = await this.#count();
    const names = idNames(this.#before.tabulation, this.#after.tabulation);
    const { connection } = this.#screening;
    const rows: string[] = [];
    for (const pair of pairs) {
      const { changed, provisions, otherwise } = compareSummary({ ...this.#shared(), pairs: [pair] });
      if (changed.rows === 0) continue;
      const why = provisions.map(({ provision, before, after }) => `${provision}: ${shown(before)} -> ${shown(after)}`);
      const cells = [
        ...pair.ids.map((id) => (id === null ? 'NULL' : String(id))),
        ...this.#words(pair).map(literal),
        literal(otherwise.rows > 0 && why.length === 0 ? '' : why.join('; ')),
      ];
      rows.push(`(${cells.join(', ')})`);
    }
    const columns = [...names.map((name) => `${name} INTEGER`), ...COMPARED_COLUMNS.map((name) => `${name} VARCHAR`)];
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${CHANGED_TABLE} (${columns.join(', ')})`);
    for (let at = 0; at < rows.length; at += 500)
      await connection.run(`INSERT INTO ${CHANGED_TABLE} VALUES ${rows.slice(at, at + 500).join(', ')}`);
    return names;
  }

  /** The words of a pair, in the order of {@link COMPARED_COLUMNS} without the reason. */
  #words(pair: CountedPair): readonly string[] {
    const was = wordsOf(this.#before.tabulation, pair.before);
    const is = wordsOf(this.#after.tabulation, pair.after);
    return was.flatMap((word, index) => [word, is[index] ?? '']);
  }
}

function wordsOf(tabulation: Tabulation, ids: LabelIds): readonly string[] {
  const outcome = ids.outcome === null ? null : (tabulation.outcome.labels[ids.outcome]?.outcome ?? null);
  if (outcome === null) return ['', '', '', ''];
  return [outcome.verdict, outcome.mayProceed, provisionsOf(tabulation, ids).join(';'), outcome.heldBack?.status ?? ''];
}

function shown(status: ComparedStatus | null): string {
  if (status === null) return '-';
  return status.event === null ? status.status : `${status.status} (${status.event})`;
}

/** Names of the label ids that tell an answer without its needs. */
function idsOf(tabulation: Tabulation): readonly string[] {
  return [
    'outcome',
    ...tabulation.provisions.map((_, index) => `provisions_${index + 1}`),
    ...tabulation.needs.map((_, index) => `needs_${index + 1}`),
  ];
}

function idNames(before: Tabulation, after: Tabulation): readonly string[] {
  const grounds = (tabulation: Tabulation) => idsOf(tabulation).filter((name) => !name.startsWith('needs_'));
  return [...grounds(before).map((name) => `${BEFORE}${name}`), ...grounds(after).map((name) => `proviso_${name}`)];
}

async function readPairs(
  connection: DuckDBConnection,
  labelled: string,
  before: Tabulation,
  after: Tabulation,
  screening: Screening,
): Promise<readonly Pair[]> {
  const names = idNames(before, after);
  const amount = screening.amountExpression;
  const sum = amount === undefined ? '' : `, sum(${amount}) AS amount`;
  const reader = await connection.runAndReadAll(
    `SELECT ${names.join(', ')}, count(*) AS n${sum} FROM (${labelled}) GROUP BY ${names.map((_, index) => index + 1).join(', ')}`,
  );
  const split = 1 + before.provisions.length;
  return reader.getRows().map((row) => {
    const ids = names.map((_, index) => (row[index] === null || row[index] === undefined ? null : Number(row[index])));
    const total = row[names.length + 1];
    return {
      ids,
      before: { outcome: ids[0] ?? null, provisions: ids.slice(1, split) },
      after: { outcome: ids[split] ?? null, provisions: ids.slice(split + 1) },
      rows: Number(row[names.length]),
      ...(amount === undefined ? {} : { amount: total === null || total === undefined ? '0' : String(total) }),
    };
  });
}

function sideOf(
  program: Program,
  tabulation: Tabulation,
  question: TabulateQuestion,
  column: string,
): ComparisonSideInput {
  const { compiled, rulebook } = program;
  const readings = question.readings ?? {};
  const { asOfPerRow, ...asked } = question;
  const { vantage } = program.at(asked).question;
  const asOf = asOfPerRow === true ? { column } : formatInstant(rulebook.zone, vantage.asOf);
  const knownOn = vantage.knownOn === null ? null : formatInstant(rulebook.zone, vantage.knownOn);
  const side = { rulebook, tabulation, question: { asOf, knownOn, readings } };
  if (asOfPerRow === true) return side;
  const reports = new Map(
    statusAt(compiled.status, rulebook, vantage, readings).map((report) => [report.provision, report]),
  );
  return {
    ...side,
    statusOf: (provision) => {
      const report = reports.get(provision);
      return report === undefined
        ? null
        : { status: report.status, event: report.event, since: report.since, citation: provision };
    },
  };
}
