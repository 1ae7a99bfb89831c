/** Names of inner columns. All start with `proviso_`, as no column of an input may. */
export const STATE = 'proviso_state';
/** The label id of a row's outcome. */
export const OUTCOME = 'proviso_outcome';
/** What a row says to the charts, in one number. */
export const KEY = 'proviso_key';
/** The numbers of the amount column, beside {@link KEY}. */
export const AMOUNT = 'proviso_amount';
/** How the row's own date is called among bad cells. */
export const AS_OF = 'as_of';

/** The label id of one of several charts. */
export function chartColumn(kind: 'provisions' | 'needs' | 'reach', index: number): string {
  return `proviso_${kind}_${index + 1}`;
}

/** The place of a pack of codes. */
export function packColumn(index: number): string {
  return `proviso_pack_${index + 1}`;
}
