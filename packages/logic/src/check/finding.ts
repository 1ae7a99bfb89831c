import { type BilingualAdvice, bilingual, type DeclarationReference, type FactValues, type Said } from '@proviso/model';
import { type FindingCode, findingEntry } from './codes.ts';

/** Something wrong, or probably wrong, with what a rulebook means: told in English, and in Chinese under `zh`. */
export interface Finding extends BilingualAdvice, DeclarationReference {
  /** Stable, listed in `FINDING_CODES`. */
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  /** Other declarations concerned. */
  readonly others?: readonly DeclarationReference[];
  /** A transaction on which it shows. */
  readonly witness?: Witness;
}

/** A transaction as a question: whatever is not named in it makes no difference, and nothing in it can be left out. */
export interface Witness {
  /** ISO 8601 with the rulebook's offset. */
  readonly asOf: string;
  /** null: all that the rulebook knows. */
  readonly knownOn: string | null;
  readonly facts: FactValues;
  readonly readings: Readonly<Record<string, string>>;
  /** By event of which nobody knows whether it has happened (taken effect). */
  readonly events: Readonly<Record<string, boolean>>;
  /** By open point. */
  readonly opens: Readonly<Record<string, boolean>>;
}

/** A finding, with the severity of its code. */
export function finding(
  code: FindingCode,
  { kind, name }: DeclarationReference,
  message: Said,
  hint: Said,
  more: Pick<Finding, 'others' | 'witness'> = {},
): Finding {
  return { code, severity: findingEntry(code).severity, kind, name, ...bilingual(message, hint), ...more };
}
