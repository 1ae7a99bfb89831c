export { type Against, COMPARED_COLUMNS, COMPARED_LISTS, Comparing } from './comparing.ts';
export type * from './contract.ts';
export { type InPlaceOptions, type InPlaceResult, screenInPlace } from './in-place.ts';
export { openScreening } from './open-screening.ts';
export type { Counted } from './prepare.ts';
export { factsOfRow } from './row-facts.ts';
export { Screening } from './screening.ts';
