import type { Comparison, Fact, ScalarValue } from '@proviso/model';
import type { Condition, Dated } from './condition.ts';
import type { Predicate, Subject } from './cut-regions.ts';
import type { VariableTable } from './variables.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Atom = Mutable<Extract<Condition, { kind: 'atom' }>>;
type Count = Mutable<Extract<Condition, { kind: 'count' }>>;

/**
 * What conditions ask about: hands out conditions on facts, lists, readings and open points, gathers what they compare with,
 * and fills in the variables once these are numbered.
 */
export class Asked {
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #subjects = new Map<string, Subject>();
  readonly #atoms: { readonly atom: Atom; readonly subject: Subject }[] = [];
  readonly #counts: { readonly count: Count; readonly subject: Subject }[] = [];
  readonly #named: Atom[] = [];

  constructor(facts: ReadonlyMap<string, Fact>) {
    this.#facts = facts;
  }

  /** The facts asked about. */
  get subjects(): Iterable<Subject> {
    return this.#subjects.values();
  }

  /** A fact, or the elements of a list, to ask about. */
  subject(path: string): Subject {
    const known = this.#subjects.get(path);
    if (known !== undefined) return known;
    const fact = this.#facts.get(path);
    if (fact === undefined) throw new Error(`no fact ${path}`);
    const { type } = fact;
    const list = type.kind === 'list' || type.kind === 'set' ? type.kind : undefined;
    const subject: Subject = {
      path,
      type: type.kind === 'list' || type.kind === 'set' ? type.of : type,
      list,
      fact,
      constants: new Set(),
      predicates: [],
      tables: [],
      cap: 0,
      numbers: [],
    };
    this.#subjects.set(path, subject);
    return subject;
  }

  /** The condition that a predicate holds of a fact, or (`element`) of the element at hand. */
  atom(
    { subject, element }: { readonly subject: Subject; readonly element: boolean },
    constants: readonly ScalarValue[],
    predicate: Predicate,
  ): Condition {
    for (const constant of constants) subject.constants.add(constant);
    subject.predicates.push(predicate);
    const table: { truth: Uint8Array[] } = { truth: [] };
    subject.tables.push(table);
    if (element) return { kind: 'element', truth: table.truth };
    const atom: Atom = { kind: 'atom', unknown: `fact:${subject.path}`, variable: -1, truth: table.truth };
    this.#atoms.push({ atom, subject });
    return atom;
  }

  /** The condition on a reading or an open point. */
  named(kind: 'reading' | 'open', name: string, truth: Uint8Array): Condition {
    const atom: Atom = { kind: 'atom', unknown: `${kind}:${name}`, variable: -1, truth: [truth] };
    this.#named.push(atom);
    return atom;
  }

  /** The condition that so many elements of a list satisfy `where`. */
  count(
    subject: Subject,
    where: Condition | undefined,
    comparison: Comparison,
    bound: Dated<number | undefined>,
  ): Condition {
    for (const value of bound) {
      // Counts up to the bound must be told apart, and one more where the bound itself is not the last step.
      const needed = comparison === '>=' || comparison === '<' ? Math.ceil(value ?? 0) : Math.floor(value ?? 0) + 1;
      subject.cap = Math.max(subject.cap, needed, 1);
    }
    const unknown = `fact:${subject.path}`;
    const count: Count = { kind: 'count', unknown, classes: [], where, comparison, bound };
    this.#counts.push({ count, subject });
    return count;
  }

  /** Gives every condition its variables. */
  number({ all }: VariableTable): void {
    for (const { atom, subject } of this.#atoms) atom.variable = subject.numbers[0] ?? -1;
    for (const { count, subject } of this.#counts) count.classes = subject.numbers;
    const numbers = new Map(all.map(({ kind, name }, index) => [`${kind}:${name}`, index]));
    for (const atom of this.#named) atom.variable = numbers.get(atom.unknown) ?? -1;
  }
}
