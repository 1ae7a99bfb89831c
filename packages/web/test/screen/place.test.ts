import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BINS, type Filter, type Place, readPlace, writePlace } from '../../src/screen/place.ts';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const count = fc.integer({ min: 1, max: 999_999_999 });
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constantFrom('all' as const, 'changed' as const) }),
  fc.record({ kind: fc.constant('bin' as const), bin: fc.constantFrom(...BINS) }),
  fc.record({ kind: fc.constant('question' as const), question: count }),
  fc.record({ kind: fc.constant('provision' as const), provision: text }),
);
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ kind: fc.constant('start' as const) }),
  fc.record({ kind: fc.constant('prepare' as const), upload: text, name: fc.string() }),
  fc.record({ kind: fc.constant('screening' as const), id: text }),
  fc.record({ kind: fc.constant('rows' as const), id: text, filter, at: count }),
  fc.record({ kind: fc.constant('row' as const), id: text, filter, at: count, row: count }),
);

it('an address brings back the place that it was made of', () => {
  fc.assert(
    fc.property(place, (one) => {
      expect(readPlace(`#${writePlace(one)}`)).toEqual(one);
    }),
  );
});

it.each(['', '#', '#start', '#at=3', '#show=all', '#row=1'])('%s is the beginning', (hash) => {
  expect(readPlace(hash)).toEqual({ kind: 'start' });
});

it.each(['#screening=a&show=nothing', '#screening=a&row=3', '#screening=a&show=provision'])(
  '%s is a screening',
  (hash) => {
    expect(readPlace(hash)).toEqual({ kind: 'screening', id: 'a' });
  },
);

it('places and rows that are no numbers are left out', () => {
  const rows = { kind: 'rows', id: 'a', filter: { kind: 'all' }, at: 1 };
  expect(readPlace('#screening=a&show=all&at=-2&row=x')).toEqual(rows);
  expect(readPlace('#screening=a&show=all&at=0&row=1.5')).toEqual(rows);
});
