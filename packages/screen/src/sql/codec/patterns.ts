const YEAR = '(0[1-9][0-9]{2}|[1-9][0-9]{3})';
const LEAP_YEAR = '(([1-9][0-9]|0[1-9])(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)';
const DAY_OF_YEAR =
  '((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))';

/** Texts that are dates which exist, from year 100 on. */
export const DATE_PATTERN = `(${YEAR}-${DAY_OF_YEAR}|${LEAP_YEAR}-02-29)`;

/** Texts that are instants with an offset, on dates which exist. */
export const INSTANT_PATTERN = `${DATE_PATTERN}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,3})?)?(Z|[+-](0[0-9]|1[0-8]):[0-5][0-9])`;

/** Texts that are decimals which our exact type holds. */
export const NUMBER_PATTERN = '[+-]?[0-9]{1,20}([.][0-9]{1,18})?';
