import type { LocalizedText } from './text.ts';

/** How sure a statement is: A read on two or more independent pages, B on one, C from general knowledge, D inferred. */
export type Confidence = 'A' | 'B' | 'C' | 'D';

/** A page or document that supports a statement. */
export interface Source {
  readonly name: string;
  readonly title: string;
  readonly link?: string;
}

/** Confidence with the sources that support it. */
export interface Support {
  readonly confidence: Confidence;
  readonly sources: readonly string[];
}

/** A legal document: executive order, statute, agency identification or rule, court order, licence, determination. */
export interface Instrument {
  readonly name: string;
  /** Free word in snake_case: `executive_order`, `court_order`, `agency_identification`, `licence`. */
  readonly kind: string;
  readonly title: LocalizedText;
  readonly issuer?: LocalizedText;
  /** Where to find it: `85 FR 48641`. */
  readonly citation?: string;
  readonly link?: string;
  /** The instrument or provision this one hangs on: it dies with it unless `survives` is set. */
  readonly hangsOn?: string;
  /** Saving clause: this instrument stands even when what it hangs on has fallen. */
  readonly survives?: boolean;
  readonly support?: Support;
}

/** A pinpointed part of an instrument (`WC-4`). */
export interface Provision {
  readonly name: string;
  readonly instrument: string;
  /** The pinpoint within the instrument: `s. 1(a)`, `para. 4`. */
  readonly pinpoint: LocalizedText;
  readonly gist?: LocalizedText;
  readonly hangsOn?: string;
  readonly survives?: boolean;
  /** Set when the provision bites only through an identification (an event of kind `identified`), made under this provision. */
  readonly identifiedUnder?: string;
  readonly support?: Support;
}
