import { type Counted, ExactTotal } from './exact-total.ts';

const NAMES = new Intl.Collator('en', { numeric: true });

/** Names in the order a person expects: `WC-2` before `WC-10`; names that differ in case only by their letters. */
export function compareNames(a: string, b: string): number {
  return NAMES.compare(a, b) || (a < b ? -1 : Number(a > b));
}

/** Totals by a key, each with what the key stands for. */
export class KeyedTotals<Key> {
  readonly #hasAmount: boolean;
  readonly #entries = new Map<string, { readonly key: Key; readonly total: ExactTotal }>();

  constructor(hasAmount: boolean) {
    this.#hasAmount = hasAmount;
  }

  /** Adds rows under a key; keys are the same when their parts are. */
  add(key: Key, counted: Counted): void {
    const id = JSON.stringify(key);
    const entry = this.#entries.get(id) ?? { key, total: new ExactTotal(this.#hasAmount) };
    entry.total.add(counted);
    this.#entries.set(id, entry);
  }

  /** Keys that have rows, with their totals, in the order in which they came. */
  entries(): readonly { readonly key: Key; readonly total: ExactTotal }[] {
    return [...this.#entries.values()].filter(({ total }) => total.rows > 0n);
  }

  /** The same, most rows first; equals by a name. */
  byRows(name: (key: Key) => string): readonly { readonly key: Key; readonly total: ExactTotal }[] {
    return [...this.entries()].sort((a, b) =>
      a.total.rows === b.total.rows ? compareNames(name(a.key), name(b.key)) : a.total.rows > b.total.rows ? -1 : 1,
    );
  }
}
