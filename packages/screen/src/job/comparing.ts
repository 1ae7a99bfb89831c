import type { Tabulation } from '@proviso/logic/tabulate';
import type { SinkOptions, SinkSpec } from '../sink/contract.ts';
import { openSink } from '../sink/open.ts';
import { identifier, literal } from '../source/sql-text.ts';
import {
  type ComparedStatus,
  type Comparison,
  type CountedPair,
  compareSummary,
  type LabelIds,
} from '../summary/index.ts';
import { provisionsOf } from '../summary/read-labels.ts';
import { type JudgedTwice, judgeTwice } from './compared-pairs.ts';
import { type Against, type Side, sidesOf } from './compared-sides.ts';
import type { Screening } from './screening.ts';

export type { Against } from './compared-sides.ts';

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

const CHANGED_TABLE = 'proviso_changed';

/** One input judged twice: before is what it is compared with, after is the screening itself. */
export class Comparing {
  readonly #screening: Screening;
  readonly #before: Side;
  readonly #after: Side;
  #judged: Promise<JudgedTwice> | undefined;

  constructor(screening: Screening, against: Against) {
    this.#screening = screening;
    const { before, after } = sidesOf(screening, against);
    this.#before = before;
    this.#after = after;
  }

  /** What changed, from what to what and why; all rows add up. */
  async comparison(): Promise<Comparison> {
    return compareSummary({ ...this.#shared(), pairs: (await this.#judge()).pairs });
  }

  /** Writes the rows whose verdict, or whether they may go ahead, differs. */
  async write(
    spec: SinkSpec,
    options: Pick<SinkOptions, 'spreadsheetSafe'> = {},
  ): Promise<{ readonly rows: number; readonly bytes: number }> {
    const { source, connection } = this.#screening;
    const judged = await this.#judge();
    await this.#keepChanged(judged);
    const sink = await openSink(spec, { ...options, inputs: this.#screening.inputPaths });
    const columns = source.columns.map(({ name }) => `judged.${identifier(name)}`);
    const prefix = this.#screening.options.prefix ?? '';
    const added = COMPARED_COLUMNS.map((name) => `changed.${name} AS ${identifier(`${prefix}${name}`)}`);
    const same = judged.names.map((name) => `judged.${name} IS NOT DISTINCT FROM changed.${name}`);
    return this.#screening.watched('writing', () =>
      sink.write(
        connection,
        `SELECT ${[...columns, ...added].join(', ')} FROM (${judged.labelled}) judged JOIN ${CHANGED_TABLE} changed ON ${same.join(' AND ')}`,
      ),
    );
  }

  #shared(): Parameters<typeof compareSummary>[0] {
    const { source, amountColumn } = this.#screening;
    return { source: source.shown, amountColumn, before: this.#before, after: this.#after, pairs: [] };
  }

  #judge(): Promise<JudgedTwice> {
    this.#judged ??= this.#screening.watched('judging', () => judgeTwice(this.#screening, this.#before, this.#after));
    return this.#judged;
  }

  /** Puts the words for changed rows into a table, by label ids. */
  async #keepChanged({ pairs, names }: JudgedTwice): Promise<void> {
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
