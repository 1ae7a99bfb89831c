import { type Diagram, type Diagrams, FIRST_NODE } from '../diagram/diagrams.ts';
import type { Chart } from './contract.ts';

/** Thrown when a chart would have more nodes than allowed. */
export class ChartTooLarge extends Error {
  override readonly name = 'ChartTooLarge';
}

/** Tuples met on the way that are looked at, per node allowed, before a chart is given up. */
const STATES_PER_NODE = 20;

/** How several diagrams over codes become one chart. */
export interface ChartRecipe<Label> {
  /** The label for the terminals of the diagrams, in their order. */
  label(terminals: readonly number[]): Label;
  /** Replaces diagrams that cannot count any more by terminals, so that fewer combinations are met. */
  trim?(diagrams: readonly Diagram[]): readonly Diagram[];
}

/** Builds one chart: the product of several diagrams, with equal labels made one. */
export class ChartBuilder<Label> {
  readonly #codes: Diagrams;
  readonly #inputOf: (variable: number) => number;
  readonly #bound: number;
  readonly #nodes: Chart<Label>['nodes'][number][] = [];
  readonly #labels: Label[] = [];
  readonly #labelPlaces = new Map<string, number>();
  readonly #unique = new Map<string, number>();

  constructor(
    codes: Diagrams,
    { inputOf, bound }: { readonly inputOf: (variable: number) => number; readonly bound: number },
  ) {
    this.#codes = codes;
    this.#inputOf = inputOf;
    this.#bound = bound;
  }

  /** Adds a product and gives its root. @throws ChartTooLarge */
  add(diagrams: readonly Diagram[], recipe: ChartRecipe<Label>): number {
    const codes = this.#codes;
    const met = new Map<string, number>();
    const go = (untrimmed: readonly Diagram[]): number => {
      const tuple = recipe.trim?.(untrimmed) ?? untrimmed;
      const key = tuple.join(',');
      const known = met.get(key);
      if (known !== undefined) return known;
      if (met.size > this.#bound * STATES_PER_NODE) throw new ChartTooLarge();
      const made = tuple.every((diagram) => diagram < FIRST_NODE) ? this.#label(recipe.label(tuple)) : step(tuple);
      met.set(key, made);
      return made;
    };
    const step = (tuple: readonly Diagram[]): number => {
      const variable = Math.min(...tuple.map((diagram) => codes.level(diagram)));
      const next: number[] = [];
      for (let code = 0; code < (codes.sizes[variable] ?? 0); code++) {
        next.push(
          go(tuple.map((diagram) => (codes.level(diagram) === variable ? codes.child(diagram, code) : diagram))),
        );
      }
      return this.node(this.#inputOf(variable), next);
    };
    return go(diagrams);
  }

  /** The node that looks at an input; the branch itself where all are equal. @throws ChartTooLarge */
  node(input: number, next: readonly number[]): number {
    const first = next[0] ?? 0;
    if (next.every((branch) => branch === first)) return first;
    const key = `${input}:${next.join(',')}`;
    const known = this.#unique.get(key);
    if (known !== undefined) return known;
    if (this.#nodes.length >= this.#bound) throw new ChartTooLarge();
    const made = this.#nodes.push({ input, next }) - 1;
    this.#unique.set(key, made);
    return made;
  }

  /** The chart below a root. */
  chart(root: number): Chart<Label> {
    return { root, nodes: this.#nodes, labels: this.#labels };
  }

  #label(label: Label): number {
    const key = JSON.stringify(label);
    const known = this.#labelPlaces.get(key);
    if (known !== undefined) return known;
    const made = -this.#labels.push(label);
    this.#labelPlaces.set(key, made);
    return made;
  }
}

/** The label that a chart gives to a row of codes. */
export function readChart<Label>(chart: Chart<Label>, codes: ArrayLike<number>): Label {
  let at = chart.root;
  while (at >= 0) {
    const node = chart.nodes[at];
    const next = node?.next[codes[node.input] ?? 0];
    if (next === undefined)
      throw new RangeError(`no code ${node === undefined ? '' : codes[node.input]} of input ${node?.input}`);
    at = next;
  }
  const label = chart.labels[-1 - at];
  if (label === undefined) throw new RangeError(`no label ${-1 - at}`);
  return label;
}
