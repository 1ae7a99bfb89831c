import {
  dayOf,
  enumerationsByName,
  formatDate,
  formatInstant,
  parseDate,
  parseInstant,
  readValue,
  type ScalarType,
  startOfDay,
  type Value,
  type ValueType,
} from '@proviso/model';
import { zoneTable } from '@proviso/model/zone-table';
import type { Choices } from '../../../logic/test/arbitrary/choices.ts';
import type { World } from '../../../logic/test/oracle/world.ts';
import type { StoredType } from '../../src/columns.ts';
import type { Cell } from './engine.ts';

/** The mark of a cell that is no value of its fact. */
export const BAD = 'bad cell';

/** The zone of clock times in tests. */
export const ZONE = zoneTable('America/New_York');

/** In what ways a fact of a type may be stored. */
export function storedFor(type: ValueType): readonly StoredType[] {
  switch (type.kind) {
    case 'boolean':
      return ['boolean', 'text', 'integer'];
    case 'integer':
      return ['text', 'integer', 'decimal', 'double'];
    case 'decimal':
    case 'fraction':
      return ['text', 'decimal', 'double', 'integer'];
    case 'date':
      return ['date', 'text', 'timestamp', 'instant'];
    case 'instant':
      return ['instant', 'text', 'timestamp'];
    case 'list':
    case 'set':
      return ['list', 'text'];
    default:
      return ['text'];
  }
}

/** A cell for a value; undefined where the column cannot hold it. */
export function cellOf(value: Value, stored: StoredType, choices: Choices): Cell | undefined {
  if (Array.isArray(value)) {
    const texts = (value as readonly (string | boolean)[]).map((item) => spelled(String(item), choices));
    if (stored === 'list') return texts;
    return texts.length === 0 ? undefined : texts.join(choices.pick([';', '; ', ' ;']));
  }
  const text = String(value);
  switch (stored) {
    case 'text':
      return spelled(text, choices);
    case 'boolean':
      return text;
    case 'integer':
      if (text === 'true' || text === 'false') return text === 'true' ? '1' : '0';
      return /^-?\d+$/.test(text) ? text : undefined;
    case 'decimal':
    case 'double':
      return text.includes('/') ? undefined : text;
    case 'instant':
      return isDay(text) ? momentOn(text, choices) : text;
    case 'timestamp':
      if (isDay(text)) return `${text} ${choices.pick(['00:00:00', '12:34:56', '23:59:59', '23:59:59.999'])}`;
      return formatInstant(ZONE, parseInstant(text) ?? 0)
        .slice(0, 19)
        .replace('T', ' ');
    default:
      return text;
  }
}

function isDay(text: string): boolean {
  return parseDate(text) !== undefined;
}

/** An instant on a day in the zone of tests: its first, its last, or one between. */
function momentOn(text: string, choices: Choices): string {
  const day = parseDate(text) ?? 0;
  const first = startOfDay(ZONE, day);
  const instant = choices.pick([first, first + 45_296_000, startOfDay(ZONE, day + 1) - 1]);
  return new Date(instant).toISOString();
}

function spelled(text: string, choices: Choices): string {
  const isTruth = text === 'true' || text === 'false';
  const said = isTruth && choices.chance(40) ? (text === 'true' ? 'Yes' : 'NO') : text;
  const number = /^\d+$/.test(said) && choices.chance(20) ? choices.pick([`+${said}`, `0${said}`, `${said}.0`]) : said;
  return choices.chance(10) ? ` ${number}  ` : number;
}

const ODD: Readonly<Record<StoredType, readonly string[]>> = {
  text: [
    'nonsense',
    'TRUE!',
    '1e2',
    '5.',
    '.5',
    '--1',
    'NaN',
    '١',
    '2020-02-30',
    '2021-02-29',
    '2020-9-1',
    '2020-06-01T12:00:00',
    '2020-06-01T24:00:00Z',
    '2020-06-01T12:00:00+19:00',
    'US;',
    ';',
    '0.1234567890123456789',
    '123456789012345678901',
    '1/0',
    '2/4',
    '-7',
    'it\'s; "quoted"',
    'TRUE',
    'x\ny',
    'ZZ',
  ],
  boolean: [],
  integer: ['-1', '7', '99999999', '4611686018427387904'],
  decimal: ['-0.5', '100.0000000001', '0.3333333333', '99999999999'],
  double: [
    '0.30000000000000004',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e17',
    '-0.5',
    '1e-7',
    '123456.789',
    '9007199254740991',
  ],
  date: ['0050-01-01', '9999-12-31'],
  timestamp: ['0050-01-01 00:00:00'],
  instant: ['2020-06-01 12:00:00.0005+00'],
  list: [],
  other: [],
};

/** A cell that is often no value of a type. */
export function oddCell(stored: StoredType, choices: Choices): Cell | undefined {
  if (stored === 'list') return choices.times(choices.between(0, 2), () => choices.pick([...ODD.text, null]));
  return choices.maybe(ODD[stored]);
}

/** What a library that reads texts says of a cell: a value, nothing, or that it is no value of the type. */
export function meant(
  world: World,
  type: ValueType,
  stored: StoredType,
  cell: Cell,
  byLibrary: boolean,
): Value | null | typeof BAD {
  if (cell === null) return null;
  if (typeof cell !== 'string') return meantOfList(world, type, cell, false);
  const text = trimmed(cell);
  if (stored === 'text' && text === '') return null;
  if (type.kind === 'list' || type.kind === 'set') return meantOfList(world, type, text.split(';'), true);
  return meantOfScalar(world, type, stored, text, byLibrary);
}

function meantOfList(
  world: World,
  type: ValueType,
  items: readonly (string | null)[],
  isText: boolean,
): Value | typeof BAD {
  if (type.kind !== 'list' && type.kind !== 'set') return BAD;
  const values: (string | boolean)[] = [];
  for (const item of items) {
    if (item === null || (isText && trimmed(item) === '')) return BAD;
    const value = meantOfScalar(world, type.of, 'text', trimmed(item), false);
    if (value === BAD || value === null || typeof value === 'object') return BAD;
    if (type.kind === 'list' || !values.includes(value)) values.push(value);
  }
  return values;
}

function meantOfScalar(
  world: World,
  type: ScalarType,
  stored: StoredType,
  text: string,
  byLibrary: boolean,
): Value | null | typeof BAD {
  const raw = rawOf(type, stored, text, byLibrary);
  if (raw === undefined) return BAD;
  const read = readValue(type, raw, enumerationsByName(world.declarations));
  return read.ok ? read.value : BAD;
}

/** What would be read from JSON; undefined for what no SQL reads. */
function rawOf(type: ScalarType, stored: StoredType, text: string, byLibrary: boolean): unknown {
  switch (type.kind) {
    case 'boolean':
      if (stored === 'integer') return text === '1' ? true : text === '0' ? false : 'no boolean';
      return text.toLowerCase();
    case 'integer':
    case 'decimal':
    case 'fraction':
      if (stored === 'double') return Number(text);
      return stored !== 'text' || byLibrary || /^[+-]?\d{1,20}(\.\d{1,18})?$/.test(text) ? text : undefined;
    case 'date':
      if (stored === 'timestamp') return text.slice(0, 10);
      if (stored === 'instant') return dayOfInstant(text);
      return text;
    case 'instant':
      if (stored === 'text') return text;
      if (text.startsWith('0050')) return 'no instant';
      if (stored === 'timestamp') return localInstant(text);
      // Half a millisecond after a constant is after it, as the next millisecond is.
      return text.endsWith('.0005+00') ? `${text.slice(0, 10)}T${text.slice(11, 19)}.001Z` : text;
    default:
      return text;
  }
}

function dayOfInstant(text: string): string {
  return formatDate(dayOf(ZONE, Date.parse(text.replace(/\.0005\+00$/, 'Z').replace(' ', 'T'))));
}

function localInstant(clock: string): string {
  const local = Date.parse(`${clock.replace(' ', 'T')}Z`);
  const offsets = [4, 5].map((hours) => local + hours * 3_600_000);
  const meant = offsets.find((instant) => formatInstant(ZONE, instant).startsWith(clock.replace(' ', 'T')));
  return formatInstant(ZONE, meant ?? 0);
}

function trimmed(text: string): string {
  return text.replace(/^ +| +$/g, '');
}
