import type { Tally } from './contract.ts';

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Rows and money as they come from counting. */
export interface Counted {
  readonly rows: number;
  readonly amount?: string;
}

/** A decimal: so many units, of which `10 ** places` make one. */
interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

/** Adds up rows and exact amounts. */
export class ExactTotal {
  #rows = 0n;
  #amount: Decimal | undefined;

  /** @param hasAmount whether what is added has amounts. */
  constructor(hasAmount: boolean) {
    this.#amount = hasAmount ? { units: 0n, places: 0 } : undefined;
  }

  /** The total of some tallies. */
  static of(tallies: Iterable<Counted>, hasAmount: boolean): ExactTotal {
    const total = new ExactTotal(hasAmount);
    for (const tally of tallies) total.add(tally);
    return total;
  }

  /** Rows so far. */
  get rows(): bigint {
    return this.#rows;
  }

  /** @throws Error for rows that are no safe count, or an amount that is missing or no decimal. */
  add({ rows, amount }: Counted): void {
    if (!Number.isSafeInteger(rows) || rows < 0) throw new Error(`not a count of rows: ${rows}`);
    this.#rows += BigInt(rows);
    if (this.#amount !== undefined) this.#amount = sum(this.#amount, readDecimal(amount), 1n);
  }

  /** Adds another total. */
  addTotal(other: ExactTotal): void {
    this.#rows += other.#rows;
    if (this.#amount !== undefined && other.#amount !== undefined) this.#amount = sum(this.#amount, other.#amount, 1n);
  }

  /** What is left of this total without another. */
  minus(other: ExactTotal): ExactTotal {
    const difference = new ExactTotal(false);
    difference.#rows = this.#rows - other.#rows;
    difference.#amount =
      this.#amount === undefined || other.#amount === undefined ? undefined : sum(this.#amount, other.#amount, -1n);
    return difference;
  }

  /** Whether rows and amounts are the same. */
  equals(other: ExactTotal): boolean {
    if (this.#rows !== other.#rows) return false;
    if (this.#amount === undefined || other.#amount === undefined) return this.#amount === other.#amount;
    return sum(this.#amount, other.#amount, -1n).units === 0n;
  }

  /** As it stands in a summary. @throws Error for more rows than a number holds exactly. */
  tally(): Tally {
    const rows = Number(this.#rows);
    if (!Number.isSafeInteger(rows)) throw new Error(`too many rows to count: ${this.#rows}`);
    return this.#amount === undefined ? { rows } : { rows, amount: writeDecimal(this.#amount) };
  }
}

function readDecimal(text: string | undefined): Decimal {
  const [, sign, whole, part = ''] = DECIMAL.exec(text ?? '') ?? [];
  if (whole === undefined) throw new Error(`not an exact amount: ${text}`);
  const units = BigInt(whole + part);
  return { units: sign === '-' ? -units : units, places: part.length };
}

function sum(a: Decimal, b: Decimal, sign: bigint): Decimal {
  const places = Math.max(a.places, b.places);
  return { units: scaled(a, places) + sign * scaled(b, places), places };
}

function scaled({ units, places }: Decimal, to: number): bigint {
  return places === to ? units : units * 10n ** BigInt(to - places);
}

/** The shortest text of a decimal: `-1234.5`, without zeros at the end. */
function writeDecimal({ units, places }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const part = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}
