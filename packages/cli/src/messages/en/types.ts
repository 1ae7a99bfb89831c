import type { TypeMessages } from '../contract.ts';

const NUMBERS = {
  integer: 'a whole number',
  decimal: 'a decimal number',
  fraction: 'a number or a fraction such as 1/3',
};

/** What may be given, in English. */
export const types: TypeMessages = {
  boolean: 'yes or no',
  oneOf: (values) => `one of ${values}`,
  number(kind, minimum, maximum) {
    if (minimum !== undefined && maximum !== undefined) return `${NUMBERS[kind]} from ${minimum} to ${maximum}`;
    if (minimum !== undefined) return `${NUMBERS[kind]}, at least ${minimum}`;
    return maximum === undefined ? NUMBERS[kind] : `${NUMBERS[kind]}, at most ${maximum}`;
  },
  date: 'a date such as 2020-09-20',
  instant: 'an instant with its offset, such as 2020-09-20T23:59-04:00',
  text: 'a text',
  country: 'a country code (ISO 3166-1) such as US or CN',
  several: (of) => `several, separated by commas; each ${of}`,
};
