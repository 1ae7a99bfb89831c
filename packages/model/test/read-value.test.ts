import { type Enumeration, nearest, readValue, type ValueType } from '@proviso/model';
import { describe, expect, it } from 'vitest';

const RISK: Enumeration = { name: 'risk', inline: false, values: [{ name: 'low' }, { name: 'high' }] };
const ENUMERATIONS = new Map([['risk', RISK]]);

function read(type: ValueType, raw: unknown): unknown {
  const result = readValue(type, raw, ENUMERATIONS);
  if (!result.ok) throw new Error(`${result.problem}; ${result.expected}`);
  return result.value;
}
function refusal(type: ValueType, raw: unknown): string {
  const result = readValue(type, raw, ENUMERATIONS);
  if (result.ok) throw new Error(`read as ${JSON.stringify(result.value)}`);
  return `${result.problem}; ${result.expected}`;
}

const PERCENT: ValueType = { kind: 'decimal', minimum: '0', maximum: '100' };
const RISKS = { kind: 'enumeration', enumeration: 'risk' } as const;

describe('values read', () => {
  it.each<[string, ValueType, unknown, unknown]>([
    ['boolean', { kind: 'boolean' }, true, true],
    ['boolean as text', { kind: 'boolean' }, 'no', false],
    ['boolean as text', { kind: 'boolean' }, 'true', true],
    ['enumeration', RISKS, 'low', 'low'],
    ['integer', { kind: 'integer' }, -12, '-12'],
    ['integer as text', { kind: 'integer' }, '+0012', '12'],
    ['integer that is written with decimals', { kind: 'integer' }, '12.0', '12'],
    ['decimal', PERCENT, 14.36, '14.36'],
    ['decimal at its bounds', PERCENT, 100, '100'],
    ['decimal as a fraction that ends', PERCENT, '1/8', '0.125'],
    ['very small decimal', PERCENT, 1.5e-7, '0.00000015'],
    ['very small decimal with many digits', PERCENT, 1.23456789012345e-7, '0.000000123456789012345'],
    ['negative very small decimal', { kind: 'decimal' }, -1e-30, `-0.${'0'.repeat(29)}1`],
    ['small decimal with leading zeros', PERCENT, 0.00000123456789012, '0.00000123456789012'],
    ['fraction', { kind: 'fraction' }, '2/6', '1/3'],
    ['fraction as a number', { kind: 'fraction' }, 0.5, '0.5'],
    ['date', { kind: 'date' }, '2020-02-29', '2020-02-29'],
    ['instant', { kind: 'instant' }, '2020-09-20T23:59-04:00', '2020-09-20T23:59-04:00'],
    ['text', { kind: 'text' }, '', ''],
    ['country', { kind: 'country' }, 'CN', 'CN'],
    ['list in its order, with repeats', { kind: 'list', of: RISKS }, ['low', 'high', 'low'], ['low', 'high', 'low']],
    ['set in order, without repeats', { kind: 'set', of: RISKS }, ['low', 'high', 'low'], ['high', 'low']],
    ['set of equal numbers', { kind: 'set', of: { kind: 'decimal' } }, [1, '1.0', '2/2'], ['1']],
    ['empty list', { kind: 'list', of: RISKS }, [], []],
  ])('%s', (_, type, raw, value) => {
    expect(read(type, raw)).toEqual(value);
  });
});

describe('values refused', () => {
  it.each<[string, ValueType, unknown, RegExp]>([
    ['a word for a boolean', { kind: 'boolean' }, 'maybe', /"maybe".*true or false/],
    ['a number for a boolean', { kind: 'boolean' }, 1, /true or false/],
    ['null', { kind: 'boolean' }, null, /null/],
    ['nothing', { kind: 'text' }, undefined, /nothing/],
    ['a slip in an enumeration', RISKS, 'hig', /one of low, high \(did you mean high\?\)/],
    ['another value', RISKS, 'medium', /; one of low, high/],
    ['a number with a rest for an integer', { kind: 'integer' }, 1.5, /a whole number/],
    ['an integer beyond what JSON holds', { kind: 'integer' }, 2 ** 53, /more digits.*in quotes/],
    ['a decimal with more digits than JSON holds', PERCENT, 0.1 + 0.2, /more digits.*in quotes/],
    ['a fraction for a decimal', PERCENT, '1/3', /a decimal number from 0 to 100/],
    ['below the minimum', PERCENT, -0.01, /from 0 to 100/],
    ['above the maximum', PERCENT, '100.0000000000000000001', /from 0 to 100/],
    ['not a number', { kind: 'fraction' }, Number.NaN, /a number or a fraction such as 1\/3/],
    ['infinite', { kind: 'decimal' }, Number.POSITIVE_INFINITY, /a decimal number/],
    ['an exponent as text', { kind: 'decimal' }, '1e3', /a decimal number/],
    ['division by zero', { kind: 'fraction' }, '1/0', /a number or a fraction/],
    ['a very long number', { kind: 'integer' }, '9'.repeat(201), /a whole number/],
    ['a day that does not exist', { kind: 'date' }, '2021-02-29', /there is no day 2021-02-29/],
    ['a date in words', { kind: 'date' }, '20 Sep 2020', /a date such as 2020-09-20/],
    ['an instant without an offset', { kind: 'instant' }, '2020-09-20T23:59', /no time zone/],
    ['a date for an instant', { kind: 'instant' }, '2020-09-20', /no time zone/],
    ['an hour that does not exist', { kind: 'instant' }, '2020-09-20T24:00Z', /an instant with its offset/],
    ['a number for a text', { kind: 'text' }, 5, /a text/],
    ['a country in lower case', { kind: 'country' }, 'us', /ISO 3166-1/],
    ['a country that is none', { kind: 'country' }, 'XX', /ISO 3166-1/],
    ['a single value for a list', { kind: 'list', of: RISKS }, 'low', /a list/],
    ['a bad element', { kind: 'set', of: RISKS }, ['low', 'none'], /element 2: "none"/],
    ['an object', { kind: 'text' }, { a: 1 }, /\{"a":1\}/],
  ])('%s', (_, type, raw, message) => {
    expect(refusal(type, raw)).toMatch(message);
  });

  it('names the side that is bounded', () => {
    expect(refusal({ kind: 'integer', minimum: '0' }, -1)).toContain('a whole number, at least 0');
    expect(refusal({ kind: 'integer', maximum: '9' }, 10)).toContain('a whole number, at most 9');
  });

  it('shortens what is long', () => {
    expect(refusal({ kind: 'date' }, 'x'.repeat(500)).length).toBeLessThan(140);
  });
});

describe('the nearest name', () => {
  it('is one that a slip leads to', () => {
    expect(nearest('teritory', ['territory', 'activity'])).toBe('territory');
    expect(nearest('Territory', ['territory'])).toBe('territory');
    expect(nearest('lable', ['label', 'table2'])).toBe('label');
    expect(nearest('ab', ['ba'])).toBe('ba');
    expect(nearest('colour', ['territory', 'activity'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });
});
