import type { Token } from '../lexer/token.ts';

/** A piece of the grammar, as the tables hold it. */
export type Element =
  | { readonly is: 'token'; readonly kind: string }
  | { readonly is: 'call'; readonly rule: number }
  | { readonly is: 'sequence' | 'choice'; readonly of: readonly Element[] }
  | { readonly is: 'optional' | 'many'; readonly of: Element }
  | { readonly is: 'assign'; readonly property: string; readonly how: How; readonly of: Element }
  /** From here on the node is of this type; with a property, the node so far becomes a part of the new one. */
  | { readonly is: 'action'; readonly type: string; readonly property?: string; readonly how?: How };
/** What becomes of a value: it is the property, it is added to the list, or it makes the property true. */
export type How = 'set' | 'add' | 'flag';

/** A rule of the grammar: it makes a node, a text (its tokens side by side), or adds to the node of its caller. */
export interface Rule {
  readonly name: string;
  readonly kind: 'node' | 'text' | 'fragment';
  readonly type: string;
  readonly body: Element;
}

/** By type of node: the properties that are there although the document does not mention them. */
export type Defaults = Readonly<Record<string, readonly (readonly [string, 'list' | 'flag'])[]>>;

/** With what an element can begin. */
export interface Start {
  /** Kinds of token; `NAME` stands for every token that can be a name. */
  readonly kinds: ReadonlySet<string>;
  /** Whether the element can be empty. */
  readonly empty: boolean;
}

/** Finds with what the elements of a grammar can begin; each is worked out when it is first asked for. */
export class Starts {
  readonly #rules: readonly Rule[];
  readonly #known = new Map<Element, Start>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  of(element: Element): Start {
    const known = this.#known.get(element);
    if (known !== undefined) return known;
    const start = this.#find(element);
    this.#known.set(element, start);
    return start;
  }

  #find(element: Element): Start {
    switch (element.is) {
      case 'token':
        return { kinds: new Set([element.kind]), empty: false };
      case 'action':
        return { kinds: new Set(), empty: true };
      case 'call': {
        const rule = this.#rules[element.rule];
        return rule === undefined ? { kinds: new Set(), empty: false } : this.of(rule.body);
      }
      case 'assign':
        return this.of(element.of);
      case 'optional':
      case 'many':
        return { kinds: this.of(element.of).kinds, empty: true };
      case 'choice': {
        const starts = element.of.map((part) => this.of(part));
        return { kinds: union(starts), empty: starts.some(({ empty }) => empty) };
      }
      case 'sequence': {
        const starts: Start[] = [];
        for (const part of element.of) {
          const start = this.of(part);
          starts.push(start);
          if (!start.empty) return { kinds: union(starts), empty: false };
        }
        return { kinds: union(starts), empty: true };
      }
    }
  }
}

/** Whether an element can begin with a token. */
export function begins({ kinds }: Start, token: Token | undefined): boolean {
  return token !== undefined && (kinds.has(token.kind) || (token.isName && kinds.has('NAME')));
}

function union(starts: readonly Start[]): ReadonlySet<string> {
  const [first] = starts;
  if (starts.length === 1 && first !== undefined) return first.kinds;
  return new Set(starts.flatMap(({ kinds }) => [...kinds]));
}
