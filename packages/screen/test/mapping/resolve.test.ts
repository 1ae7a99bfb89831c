import type { Declarations } from '@proviso/model';
import { describe, expect, it } from 'vitest';
import type { InputColumn, StoredType } from '../../src/columns.ts';
import { ScreenError } from '../../src/errors.ts';
import { type MappingOptions, printMap, resolveMapping, withEmptyWords } from '../../src/mapping/index.ts';
import { columnsOf, declarationsOf, WECHAT } from './rulebook.ts';

type Given = Partial<Omit<MappingOptions, 'columns'>>;

function resolved(columns: readonly string[] | readonly InputColumn[], given: Given = {}) {
  return resolveMapping({
    rulebook: 'us/wechat',
    declarations: WECHAT,
    columns: columns.map((column) => (typeof column === 'string' ? { name: column, stored: 'text' } : column)),
    ...given,
  });
}

function refused(columns: readonly string[] | readonly InputColumn[], given: Given = {}): ScreenError {
  try {
    resolved(columns, given);
  } catch (error) {
    if (error instanceof ScreenError) return error;
    throw error;
  }
  throw new Error('accepted');
}

const map = (json: object) => ({ text: JSON.stringify({ rulebook: 'us/wechat', ...json }), file: 'map.json' });
const one = (name: string, stored: StoredType): InputColumn => ({ name, stored });

const PARTIES: Declarations = declarationsOf(`rulebook a/b
  title en "T"
  zone UTC
fact agreed_on date
  label en "Day of the agreement" zh "订约日"
fact sealed_at instant
  label en "Sealed" zh "盖章时间"
fact seen_on date decides nothing
  label en "Seen" zh "查看日"
fact places set of country
  label en "Places" zh "地点"
group company
  fact is_itself yes or no
  fact share decimal from 0 to 100
    label en "Share" zh "持股比例"
end
party buyer is company label en "Buyer" zh "买方"
party seller is company label en "Seller" zh "卖方"
term owned(who: company)
  label en "Owned" zh "拥有"
  means who.is_itself or who.share > 50
term sold
  label en "Sold" zh "售出"
  means owned(buyer) and agreed_on > 2020-01-01`);
const parties: Given = { rulebook: 'a/b', declarations: PARTIES };

describe('a mapping', () => {
  it('applies the same names and words with the words in the cells, and only suggests what is likely', () => {
    const samples = {
      活动类型: ['互联网托管', 'internet_hosting', 'Hostng'],
      'For a fee': ['Y', 'N'],
      Compensation: ['yes'],
    };
    const result = resolved(['id', '活动类型', 'For a fee', 'Compensation'], { samples });
    expect(result.mapping).toEqual({
      facts: [
        { fact: 'activity', column: '活动类型', stored: 'text', values: { 互联网托管: 'internet_hosting' } },
        { fact: 'for_a_fee', column: 'For a fee', stored: 'text', values: { Y: 'true', N: 'false' } },
      ],
    });
    expect(result.applied.map(({ fact }) => fact)).toEqual(['activity', 'for_a_fee']);
    expect(result.suggestions.map(({ fact, column }) => `${fact}=${column}`)).toEqual(['is_compensation=Compensation']);
    expect(result.unread).toEqual([{ fact: 'activity', column: '活动类型', words: [{ cell: 'Hostng' }] }]);
    expect(result.unmappedColumns).toEqual(['id', 'Compensation']);
    expect(result.changes.map(({ kind, fact }) => `${kind} ${fact}`)).toEqual([
      'column activity',
      'column for_a_fee',
      'values activity',
      'values for_a_fee',
    ]);
    expect(result.unmappedFacts).toContainEqual({ fact: 'territory', needed: true, intended: false });
    expect(result.unmappedFacts).toContainEqual({ fact: 'actor_nationality', needed: false, intended: false });
  });

  it('gives a map with which the same columns give the same and nothing is applied beyond it', () => {
    const samples = { Activity: ['Internet hosting'], Country: ['USA', 'CN'] };
    const columns = ['Activity', 'Country', 'Date', 'id'];
    const first = resolved(columns, {
      samples,
      inline: ['territory=Country'],
      asOf: { column: 'Date' },
      map: map({ constants: { application: 'wechat' }, not_mapped: ['evasion'] }),
    });
    const second = resolved(columns, { samples, map: { text: printMap(first.map), file: 'saved.json' } });
    expect(second.mapping).toEqual(first.mapping);
    expect(second.constants).toEqual({ application: 'wechat' });
    expect(second.changes).toEqual([]);
    expect(second.map).toEqual(first.map);
    expect(resolved(columns, { samples, map: first.map }).mapping).toEqual(first.mapping);
  });

  it('takes the command line before the map, and the map before the names', () => {
    const columns = ['activity', 'A', 'B', 'for_a_fee', 'application'];
    const given = map({
      columns: { activity: { column: 'A', values: { x: 'other' } } },
      constants: { application: 'wechat' },
      not_mapped: ['for_a_fee'],
    });
    const byMap = resolved(columns, { map: given });
    expect(byMap.mapping.facts).toEqual([{ fact: 'activity', column: 'A', stored: 'text', values: { x: 'other' } }]);
    expect(byMap.unmappedColumns).toEqual(['activity', 'B', 'for_a_fee', 'application']);
    expect(byMap.unmappedFacts).toContainEqual({ fact: 'for_a_fee', needed: true, intended: true });
    const byLine = resolved(columns, { map: given, inline: ['activity=B', 'for_a_fee=for_a_fee', 'application=A'] });
    expect(byLine.mapping.facts).toEqual([
      { fact: 'application', column: 'A', stored: 'text' },
      { fact: 'activity', column: 'B', stored: 'text' },
      { fact: 'for_a_fee', column: 'for_a_fee', stored: 'text' },
    ]);
    expect(byLine.constants).toEqual({});
    expect(byLine.map.notMapped).toEqual([]);
    const sameColumn = resolved(columns, { map: given, inline: ['activity=A'] });
    expect(sameColumn.mapping.facts[0]?.values).toEqual({ x: 'other' });
  });

  it('lets the words of a map stand before those that the cells suggest', () => {
    const samples = { A: ['Other', 'Internet hosting'] };
    const given = map({ columns: { activity: { column: 'A', values: { Other: 'content_delivery' } } } });
    expect(resolved(['A'], { map: given, samples }).mapping.facts[0]?.values).toEqual({
      Other: 'content_delivery',
      'Internet hosting': 'internet_hosting',
    });
  });

  it('does not suggest a column that the map or the date uses', () => {
    const result = resolved(['Evasion', 'activity'], { asOf: { column: 'Evasion' } });
    expect(result.mapping).toEqual({
      facts: [{ fact: 'activity', column: 'activity', stored: 'text' }],
      asOf: { column: 'Evasion', stored: 'text' },
    });
    expect(resolved(['Evasion'], { map: map({ columns: { activity: 'Evasion' } }) }).mapping.facts).toHaveLength(1);
  });

  it('reads columns whose names have equals signs, blanks or names that every object has', () => {
    const columns = ['a=b', ' c ', '__proto__', 'constructor'];
    const inline = ['activity=a=b', 'evasion= c ', 'territory=__proto__', 'for_a_fee = constructor'];
    expect(resolved(columns, { inline }).mapping.facts.map(({ column }) => column)).toEqual([
      'a=b',
      '__proto__',
      'constructor',
      ' c ',
    ]);
  });

  it('maps the facts of parties by path and by the words of both', () => {
    const columns = ['buyer.share', 'Seller share', '买方持股比例', 'Seller is itself', 'share'];
    const result = resolved(columns, parties);
    expect(result.mapping.facts.map(({ fact, column }) => `${fact}=${column}`)).toEqual([
      'buyer.share=buyer.share',
      'seller.is_itself=Seller is itself',
      'seller.share=Seller share',
    ]);
  });
});

describe("words for don't know", () => {
  const columns = ['activity', 'territory', 'for_a_fee', 'parent_ownership_percent', 'counterparty'];
  const samples = {
    activity: ['internet_hosting', 'TBD', 'Hostng'],
    territory: ['US', 'n/a', 'NA'],
    for_a_fee: ['Y', '未知', '-'],
    parent_ownership_percent: ['50', 'Unknown', '-7'],
  };
  const found = [
    { fact: 'activity', column: 'activity', words: ['TBD'] },
    { fact: 'for_a_fee', column: 'for_a_fee', words: ['未知', '-'] },
    { fact: 'territory', column: 'territory', words: ['n/a'] },
    { fact: 'parent_ownership_percent', column: 'parent_ownership_percent', words: ['Unknown'] },
  ];
  const byFact = (words: readonly { readonly fact: string }[]) => [...words].sort((a, b) => (a.fact < b.fact ? -1 : 1));

  it('are shown and not applied; with them in the saved map they are', () => {
    const first = resolved(columns, { samples });
    expect(byFact(first.emptyWords)).toEqual(byFact(found));
    expect(first.mapping.facts.filter(({ empty }) => empty !== undefined)).toEqual([]);
    expect(first.map.columns.filter(({ empty }) => empty !== undefined)).toEqual([]);
    const saved = { text: printMap(withEmptyWords(first)), file: 'saved.json' };
    const second = resolved(columns, { samples, map: saved });
    expect(second.emptyWords).toEqual([]);
    expect(emptyOf(second)).toEqual({
      activity: ['TBD'],
      counterparty: undefined,
      for_a_fee: ['未知', '-'],
      parent_ownership_percent: ['Unknown'],
      territory: ['n/a'],
    });
    expect(second.unread).toEqual([{ fact: 'activity', column: 'activity', words: [{ cell: 'Hostng' }] }]);
    expect(printMap(second.map)).toBe(saved.text);
  });

  it('are looked for among texts too, where every word is a value, and in the cells of lists', () => {
    const declarations = declarationsOf(`rulebook a/b
  title en "T"
  zone UTC
fact note text
fact places set of country`);
    const given = { rulebook: 'a/b', declarations, samples: { note: ['x', 'N/A'], places: ['US;CN', '？'] } };
    expect(resolved(['note', 'places'], given).emptyWords).toEqual([
      { fact: 'note', column: 'note', words: ['N/A'] },
      { fact: 'places', column: 'places', words: ['？'] },
    ]);
  });

  it('of all columns count in columns of texts, and give way to the words of one', () => {
    const given = map({
      columns: { for_a_fee: { column: 'for_a_fee', values: { '-': false } } },
      empty: ['-', 'n/a'],
    });
    const stored = [one('for_a_fee', 'text'), one('is_compensation', 'boolean'), one('activity', 'text')];
    const result = resolved(stored, { map: given });
    expect(emptyOf(result)).toEqual({ activity: ['-', 'n/a'], is_compensation: undefined, for_a_fee: ['n/a'] });
    expect(result.map.empty).toEqual(['-', 'n/a']);
  });

  it('may be told beside the map, for all columns or for one', () => {
    const beside = (empty: readonly string[], json: object = {}) => ({ map: { ...map(json), empty } });
    const result = resolved(columns, beside(['TBD', 'territory = ? ', '='], { empty: ['TBD'] }));
    expect(result.mapping.facts.find(({ fact }) => fact === 'territory')?.empty).toEqual(['?', 'TBD', '=']);
    expect(result.mapping.facts.find(({ fact }) => fact === 'activity')?.empty).toEqual(['TBD', '=']);
    expect(result.map.empty).toEqual(['TBD', '=']);
    expect(result.map.columns.find(({ fact }) => fact === 'territory')?.empty).toEqual(['?']);
    const wrong = (empty: string, error: object) => expect(refused(columns, beside([empty]))).toMatchObject(error);
    wrong('teritory=?', { code: 'unknown_fact', where: 'teritory=?', hint: 'did you mean territory?' });
    wrong('territory=US', { code: 'wrong_map', where: 'territory=US', values: { problem: 'empty_word_is_value' } });
    wrong('US', { code: 'wrong_map', where: 'empty, territory', values: { problem: 'empty_word_is_value' } });
    wrong('evasion=?', { code: 'wrong_map', where: 'evasion=?', values: { problem: 'empty_without_column' } });
    wrong('territory= ', { code: 'wrong_map', where: 'territory= ', values: { problem: 'repeated_word' } });
  });
});

function emptyOf({ mapping }: ReturnType<typeof resolved>): Readonly<Record<string, readonly string[] | undefined>> {
  return Object.fromEntries(mapping.facts.map(({ fact, empty }) => [fact, empty]));
}

describe('zones', () => {
  const sealed = [one('sealed_at', 'timestamp')];

  it('wants one for clock times, and for the day of an instant', () => {
    expect(refused(sealed, parties)).toMatchObject({ code: 'no_zone', where: 'sealed_at' });
    expect(refused([one('agreed_on', 'instant')], parties)).toMatchObject({ code: 'no_zone', where: 'agreed_on' });
    expect(refused([one('T', 'timestamp')], { asOf: { column: 'T' } })).toMatchObject({
      code: 'no_zone',
      where: 'as_of',
    });
    expect(resolved([one('agreed_on', 'timestamp')], parties).mapping.facts[0]).not.toHaveProperty('zone');
  });

  it('takes it from the entry, else from the run', () => {
    const entry = { text: '{"rulebook":"a/b","columns":{"sealed_at":{"column":"sealed_at","zone":"UTC"}}}', file: 'm' };
    const zone = 'asia/shanghai';
    expect(resolved(sealed, { ...parties, zone }).mapping.facts[0]?.zone).toBe('Asia/Shanghai');
    expect(resolved(sealed, { ...parties, zone, map: entry }).mapping.facts[0]?.zone).toBe('UTC');
    expect(resolved([one('T', 'timestamp')], { asOf: { column: 'T' }, zone }).mapping.asOf?.zone).toBe('Asia/Shanghai');
    expect(refused(sealed, { ...parties, zone: 'Asia/Shanghia' })).toMatchObject({
      code: 'no_zone',
      hint: 'did you mean Asia/Shanghai?',
    });
    expect(refused(['T'], { asOf: { column: 'T', zone: 'Mars/Base' } })).toMatchObject({
      code: 'no_zone',
      where: 'as_of',
    });
  });

  it('does not stop for a fact that decides nothing', () => {
    const result = resolved([one('seen_on', 'instant'), one('agreed_on', 'date')], parties);
    expect(result.mapping.facts.map(({ fact }) => fact)).toEqual(['agreed_on']);
    expect(result.suggestions.map(({ fact, confidence }) => [fact, confidence])).toEqual([['seen_on', 'exact']]);
  });
});

describe('what stops a mapping', () => {
  it('names the facts of a term', () => {
    expect(refused(['A'], { inline: ['in_us_territory=A'] })).toMatchObject({
      code: 'unknown_fact',
      where: 'in_us_territory=A',
      hint: 'map the facts it is computed from: territory',
    });
    expect(refused(['A'], { ...parties, inline: ['owned=A'] }).values.facts).toBe(
      'buyer.is_itself, buyer.share, seller.is_itself, seller.share',
    );
    expect(refused(['A'], { ...parties, inline: ['sold=A'] }).values.facts).toBe(
      'buyer.is_itself, buyer.share, agreed_on',
    );
  });

  it.each<[string, readonly string[], Given, Partial<ScreenError>]>([
    ['a fact that is none', ['A'], { inline: ['activty=A'] }, { code: 'unknown_fact', hint: 'did you mean activity?' }],
    [
      'a column that is none',
      ['Aktion'],
      { inline: ['activity=Akton'] },
      { code: 'no_column', hint: 'did you mean Aktion?' },
    ],
    ['a date column that is none', ['Date'], { asOf: { column: 'Dat' } }, { code: 'no_column', where: 'as_of' }],
    [
      'a fact given twice',
      ['A', 'B'],
      { inline: ['activity=A', 'activity=B'] },
      { code: 'fact_mapped_twice', where: 'activity=B' },
    ],
    ['an entry without a sign', ['A'], { inline: ['activity'] }, { code: 'wrong_map', where: 'activity' }],
    ['an entry without a column', ['A'], { inline: ['activity='] }, { code: 'wrong_map', where: 'activity=' }],
    ['an entry without a fact', ['A'], { inline: ['=A'] }, { code: 'unknown_fact', where: '=A' }],
    [
      'no column that gives a fact',
      ['A', 'B'],
      {},
      { code: 'nothing_mapped', message: expect.stringContaining('its columns are A, B') },
    ],
    ['constants alone', ['A'], { map: map({ constants: { application: 'wechat' } }) }, { code: 'nothing_mapped' }],
    [
      'a map that was made by hand and is wrong',
      ['A'],
      {
        map: {
          rulebook: 'us/wechat',
          columns: [{ fact: 'activity', column: 'A', values: { x: 'y' } }],
          constants: [],
          notMapped: [],
        },
      },
      { code: 'unknown_value', where: 'columns.activity.values.x' },
    ],
    [
      'a map with a fact twice',
      ['A', 'B'],
      {
        map: {
          rulebook: 'us/wechat',
          columns: [
            { fact: 'activity', column: 'A' },
            { fact: 'activity', column: 'B' },
          ],
          constants: [],
          notMapped: [],
        },
      },
      { code: 'fact_mapped_twice' },
    ],
  ])('%s', (_, columns, given, error) => {
    expect(refused(columns, given)).toMatchObject(error);
  });

  it('says which column may give a fact when none certainly does', () => {
    expect(refused(['Compensation']).hint).toBe('perhaps is_compensation=Compensation');
  });

  it('gives what is there instead, when told that nothing may be mapped', () => {
    const found = resolved(['Compensation', 'B'], { mayMapNothing: true });
    expect(found.mapping).toEqual({ facts: [] });
    expect(found.unmappedColumns).toEqual(['Compensation', 'B']);
    expect(found.suggestions.map(({ column }) => column)).toEqual(['Compensation']);
    expect(found.map.columns).toEqual([]);
  });

  it('names some of very many columns', () => {
    const { message, values } = refused(Array.from({ length: 500 }, (_, index) => `x${index}`));
    expect(message).toContain('x39, ...');
    expect(values.columns).not.toContain('x40');
  });

  it('stops for no column at all', () => {
    expect(refused(columnsOf([])).code).toBe('nothing_mapped');
  });
});
