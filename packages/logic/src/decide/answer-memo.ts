import type { Answer } from '../answer.ts';
import type { Codes } from './encoder.ts';

/** After so many different cases the memo starts anew. */
const MOST_ANSWERS = 50_000;

type Level = (Level | Answer | undefined)[];

/** Answers by codes: a tree with one level per variable. */
export class AnswerMemo {
  readonly #levels: readonly number[];
  #root: Level = [];
  #size = 0;

  /** @param levels the variables whose codes can differ between cases */
  constructor(levels: readonly number[]) {
    this.#levels = levels;
  }

  /** The answer kept for these codes, or the one made now (and frozen). */
  get(codes: Codes, make: () => Answer): Answer {
    const last = this.#levels.length - 1;
    let at = this.#root;
    for (let i = 0; i < last; i++) {
      const code = codes[this.#levels[i] ?? 0] ?? 0;
      let next = at[code];
      if (next === undefined || !Array.isArray(next)) {
        next = [];
        at[code] = next;
      }
      at = next;
    }
    const code = last < 0 ? 0 : (codes[this.#levels[last] ?? 0] ?? 0);
    const kept = at[code];
    if (kept !== undefined && !Array.isArray(kept)) return kept;
    const made = deepFreeze(make());
    if (this.#size >= MOST_ANSWERS) {
      this.#root = [];
      this.#size = 0;
      return made;
    }
    at[code] = made;
    this.#size++;
    return made;
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
