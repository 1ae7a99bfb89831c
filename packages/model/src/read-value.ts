import { COUNTRIES } from './countries.ts';
import { compareRational, formatRational, parseRational } from './rational.ts';
import type { NumberType, ScalarType, ScalarValue, Value, ValueType } from './types.ts';
import type { Enumeration } from './vocabulary.ts';
import { parseDate, parseInstant } from './zone.ts';

/** A value read, or why not: `problem` says what is wrong, `expected` what would be right, both in plain English. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string; readonly expected: string };

/**
 * Reads a value from JSON (or from a command line, where everything is text) and puts it in canonical form.
 * Numbers may be JSON numbers or exact text (`"14.36"`, `"1/3"`); a JSON number that binary floating point cannot hold
 * to its last digit is refused, so that nothing is rounded in silence. `yes`/`no` are accepted for booleans given as text.
 */
export function readValue(
  type: ValueType,
  raw: unknown,
  enumerations: ReadonlyMap<string, Enumeration>,
): ReadResult<Value> {
  if (type.kind !== 'list' && type.kind !== 'set') return readScalar(type, raw, enumerations);
  if (!Array.isArray(raw)) return wrong(raw, `a list, such as ["..."]`);
  const values: ScalarValue[] = [];
  for (const [index, element] of raw.entries()) {
    const read = readScalar(type.of, element, enumerations);
    if (!read.ok) return { ...read, problem: `element ${index + 1}: ${read.problem}` };
    if (type.kind === 'set' && values.includes(read.value)) continue;
    values.push(read.value);
  }
  if (type.kind === 'set') values.sort();
  return { ok: true, value: values };
}

/** Reads a single value, see {@link readValue}. */
export function readScalar(
  type: ScalarType,
  raw: unknown,
  enumerations: ReadonlyMap<string, Enumeration>,
): ReadResult<ScalarValue> {
  switch (type.kind) {
    case 'boolean':
      return readBoolean(raw);
    case 'enumeration':
      return readEnumeration(type.enumeration, raw, enumerations);
    case 'integer':
    case 'decimal':
    case 'fraction':
      return readNumber(type, raw);
    case 'date':
      if (typeof raw !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(raw)) return wrong(raw, 'a date such as 2020-09-20');
      if (parseDate(raw) === undefined)
        return { ok: false, problem: `there is no day ${raw}`, expected: 'a date that exists' };
      return { ok: true, value: raw };
    case 'instant':
      return readInstant(raw);
    case 'text':
      return typeof raw === 'string' ? { ok: true, value: raw } : wrong(raw, 'a text');
    case 'country':
      if (typeof raw === 'string' && COUNTRIES.has(raw)) return { ok: true, value: raw };
      return wrong(raw, 'an ISO 3166-1 alpha-2 code such as US or CN');
  }
}

function readBoolean(raw: unknown): ReadResult<boolean> {
  if (typeof raw === 'boolean') return { ok: true, value: raw };
  if (raw === 'true' || raw === 'yes') return { ok: true, value: true };
  if (raw === 'false' || raw === 'no') return { ok: true, value: false };
  return wrong(raw, 'true or false');
}

function readEnumeration(
  name: string,
  raw: unknown,
  enumerations: ReadonlyMap<string, Enumeration>,
): ReadResult<string> {
  const names = enumerations.get(name)?.values.map((value) => value.name) ?? [];
  if (typeof raw === 'string' && names.includes(raw)) return { ok: true, value: raw };
  const near = typeof raw === 'string' ? nearest(raw, names) : undefined;
  return wrong(raw, `one of ${names.join(', ')}${near === undefined ? '' : ` (did you mean ${near}?)`}`);
}

function readNumber(type: NumberType, raw: unknown): ReadResult<string> {
  const expected = `${type.kind === 'integer' ? 'a whole number' : type.kind === 'decimal' ? 'a decimal number' : 'a number or a fraction such as 1/3'}${bounds(type)}`;
  let text: string;
  if (typeof raw === 'number') {
    if (!Number.isFinite(raw)) return wrong(raw, expected);
    if (Number.isInteger(raw) ? !Number.isSafeInteger(raw) : significantDigits(raw) > 15)
      return {
        ok: false,
        problem: `${raw} has more digits than a JSON number holds exactly`,
        expected: 'the number as text, in quotes',
      };
    text = plainDecimal(raw);
  } else if (typeof raw === 'string' && raw.length <= 200) text = raw;
  else return wrong(raw, expected);
  const value = parseRational(text);
  if (value === undefined) return wrong(raw, expected);
  const canonical = formatRational(value);
  if (type.kind === 'integer' && value.d !== 1n) return wrong(raw, expected);
  if (type.kind === 'decimal' && canonical.includes('/')) return wrong(raw, expected);
  const minimum = type.minimum === undefined ? undefined : parseRational(type.minimum);
  const maximum = type.maximum === undefined ? undefined : parseRational(type.maximum);
  if (minimum !== undefined && compareRational(value, minimum) < 0) return wrong(raw, expected);
  if (maximum !== undefined && compareRational(value, maximum) > 0) return wrong(raw, expected);
  return { ok: true, value: canonical };
}

function significantDigits(value: number): number {
  const [mantissa = ''] = String(value).split('e');
  return mantissa.replace(/[-.]/g, '').replace(/^0+/, '').length;
}

/** The number as JavaScript prints it, without an exponent: `1.5e-7` as `0.00000015`. */
function plainDecimal(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const places = fraction.length - Number(exponent);
  const digits = (whole + fraction).padStart(places + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function bounds(type: NumberType): string {
  if (type.minimum !== undefined && type.maximum !== undefined) return ` from ${type.minimum} to ${type.maximum}`;
  if (type.minimum !== undefined) return `, at least ${type.minimum}`;
  if (type.maximum !== undefined) return `, at most ${type.maximum}`;
  return '';
}

function readInstant(raw: unknown): ReadResult<string> {
  const expected = 'an instant with its offset, such as 2020-09-20T23:59:00-04:00';
  if (typeof raw !== 'string') return wrong(raw, expected);
  if (parseInstant(raw) !== undefined) return { ok: true, value: raw };
  if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.test(raw))
    return { ok: false, problem: `${raw} has no time zone`, expected };
  return wrong(raw, expected);
}

function wrong(raw: unknown, expected: string): { ok: false; problem: string; expected: string } {
  return { ok: false, problem: `${show(raw)} is not allowed here`, expected };
}

function show(raw: unknown): string {
  const text = raw === undefined ? 'nothing' : (JSON.stringify(raw) ?? String(raw));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/**
 * The name most like the one given, if it is near enough to be a slip (edit distance at most a third of its length; two
 * neighbouring letters that changed places are one slip).
 */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return bestDistance <= Math.max(1, Math.floor(name.length / 3)) ? best : undefined;
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 20) return 99;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j] ?? 0, (beforePrevious[j - 2] ?? 0) + 1);
    }
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
