import type { Token } from '../lexer/token.ts';
import { RULES } from './generated/tables.ts';
import { begins, type Element, type Start, startOf } from './grammar.ts';

/** What a step did: a rule ended, or an element took a token or acted; any other number is the rule that began. */
export const EXIT = -1;
/** See {@link EXIT}. */
export const TAKE = -2;

/** What a successful reading did, in order: the tree is built from it. Lists side by side take the least memory. */
export class Steps {
  /** What took the token, or what the rule is called by: an `assign` says what becomes of its node. */
  readonly elements: Element[] = [];
  /** The token that was taken, or the next one. */
  readonly tokens: number[] = [];
  /** A rule that began, {@link EXIT} or {@link TAKE}. */
  readonly rules: number[] = [];

  push(element: Element, token: number, rule: number): void {
    this.elements.push(element);
    this.tokens.push(token);
    this.rules.push(rule);
  }

  /** Takes back all steps but the first ones. */
  cut(length: number): void {
    this.elements.length = length;
    this.tokens.length = length;
    this.rules.length = length;
  }
}

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
  #steps = new Steps();
  #furthest: number;
  readonly #expected: Element[] = [];
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
  read(rule: number): Steps | Failure {
    const call: Element = { is: 'call', rule };
    const again: Rest = { of: [{ is: 'many', of: call }], index: 0, beyond: undefined };
    this.#steps = new Steps();
    this.#furthest = this.#position;
    this.#expected.length = 0;
    if (this.#match(call, again)) return this.#steps;
    // What could have been there comes before what had to be.
    const expected = this.#expected.toReversed().flatMap((element) => [...starts(element).kinds]);
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
        this.#steps.push(element, this.#position, TAKE);
        return true;
      case 'call': {
        const rule = RULES[element.rule];
        if (rule === undefined) return false;
        if (!begins(starts(rule.body), this.#next)) return this.#fail(element);
        this.#steps.push(into ?? element, this.#position, element.rule);
        if (!this.#match(rule.body, rest)) return false;
        this.#steps.push(element, this.#position, EXIT);
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
        return this.#choose(element, rest, into);
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

  #choose(choice: Extract<Element, { is: 'choice' }>, rest: Rest | undefined, into: Assign | undefined): boolean {
    const viable = this.#viable(choice);
    const [only] = viable;
    if (only === undefined) return this.#fail(choice);
    if (viable.length === 1) return this.#match(only, rest, into);
    for (const alternative of viable) if (this.#attempt(alternative, rest, into)) return true;
    return false;
  }

  #viable(choice: Extract<Element, { is: 'choice' }>): readonly Element[] {
    const next = this.#next;
    const kind = next?.kind ?? '';
    choice.viable ??= new Map();
    let viable = choice.viable.get(kind);
    if (viable === undefined) {
      viable = choice.of.filter((alternative) => starts(alternative).empty || begins(starts(alternative), next));
      choice.viable.set(kind, viable);
    }
    return viable;
  }

  /** Reads an element that need not be there, unless what stands there can be nothing else. */
  #tryOne(element: Element, rest: Rest | undefined, without: Rest | undefined): 'read' | 'absent' | 'stuck' {
    if (!begins(starts(element), this.#next)) {
      this.#fail(element);
      return 'absent';
    }
    if (this.#goesOn(without)) return this.#attempt(element, rest) ? 'read' : 'absent';
    return this.#match(element, rest) ? 'read' : 'stuck';
  }

  /** Reads an element after which the next token can go on; otherwise all is as it was before. */
  #attempt(element: Element, rest: Rest | undefined, into?: Assign): boolean {
    const { length } = this.#steps.tokens;
    const position = this.#position;
    if (this.#match(element, rest, into)) {
      if (this.#goesOn(rest)) return true;
      this.#failAll(rest);
    }
    this.#steps.cut(length);
    this.#position = position;
    return false;
  }

  #take(element: Extract<Element, { is: 'token' }>, step: Element): boolean {
    const token = this.#next;
    if (token === undefined || (token.kind !== element.kind && !(token.isName && element.kind === 'NAME')))
      return this.#fail(element);
    this.#steps.push(step, this.#position, TAKE);
    this.#position++;
    return true;
  }

  #goesOn(rest: Rest | undefined): boolean {
    for (let after = rest; after !== undefined; after = after.beyond)
      for (let index = after.index; index < after.of.length; index++) {
        const start = starts(after.of[index] as Element);
        if (begins(start, this.#next)) return true;
        if (!start.empty) return false;
      }
    return this.atEnd;
  }

  #fail(element: Element): boolean {
    if (this.#position > this.#furthest) {
      this.#furthest = this.#position;
      this.#expected.length = 0;
    }
    if (this.#position === this.#furthest) this.#expected.push(element);
    return false;
  }

  #failAll(rest: Rest | undefined): void {
    for (let after = rest; after !== undefined; after = after.beyond)
      for (let index = after.index; index < after.of.length; index++) {
        const element = after.of[index] as Element;
        this.#fail(element);
        if (!starts(element).empty) return;
      }
  }
}

function starts(element: Element): Start {
  return element.start ?? startOf(element, RULES);
}
