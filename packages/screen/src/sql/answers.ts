import type { Tabulation } from '@proviso/logic/tabulate';
import type { OutputColumn } from './contract.ts';
import { namesIn, needNames, needsTable, type OrderedOutcome, outcomeTable } from './labels.ts';
import { chartColumn, STATE } from './names.ts';
import { and, at, choose, column, compare, integer, NOTHING, or, text, when } from './tree/build.ts';
import type { Expression } from './tree/expression.ts';
import type { LookupTable, Named, Step } from './tree/pipeline.ts';

/** How lists are given: as lists, or as texts joined by semicolons. */
export type Lists = 'list' | 'text';

/** A column of the answer: what is looked up for it, and its value then. */
interface AnswerColumn {
  readonly steps: readonly Step[];
  readonly value: Expression;
}

/** Says in words what label ids mean. */
export class Answers {
  readonly tables: readonly LookupTable[];
  readonly #tabulation: Tabulation;
  readonly #outcome: LookupTable;
  /** One per chart of needs; none where a name is in several. */
  readonly #needs: readonly LookupTable[];
  readonly #ordered: OrderedOutcome;

  constructor(tabulation: Tabulation, ordered: OrderedOutcome) {
    this.#tabulation = tabulation;
    this.#ordered = ordered;
    this.#outcome = outcomeTable('proviso_outcomes', ordered);
    this.#needs = areDisjoint(tabulation.needs)
      ? tabulation.needs.map((chart, index) => needsTable(`proviso_needs_said_${index + 1}`, chart))
      : [];
    this.tables = [this.#outcome, ...this.#needs];
  }

  /** The steps and columns that say it. */
  columns(
    wanted: readonly OutputColumn[],
    lists: Lists,
    prefix: string,
  ): { readonly steps: readonly Step[]; readonly add: readonly Named[] } {
    const suffix = lists === 'text' ? '_text' : '';
    const fromOutcome: { from: string; name: string }[] = [];
    const steps: Step[] = [];
    const add: Named[] = [];
    for (const output of wanted) {
      const own = this.#own(output, lists);
      if (own !== undefined) {
        steps.push(...own.steps);
        add.push({ name: prefix + output, value: own.value });
        continue;
      }
      const isList = output === 'possible' || output === 'provisions';
      const name = `proviso_said_${output}`;
      fromOutcome.push({ from: isList ? output + suffix : output, name });
      add.push({ name: prefix + output, value: column(name) });
    }
    if (fromOutcome.length > 0)
      steps.unshift({ kind: 'lookup', of: column(STATE), table: this.#outcome, columns: fromOutcome });
    return { steps, add };
  }

  /** Columns that are not simply looked up by the outcome. */
  #own(output: OutputColumn, lists: Lists): AnswerColumn | undefined {
    if (output === 'needs') return this.#needsColumn(lists);
    if (output === 'provisions' && this.#tabulation.provisions.length > 0) return this.#provisionsColumn(lists);
    return undefined;
  }

  #needsColumn(lists: Lists): AnswerColumn {
    const { needs } = this.#tabulation;
    if (needs.length === 0) return { steps: [], value: NO_NEEDS[lists] };
    const ids = needs.map((_, index) => column(chartColumn('needs', index)));
    if (this.#needs.length === 0) return this.#unitedNeeds(lists, ids);
    const name = (index: number) => `proviso_said_needs_${index + 1}`;
    const single = this.#needs.length === 1;
    const from = lists === 'list' ? 'needs' : single ? 'needs_text' : 'needs_more';
    const steps = this.#needs.map((table, index): Step => {
      return { kind: 'lookup', of: ids[index] ?? NOTHING, table, columns: [{ from, name: name(index) }] };
    });
    const parts = this.#needs.map((_, index) => column(name(index)));
    const all: Expression =
      lists === 'list' ? { op: 'appended', lists: parts } : { op: 'slice', of: { op: 'concat', parts }, from: 2 };
    return { steps, value: single ? column(name(0)) : this.#ifUndetermined(all, NO_NEEDS[lists]) };
  }

  /** Where the same name is an unknown of several charts. */
  #unitedNeeds(lists: Lists, ids: readonly Expression[]): AnswerColumn {
    const { needs } = this.#tabulation;
    const closed = namesIn(needs.flatMap(({ labels }) => labels.map(needNames)));
    const places = placesIn(closed);
    const parts = needs.map(({ labels }, index) =>
      at(ids[index] ?? NOTHING, { kind: 'numbers', values: labels.map((label) => needNames(label).map(places)) }),
    );
    return said({ op: 'united', lists: parts }, closed, lists, 'proviso_said_needs');
  }

  #ifUndetermined(then: Expression, otherwise: Expression): Expression {
    return choose([when(compare(column(STATE), '<', integer(this.#ordered.undetermined)), then)], otherwise);
  }

  #provisionsColumn(lists: Lists): AnswerColumn {
    const charts = this.#tabulation.provisions;
    const parts = [this.#ordered.labels.map(({ provisions }) => provisions), ...charts.map(({ labels }) => labels)];
    const closed = namesIn(parts.flat().flatMap(({ certain, open }) => [certain, open]));
    const places = placesIn(closed);
    const ids = [STATE, ...charts.map((_, index) => chartColumn('provisions', index))];
    const listsOf = (kind: 'certain' | 'open') =>
      parts.map((labels, index) =>
        at(column(ids[index] ?? STATE), { kind: 'numbers', values: labels.map((label) => label[kind].map(places)) }),
      );
    const certain = listsOf('certain');
    const openCounts = or(
      compare(column(STATE), '<', integer(this.#ordered.undetermined)),
      and(...certain.map((list): Expression => ({ op: 'is_empty', of: list }))),
    );
    const all: Expression = { op: 'united', lists: [...certain, ...listsOf('open')] };
    return said(
      choose([when(openCounts, all)], { op: 'united', lists: certain }),
      closed,
      lists,
      'proviso_said_provisions',
    );
  }
}

const NO_NEEDS: Readonly<Record<Lists, Expression>> = {
  list: at(NOTHING, { kind: 'words', values: [], closed: [] }),
  text: text(''),
};

function said(places: Expression, closed: readonly string[], lists: Lists, name: string): AnswerColumn {
  const spelled: Expression = { op: 'spelled', of: places, closed };
  const value: Expression = lists === 'list' ? spelled : { op: 'joined', of: spelled };
  return { steps: [{ kind: 'compute', columns: [{ name, value }] }], value: column(name) };
}

function placesIn(closed: readonly string[]): (name: string) => number {
  const places = new Map(closed.map((name, place) => [name, place]));
  return (name) => places.get(name) ?? 0;
}

/** Whether no name is an unknown of two charts. */
function areDisjoint(charts: Tabulation['needs']): boolean {
  const names = charts.map(({ labels }) => namesIn(labels.map(needNames)));
  return namesIn(names).length === names.reduce((sum, { length }) => sum + length, 0);
}
