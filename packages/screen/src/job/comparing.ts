import type { SinkOptions, SinkSpec } from '../sink/contract.ts';
import { openSink } from '../sink/open.ts';
import { identifier, literal } from '../source/sql-text.ts';
import { namesIn } from '../sql/labels.ts';
import { type ComparedStatus, type Comparison, compareSummary, type LabelIds } from '../summary/index.ts';
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

/** Those of {@link COMPARED_COLUMNS} that are lists of texts, where the output has lists; elsewhere they are joined by `;`. */
export const COMPARED_LISTS = ['provisions_before', 'provisions', 'why'] as const satisfies readonly ComparedColumn[];

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
    const sink = await openSink(spec, { ...options, inputs: this.#screening.inputPaths });
    await this.#keepChanged(judged, sink.lists);
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
  async #keepChanged({ pairs, names }: JudgedTwice, lists: 'list' | 'text'): Promise<void> {
    const { connection } = this.#screening;
    const rows: string[] = [];
    for (const pair of pairs) {
      const { changed, provisions } = compareSummary({ ...this.#shared(), pairs: [pair] });
      if (changed.rows === 0) continue;
      const why = provisions.map(({ provision, before, after }) => `${provision}: ${shown(before)} -> ${shown(after)}`);
      const words = comparedWords(wordsOf(this.#before, pair.before), wordsOf(this.#after, pair.after), why);
      const cells = [
        ...pair.ids.map((id) => (id === null ? 'NULL' : String(id))),
        ...COMPARED_COLUMNS.map((name) => written(words[name], name === 'why' ? '; ' : ';', lists)),
      ];
      rows.push(`(${cells.join(', ')})`);
    }
    const columns = [
      ...names.map((name) => `${name} INTEGER`),
      ...COMPARED_COLUMNS.map((name) => `${name} ${lists === 'list' && isList(name) ? 'VARCHAR[]' : 'VARCHAR'}`),
    ];
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${CHANGED_TABLE} (${columns.join(', ')})`);
    for (let at = 0; at < rows.length; at += 500)
      await connection.run(`INSERT INTO ${CHANGED_TABLE} VALUES ${rows.slice(at, at + 500).join(', ')}`);
  }
}

type ComparedColumn = (typeof COMPARED_COLUMNS)[number];
type Words = string | null | readonly string[];

interface SideWords {
  readonly verdict: string | null;
  readonly mayProceed: string | null;
  readonly provisions: readonly string[];
  readonly heldBack: string | null;
}

function comparedWords(was: SideWords, is: SideWords, why: readonly string[]): Readonly<Record<ComparedColumn, Words>> {
  return {
    verdict_before: was.verdict,
    verdict: is.verdict,
    may_proceed_before: was.mayProceed,
    may_proceed: is.mayProceed,
    provisions_before: was.provisions,
    provisions: is.provisions,
    held_back_before: was.heldBack,
    held_back: is.heldBack,
    why,
  };
}

function wordsOf({ tabulation }: Side, ids: LabelIds): SideWords {
  const outcome = ids.outcome === null ? null : (tabulation.outcome.labels[ids.outcome]?.outcome ?? null);
  if (outcome === null) return { verdict: null, mayProceed: null, provisions: [], heldBack: null };
  const { verdict, mayProceed, heldBack } = outcome;
  return {
    verdict,
    mayProceed,
    provisions: namesIn([provisionsOf(tabulation, ids)]),
    heldBack: heldBack?.status ?? null,
  };
}

function isList(name: ComparedColumn): boolean {
  return COMPARED_LISTS.some((one) => one === name);
}

/** A word or list as SQL; lists as texts where the output has none. */
function written(words: Words, separator: string, lists: 'list' | 'text'): string {
  if (words === null) return 'NULL';
  if (typeof words === 'string') return literal(words);
  return lists === 'list' ? `[${words.map(literal).join(', ')}]::VARCHAR[]` : literal(words.join(separator));
}

function shown(status: ComparedStatus | null): string {
  if (status === null) return '-';
  return status.event === null ? status.status : `${status.status} (${status.event})`;
}
