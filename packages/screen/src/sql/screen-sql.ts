import type { InputColumn } from '../columns.ts';
import { Answers } from './answers.ts';
import { CodedColumns } from './columns.ts';
import {
  type CountedOptions,
  type DecidedOptions,
  type KeyedSql,
  OUTPUT_COLUMNS,
  type ScreenSql,
  type ScreenSqlOptions,
} from './contract.ts';
import { type Dialect, dialectOf } from './dialects/index.ts';
import { codesOfKey, rowKey } from './keys.ts';
import { orderOutcome } from './labels.ts';
import { packsFor } from './layers.ts';
import { AMOUNT, chartColumn, KEY, OUTCOME, STATE } from './names.ts';
import {
  and,
  at,
  choose,
  column,
  compare,
  integer,
  isNull,
  NOTHING,
  not,
  or,
  text,
  times,
  when,
} from './tree/build.ts';
import type { Expression } from './tree/expression.ts';
import type { Pipeline, Query, Step, Total } from './tree/pipeline.ts';
import { packing, unusedPacks, type Walk, walk } from './walk.ts';

/**
 * The SQL that screens a table.
 * @throws ScreenError when a column cannot give its fact, or the dialect cannot do what is needed
 */
export function screenSql(options: ScreenSqlOptions): ScreenSql {
  return new Screening(options, dialectOf(options.dialect));
}

/** The charts walked in SQL, with the tables that are looked up on the way. */
interface Walks {
  readonly ordered: ReturnType<typeof orderOutcome>;
  readonly packing: Step;
  readonly outcome: Walk;
  readonly provisions: readonly Walk[];
  readonly needs: readonly Walk[];
  readonly reach: readonly Walk[];
  readonly answers: Answers;
  readonly printer: ReturnType<Dialect['printer']>;
}

class Screening implements ScreenSql {
  readonly dialect: ScreenSqlOptions['dialect'];
  readonly spellings: string | undefined;
  readonly keyed: KeyedSql | undefined;
  readonly #options: ScreenSqlOptions;
  readonly #dialect: Dialect;
  readonly #columns: CodedColumns;
  /** Prints what looks nothing up in tables. */
  readonly #plain: ReturnType<Dialect['printer']>;
  #walked: Walks | undefined;

  constructor(options: ScreenSqlOptions, dialect: Dialect) {
    this.dialect = options.dialect;
    this.#options = options;
    this.#dialect = dialect;
    this.#columns = new CodedColumns(options);
    this.#plain = dialect.printer([]);
    this.spellings = this.#spellings();
    this.keyed = this.#keyed();
  }

  get setup(): readonly string[] {
    return this.#walks.printer.setup;
  }

  get teardown(): readonly string[] {
    return this.#walks.printer.teardown;
  }

  /** Made when first needed: the tables of large charts take their time. */
  get #walks(): Walks {
    this.#walked ??= this.#makeWalks();
    return this.#walked;
  }

  #makeWalks(): Walks {
    const { tabulation } = this.#options;
    const ordered = orderOutcome(tabulation.outcome);
    const { undetermined, places } = ordered;
    const charts = [tabulation.outcome, ...tabulation.provisions, ...tabulation.needs, ...tabulation.reach];
    const packs = packsFor(charts, this.#columns.sizes, this.#dialect.mostEntries);
    const packed = new Set(packs.flatMap(({ inputs }) => inputs.map(({ input }) => input)));
    const outcome = walk({
      packs,
      chart: tabulation.outcome,
      name: STATE,
      also: [...unusedPacks(tabulation.outcome, packs), ...this.#columns.unread(packed)],
      relabel: (label) => places[label] ?? 0,
    });
    const isBad = times(column(STATE), 0);
    const provisions = tabulation.provisions.map((chart, index) =>
      walk({ packs, chart, name: chartColumn('provisions', index), also: [isBad] }),
    );
    const reach = tabulation.reach.map((chart, index) =>
      walk({ packs, chart, name: chartColumn('reach', index), also: [isBad] }),
    );
    const isUndetermined = compare(column(STATE), '<', integer(undetermined));
    const needs = tabulation.needs.map((chart, index) =>
      walk({
        packs,
        chart,
        name: chartColumn('needs', index),
        guard: (sum) => choose([when(isUndetermined, sum)], NOTHING),
      }),
    );
    const answers = new Answers(tabulation, ordered);
    const tables = [outcome, ...provisions, ...needs, ...reach].flatMap((one) => one.tables);
    const printer = this.#dialect.printer([...tables, ...answers.tables]);
    return { ordered, packing: packing(packs, this.#columns), outcome, provisions, needs, reach, answers, printer };
  }

  decided({ lists, columns, add: wanted = OUTPUT_COLUMNS }: DecidedOptions): string {
    const said = this.#walks.answers.columns(wanted, lists, this.#options.prefix ?? '');
    const charts = {
      provisions: wanted.includes('provisions'),
      needs: wanted.includes('needs'),
    };
    return this.#print({
      kind: 'rows',
      pipeline: this.#pipeline([...this.#labelled(charts), ...said.steps]),
      ...(columns === undefined ? {} : { keep: columns }),
      add: said.add,
      filter: compare(column(STATE), '<', integer(this.#walks.ordered.good)),
    });
  }

  counted({ amount, where, charts = 'all' }: CountedOptions = {}): string {
    const all = charts === 'all';
    const shown = (name: string) => ({ name: name.slice('proviso_'.length), key: name, shown: column(name) });
    return this.#print({
      kind: 'groups',
      pipeline: this.#pipeline(this.#labelled({ provisions: all, needs: all }), where),
      keys: [{ name: 'outcome', key: STATE, shown: this.#labelId() }, ...(all ? this.#chartColumns().map(shown) : [])],
      totals: totalsOf(amount),
    });
  }

  labelled(): string {
    const reach = this.#options.tabulation.reach.map((_, index) => chartColumn('reach', index));
    return this.#print({
      kind: 'rows',
      pipeline: this.#pipeline([
        ...this.#labelled({ provisions: true, needs: true }),
        ...this.#walks.reach.flatMap(({ steps }) => steps),
      ]),
      add: [
        { name: OUTCOME, value: this.#labelId() },
        ...[...this.#chartColumns(), ...reach].map((name) => ({ name, value: column(name) })),
      ],
    });
  }

  bad(): string {
    const marks = this.#columns.codecs.flatMap(({ name, codec }): readonly Expression[] =>
      codec.validity === undefined ? [] : [choose([when(isNull(codec.validity), text(`;${name}`))], text(''))],
    );
    const value: Expression =
      marks.length === 0 ? text('') : { op: 'slice', of: { op: 'concat', parts: marks }, from: 2 };
    return this.#print({
      kind: 'rows',
      pipeline: this.#pipeline(this.#labelled({ provisions: false, needs: false })),
      add: [{ name: 'proviso_bad', value }],
      filter: or(isNull(column(STATE)), compare(integer(this.#walks.ordered.good), '<=', column(STATE))),
    });
  }

  inspected(): string {
    return this.#printPlain({
      kind: 'items',
      pipeline: this.#pipeline(this.#columns.steps),
      item: 'fact',
      items: this.#columns.codecs.map(({ name, codec: { empty, validity } }) => {
        const isBad = validity === undefined ? [] : [isNull(validity)];
        const isGood = validity === undefined ? [] : [not(isNull(validity))];
        return {
          name,
          totals: [
            { kind: 'rows_where', name: 'filled', test: and(not(empty), ...isGood) },
            { kind: 'rows_where', name: 'empty', test: empty },
            { kind: 'rows_where', name: 'bad', test: and(not(empty), ...(isBad.length > 0 ? isBad : [NEVER])) },
          ],
        };
      }),
    });
  }

  #keyed(): KeyedSql | undefined {
    const key = rowKey(this.#options.tabulation, this.#columns);
    if (key === undefined) return undefined;
    const step: Step = { kind: 'compute', columns: [{ name: KEY, value: key.expression }] };
    const pipeline = (where?: string) => this.#pipeline([...this.#columns.steps, step], where);
    return {
      counted: ({ amount, where } = {}) =>
        this.#printPlain({
          kind: 'groups',
          pipeline: pipeline(where),
          keys: [{ name: 'key', key: KEY, shown: column(KEY) }],
          totals: totalsOf(amount),
        }),
      rows: (columns, { amount } = {}) =>
        this.#printPlain({
          kind: 'rows',
          pipeline: pipeline(),
          ...(columns === undefined ? {} : { keep: columns }),
          add: [
            { name: KEY, value: column(KEY) },
            ...(amount === undefined ? [] : [{ name: AMOUNT, value: amountOf(amount) }]),
          ],
        }),
      codesOf: (packed) => codesOfKey(key.parts, packed),
    };
  }

  #spellings(): string | undefined {
    const items = this.#columns.codecs.flatMap(({ name, codec }) =>
      codec.unread === undefined ? [] : [{ name, value: codec.unread }],
    );
    if (items.length === 0) return undefined;
    const pipeline = this.#pipeline(this.#columns.steps);
    return this.#printPlain({ kind: 'texts', pipeline, item: 'fact', text: 'cell', items });
  }

  #chartColumns(): readonly string[] {
    const { provisions, needs } = this.#options.tabulation;
    return [
      ...provisions.map((_, index) => chartColumn('provisions', index)),
      ...needs.map((_, index) => chartColumn('needs', index)),
    ];
  }

  /** The label id of a row's outcome, from our own place of it. */
  #labelId(): Expression {
    const { ids } = this.#walks.ordered;
    return ids.every((id, place) => id === place) ? column(STATE) : at(column(STATE), { kind: 'entry', values: ids });
  }

  #labelled({ provisions, needs }: { readonly provisions: boolean; readonly needs: boolean }): readonly Step[] {
    return [
      ...this.#columns.steps,
      this.#walks.packing,
      ...this.#walks.outcome.steps,
      ...(provisions ? this.#walks.provisions.flatMap(({ steps }) => steps) : []),
      ...(needs ? this.#walks.needs.flatMap(({ steps }) => steps) : []),
    ];
  }

  #pipeline(steps: readonly Step[], where?: string): Pipeline {
    return { source: this.#options.source, steps, ...(where === undefined ? {} : { where }) };
  }

  #print(query: Query): string {
    return this.#walks.printer.query(query);
  }

  /** For queries that walk no chart. */
  #printPlain(query: Query): string {
    return this.#plain.query(query);
  }
}

/** Never true. */
const NEVER: Expression = compare(integer(1), '<', integer(0));

function totalsOf(amount: CountedOptions['amount']): readonly Total[] {
  const rows: Total = { kind: 'rows', name: 'rows' };
  return amount === undefined ? [rows] : [rows, { kind: 'sum', name: 'amount', of: amountOf(amount) }];
}

/** A column's numbers, exactly. */
function amountOf(amount: string | InputColumn): Expression {
  if (typeof amount === 'string') return column(amount);
  const cell = column(amount.name);
  switch (amount.stored) {
    case 'text':
      return { op: 'exact', of: { op: 'trim', of: cell } };
    case 'double':
      return { op: 'exact', of: { op: 'as_text', of: cell } };
    default:
      return cell;
  }
}
