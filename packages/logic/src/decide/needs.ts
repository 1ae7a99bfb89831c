import type { Need } from '../answer.ts';
import type { UnknownKind } from '../compile/variables.ts';
import { type Diagram, type Diagrams, FIRST_NODE, TRUE } from '../diagram/diagrams.ts';
import type { Analysis } from './analysis.ts';
import { combinations } from './frame.ts';
import { collapse, maskOf, verdictOf, verdictsIn } from './outcome.ts';

/** Above this many combinations of an unknown's values, `canSettle` is taken from what is possible at all. */
const MOST_COMBINATIONS = 4096;

const KIND_ORDER: readonly UnknownKind[] = ['fact', 'reading', 'status', 'open'];

interface Unknown {
  readonly kind: UnknownKind;
  readonly name: string;
  readonly variables: readonly number[];
}

/**
 * The unknowns on which it depends whether the transaction is prohibited, restricted or permitted.
 * An unknown matters when two admissible completions that differ in it alone differ in that outcome, or when learning it
 * would change the set of outcomes still possible (which can be the case only where assumptions tie unknowns together).
 */
export function needsOf(analysis: Analysis): readonly Need[] {
  const { diagrams, rulings } = analysis;
  if (verdictOf(diagrams.reach(rulings.verdict)) !== 'undetermined') return [];
  const outcome = diagrams.map(rulings.verdict, collapse);
  const matter = unknownsIn(analysis, outcome).filter(
    (unknown) => rulings.admissible === TRUE || isRelevant(diagrams, outcome, unknown.variables),
  );
  // A list can settle a verdict through a class of elements on which the outcome alone does not depend.
  const all = new Map(
    unknownsIn(analysis, rulings.verdict).map((unknown) => [`${unknown.kind}:${unknown.name}`, unknown]),
  );
  return matter
    .map((unknown) => ({
      unknown,
      ...settling(diagrams, rulings.verdict, all.get(`${unknown.kind}:${unknown.name}`) ?? unknown),
    }))
    .sort(
      (a, b) =>
        b.share - a.share ||
        KIND_ORDER.indexOf(a.unknown.kind) - KIND_ORDER.indexOf(b.unknown.kind) ||
        (a.unknown.name < b.unknown.name ? -1 : 1),
    )
    .map(({ unknown, mask }) => ({ kind: unknown.kind, name: unknown.name, canSettle: verdictsIn(mask) }));
}

/** The unknowns that a diagram depends on, in diagram order. */
export function unknownsIn(analysis: Analysis, diagram: Diagram): readonly Unknown[] {
  const found = new Map<string, { kind: UnknownKind; name: string; variables: number[] }>();
  for (const variable of analysis.diagrams.support(diagram)) {
    const described = analysis.compiled.variables.all[variable];
    if (described === undefined) continue;
    const key = `${described.kind}:${described.name}`;
    const entry = found.get(key) ?? { kind: described.kind, name: described.name, variables: [] };
    entry.variables.push(variable);
    found.set(key, entry);
  }
  return [...found.values()];
}

/** Which verdicts some value of the unknown alone would settle, and the share of its values that settle. */
function settling(diagrams: Diagrams, verdict: Diagram, unknown: Unknown): { mask: number; share: number } {
  const sizes = unknown.variables.map((variable) => diagrams.sizes[variable] ?? 1);
  const total = sizes.reduce((product, size) => product * size, 1);
  if (total > MOST_COMBINATIONS) return { mask: diagrams.reach(verdict), share: 0 };
  let mask = 0;
  let settled = 0;
  const assignment = new Int32Array(diagrams.sizes.length).fill(-1);
  for (const values of combinations(sizes)) {
    unknown.variables.forEach((variable, index) => {
      assignment[variable] = values[index] ?? 0;
    });
    const settledAs = verdictOf(diagrams.reachWith(verdict, assignment));
    if (settledAs === 'undetermined') continue;
    settled++;
    mask |= maskOf(settledAs);
  }
  return { mask, share: settled / total };
}

/** A diagram with some variables fixed. */
export function fix(
  diagrams: Diagrams,
  diagram: Diagram,
  variables: readonly number[],
  values: readonly number[],
): Diagram {
  return diagrams.restrict(diagram, (variable) => {
    const position = variables.indexOf(variable);
    return position < 0 ? -1 : (values[position] ?? -1);
  });
}

/** Relevance where assumptions rule some completions out (terminal 0). */
function isRelevant(diagrams: Diagrams, outcome: Diagram, variables: readonly number[]): boolean {
  if (differs(diagrams, outcome, outcome, new Set(variables), new Map())) return true;
  const sizes = variables.map((variable) => diagrams.sizes[variable] ?? 1);
  if (sizes.reduce((product, size) => product * size, 1) > MOST_COMBINATIONS) return true;
  const reached = new Set(
    combinations(sizes).map((values) => diagrams.reach(fix(diagrams, outcome, variables, values))),
  );
  reached.delete(0);
  return reached.size > 1;
}

/** Whether two completions that differ only in the given variables are admissible and have different outcomes. */
function differs(
  diagrams: Diagrams,
  a: Diagram,
  b: Diagram,
  variables: ReadonlySet<number>,
  memo: Map<string, boolean>,
): boolean {
  if (a === 0 || b === 0) return false;
  if (a < FIRST_NODE && b < FIRST_NODE) return a !== b;
  const key = a < b ? `${a},${b}` : `${b},${a}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const variable = Math.min(diagrams.level(a), diagrams.level(b));
  const branch = (diagram: Diagram, value: number) =>
    diagrams.level(diagram) === variable ? diagrams.child(diagram, value) : diagram;
  const size = diagrams.sizes[variable] ?? 0;
  let found = false;
  for (let i = 0; i < size && !found; i++) {
    if (!variables.has(variable)) found = differs(diagrams, branch(a, i), branch(b, i), variables, memo);
    else
      for (let j = 0; j < size && !found; j++) found = differs(diagrams, branch(a, i), branch(b, j), variables, memo);
  }
  memo.set(key, found);
  return found;
}
