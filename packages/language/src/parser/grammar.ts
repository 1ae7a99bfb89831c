import type { Token } from '../lexer/token.ts';

/** A piece of the grammar, as the tables hold it. */
export type Element = Piece & {
  /** With what it can begin; worked out when first asked for. */
  start?: Start;
};
type Piece =
  | { readonly is: 'token'; readonly kind: string }
  | { readonly is: 'call'; readonly rule: number }
  | { readonly is: 'sequence'; readonly of: readonly Element[] }
  | {
      readonly is: 'choice';
      readonly of: readonly Element[];
      /** By kind of the next token, the alternatives that can begin with it; worked out when first asked for. */
      viable?: Map<string, readonly Element[]>;
    }
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
  readonly kinds: ReadonlySet<string>;
  /** Whether it can begin with any token that can be a name. */
  readonly name: boolean;
  /** Whether the element can be empty. */
  readonly empty: boolean;
}

/** With what an element of a grammar can begin. */
export function startOf(element: Element, rules: readonly Rule[]): Start {
  element.start ??= findStart(element, rules);
  return element.start;
}

function findStart(element: Element, rules: readonly Rule[]): Start {
  switch (element.is) {
    case 'token':
      return { kinds: new Set([element.kind]), name: element.kind === 'NAME', empty: false };
    case 'action':
      return { kinds: new Set(), name: false, empty: true };
    case 'call': {
      const rule = rules[element.rule];
      return rule === undefined ? { kinds: new Set(), name: false, empty: false } : startOf(rule.body, rules);
    }
    case 'assign':
      return startOf(element.of, rules);
    case 'optional':
    case 'many':
      return { ...startOf(element.of, rules), empty: true };
    case 'choice': {
      const starts = element.of.map((part) => startOf(part, rules));
      return union(
        starts,
        starts.some(({ empty }) => empty),
      );
    }
    case 'sequence': {
      const starts: Start[] = [];
      for (const part of element.of) {
        const start = startOf(part, rules);
        starts.push(start);
        if (!start.empty) return union(starts, false);
      }
      return union(starts, true);
    }
  }
}

/** Whether an element can begin with a token. */
export function begins(start: Start, token: Token | undefined): boolean {
  return token !== undefined && ((start.name && token.isName) || start.kinds.has(token.kind));
}

function union(starts: readonly Start[], empty: boolean): Start {
  const [first] = starts;
  if (starts.length === 1 && first !== undefined && first.empty === empty) return first;
  const kinds = new Set(starts.flatMap((start) => [...start.kinds]));
  return { kinds, name: starts.some(({ name }) => name), empty };
}
