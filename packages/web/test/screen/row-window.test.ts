import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/screen/row-columns.ts';
import {
  heightOf,
  type RowSpace,
  rowAfterKey,
  scrolled,
  scrollFor,
  seen,
  showing,
  TALLEST,
  there,
  within,
} from '../../src/screen/row-window.ts';

const space: fc.Arbitrary<RowSpace> = fc.record({
  count: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 100_000, max: 50_000_000 })),
  row: fc.integer({ min: 20, max: 80 }),
  view: fc.integer({ min: 100, max: 1500 }),
});
const spaceWithRow = space.chain((one) => fc.tuple(fc.constant(one), fc.integer({ min: 0, max: one.count - 1 })));
const MILLION: RowSpace = { count: 1_000_000, row: 38, view: 608 };

describe('a window over rows', () => {
  it('is never taller than browsers take, and reaches every row', () => {
    fc.assert(
      fc.property(spaceWithRow, ([one, index]) => {
        expect(heightOf(one)).toBeLessThanOrEqual(TALLEST);
        const offset = within(one, index * one.row);
        const scroll = scrollFor(one, offset);
        expect(scroll).toBeGreaterThanOrEqual(0);
        expect(scroll).toBeLessThanOrEqual(Math.max(0, heightOf(one) - one.view));
        const { from, until } = there(one, offset);
        expect(index).toBeGreaterThanOrEqual(from);
        expect(index).toBeLessThan(until);
        expect(until - from).toBeLessThanOrEqual(Math.ceil(one.view / one.row) + 26);
      }),
    );
  });

  it('has its first row at one end of the scroll bar and its last at the other', () => {
    fc.assert(
      fc.property(space, fc.integer({ min: 0, max: TALLEST }), (one, from) => {
        const before = { offset: within(one, from), scroll: scrollFor(one, from) };
        expect(seen(one, scrolled(one, before, 0).offset).first).toBe(0);
        const end = Math.max(0, heightOf(one) - one.view);
        expect(seen(one, scrolled(one, before, end).offset).last).toBe(one.count - 1);
      }),
    );
  });

  it('moves by pixels over a short way and in proportion over a long one, where it is scaled', () => {
    const middle = { offset: 19_000_000, scroll: scrollFor(MILLION, 19_000_000) };
    expect(scrolled(MILLION, middle, middle.scroll + 100).offset).toBe(19_000_100);
    expect(scrolled(MILLION, middle, middle.scroll - 608).offset).toBe(18_999_392);
    const far = scrolled(MILLION, middle, 2_000_000).offset;
    expect(scrollFor(MILLION, far)).toBeCloseTo(2_000_000, 3);
    expect(far).toBeGreaterThan(9_000_000);
  });

  it('moves no further than it must to show a row', () => {
    fc.assert(
      fc.property(spaceWithRow, fc.nat(), ([one, index], from) => {
        fc.pre(one.view >= 2 * one.row);
        const offset = within(one, from);
        const next = showing(one, offset, index);
        const { first, last } = seen(one, next);
        expect(index).toBeGreaterThanOrEqual(first);
        expect(index).toBeLessThanOrEqual(last);
        const before = seen(one, offset);
        if (index >= before.first && index <= before.last) expect(next).toBe(offset);
      }),
    );
  });

  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 20],
    ['PageUp', 5, 0],
    ['Home', 500_000, 0],
    ['End', 5, 999_999],
    ['ArrowDown', 999_999, 999_999],
    ['ArrowRight', 5, undefined],
    ['toString', 5, undefined],
  ])('%s leads from row %s to row %s', (key, from, to) => {
    expect(rowAfterKey(key, from, MILLION)).toBe(to);
  });
});

it('columns are as wide as most of their texts, within bounds', () => {
  expect(widthOf('Id', [])).toBe(4);
  expect(widthOf('Amount', ['1', '1,000,000'])).toBe(9);
  expect(widthOf('结论变化', [])).toBe(8);
  expect(widthOf('x', ['', '', '', 'twelve signs'])).toBe(12);
  expect(widthOf('x', ['y'.repeat(300)])).toBe(26);
  expect(widthOf('x', [...Array.from({ length: 19 }, () => '12345'), 'z'.repeat(20)])).toBeLessThan(21);
});
