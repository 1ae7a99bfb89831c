import { COUNTRIES, enumerationsByName, factsByPath } from '@proviso/model';
import { describe, expect, it } from 'vitest';
import { translateCells } from '../../src/mapping/cell-words.ts';
import { countryOf } from '../../src/mapping/country-names.ts';
import { declarationsOf, WECHAT } from './rulebook.ts';

function translated(path: string, cells: readonly string[], declarations = WECHAT) {
  const fact = factsByPath(declarations).get(path);
  if (fact === undefined) throw new Error(path);
  return translateCells(fact, enumerationsByName(declarations), cells);
}

describe('words in cells', () => {
  it('reads names and labels of values in both languages, whatever their case and width', () => {
    expect(
      translated('activity', ['internet_hosting', 'INTERNET HOSTING', 'ContentDelivery', '互联网托管', 'ｏｔｈｅｒ']),
    ).toEqual({
      values: {
        'INTERNET HOSTING': 'internet_hosting',
        ContentDelivery: 'content_delivery',
        互联网托管: 'internet_hosting',
        ｏｔｈｅｒ: 'other',
      },
      unread: [],
    });
  });

  it('guesses nothing: what is nearly a label is shown with the value it is near to', () => {
    expect(translated('activity', ['Internet hostng', 'Chat', 'hosting', ''])).toEqual({
      values: {},
      unread: [{ cell: 'Internet hostng', near: 'internet_hosting' }, { cell: 'Chat' }, { cell: 'hosting' }],
    });
  });

  it('takes no word that is the label of two values, or the name of one and the label of another', () => {
    const declarations = declarationsOf(
      'rulebook a/b\n  title en "T"\n  zone UTC\nfact kind one of\n    a en "Same"\n    b en "same"\n    c en "b"\n    d en "D"',
    );
    expect(translated('kind', ['SAME', 'B', 'D'], declarations).values).toEqual({ D: 'd' });
  });

  it('reads yes and no', () => {
    expect(translated('for_a_fee', ['Y', 'N', '是', '否', 'yes', 'TRUE', ' no '])).toEqual({
      values: { Y: 'true', N: 'false', 是: 'true', 否: 'false' },
      unread: [],
    });
    expect(translated('for_a_fee', ['1', '0']).values).toEqual({ 1: 'true', 0: 'false' });
    expect(translated('for_a_fee', ['有', '无', 'T', 'f']).values).toEqual({
      有: 'true',
      无: 'false',
      T: 'true',
      f: 'false',
    });
  });

  it('takes 1 for yes only in a column of nothing but yes and no', () => {
    expect(translated('for_a_fee', ['1', '0', '2', 'Y'])).toEqual({
      values: { Y: 'true' },
      unread: [{ cell: '1' }, { cell: '0' }, { cell: '2' }],
    });
  });

  it('reads no words for numbers, dates and texts', () => {
    expect(translated('parent_ownership_percent', ['half', '50'])).toEqual({ values: {}, unread: [] });
    expect(translated('contract_signed_on', ['yesterday'])).toEqual({ values: {}, unread: [] });
  });

  it('reads cells that are names of what every object has', () => {
    const cells = ['__proto__', 'constructor', 'toString'];
    expect(translated('activity', cells).unread.map(({ cell }) => cell)).toEqual(cells);
    expect(translated('territory', cells)).toEqual({ values: {}, unread: cells.map((cell) => ({ cell })) });
  });
});

describe('names of countries', () => {
  it.each([
    ['US', 'USA|U.S.|U.S.A.|us|United States|united states of america|The United States|美国|美國|美利坚合众国'],
    [
      'CN',
      "China|PRC|P.R.C.|P.R. China|CHN|cn|People's Republic of China|People’s Republic of China|中国|中國|中国大陆",
    ],
    ['HK', 'Hong Kong|HKG|Hong Kong SAR China|香港|中国香港'],
    ['GB', 'UK|U.K.|United Kingdom|GBR|英国'],
    ['CI', "Côte d’Ivoire|Cote d'Ivoire|Ivory Coast"],
    ['KR', 'South Korea|Republic of Korea|韩国'],
    ['PR', 'Puerto Rico|波多黎各'],
    ['NO', 'NO|Norway|挪威'],
  ])('%s: %s', (code, names) => {
    expect(names.split('|').map((name) => [name, countryOf(name)])).toEqual(
      names.split('|').map((name) => [name, code]),
    );
  });

  it.each([
    'no',
    'No',
    'N/A',
    'n/a',
    'Na',
    'Korea',
    'Congo',
    'EU',
    'EMEA',
    'XX',
    '',
    '-',
    'UK2',
    'California',
    'Unknown',
    '未知',
  ])('does not take %j for a country', (name) => {
    expect(countryOf(name)).toBeUndefined();
  });

  it('knows every country by its English and Chinese name', () => {
    const unread = ['en', 'zh-Hans', 'zh-Hant'].flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: 'region' });
      return [...COUNTRIES]
        .filter((code) => countryOf(names.of(code) ?? '') !== code)
        .map((code) => `${language} ${code}`);
    });
    expect(unread).toEqual([]);
  });
});
