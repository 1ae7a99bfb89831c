import type { Answer } from '../answer.ts';
import type { Codes } from './encoder.ts';

/** After so many different cases the memo starts anew. */
const MOST_ANSWERS = 50_000;
/** Cases are numbered, and looked up by number, where there can be at most so many. */
const MOST_NUMBERED = 1 << 18;

type Level = (Level | Answer | undefined)[];

/** Answers by codes. */
export interface AnswerMemo {
  /** The answer kept for these codes, or the one made now (and frozen). */
  get(codes: Codes, make: () => Answer): Answer;
}

/**
 * A memo for the variables whose codes can differ between cases.
 * @param variables their indices
 * @param codes how many codes each can have
 */
export function answerMemo(variables: readonly number[], codes: readonly number[]): AnswerMemo {
  const cases = codes.reduce((product, count) => product * count, 1);
  return cases <= MOST_NUMBERED ? new NumberedMemo(variables, codes, cases) : new TreeMemo(variables);
}

/** A table: the case's number in the mixed radix of its codes gives the place of its answer. */
class NumberedMemo implements AnswerMemo {
  readonly #variables: Int32Array;
  readonly #radix: Int32Array;
  readonly #cases: number;
  #places: Int32Array | undefined;
  #answers: Answer[] = [];

  constructor(variables: readonly number[], codes: readonly number[], cases: number) {
    this.#variables = Int32Array.from(variables);
    this.#radix = Int32Array.from(codes);
    this.#cases = cases;
  }

  get(codes: Codes, make: () => Answer): Answer {
    this.#places ??= new Int32Array(this.#cases);
    const variables = this.#variables;
    const radix = this.#radix;
    let number = 0;
    for (let i = 0; i < variables.length; i++) number = number * (radix[i] ?? 1) + (codes[variables[i] ?? 0] ?? 0);
    const kept = this.#answers[(this.#places[number] ?? 0) - 1];
    if (kept !== undefined) return kept;
    const made = deepFreeze(make());
    if (this.#answers.length >= MOST_ANSWERS) {
      this.#places.fill(0);
      this.#answers = [];
    }
    this.#places[number] = this.#answers.push(made);
    return made;
  }
}

/** A tree with one level per variable. */
class TreeMemo implements AnswerMemo {
  readonly #levels: readonly number[];
  #root: Level = [];
  #size = 0;

  constructor(levels: readonly number[]) {
    this.#levels = levels;
  }

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
    const code = codes[this.#levels[last] ?? 0] ?? 0;
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
