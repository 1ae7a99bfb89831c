import { EXAMPLE_CODES } from './codes/examples.ts';
import { LAW_CODES } from './codes/law.ts';
import { NAME_CODES } from './codes/names.ts';
import { RULE_CODES } from './codes/rules.ts';
import { SYNTAX_CODES } from './codes/syntax.ts';

/** What a diagnostic code stands for. */
export interface CodeEntry {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** A few words. */
  readonly title: string;
  /** What the code reports. */
  readonly what: string;
  /** Why it is reported. */
  readonly why: string;
  /** How to mend it. */
  readonly mend: string;
}

/** Every code: PV1xxx syntax, PV2xxx names and types, PV3xxx law and events, PV4xxx rules, PV5xxx examples. */
export const CODES = [...SYNTAX_CODES, ...NAME_CODES, ...LAW_CODES, ...RULE_CODES, ...EXAMPLE_CODES] as const;

/** A code of the catalogue. */
export type Code = (typeof CODES)[number]['code'];

const BY_CODE: ReadonlyMap<string, CodeEntry> = new Map(CODES.map((entry) => [entry.code, entry]));

/** The catalogue's entry for a code. */
export function codeEntry(code: Code): CodeEntry {
  const entry = BY_CODE.get(code);
  if (entry === undefined) throw new RangeError(`there is no code ${code}`);
  return entry;
}
