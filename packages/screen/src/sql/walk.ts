import type { Chart } from '@proviso/logic/tabulate';
import type { CodedColumns } from './columns.ts';
import { inputsOf, layered, type Pack } from './layers.ts';
import { packColumn } from './names.ts';
import { add, column, integer, times } from './tree/build.ts';
import type { Expression } from './tree/expression.ts';
import type { LookupTable, Named, Step } from './tree/pipeline.ts';

/** How a chart is walked in SQL. */
export interface Walk {
  readonly steps: readonly Step[];
  readonly tables: readonly LookupTable[];
}

/** What a walk is told. */
export interface WalkOptions {
  readonly chart: Chart<unknown>;
  readonly packs: readonly Pack[];
  /** The column that becomes the label id; inner columns and tables are named after it. */
  readonly name: string;
  /** Added to the first sum: 0, or NULL for rows that are to have no label. */
  readonly also?: readonly Expression[];
  /** What to do to the first sum as a whole. */
  readonly guard?: (sum: Expression) => Expression;
  /** Renames label ids. */
  readonly relabel?: (label: number) => number;
}

/** The step that packs the codes of a row. A pack that reads a bad cell is NULL. */
export function packing(packs: readonly Pack[], columns: CodedColumns): Step {
  const values = packs.map(({ inputs }, index): Named => {
    const codes = inputs.map(({ input, factor }) => columns.code(input, factor));
    return { name: packColumn(index), value: add(codes) };
  });
  return { kind: 'compute', columns: values };
}

/** For each pack of which a chart looks at no input: 0, or NULL where it reads a bad cell. */
export function unusedPacks(chart: Chart<unknown>, packs: readonly Pack[]): readonly Expression[] {
  const used = inputsOf(chart);
  return packs.flatMap(({ inputs }, index) =>
    inputs.some(({ input }) => used.has(input)) ? [] : [times(column(packColumn(index)), 0)],
  );
}

/** The steps that give every row its label of a chart, once its codes are packed. */
export function walk({ chart, packs, name, also = [], guard = same, relabel = same }: WalkOptions): Walk {
  const { layers, start } = layered(chart, packs);
  if (layers.length === 0) {
    const value = guard(add([integer(relabel(start)), ...also]));
    return { steps: [{ kind: 'compute', columns: [{ name, value }] }], tables: [] };
  }
  const made = layers.map(({ pack, table }, index) => {
    const isLast = index === layers.length - 1;
    const values = isLast ? table.map(relabel) : table;
    const lookup: LookupTable = {
      name: `${name}_${index + 1}`,
      columns: [{ name: 'next', table: { kind: 'entry', values } }],
    };
    const place = column(packColumn(pack));
    const step: Step = {
      kind: 'lookup',
      of: index === 0 ? guard(add([place, ...also])) : add([column(`${name}_state_${index}`), place]),
      table: lookup,
      columns: [{ from: 'next', name: isLast ? name : `${name}_state_${index + 1}` }],
    };
    return { step, lookup };
  });
  return { steps: made.map(({ step }) => step), tables: made.map(({ lookup }) => lookup) };
}

function same<Value>(value: Value): Value {
  return value;
}
