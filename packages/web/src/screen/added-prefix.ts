/** What stands before the names of the added columns. */
export interface AddedPrefix {
  readonly text: string;
  /** Whether a person typed it; else it was proposed, for the columns that the file then had. */
  readonly typed: boolean;
}

/** None. */
export const NO_PREFIX: AddedPrefix = { text: '', typed: false };

/** A prefix to propose where names clash: another than the one with which they do. */
export function proposedPrefix(clashing: string): string {
  const before = /^new(\d*)_$/.exec(clashing);
  return before === null ? 'new_' : `new${Number(before[1] || '1') + 1}_`;
}

/** The prefix to go on with when the file is read otherwise and so may have other columns: what was only proposed falls away. */
export function prefixAnew(prefix: AddedPrefix): AddedPrefix {
  return prefix.typed ? prefix : NO_PREFIX;
}
