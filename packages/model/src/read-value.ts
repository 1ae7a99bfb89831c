import { COUNTRIES } from './countries.ts';
import { compareRational, formatRational, parseRational } from './rational.ts';
import type { Said } from './said.ts';
import type { NumberType, ScalarType, ScalarValue, Value, ValueType } from './types.ts';
import type { Enumeration } from './vocabulary.ts';
import { parseDate, parseInstant } from './zone.ts';

/** Why a value cannot be read, in one language. */
export interface Unreadable {
  /** What is wrong. */
  readonly problem: string;
  /** What would be right. */
  readonly expected: string;
}

/** A value read, or why not: in plain English, and the same in Chinese. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | ({ readonly ok: false; readonly zh: Unreadable } & Unreadable);

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
  if (!Array.isArray(raw)) return wrong(raw, { en: 'a list, such as ["..."]', zh: '列表，例如 ["..."]' });
  const values: ScalarValue[] = [];
  for (const [index, element] of raw.entries()) {
    const read = readScalar(type.of, element, enumerations);
    if (!read.ok) return inElement(read, index + 1);
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
      if (typeof raw !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(raw))
        return wrong(raw, { en: 'a date such as 2020-09-20', zh: '日期，例如 2020-09-20' });
      if (parseDate(raw) === undefined)
        return unreadable(
          { en: `there is no day ${raw}`, zh: `${raw} 这一天不存在` },
          { en: 'a date that exists', zh: '存在的日期' },
        );
      return { ok: true, value: raw };
    case 'instant':
      return readInstant(raw);
    case 'text':
      return typeof raw === 'string' ? { ok: true, value: raw } : wrong(raw, { en: 'a text', zh: '文本' });
    case 'country':
      if (typeof raw === 'string' && COUNTRIES.has(raw)) return { ok: true, value: raw };
      return wrong(raw, {
        en: 'an ISO 3166-1 alpha-2 code such as US or CN',
        zh: 'ISO 3166-1 两位字母代码，例如 US 或 CN',
      });
  }
}

function readBoolean(raw: unknown): ReadResult<boolean> {
  if (typeof raw === 'boolean') return { ok: true, value: raw };
  if (raw === 'true' || raw === 'yes') return { ok: true, value: true };
  if (raw === 'false' || raw === 'no') return { ok: true, value: false };
  return wrong(raw, { en: 'true or false', zh: 'true（是）或 false（否）' });
}

function readEnumeration(
  name: string,
  raw: unknown,
  enumerations: ReadonlyMap<string, Enumeration>,
): ReadResult<string> {
  const names = enumerations.get(name)?.values.map((value) => value.name) ?? [];
  if (typeof raw === 'string' && names.includes(raw)) return { ok: true, value: raw };
  const near = typeof raw === 'string' ? nearest(raw, names) : undefined;
  return wrong(raw, {
    en: `one of ${names.join(', ')}${near === undefined ? '' : ` (did you mean ${near}?)`}`,
    zh: `下列之一：${names.join('、')}${near === undefined ? '' : `（您是否想写 ${near}？）`}`,
  });
}

function readNumber(type: NumberType, raw: unknown): ReadResult<string> {
  const expected = numberOf(type);
  let text: string;
  if (typeof raw === 'number') {
    if (!Number.isFinite(raw)) return wrong(raw, expected);
    if (Number.isInteger(raw) ? !Number.isSafeInteger(raw) : significantDigits(raw) > 15)
      return unreadable(
        {
          en: `${raw} has more digits than a JSON number holds exactly`,
          zh: `${raw} 的位数超出 JSON 数字可精确表示的范围`,
        },
        { en: 'the number as text, in quotes', zh: '写成带引号文本的数字' },
      );
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

const NUMBERS: Readonly<Record<NumberType['kind'], Said>> = {
  integer: { en: 'a whole number', zh: '整数' },
  decimal: { en: 'a decimal number', zh: '小数' },
  fraction: { en: 'a number or a fraction such as 1/3', zh: '数字或分数（例如 1/3）' },
};

/** A kind of number within its bounds, in words. */
function numberOf({ kind, minimum, maximum }: NumberType): Said {
  const { en, zh } = NUMBERS[kind];
  if (minimum !== undefined && maximum !== undefined)
    return { en: `${en} from ${minimum} to ${maximum}`, zh: `${minimum} 至 ${maximum} 的${zh}` };
  if (minimum !== undefined) return { en: `${en}, at least ${minimum}`, zh: `不小于 ${minimum} 的${zh}` };
  return maximum === undefined ? { en, zh } : { en: `${en}, at most ${maximum}`, zh: `不大于 ${maximum} 的${zh}` };
}

function readInstant(raw: unknown): ReadResult<string> {
  const expected = {
    en: 'an instant with its offset, such as 2020-09-20T23:59:00-04:00',
    zh: '带时区偏移的时刻，例如 2020-09-20T23:59:00-04:00',
  };
  if (typeof raw !== 'string') return wrong(raw, expected);
  if (parseInstant(raw) !== undefined) return { ok: true, value: raw };
  if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.test(raw))
    return unreadable({ en: `${raw} has no time zone`, zh: `${raw} 没有时区` }, expected);
  return wrong(raw, expected);
}

type Failed = Extract<ReadResult<never>, { ok: false }>;

function wrong(raw: unknown, expected: Said): Failed {
  const shown = show(raw);
  return unreadable({ en: `${shown ?? 'nothing'} is not allowed here`, zh: `此处不能是${shown ?? '空缺'}` }, expected);
}

function unreadable(problem: Said, expected: Said): Failed {
  return { ok: false, problem: problem.en, expected: expected.en, zh: { problem: problem.zh, expected: expected.zh } };
}

function inElement({ problem, expected, zh }: Failed, number: number): Failed {
  return unreadable(
    { en: `element ${number}: ${problem}`, zh: `第 ${number} 项：${zh.problem}` },
    { en: expected, zh: zh.expected },
  );
}

/** What was given, as JSON; undefined for nothing. */
function show(raw: unknown): string | undefined {
  if (raw === undefined) return undefined;
  const text = JSON.stringify(raw) ?? String(raw);
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
