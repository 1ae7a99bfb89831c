import { expect, it } from 'vitest';
import type { ColumnMap, Preflight } from '../../src/screen/contract.ts';
import { allZones, isMeant, needsZone, withZone, withZoneInText } from '../../src/screen/zones.ts';

it('all zones are there once, with the words of the language', () => {
  const zones = allZones('en', ['America/New_York', 'Mars/Olympus']);
  const ids = zones.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual([...ids].toSorted());
  for (const id of ['UTC', 'America/New_York', 'Asia/Shanghai', 'Mars/Olympus']) expect(ids).toContain(id);
  expect(zones.find(({ id }) => id === 'America/New_York')?.name).toBe('Eastern Time');
  expect(zones.find(({ id }) => id === 'Mars/Olympus')?.name).toBe('');
  expect(allZones('zh', []).find(({ id }) => id === 'Asia/Shanghai')?.name).toMatch(/^中国/);
});

it('a zone is found by parts of its id or its name', () => {
  const zone = 'America/New_York (Eastern Time)';
  for (const typed of ['', 'new york', 'New_York', 'york eastern', 'AMERICA', zone])
    expect(isMeant(zone, typed)).toBe(true);
  for (const typed of ['shanghai', 'york western']) expect(isMeant(zone, typed)).toBe(false);
  expect(isMeant('Asia/Shanghai（中国时间）', '中国')).toBe(true);
});

const FOUND = {
  columns: [
    { name: 'clock', stored: 'timestamp' },
    { name: 'instant', stored: 'instant' },
    { name: 'text', stored: 'text' },
  ],
} as const satisfies Pick<Preflight, 'columns'>;

it('clock times need a zone where a moment is read from them, instants where their day is', () => {
  expect(needsZone(FOUND, 'clock', undefined)).toBe(true);
  expect(needsZone(FOUND, 'clock', { kind: 'instant' })).toBe(true);
  expect(needsZone(FOUND, 'clock', { kind: 'text' })).toBe(false);
  expect(needsZone(FOUND, 'clock', { kind: 'date' })).toBe(false);
  expect(needsZone(FOUND, 'instant', { kind: 'date' })).toBe(true);
  for (const column of ['instant', 'text', 'none']) expect(needsZone(FOUND, column, undefined)).toBe(false);
});

it('a zone is put into a map, and into the text of one', () => {
  const map: ColumnMap = {
    rulebook: 'a',
    columns: [{ fact: 'packed', column: 'P', empty: ['-'] }],
    constants: [],
    notMapped: [],
  };
  expect(withZone(map, 'packed', 'UTC').columns).toEqual([{ fact: 'packed', column: 'P', empty: ['-'], zone: 'UTC' }]);
  const packed = { fact: 'packed', column: 'P', zone: 'UTC' };
  expect(JSON.parse(withZoneInText(undefined, 'a', packed))).toEqual({
    rulebook: 'a',
    columns: { packed: { column: 'P', zone: 'UTC' } },
  });
  const text = JSON.stringify({
    rulebook: 'a',
    columns: { packed: { column: 'P', empty: ['-'] }, due: 'D' },
    as_of: 'B',
  });
  expect(JSON.parse(withZoneInText(text, 'a', packed))).toEqual({
    rulebook: 'a',
    columns: { packed: { column: 'P', empty: ['-'], zone: 'UTC' }, due: 'D' },
    as_of: 'B',
  });
  expect(JSON.parse(withZoneInText(text, 'a', { fact: 'as_of', column: 'B', zone: 'UTC' }))).toMatchObject({
    columns: { due: 'D' },
    as_of: { column: 'B', zone: 'UTC' },
  });
});
