import type { ScalarType, ValueType } from '@proviso/model';

/** A type in plain English, for messages. */
export function typeWords(type: ValueType): string {
  if (type.kind === 'list' || type.kind === 'set') return `a ${type.kind} of ${NAMES[type.of.kind]}`;
  return ONE[type.kind];
}

const ONE: Readonly<Record<ScalarType['kind'], string>> = {
  boolean: 'true or false',
  enumeration: 'one of a list of names',
  integer: 'a whole number',
  decimal: 'a decimal number',
  fraction: 'a number',
  date: 'a date',
  instant: 'an instant',
  text: 'a text',
  country: 'a country code',
};

const NAMES: Readonly<Record<ScalarType['kind'], string>> = {
  boolean: 'truth values',
  enumeration: 'names',
  integer: 'whole numbers',
  decimal: 'decimal numbers',
  fraction: 'numbers',
  date: 'dates',
  instant: 'instants',
  text: 'texts',
  country: 'country codes',
};
