import type { Chart } from '@proviso/logic/tabulate';
import type { CodedColumns } from './columns.ts';
import { layered } from './layers.ts';
import { add, column, integer } from './tree/build.ts';
import type { Expression } from './tree/expression.ts';
import type { LookupTable, Step } from './tree/pipeline.ts';

/** How a chart is walked in SQL. */
export interface Walk {
  readonly steps: readonly Step[];
  readonly tables: readonly LookupTable[];
}

/** What a walk is told. */
export interface WalkOptions {
  readonly chart: Chart<unknown>;
  readonly columns: CodedColumns;
  /** The column that becomes the label id; inner columns and tables are named after it. */
  readonly name: string;
  /** Most entries of a table. */
  readonly most: number;
  /** Added to the first place: 0, or NULL for rows that are to have no label. */
  readonly also: readonly Expression[];
  /** What to do to the first place as a whole. */
  readonly guard?: (place: Expression) => Expression;
  /** Renames label ids. */
  readonly relabel?: (label: number) => number;
}

/** The steps that give every row its label of a chart. */
export function walk({ chart, columns, name, most, also, guard = same, relabel = same }: WalkOptions): Walk {
  const { layers, start } = layered(chart, columns.sizes, most);
  if (layers.length === 0) {
    const value = guard(add([integer(relabel(start)), ...also]));
    return { steps: [{ kind: 'compute', columns: [{ name, value }] }], tables: [] };
  }
  const made = layers.map(({ inputs, table }, index) => {
    const isLast = index === layers.length - 1;
    const values = isLast ? table.map(relabel) : table;
    const lookup: LookupTable = {
      name: `${name}_${index + 1}`,
      columns: [{ name: 'next', table: { kind: 'entry', values } }],
    };
    const codes = inputs.map(({ input, factor }) => columns.code(input, factor));
    const place = index === 0 ? guard(add([...codes, ...also])) : add([column(`${name}_state_${index}`), ...codes]);
    const step: Step = {
      kind: 'lookup',
      of: place,
      table: lookup,
      columns: [{ from: 'next', name: isLast ? name : `${name}_state_${index + 1}` }],
    };
    return { step, lookup };
  });
  return { steps: made.map(({ step }) => step), tables: made.map(({ lookup }) => lookup) };
}

/** The inputs that a chart looks at. */
export function inputsOf(chart: Chart<unknown>): ReadonlySet<number> {
  return new Set(chart.nodes.map(({ input }) => input));
}

function same<Value>(value: Value): Value {
  return value;
}
