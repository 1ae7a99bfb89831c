import type { Token } from '../lexer/token.ts';
import { RULES } from './generated/tables.ts';
import { begins, type Element, Starts } from './grammar.ts';

/** What a successful reading did, in order: the tree is built from it. */
export type Step =
  /** An element that took a token: `token` itself or an `assign` of one. */
  | { readonly element: Extract<Element, { is: 'token' | 'assign' }>; readonly token: number }
  | { readonly element: Extract<Element, { is: 'action' }> }
  /** A rule begins; `into` says what becomes of its node. */
  | { readonly enter: number; readonly into: Extract<Element, { is: 'assign' }> | undefined; readonly token: number }
  /** A rule ends before a token. */
  | { readonly exit: true; readonly token: number };

/** Why nothing could be read: the furthest token that was reached, and what could have stood there. */
export interface Failure {
  readonly at: number;
  readonly expected: readonly string[];
}

/** What follows the element being read: the rest of a sequence (or a loop again), and then what follows that. */
interface Rest {
  readonly of: readonly Element[];
  index: number;
  readonly beyond: Rest | undefined;
}

type Assign = Extract<Element, { is: 'assign' }>;

const starts = new Starts(RULES);
// So many steps for each token are more than any sound declaration takes; more is a text made to waste time.
const STEPS_PER_TOKEN = 400;

/**
 * Reads tokens by the grammar: in order of the alternatives, the first that fits and after which the next token can go
 * on. Nothing is prepared beforehand, so that a short document is read in a short time.
 */
export class Reader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #position: number;
  #steps: Step[] = [];
  #furthest: number;
  #expected: Element[] = [];
  #left: number;

  /** Reads the tokens from `start` up to `end`. */
  constructor(tokens: readonly Token[], start: number, end: number) {
    this.#tokens = tokens;
    this.#position = start;
    this.#furthest = start;
    this.#end = end;
    this.#left = (end - start + 10) * STEPS_PER_TOKEN;
  }

  /** The token that is read next. */
  get position(): number {
    return this.#position;
  }

  get atEnd(): boolean {
    return this.#position >= this.#end;
  }

  /**
   * Reads a rule that may be followed by itself.
   * @throws RangeError when it is nested too deeply.
   */
  read(rule: number): readonly Step[] | Failure {
    const call: Element = { is: 'call', rule };
    const again: Rest = { of: [{ is: 'many', of: call }], index: 0, beyond: undefined };
    this.#steps = [];
    this.#furthest = this.#position;
    this.#expected = [];
    if (this.#match(call, again)) return this.#steps;
    // What could have been there comes before what had to be.
    const expected = this.#expected.toReversed().flatMap((element) => [...starts.of(element).kinds]);
    return { at: this.#furthest, expected: [...new Set(expected)] };
  }

  get #next(): Token | undefined {
    return this.#position < this.#end ? this.#tokens[this.#position] : undefined;
  }

  #match(element: Element, rest: Rest | undefined, into?: Assign): boolean {
    if (this.#left-- < 0) throw new RangeError('nested too deeply');
    switch (element.is) {
      case 'token':
        return this.#take(element, into ?? element);
      case 'action':
        this.#steps.push({ element });
        return true;
      case 'call': {
        const rule = RULES[element.rule];
        if (rule === undefined) return false;
        if (!begins(starts.of(rule.body), this.#next)) return this.#fail(element);
        this.#steps.push({ enter: element.rule, into, token: this.#position });
        if (!this.#match(rule.body, rest)) return false;
        this.#steps.push({ exit: true, token: this.#position });
        return true;
      }
      case 'assign':
        return this.#match(element.of, rest, element);
      case 'sequence': {
        const after: Rest = { of: element.of, index: 0, beyond: rest };
        for (const part of element.of) {
          after.index++;
          if (!this.#match(part, after)) return false;
        }
        return true;
      }
      case 'choice':
        return this.#choose(element.of, rest, into);
      case 'optional':
        return this.#tryOne(element.of, rest, rest) !== 'stuck';
      case 'many': {
        const again: Rest = { of: [element], index: 0, beyond: rest };
        let outcome = this.#tryOne(element.of, again, rest);
        while (outcome === 'read') outcome = this.#tryOne(element.of, again, rest);
        return outcome === 'absent';
      }
    }
  }

  #choose(alternatives: readonly Element[], rest: Rest | undefined, into: Assign | undefined): boolean {
    const viable = alternatives.filter((alternative) => this.#canBegin(alternative));
    const [only] = viable;
    if (only === undefined) {
      for (const alternative of alternatives) this.#fail(alternative);
      return false;
    }
    if (viable.length === 1) return this.#match(only, rest, into);
    return viable.some((alternative) => this.#attempt(alternative, rest, into));
  }

  #canBegin(element: Element): boolean {
    const start = starts.of(element);
    return start.empty || begins(start, this.#next);
  }

  /** Reads an element that need not be there, unless what stands there can be nothing else. */
  #tryOne(element: Element, rest: Rest | undefined, without: Rest | undefined): 'read' | 'absent' | 'stuck' {
    if (!begins(starts.of(element), this.#next)) {
      this.#fail(element);
      return 'absent';
    }
    if (this.#goesOn(without)) return this.#attempt(element, rest) ? 'read' : 'absent';
    return this.#match(element, rest) ? 'read' : 'stuck';
  }

  /** Reads an element after which the next token can go on; otherwise all is as it was before. */
  #attempt(element: Element, rest: Rest | undefined, into?: Assign): boolean {
    const { length } = this.#steps;
    const position = this.#position;
    if (this.#match(element, rest, into)) {
      if (this.#goesOn(rest)) return true;
      this.#failAll(rest);
    }
    this.#steps.length = length;
    this.#position = position;
    return false;
  }

  #take(element: Extract<Element, { is: 'token' }>, step: Extract<Element, { is: 'token' | 'assign' }>): boolean {
    const token = this.#next;
    if (token === undefined || (token.kind !== element.kind && !(token.isName && element.kind === 'NAME')))
      return this.#fail(element);
    this.#steps.push({ element: step, token: this.#position });
    this.#position++;
    return true;
  }

  #goesOn(rest: Rest | undefined): boolean {
    for (let after = rest; after !== undefined; after = after.beyond)
      for (let index = after.index; index < after.of.length; index++) {
        const start = starts.of(after.of[index] as Element);
        if (begins(start, this.#next)) return true;
        if (!start.empty) return false;
      }
    return this.atEnd;
  }

  #fail(element: Element): boolean {
    if (this.#position > this.#furthest) {
      this.#furthest = this.#position;
      this.#expected = [];
    }
    if (this.#position === this.#furthest) this.#expected.push(element);
    return false;
  }

  #failAll(rest: Rest | undefined): void {
    for (let after = rest; after !== undefined; after = after.beyond)
      for (let index = after.index; index < after.of.length; index++) {
        const element = after.of[index] as Element;
        this.#fail(element);
        if (!starts.of(element).empty) return;
      }
  }
}
