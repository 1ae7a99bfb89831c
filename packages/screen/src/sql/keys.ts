import type { Chart, Tabulation } from '@proviso/logic/tabulate';
import type { CodedColumns } from './columns.ts';
import { inputsOf } from './layers.ts';
import { isSound } from './sound.ts';
import { add, and, choose, compare, integer, or, times, when } from './tree/build.ts';
import type { Expression } from './tree/expression.ts';

/** Keys are whole numbers below this one, so that engines and JavaScript hold them exactly. */
const MOST_KEYS = Number.MAX_SAFE_INTEGER;
const MOST_IN_32_BITS = 2 ** 31 - 1;

/** One column of the key: an input of the charts, and the factor of its code. */
export interface KeyPart {
  readonly input: number;
  readonly factor: number;
  readonly codes: number;
}

/** What a row says to the charts, packed in one whole number; NULL where a cell is bad. */
export interface RowKey {
  readonly expression: Expression;
  readonly parts: readonly KeyPart[];
}

/**
 * The key of a row: rows with equal keys have equal answers. Undefined where there are more keys than a whole number tells apart.
 * Where the first input alone gives the answer, the rest of the row is only checked, so such rows share one key.
 */
export function rowKey(tabulation: Tabulation, columns: CodedColumns): RowKey | undefined {
  const charts: readonly Chart<unknown>[] = [tabulation.outcome, ...tabulation.provisions, ...tabulation.needs];
  const inputs = [...new Set(charts.flatMap((chart) => [...inputsOf(chart)]))].sort((a, b) => a - b);
  const parts: KeyPart[] = [];
  let factor = 1;
  for (const input of inputs) {
    const codes = columns.sizes[input] ?? 1;
    parts.push({ input, factor, codes });
    factor *= codes;
    if (factor > MOST_KEYS) return undefined;
  }
  const terms = [...packed(parts, columns), ...columns.unread(new Set(inputs))];
  const whole = terms.length === 0 ? integer(0) : add(terms);
  return { expression: withShortCut(tabulation, columns, parts, whole), parts };
}

/** What adds up to a key. Engines add in 32 bits what fits 32 bits, so larger keys are put together from parts that do. */
function packed(parts: readonly KeyPart[], columns: CodedColumns): readonly Expression[] {
  const groups: { base: number; places: number; codes: Expression[] }[] = [];
  for (const { input, factor, codes } of parts) {
    let group = groups.at(-1);
    if (group === undefined || group.places * codes > MOST_IN_32_BITS) {
      group = { base: factor, places: 1, codes: [] };
      groups.push(group);
    }
    group.codes.push(columns.code(input, group.places));
    group.places *= codes;
  }
  if (groups.length === 1) return groups.flatMap(({ codes }) => codes);
  return groups.map(({ base, codes }) => times({ op: 'long', of: add(codes) }, base));
}

/** The codes of a key, by input. */
export function codesOfKey(parts: readonly KeyPart[], key: number): readonly number[] {
  const codes: number[] = [];
  for (const { input, factor, codes: count } of parts) codes[input] = Math.floor(key / factor) % count;
  return codes;
}

function withShortCut(
  tabulation: Tabulation,
  columns: CodedColumns,
  parts: readonly KeyPart[],
  whole: Expression,
): Expression {
  const [first] = parts;
  if (first === undefined || tabulation.inputs[first.input]?.kind !== 'fact') return whole;
  const leaving = Array.from({ length: first.codes }, (_, code) => code).filter((code) =>
    settles(tabulation, first.input, code),
  );
  if (leaving.length === 0) return whole;
  const code = columns.code(first.input, 1);
  const leaves = or(...leaving.map((one) => compare(code, '=', integer(one))));
  const checks = columns.unread(new Set([first.input])).map(isSound);
  const [only] = leaving;
  const left =
    leaving.length === 1 && only !== undefined ? integer(only * first.factor) : columns.code(first.input, first.factor);
  return choose([when(and(leaves, ...checks), left)], whole);
}

/** Whether a code of an input gives the whole answer, whatever else a row says. Needs are none where the verdict is determined. */
function settles({ outcome, provisions, needs }: Tabulation, input: number, code: number): boolean {
  const label = labelAt(outcome, input, code);
  if (label === undefined) return false;
  const undetermined = label.outcome?.verdict === 'undetermined';
  const others: readonly Chart<unknown>[] = [...provisions, ...(undetermined ? needs : [])];
  return others.every((chart) => labelAt(chart, input, code) !== undefined);
}

function labelAt<Label>({ root, nodes, labels }: Chart<Label>, input: number, code: number): Label | undefined {
  const node = nodes[root];
  if (node === undefined) return labels[-1 - root];
  const next = node.input === input ? node.next[code] : undefined;
  return next === undefined || next >= 0 ? undefined : labels[-1 - next];
}
