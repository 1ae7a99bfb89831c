import type { Support } from './law.ts';
import type { LocalizedText } from './text.ts';

/** What the events add up to for a provision at (as of, known on). */
export const STATUSES = [
  'in_force',
  'not_yet_issued',
  'not_yet_effective',
  'not_identified',
  'suspended',
  'enjoined',
  'expired',
  'revoked',
  'rescinded',
  'void',
  'unknown',
] as const;
/** See {@link STATUSES}; those that hold back are in order of strength, weakest first. */
export type Status = (typeof STATUSES)[number];

/**
 * What an event does to the provisions it touches.
 *
 * | kind | effect |
 * |---|---|
 * | `issued` | the text exists (signed, filed, announced); before it the status is `not_yet_issued` |
 * | `effective` | sets the effective moment; the one known last decides, so a later `effective` moves the date |
 * | `identified` | gives content to a provision that bites only through an identification |
 * | `enjoined`, `suspended` | pause, as long as the acting instrument itself is in force; `until` ends it |
 * | `revived` | ends every pause and every revocation, rescission or expiry that began before it |
 * | `revoked`, `rescinded`, `expired` | end |
 * | `voided` | as if it had never been, at every date |
 * | `not_enforced` | lawful status unchanged, but violations are not pursued; ends like a pause |
 * | `unsettled` | whether the provision is in force is not known to anyone while it lasts |
 * | `noted` | no effect (a stay refused, a notice printed); shown in the time line and in explanations |
 */
export const EVENT_KINDS = [
  'issued',
  'effective',
  'identified',
  'enjoined',
  'suspended',
  'revived',
  'revoked',
  'rescinded',
  'expired',
  'voided',
  'not_enforced',
  'unsettled',
  'noted',
] as const;
/** See {@link EVENT_KINDS}. */
export type EventKind = (typeof EVENT_KINDS)[number];

/** A point in time as the law states it. Bare dates follow the rulebook's zone. */
export type Moment =
  /** ISO 8601 with an offset. */
  | { readonly kind: 'instant'; readonly instant: string }
  /** `start`: 00:00:00 of that day; `end`: 23:59:59, the last second, which is inside. */
  | { readonly kind: 'date'; readonly date: string; readonly at: 'start' | 'end' }
  /** So many calendar units after the day on which another event happened; start or end of the resulting day. */
  | {
      readonly kind: 'after';
      readonly amount: number;
      readonly unit: CalendarUnit;
      readonly event: string;
      readonly at: 'start' | 'end';
    }
  /** Not before `earliest`, at `latest` for certain; in between nobody knows. */
  | { readonly kind: 'between'; readonly earliest: SharpMoment; readonly latest: SharpMoment };
/** A moment that is one point. */
export type SharpMoment = Exclude<Moment, { readonly kind: 'between' }>;
/** Calendar units for computed dates and duties. */
export type CalendarUnit = 'days' | 'months' | 'years';

/** Something that happens to instruments or provisions. */
export interface LegalEvent {
  readonly name: string;
  readonly kind: EventKind;
  /** Provisions and instruments touched; an instrument stands for all its provisions. */
  readonly touches: readonly string[];
  /**
   * The acting instrument, or a provision of it, cited for the effect; the effect lasts while it is in force.
   * Absent when a thing happens of itself.
   */
  readonly by?: string;
  /** When it happens. For `effective`: the moment from which the provisions apply. */
  readonly on: Moment;
  /**
   * When it was made known; the same moment as `on` when absent. An `effective` date without it stood in the text
   * from the issue on, as long as no other is known.
   */
  readonly known?: Moment;
  /** Retroactive reach: the effect begins at this moment although the event happens later. */
  readonly from?: Moment;
  /** A pause that ends by itself, after this moment (inclusive); then the provision revives, or lapses (`expired`). */
  readonly until?: { readonly moment: SharpMoment; readonly then: 'revives' | 'lapses' };
  /** The event counts only under this alternative of a reading. */
  readonly under?: { readonly reading: string; readonly alternative: string };
  readonly label?: LocalizedText;
  readonly support?: Support;
}
