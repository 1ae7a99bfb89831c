import type { Need } from '../answer.ts';
import { combinations } from '../decide/frame.ts';
import { fix } from '../decide/needs.ts';
import { collapse, verdictOf } from '../decide/outcome.ts';
import { type Diagram, type Diagrams, FALSE, FIRST_NODE, TRUE } from '../diagram/diagrams.ts';
import type { TableLaw } from './table-law.ts';

/** Above this many joint values of an unknown it matters wherever the outcome mentions it (as in `needsOf`). */
const MOST_COMBINATIONS = 4096;
/** Marks rows in which two values of an unknown leave different outcomes possible; no set of verdicts is as large. */
const DIFFERENT = 63;

/** An unknown and the rows in which it matters. */
export interface NeedRows {
  readonly need: Pick<Need, 'kind' | 'name'>;
  readonly rows: Diagram;
}

const KIND_ORDER = ['fact', 'reading', 'status', 'open'];

/** The rows in which each unknown matters: the same conditions as `needs` of an answer, over codes. By kind, then name. */
export function needRows(law: TableLaw): readonly NeedRows[] {
  const { diagrams, codes, coded, rulings } = law;
  const outcome = diagrams.map(rulings.verdict, collapse);
  const unknowns = new Map<string, { kind: Need['kind']; name: string; variables: number[] }>();
  for (const variable of diagrams.support(outcome)) {
    const described = law.compiled.variables.all[variable];
    if (described === undefined) continue;
    const { kind, name } = described;
    const entry = unknowns.get(`${kind}:${name}`) ?? { kind, name, variables: [] };
    entry.variables.push(variable);
    unknowns.set(`${kind}:${name}`, entry);
  }
  const open = codes.map(law.verdicts, (mask) => (mask !== 0 && verdictOf(mask) === 'undetermined' ? 1 : 0));
  const found = [...unknowns.values()].map(({ kind, name, variables }): NeedRows => {
    const inOutcome = new Set(variables);
    let matters = coded.reach(differing(diagrams, outcome, inOutcome, false));
    if (rulings.admissible !== TRUE) {
      const sizes = variables.map((variable) => diagrams.sizes[variable] ?? 1);
      if (sizes.reduce((product, size) => product * size, 1) > MOST_COMBINATIONS) {
        const tied = law.can(diagrams.not(rulings.admissible), { admissible: TRUE });
        const mentioned = coded.reach(differing(diagrams, outcome, inOutcome, true));
        matters = codes.or(matters, codes.and(tied, mentioned));
      } else {
        const parts = combinations(sizes).map((values) => coded.reach(fix(diagrams, outcome, variables, values)));
        matters = codes.or(matters, unequal(codes, parts));
      }
    }
    const first = variables[0];
    const unknown = first === undefined ? FALSE : coded.empty(first);
    return { need: { kind, name }, rows: codes.and(open, codes.and(unknown, matters)) };
  });
  return found
    .filter(({ rows }) => rows !== FALSE)
    .sort(
      (a, b) =>
        KIND_ORDER.indexOf(a.need.kind) - KIND_ORDER.indexOf(b.need.kind) || (a.need.name < b.need.name ? -1 : 1),
    );
}

/**
 * True where two completions that differ only in some variables have different outcomes; the result does not depend on them.
 * Inadmissible completions (terminal 0) count only when `all` is set.
 */
function differing(diagrams: Diagrams, outcome: Diagram, variables: ReadonlySet<number>, all: boolean): Diagram {
  const memo = new Map<string, Diagram>();
  const free = new Map<Diagram, boolean>();
  const isFree = (diagram: Diagram): boolean => {
    if (diagram < FIRST_NODE) return true;
    const known = free.get(diagram);
    if (known !== undefined) return known;
    const result = !variables.has(diagrams.level(diagram)) && diagrams.children(diagram).every(isFree);
    free.set(diagram, result);
    return result;
  };
  const go = (a: Diagram, b: Diagram): Diagram => {
    if (!all && (a === 0 || b === 0)) return FALSE;
    if (a < FIRST_NODE && b < FIRST_NODE) return a === b ? FALSE : TRUE;
    if (a === b && isFree(a)) return FALSE;
    const key = a < b ? `${a},${b}` : `${b},${a}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const variable = Math.min(diagrams.level(a), diagrams.level(b));
    const branch = (diagram: Diagram, value: number) =>
      diagrams.level(diagram) === variable ? diagrams.child(diagram, value) : diagram;
    const values = Array.from({ length: diagrams.sizes[variable] ?? 0 }, (_, value) => value);
    const result = variables.has(variable)
      ? values.reduce(
          (any: Diagram, i) => values.reduce((some, j) => diagrams.or(some, go(branch(a, i), branch(b, j))), any),
          FALSE,
        )
      : diagrams.node(
          variable,
          values.map((value) => go(branch(a, value), branch(b, value))),
        );
    memo.set(key, result);
    return result;
  };
  return go(outcome, outcome);
}

/** True for rows in which two of some diagrams reach different sets, not counting empty ones. */
function unequal(codes: Diagrams, parts: readonly Diagram[]): Diagram {
  const memo = new Map<string, Diagram>();
  const merge = (a: Diagram, b: Diagram): Diagram => {
    if (a === 0 || a === b) return b;
    if (b === 0) return a;
    if (a < FIRST_NODE && b < FIRST_NODE) return DIFFERENT;
    const key = a < b ? `${a},${b}` : `${b},${a}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const level = Math.min(codes.level(a), codes.level(b));
    const branch = (diagram: Diagram, code: number) =>
      codes.level(diagram) === level ? codes.child(diagram, code) : diagram;
    const children = Array.from({ length: codes.sizes[level] ?? 0 }, (_, code) =>
      merge(branch(a, code), branch(b, code)),
    );
    const result = codes.node(level, children);
    memo.set(key, result);
    return result;
  };
  const merged = parts.reduce((all, part) => merge(all, part), 0);
  return codes.map(merged, (terminal) => (terminal === DIFFERENT ? 1 : 0));
}
