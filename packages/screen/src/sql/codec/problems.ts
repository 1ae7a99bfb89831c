import type { Said } from '@proviso/model';
import type { MappedFact, StoredType } from '../../columns.ts';
import { ScreenError } from '../../errors.ts';

const STORED: Readonly<Record<StoredType, string>> = {
  text: 'texts',
  boolean: 'truth values',
  integer: 'whole numbers',
  decimal: 'decimal numbers',
  double: 'binary floating point numbers',
  date: 'dates',
  timestamp: 'clock times without a zone',
  instant: 'instants',
  list: 'lists of texts',
  other: 'structures, binary data or intervals',
};

/** The error for a column whose kind of cells cannot give a fact of a type. */
export function wrongType(column: string, stored: StoredType, fact: string, wanted: string, hint: string): ScreenError {
  return new ScreenError(
    'wrong_type',
    `the column ${JSON.stringify(column)} holds ${STORED[stored]}, but ${fact} is ${wanted}`,
    { where: column, hint, values: { column, stored, fact, wanted } },
  );
}

/** The error for a column of clock times without a zone. */
export function noZone(column: string, fact: string): ScreenError {
  return new ScreenError(
    'no_zone',
    `the column ${JSON.stringify(column)} holds clock times without a zone, so ${fact} cannot be told from it`,
    { where: column, hint: 'name the zone of the column, such as America/New_York', values: { column, fact } },
  );
}

/** The error for a column of instants of which the day is wanted. */
export function noDayZone(column: string, fact: string): ScreenError {
  return new ScreenError(
    'no_zone',
    `the column ${JSON.stringify(column)} holds instants, whose day depends on the zone, so ${fact} cannot be told from it`,
    { where: column, hint: 'name the zone of the column, such as America/New_York', values: { column, fact } },
  );
}

/** The error for a zone that does not exist. */
export function unknownZone(column: string, zone: string): ScreenError {
  return new ScreenError('no_zone', `there is no time zone ${zone}`, {
    where: column,
    hint: 'an IANA name such as America/New_York or Asia/Shanghai',
    values: { column, zone },
  });
}

/** The error for a word that stands for something that is not a value of the fact's type. */
export function unknownValue({ column, fact }: MappedFact, word: string, value: string, expected: Said): ScreenError {
  return new ScreenError(
    'unknown_value',
    `in the column ${JSON.stringify(column)} ${JSON.stringify(word)} is to stand for ${JSON.stringify(value)}, which is not a value of ${fact}`,
    {
      where: column,
      hint: expected.en,
      values: { column, fact, word, value, expected: expected.en, expectedZh: expected.zh },
    },
  );
}
