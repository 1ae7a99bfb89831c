import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Samples, suggestMapping } from '../../src/mapping/index.ts';
import { columnsOf, RUNS, WECHAT } from './rulebook.ts';

/** The suggestions as `fact: column confidence`. */
function suggested(names: readonly string[], samples: Samples = {}) {
  return suggestMapping(WECHAT, columnsOf(names), samples).suggestions.map(
    ({ fact, column, confidence }) => `${fact}: ${column} ${confidence}`,
  );
}

/** The open choices as `fact: columns`. */
function open(names: readonly string[], samples: Samples = {}) {
  return suggestMapping(WECHAT, columnsOf(names), samples).open.map(
    ({ fact, candidates }) => `${fact}: ${candidates.map(({ column }) => column).join(', ')}`,
  );
}

describe('suggestions from names', () => {
  it('finds the same name, and tells it from the same words', () => {
    expect(suggested(['for_a_fee', 'Data sent to China'])).toEqual([
      'for_a_fee: for_a_fee exact',
      'data_sent_to_china: Data sent to China same',
    ]);
  });

  it.each([
    'ForAFee',
    'forAFee',
    'FOR A FEE',
    'for-a-fee?',
    'Ｆｏｒ＿ａ＿ｆｅｅ',
    ' for.a.fees ',
    'Provided for a fee',
    '是否收费',
    '是否收费？',
    'Provided\u00a0for a Fee',
  ])('takes %j for the fact for_a_fee', (name) => {
    expect(suggested([name])).toEqual([`for_a_fee: ${name} same`]);
  });

  it('reads English headings', () => {
    const names = [
      'Contract ID',
      'Counterparty',
      'B2B',
      'Compensation',
      'Contract date',
      'Parent ownership %',
      'Amount',
    ];
    expect(suggested(names)).toEqual([
      'counterparty: Counterparty same',
      'parent_ownership_percent: Parent ownership % likely',
      'is_compensation: Compensation likely',
      'contract_signed_on: Contract date likely',
    ]);
  });

  it('reads Chinese headings', () => {
    const names = ['合同编号', '活动类型', '所涉应用程序', '母公司是否控制', '签署日期', '分发渠道', '金额'];
    expect(suggested(names)).toEqual([
      'application: 所涉应用程序 same',
      'parent_controls: 母公司是否控制 likely',
      'activity: 活动类型 same',
      'distribution_channel: 分发渠道 same',
      'contract_signed_on: 签署日期 likely',
    ]);
  });

  it('says why', () => {
    const { suggestions } = suggestMapping(WECHAT, columnsOf(['活动类型', 'activty_', 'teritory']));
    expect(suggestions.map(({ why }) => why)).toEqual([
      [{ kind: 'same_words', of: 'label', language: 'zh', text: '活动类型' }],
      [{ kind: 'near_name' }],
    ]);
  });

  it('suggests no column of a kind from which the fact cannot be read', () => {
    const { suggestions, open } = suggestMapping(WECHAT, [
      { name: 'territory', stored: 'date' },
      { name: 'for_a_fee', stored: 'other' },
      { name: 'contract_signed_on', stored: 'boolean' },
      { name: 'us_jurisdiction', stored: 'boolean' },
    ]);
    expect(suggestions.map(({ fact }) => fact)).toEqual(['us_jurisdiction']);
    expect(open).toEqual([]);
  });
});

describe('suggestions from cells', () => {
  it('knows a column by the labels of a fact in its cells', () => {
    const samples = {
      Sparte: ['Internet hosting', 'Content delivery', 'Other'],
      類別: ['首次下载', '更新已安装的版本'],
    };
    const { suggestions } = suggestMapping(WECHAT, columnsOf(['Sparte', '類別']), samples);
    expect(suggestions.map(({ fact, column, confidence, values }) => ({ fact, column, confidence, values }))).toEqual([
      {
        fact: 'activity',
        column: 'Sparte',
        confidence: 'likely',
        values: { 'Internet hosting': 'internet_hosting', 'Content delivery': 'content_delivery', Other: 'other' },
      },
      {
        fact: 'distribution_act',
        column: '類別',
        confidence: 'likely',
        values: { 首次下载: 'first_download', 更新已安装的版本: 'update' },
      },
    ]);
    expect(suggestions[0]?.why).toEqual([
      { kind: 'cells', matched: 3, seen: 3, examples: ['Internet hosting', 'Content delivery', 'Other'] },
    ]);
  });

  it('tells two facts of countries apart as far as anything does', () => {
    const samples = { Country: ['US', 'CN', 'Hong Kong'], Nationality: ['US', 'CN', 'FR'] };
    expect(open(['Country'], samples)).toEqual(['actor_nationality: Country', 'territory: Country']);
    expect(suggested(['Country', 'Nationality'], samples)).toEqual([
      'actor_nationality: Nationality likely',
      'territory: Country likely',
    ]);
  });

  it('does not apply the same words when no cell is a value of the fact', () => {
    const names = { Counterparty: ['Tencent Music', 'Riot Games'] };
    expect(suggested(['Counterparty'], names)).toEqual(['counterparty: Counterparty likely']);
    expect(suggested(['counterparty'], { counterparty: ['Tencent Music'] })).toEqual([
      'counterparty: counterparty exact',
    ]);
    expect(suggested(['Counterparty'], { Counterparty: ['Neither', 'Riot Games'] })).toEqual([
      'counterparty: Counterparty same',
    ]);
  });

  it('does not take numbers or dates for answers of yes and no', () => {
    expect(suggested(['Fee'], { Fee: ['12.50', '1', '99'] })).toEqual([]);
    expect(suggested(['Fee'], { Fee: ['Y', 'N'] })).toEqual(['for_a_fee: Fee likely']);
  });
});

describe('names made to mislead', () => {
  it('leaves the choice open between columns that are as good as each other', () => {
    expect(suggested(['For a fee', 'for-a-fee'])).toEqual([]);
    expect(open(['For a fee', 'for-a-fee'])).toEqual(['for_a_fee: For a fee, for-a-fee']);
    expect(open(['Kind of activity', 'Activity'])).toEqual(['activity: Kind of activity, Activity']);
  });

  it('prefers the exact name to any other spelling', () => {
    expect(suggested(['For a fee', 'for_a_fee'])).toEqual(['for_a_fee: for_a_fee exact']);
  });

  it('does not take the name of a value for the name of a fact', () => {
    expect(suggested(['wechat', 'internet_hosting', 'other', 'none', 'US', '无'])).toEqual([]);
  });

  it('is not confused by names that every object has, nor by names without a letter', () => {
    const names = [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '',
      ' ',
      '___',
      '?',
      '=cmd|1',
      "'; DROP TABLE x",
    ];
    expect(suggested(names)).toEqual([]);
    expect(open(names)).toEqual([]);
    const samples = Object.fromEntries(names.map((name) => [name, ['__proto__', 'constructor', 'valueOf']]));
    expect(suggested(names, samples)).toEqual([]);
  });

  it('never uses a column or a fact twice', () => {
    const facts = WECHAT.facts.flatMap(({ name, label }) => [name, ...Object.values(label ?? {})]);
    const cells = ['US', 'WeChat', '是', 'no', '1', 'Other', '2020-09-20', '无', '12', 'Hong Kong', ''];
    const near = fc.constantFrom(...facts).chain((name) =>
      fc.oneof(
        fc.constant(name),
        fc.constant(name.toUpperCase()),
        fc.nat(name.length).map((at) => name.slice(0, at) + name.slice(at + 1)),
        fc.constantFrom(...facts).map((other) => `${name} ${other}`),
      ),
    );
    const names = fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: near }, fc.string()), { maxLength: 15 });
    const seen = fc.array(fc.subarray(cells), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(names, seen, (columns, sampled) => {
        const samples = Object.fromEntries(columns.map((name, index) => [name, sampled[index] ?? []]));
        const { suggestions, open } = suggestMapping(WECHAT, columnsOf(columns), samples);
        const columnsUsed = suggestions.map(({ column }) => column);
        const factsUsed = [...suggestions, ...open].map(({ fact }) => fact);
        expect(new Set(columnsUsed).size).toBe(columnsUsed.length);
        expect(new Set(factsUsed).size).toBe(factsUsed.length);
        for (const { candidates } of open) {
          for (const { column } of candidates) expect(columnsUsed).not.toContain(column);
        }
        for (const { fact, column, confidence } of suggestions) if (confidence === 'exact') expect(column).toBe(fact);
        for (const name of columns) {
          if (WECHAT.facts.some((fact) => fact.name === name)) {
            expect(suggestions).toContainEqual(
              expect.objectContaining({ fact: name, column: name, confidence: 'exact' }),
            );
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
