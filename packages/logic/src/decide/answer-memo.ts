import type { FactValues } from '@proviso/model';
import type { Answer } from '../answer.ts';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import type { FactCode } from '../compile/variables.ts';

/** After so many different cases the memo starts anew. */
const MOST_ANSWERS = 50_000;

type Entry = Map<number | string, Entry | Answer>;

/**
 * Answers by the regions the facts fall in: a tree with one level per fact that some condition uses. A fact is a region,
 * "don't know" (-1) or absent (-2: a presumption may stand in). Duties counted from dates need the date itself.
 */
export class AnswerMemo {
  readonly #codes: readonly FactCode[];
  readonly #byValue: readonly string[];
  readonly #terms: readonly string[];
  #root: Entry = new Map();
  #size = 0;

  constructor(compiled: CompiledRulebook) {
    this.#codes = [...compiled.variables.facts.values()].sort((a, b) => (a.variables[0] ?? 0) - (b.variables[0] ?? 0));
    this.#byValue = compiled.rulebook.rules.flatMap((rule) =>
      rule.kind === 'duty' && rule.due?.kind === 'within' && rule.due.after.kind === 'fact'
        ? [rule.due.after.name]
        : [],
    );
    this.#terms = [...compiled.assertable.keys()];
  }

  /** The answer kept for these facts, or the one made now. */
  get(facts: FactValues, make: () => Answer): Answer {
    let at = this.#root;
    for (let i = 0; i < this.#codes.length; i++) {
      const code = this.#codes[i];
      if (code === undefined) continue;
      const value = facts[code.path];
      const key =
        value === undefined
          ? -2
          : value === null
            ? -1
            : code.scalar
              ? code.regionOf(value as string | boolean)
              : code.countsOf(value as readonly (string | boolean)[]).join(',');
      at = descend(at, key);
    }
    for (const path of this.#byValue) at = descend(at, String(facts[path]));
    for (const term of this.#terms) {
      const value = facts[term];
      if (typeof value === 'boolean') at = descend(at, `${term}=${value}`);
    }
    const kept = at.get('answer');
    if (kept !== undefined && !(kept instanceof Map)) return kept;
    const made = deepFreeze(make());
    if (this.#size >= MOST_ANSWERS) {
      this.#root = new Map();
      this.#size = 0;
      return made;
    }
    at.set('answer', made);
    this.#size++;
    return made;
  }
}

function descend(at: Entry, key: number | string): Entry {
  const next = at.get(key);
  if (next instanceof Map) return next;
  const made: Entry = new Map();
  at.set(key, made);
  return made;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
