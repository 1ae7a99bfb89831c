/**
 * Ordered multi-valued decision diagrams, reduced and shared.
 *
 * A diagram is a number: below {@link FIRST_NODE} it is a terminal with that value, else a node. Boolean diagrams have the
 * terminals 0 (false) and 1 (true); verdict diagrams have sets of verdicts as bit masks (0: no completion is admissible).
 * Because nodes are hash-consed, two diagrams over the same variables denote the same function exactly when they are equal.
 */
export type Diagram = number;

/** Terminals are the numbers below this one. */
export const FIRST_NODE = 64;
/** The constants of boolean diagrams. */
export const FALSE: Diagram = 0;
export const TRUE: Diagram = 1;

const TERMINAL_LEVEL = Number.MAX_SAFE_INTEGER;
const PAIR = 0x4000000;

/** Thrown when the diagrams of one manager would outgrow the stated bound; callers then split or fall back to another exact way. */
export class DiagramTooLarge extends Error {
  override readonly name = 'DiagramTooLarge';
  readonly bound: number;
  constructor(bound: number) {
    super(`the decision diagram would need more than ${bound} nodes`);
    this.bound = bound;
  }
}

/** Nodes as data that can be kept: the variable and the branches of each, in order of their making. */
export interface StoredNodes {
  readonly levels: readonly number[];
  readonly children: readonly (readonly Diagram[])[];
}

/** A store of diagrams over one order of variables: variable i is tested before variable i + 1. */
export class Diagrams {
  /** Number of values of each variable. */
  readonly sizes: readonly number[];
  readonly #bound: number;
  readonly #levels: number[];
  readonly #children: (readonly Diagram[])[];
  /** How many nodes are in the table of unique nodes; nodes taken over from data are entered when the first node is made. */
  #entered = 0;
  readonly #unique = new Map<string, Diagram>();
  readonly #and = new Map<number, Diagram>();
  readonly #or = new Map<number, Diagram>();
  readonly #not = new Map<Diagram, Diagram>();
  readonly #union = new Map<number, Diagram>();
  readonly #override = new Map<number, Map<number, Diagram>>();
  readonly #unknown: (Diagram | undefined)[] = [];

  /** @param stored nodes to begin with; they must be reduced and without repeats */
  constructor(sizes: readonly number[], bound = 500_000, stored?: StoredNodes) {
    this.sizes = sizes;
    this.#bound = bound;
    this.#levels = stored === undefined ? [] : [...stored.levels];
    this.#children = stored === undefined ? [] : [...stored.children];
  }

  /** The nodes below some diagrams, renumbered, and the diagrams in the new numbers. */
  store(roots: readonly Diagram[]): { readonly nodes: StoredNodes; readonly roots: readonly Diagram[] } {
    const reached = new Set<Diagram>();
    for (const root of roots) if (!reached.has(root)) this.visit(root, (node) => reached.add(node));
    const order = [...reached].sort((a, b) => a - b);
    const renumbered = new Map(order.map((node, index) => [node, FIRST_NODE + index]));
    const number = (diagram: Diagram) => renumbered.get(diagram) ?? diagram;
    return {
      nodes: {
        levels: order.map((node) => this.level(node)),
        children: order.map((node) => this.children(node).map(number)),
      },
      roots: roots.map(number),
    };
  }

  /** Nodes made so far. */
  get size(): number {
    return this.#levels.length;
  }

  /** The variable a diagram tests first; larger than every variable for a terminal. */
  level(diagram: Diagram): number {
    return diagram < FIRST_NODE ? TERMINAL_LEVEL : (this.#levels[diagram - FIRST_NODE] ?? TERMINAL_LEVEL);
  }

  /** The branches of a node, one per value of its variable. */
  children(diagram: Diagram): readonly Diagram[] {
    return this.#children[diagram - FIRST_NODE] ?? [];
  }

  /** The branch for one value. */
  child(diagram: Diagram, value: number): Diagram {
    return this.#children[diagram - FIRST_NODE]?.[value] ?? 0;
  }

  /** The node that tests a variable and goes on to its branches; the branch itself when all are equal. */
  node(variable: number, children: readonly Diagram[]): Diagram {
    const first = children[0] ?? 0;
    if (children.every((child) => child === first)) return first;
    if (this.#entered < this.#levels.length) this.#enter();
    const key = `${variable}:${children.join(',')}`;
    const known = this.#unique.get(key);
    if (known !== undefined) return known;
    if (this.#levels.length >= this.#bound) throw new DiagramTooLarge(this.#bound);
    const made = FIRST_NODE + this.#levels.length;
    this.#levels.push(variable);
    this.#children.push(children);
    this.#unique.set(key, made);
    this.#entered++;
    return made;
  }

  #enter(): void {
    for (let index = this.#entered; index < this.#levels.length; index++) {
      this.#unique.set(`${this.#levels[index]}:${(this.#children[index] ?? []).join(',')}`, FIRST_NODE + index);
    }
    this.#entered = this.#levels.length;
  }

  /** True where the variable has one of the marked values. */
  literal(variable: number, truth: ArrayLike<number>): Diagram {
    const children: Diagram[] = [];
    for (let value = 0; value < (this.sizes[variable] ?? 0); value++) children.push(truth[value] === 1 ? TRUE : FALSE);
    return this.node(variable, children);
  }

  not(a: Diagram): Diagram {
    if (a < FIRST_NODE) return a === FALSE ? TRUE : FALSE;
    const known = this.#not.get(a);
    if (known !== undefined) return known;
    const result = this.node(
      this.level(a),
      this.children(a).map((child) => this.not(child)),
    );
    this.#not.set(a, result);
    return result;
  }

  and(a: Diagram, b: Diagram): Diagram {
    if (a === FALSE || b === FALSE) return FALSE;
    if (a === TRUE || a === b) return b;
    if (b === TRUE) return a;
    return this.#binary(this.#and, a, b, (x, y) => this.and(x, y));
  }

  or(a: Diagram, b: Diagram): Diagram {
    if (a === TRUE || b === TRUE) return TRUE;
    if (a === FALSE || a === b) return b;
    if (b === FALSE) return a;
    return this.#binary(this.#or, a, b, (x, y) => this.or(x, y));
  }

  /** Of verdict diagrams: the union of their sets of verdicts. */
  union(a: Diagram, b: Diagram): Diagram {
    if (a === b || b === 0) return a;
    if (a === 0) return b;
    if (a < FIRST_NODE && b < FIRST_NODE) return a | b;
    return this.#binary(this.#union, a, b, (x, y) => this.union(x, y));
  }

  /** The terminal where the condition holds, elsewhere the other diagram. */
  override(condition: Diagram, terminal: number, otherwise: Diagram): Diagram {
    if (condition === TRUE) return terminal;
    if (condition === FALSE) return otherwise;
    let memo = this.#override.get(terminal);
    if (memo === undefined) {
      memo = new Map();
      this.#override.set(terminal, memo);
    }
    const key = condition * PAIR + otherwise;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const result = this.#split(condition, otherwise, (x, y) => this.override(x, terminal, y));
    memo.set(key, result);
    return result;
  }

  /** The diagram chosen by a variable's value; the branches may test any variables. */
  select(variable: number, branches: readonly Diagram[]): Diagram {
    let result: Diagram = FALSE;
    branches.forEach((branch, value) => {
      const truth = new Uint8Array(branches.length);
      truth[value] = 1;
      result = this.or(result, this.and(this.literal(variable, truth), branch));
    });
    return result;
  }

  /** Every terminal replaced. */
  map(diagram: Diagram, terminal: (value: number) => number, memo = new Map<Diagram, Diagram>()): Diagram {
    if (diagram < FIRST_NODE) return terminal(diagram);
    const known = memo.get(diagram);
    if (known !== undefined) return known;
    const result = this.node(
      this.level(diagram),
      this.children(diagram).map((child) => this.map(child, terminal, memo)),
    );
    memo.set(diagram, result);
    return result;
  }

  /** The diagram with some variables fixed; `value(variable)` is negative for a variable that stays. */
  restrict(diagram: Diagram, value: (variable: number) => number, memo = new Map<Diagram, Diagram>()): Diagram {
    if (diagram < FIRST_NODE) return diagram;
    const known = memo.get(diagram);
    if (known !== undefined) return known;
    const variable = this.level(diagram);
    const fixed = value(variable);
    const result =
      fixed >= 0
        ? this.restrict(this.child(diagram, fixed), value, memo)
        : this.node(
            variable,
            this.children(diagram).map((child) => this.restrict(child, value, memo)),
          );
    memo.set(diagram, result);
    return result;
  }

  /**
   * A diagram of another store (over the same variables) with some variables fixed, made in this store.
   * @param value the fixed value of a variable, negative for one that stays
   */
  restrictFrom(
    source: Diagrams,
    diagram: Diagram,
    value: ArrayLike<number>,
    memo = new Map<Diagram, Diagram>(),
  ): Diagram {
    let at = diagram;
    while (at >= FIRST_NODE) {
      const fixed = value[source.level(at)] ?? -1;
      if (fixed < 0) break;
      at = source.child(at, fixed);
    }
    if (at < FIRST_NODE) return at;
    const known = memo.get(at);
    if (known !== undefined) return known;
    const result = this.node(
      source.level(at),
      source.children(at).map((child) => this.restrictFrom(source, child, value, memo)),
    );
    memo.set(at, result);
    return result;
  }

  /** The union of the terminals that a verdict diagram reaches with some variables fixed. */
  reachWith(diagram: Diagram, value: ArrayLike<number>): number {
    const seen = new Set<Diagram>();
    const stack = [diagram];
    let mask = 0;
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (next < FIRST_NODE) mask |= next;
      else if (!seen.has(next)) {
        seen.add(next);
        const fixed = value[this.level(next)] ?? -1;
        if (fixed >= 0) stack.push(this.child(next, fixed));
        else stack.push(...this.children(next));
      }
    }
    return mask;
  }

  /** Of a verdict diagram's node: the diagram when its variable is unknown, that is the union of all its branches. */
  unknown(diagram: Diagram): Diagram {
    const known = this.#unknown[diagram - FIRST_NODE];
    if (known !== undefined) return known;
    let result: Diagram = 0;
    for (const child of this.children(diagram)) result = this.union(result, child);
    this.#unknown[diagram - FIRST_NODE] = result;
    return result;
  }

  /** The variables a diagram depends on, in order. */
  support(diagram: Diagram): readonly number[] {
    const variables = new Set<number>();
    this.visit(diagram, (node) => variables.add(this.level(node)));
    return [...variables].sort((a, b) => a - b);
  }

  /** The union of all terminals a verdict diagram can reach. */
  reach(diagram: Diagram): number {
    let mask = 0;
    this.visit(diagram, undefined, (terminal) => {
      mask |= terminal;
    });
    return mask;
  }

  /** Calls back once for each node and each terminal below a diagram, itself included. */
  visit(diagram: Diagram, onNode?: (node: Diagram) => void, onTerminal?: (terminal: number) => void): void {
    const seen = new Set<Diagram>();
    const stack = [diagram];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (next < FIRST_NODE) onTerminal?.(next);
      else {
        onNode?.(next);
        stack.push(...this.children(next));
      }
    }
  }

  /** How many nodes a diagram has. */
  count(diagram: Diagram): number {
    let nodes = 0;
    this.visit(diagram, () => {
      nodes++;
    });
    return nodes;
  }

  #binary(memo: Map<number, Diagram>, a: Diagram, b: Diagram, combine: (x: Diagram, y: Diagram) => Diagram): Diagram {
    const key = a < b ? a * PAIR + b : b * PAIR + a;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const result = this.#split(a, b, combine);
    memo.set(key, result);
    return result;
  }

  #split(a: Diagram, b: Diagram, combine: (x: Diagram, y: Diagram) => Diagram): Diagram {
    const levelA = this.level(a);
    const levelB = this.level(b);
    const variable = Math.min(levelA, levelB);
    const children: Diagram[] = [];
    const size = this.sizes[variable] ?? 0;
    for (let value = 0; value < size; value++) {
      children.push(
        combine(levelA === variable ? this.child(a, value) : a, levelB === variable ? this.child(b, value) : b),
      );
    }
    return this.node(variable, children);
  }
}
