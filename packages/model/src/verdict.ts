/** The verdicts of a determined answer, most severe first, and `undetermined`. */
export const VERDICTS = ['prohibited', 'restricted', 'licensed', 'exempt', 'not_restricted', 'undetermined'] as const;
/** See {@link VERDICTS}. */
export type Verdict = (typeof VERDICTS)[number];
/** A verdict that one completion of the unknowns can have. */
export type SettledVerdict = Exclude<Verdict, 'undetermined'>;

/** The plain answer for a person. */
export type MayProceed = 'yes' | 'no' | 'only_if' | 'unknown';
