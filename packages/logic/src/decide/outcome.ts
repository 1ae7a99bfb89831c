import type { MayProceed, SettledVerdict, Verdict } from '@proviso/model';

/** A set of verdicts as a bit mask: bit 0 prohibited, 1 restricted, 2 licensed, 3 exempt, 4 not_restricted. 0: none. */
export type VerdictMask = number;

/** The bits. */
export const PROHIBITED = 1;
export const RESTRICTED = 2;
export const LICENSED = 4;
export const EXEMPT = 8;
export const NOT_RESTRICTED = 16;
/** All verdicts that permit. */
export const PERMITTED = LICENSED | EXEMPT | NOT_RESTRICTED;

const NAMES: readonly SettledVerdict[] = ['prohibited', 'restricted', 'licensed', 'exempt', 'not_restricted'];

/** The verdicts in a mask, most severe first. */
export function verdictsIn(mask: VerdictMask): readonly SettledVerdict[] {
  return NAMES.filter((_, bit) => (mask & (1 << bit)) !== 0);
}

/** The bit of a verdict. */
export function maskOf(verdict: SettledVerdict): VerdictMask {
  return 1 << NAMES.indexOf(verdict);
}

/** The verdict of a set of possible verdicts: the one there is; of permitted ones the most cautious; else undetermined. */
export function verdictOf(mask: VerdictMask): Verdict {
  const verdicts = verdictsIn(mask);
  const first = verdicts[0];
  if (first === undefined) return 'undetermined';
  return verdicts.length === 1 || (mask & ~PERMITTED) === 0 ? first : 'undetermined';
}

/** The plain answer for a set of possible verdicts. */
export function mayProceedOf(mask: VerdictMask): MayProceed {
  if (mask === PROHIBITED) return 'no';
  if ((mask & PROHIBITED) !== 0 || mask === 0) return 'unknown';
  return (mask & RESTRICTED) !== 0 ? 'only_if' : 'yes';
}

/** A mask with all permitted verdicts taken as one: what `needs` asks about. */
export function collapse(mask: VerdictMask): VerdictMask {
  return (mask & PERMITTED) === 0 ? mask : (mask & ~PERMITTED) | LICENSED;
}
