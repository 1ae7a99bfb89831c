import { expect, it } from 'vitest';
import {
  glance,
  mapText,
  withColumn,
  withDates,
  withEmptyWord,
  withGeneralWord,
  withoutGeneralWord,
  withoutWord,
  withSuggestion,
  withWords,
  wordsOfSeveral,
} from '../../src/screen/column-map.ts';
import { comparisonOrder } from '../../src/screen/comparison-order.ts';
import type { ColumnMap, Order } from '../../src/screen/contract.ts';

const MAP: ColumnMap = {
  rulebook: 'us/wechat',
  columns: [
    { fact: 'application', column: 'App' },
    { fact: 'activity', column: 'Kind', values: { Hosting: 'internet_hosting' } },
    { fact: 'wind_down', column: 'End', empty: ['open'] },
  ],
  empty: ['n/a'],
  asOf: { column: 'Booked on', zone: 'America/New_York' },
  constants: [{ fact: 'us_jurisdiction', value: true }],
  notMapped: ['territory'],
};

it('a map is written as map files are', () => {
  expect(JSON.parse(mapText(MAP))).toEqual({
    rulebook: 'us/wechat',
    columns: {
      application: 'App',
      activity: { column: 'Kind', values: { Hosting: 'internet_hosting' } },
      wind_down: { column: 'End', empty: ['open'] },
    },
    empty: ['n/a'],
    as_of: { column: 'Booked on', zone: 'America/New_York' },
    constants: { us_jurisdiction: true },
    not_mapped: ['territory'],
  });
});

it('what a file says of the page around it is seen at a glance', () => {
  expect(glance(mapText(MAP))).toEqual({
    rulebook: 'us/wechat',
    dated: 'Booked on',
    zone: 'America/New_York',
  });
  expect(glance('{"as_of": "Day"}')).toEqual({ rulebook: undefined, dated: 'Day', zone: undefined });
  for (const text of ['', '{', '[]', 'null', '{"rulebook": 3}'])
    expect(glance(text)).toEqual({ rulebook: undefined, dated: undefined, zone: undefined });
});

it('a column is given to a fact, or taken from it for good', () => {
  const given = withColumn(MAP, 'territory', 'Place');
  expect(given.notMapped).toEqual([]);
  expect(given.columns.at(-1)).toEqual({ fact: 'territory', column: 'Place' });
  const taken = withColumn(given, 'territory', undefined);
  expect(taken.columns).toEqual(MAP.columns);
  expect(taken.notMapped).toEqual(['territory']);
  expect(withColumn(MAP, 'us_jurisdiction', 'US').constants).toEqual([]);
});

it('words in cells are said and taken back', () => {
  const said = withWords(MAP, 'activity', { CDN: 'content_delivery' });
  expect(said.columns[1]?.values).toEqual({ Hosting: 'internet_hosting', CDN: 'content_delivery' });
  expect(withoutWord(said, 'activity', 'CDN')).toEqual(MAP);
  const taken = withSuggestion(MAP, { fact: 'territory', column: 'Place', values: { America: 'US' }, why: [] });
  expect(taken.columns.at(-1)).toEqual({ fact: 'territory', column: 'Place', values: { America: 'US' } });
});

it('a word may mean an empty cell, or a value, but not both', () => {
  const empty = withEmptyWord(MAP, 'activity', 'Hosting');
  expect(empty.columns[1]).toEqual({ fact: 'activity', column: 'Kind', empty: ['Hosting'] });
  const said = withWords(empty, 'activity', { Hosting: 'internet_hosting' });
  expect(said.columns[1]).toEqual(MAP.columns[1]);
  expect(withoutWord(empty, 'activity', 'Hosting').columns[1]).toEqual({ fact: 'activity', column: 'Kind' });
});

it('of two dates the earlier is what was before', () => {
  const order: Order = { upload: 'u', rulebook: 'r', asOf: '2020-09-21', knownOn: '2020-09-18' };
  expect(comparisonOrder(order, { knownOn: '2020-09-21' })).toEqual({
    ...order,
    knownOn: '2020-09-21',
    against: { knownOn: '2020-09-18' },
  });
  expect(comparisonOrder(order, { knownOn: '2020-09-01' })).toEqual({ ...order, against: { knownOn: '2020-09-01' } });
  expect(comparisonOrder(order, { asOf: '2020-10-01' })).toEqual({
    ...order,
    asOf: '2020-10-01',
    against: { asOf: '2020-09-21' },
  });
  const open: Order = { upload: 'u', rulebook: 'r' };
  expect(comparisonOrder(open, { knownOn: '2020-09-21' })).toEqual({ ...open, against: { knownOn: '2020-09-21' } });
});

it('words for an empty cell in every column are added and taken away', () => {
  expect(withGeneralWord(MAP, ' - ').empty).toEqual(['n/a', '-']);
  for (const none of ['n/a', ' n/a ', '', '  ']) expect(withGeneralWord(MAP, none)).toEqual(MAP);
  expect(withoutGeneralWord(MAP, 'other')).toEqual(MAP);
  const { empty: _, ...without } = MAP;
  expect(withoutGeneralWord(MAP, 'n/a')).toEqual(without);
  expect(withGeneralWord(without, 'x').empty).toEqual(['x']);
});

it('the column of each row’s own date has the zone that is given, or none', () => {
  expect(withDates(MAP, 'Day', 'Asia/Tokyo').asOf).toEqual({ column: 'Day', zone: 'Asia/Tokyo' });
  expect(withDates(MAP, 'Signed on').asOf).toEqual({ column: 'Signed on' });
  expect(withDates(MAP, undefined)).not.toHaveProperty('asOf');
});

it('words that are proposed for several columns are those for which nobody has said what they mean', () => {
  const proposed = [
    { fact: 'application', words: ['-', 'TBD', 'n/a'] },
    { fact: 'activity', words: ['-', 'TBD', 'n/a'] },
    { fact: 'wind_down', words: ['open'] },
    { fact: 'territory', words: ['?', '-'] },
  ];
  expect(wordsOfSeveral(MAP, proposed)).toEqual(['-', 'TBD']);
  expect(wordsOfSeveral(withEmptyWord(MAP, 'activity', 'TBD'), proposed)).toEqual(['-']);
  expect(wordsOfSeveral(withGeneralWord(MAP, '-'), proposed)).toEqual(['TBD']);
  expect(wordsOfSeveral(MAP, [])).toEqual([]);
});
