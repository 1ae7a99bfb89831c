import type { Variables } from '../compile/variables.ts';
import { type Diagram, Diagrams, FIRST_NODE } from '../diagram/diagrams.ts';

/** Which variables a table's columns give. */
export type IsColumn = (variable: number) => boolean;

/**
 * Turns diagrams over what facts *are* into diagrams over what a row *says*: each variable of a column gets one more value in
 * front, 0, for an empty cell, whose branch is the union of all others; every variable without a column is such a union.
 * Terminals are sets as bit masks (0 and 1 for conditions: then 1 says that the condition can hold).
 */
export class CodeDiagrams {
  /** The diagrams over codes. */
  readonly codes: Diagrams;
  readonly #source: Diagrams;
  readonly #isColumn: IsColumn;
  readonly #closed = new Map<Diagram, Diagram>();
  readonly #coded = new Map<Diagram, Diagram>();

  constructor(source: Diagrams, variables: Variables, isColumn: IsColumn, bound: number) {
    this.#source = source;
    this.#isColumn = isColumn;
    this.codes = new Diagrams(
      variables.sizes.map((size) => size + 1),
      bound,
    );
  }

  /** What a row can reach of a diagram. */
  reach(diagram: Diagram): Diagram {
    return this.#code(this.#close(diagram));
  }

  /** True for the rows in which a variable's cell is empty; for a variable without a column: for all rows. */
  empty(variable: number): Diagram {
    if (!this.#isColumn(variable)) return 1;
    const values = new Uint8Array(this.codes.sizes[variable] ?? 0);
    values[0] = 1;
    return this.codes.literal(variable, values);
  }

  /** Without the variables that have no column. */
  #close(diagram: Diagram): Diagram {
    if (diagram < FIRST_NODE) return diagram;
    const known = this.#closed.get(diagram);
    if (known !== undefined) return known;
    const source = this.#source;
    const children = source.children(diagram).map((child) => this.#close(child));
    const level = source.level(diagram);
    const closed = this.#isColumn(level)
      ? source.node(level, children)
      : children.reduce((all, child) => source.union(all, child), 0);
    this.#closed.set(diagram, closed);
    return closed;
  }

  #code(diagram: Diagram): Diagram {
    if (diagram < FIRST_NODE) return diagram;
    const known = this.#coded.get(diagram);
    if (known !== undefined) return known;
    const children = this.#source.children(diagram).map((child) => this.#code(child));
    const coded = this.codes.node(this.#source.level(diagram), [
      this.#code(this.#source.unknown(diagram)),
      ...children,
    ]);
    this.#coded.set(diagram, coded);
    return coded;
  }
}
