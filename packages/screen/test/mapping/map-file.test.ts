import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScreenError } from '../../src/errors.ts';
import { type MapContext, parseMap, printMap, type ScreenMap } from '../../src/mapping/index.ts';
import schema from '../../src/mapping/map.schema.json' with { type: 'json' };
import { columnsOf, RUNS, WECHAT } from './rulebook.ts';

const CONTEXT: MapContext = {
  rulebook: 'us/wechat',
  declarations: WECHAT,
  columns: columnsOf(['Service type', 'Country', 'Date', 'Fee', '合同日期', '__proto__']),
};

const WHOLE = `{
  "rulebook": "us/wechat",
  "columns": {
    "activity": "Service type",
    "territory": {
      "column": "Country",
      "values": {
        "USA": "US",
        "中国": "CN"
      }
    },
    "for_a_fee": {
      "column": "Fee",
      "values": {
        "gratis": "false"
      },
      "empty": [
        "待定"
      ]
    },
    "contract_signed_on": {
      "column": "合同日期",
      "zone": "Asia/Shanghai"
    }
  },
  "empty": [
    "N/A",
    "?"
  ],
  "as_of": {
    "column": "Date",
    "zone": "America/New_York"
  },
  "constants": {
    "application": "wechat",
    "parent_ownership_percent": "14.36",
    "us_jurisdiction": true
  },
  "not_mapped": [
    "parent_controls"
  ]
}
`;

function parsed(text: string, context = CONTEXT): ScreenMap {
  return parseMap({ text, file: 'book.map.json' }, context);
}

function refused(text: string, context = CONTEXT): ScreenError {
  try {
    parsed(text, context);
  } catch (error) {
    if (error instanceof ScreenError) return error;
    throw error;
  }
  throw new Error(`accepted ${text}`);
}

const withColumns = (columns: string) => `{"rulebook": "us/wechat",\n "columns": ${columns}}`;

describe('a map file', () => {
  it('is read, and written as it was', () => {
    const map = parsed(WHOLE);
    expect(map).toEqual({
      rulebook: 'us/wechat',
      columns: [
        { fact: 'activity', column: 'Service type' },
        { fact: 'territory', column: 'Country', values: { USA: 'US', 中国: 'CN' } },
        { fact: 'for_a_fee', column: 'Fee', values: { gratis: 'false' }, empty: ['待定'] },
        { fact: 'contract_signed_on', column: '合同日期', zone: 'Asia/Shanghai' },
      ],
      empty: ['N/A', '?'],
      asOf: { column: 'Date', zone: 'America/New_York' },
      constants: [
        { fact: 'application', value: 'wechat' },
        { fact: 'parent_ownership_percent', value: '14.36' },
        { fact: 'us_jurisdiction', value: true },
      ],
      notMapped: ['parent_controls'],
    });
    expect(printMap(map)).toBe(WHOLE);
  });

  it('may hold no more than the rulebook, a mark at its start, and true or a number for a value', () => {
    expect(parsed('\ufeff{"rulebook":"us/wechat"}')).toEqual({
      rulebook: 'us/wechat',
      columns: [],
      constants: [],
      notMapped: [],
    });
    const [entry] = parsed(withColumns('{"for_a_fee": {"column": "Fee", "values": {" gratis ": false}}}')).columns;
    expect(entry?.values).toEqual({ gratis: 'false' });
    expect(parsed('{"rulebook": "us/wechat", "empty": [" N/A "]}').empty).toEqual(['N/A']);
    const [share] = parsed(
      withColumns('{"parent_ownership_percent": {"column": "Fee", "values": {"half": 50.0}}}'),
    ).columns;
    expect(share?.values).toEqual({ half: '50' });
  });

  it('keeps every digit of a constant', () => {
    const text = '{"rulebook": "us/wechat", "constants": {"parent_ownership_percent": 50.00000000000000000001}}';
    expect(parsed(text).constants).toEqual([{ fact: 'parent_ownership_percent', value: '50.00000000000000000001' }]);
  });

  it('writes a zone in its usual letters', () => {
    expect(parsed('{"rulebook": "us/wechat", "as_of": {"column": "Date", "zone": "america/new_york"}}').asOf).toEqual({
      column: 'Date',
      zone: 'America/New_York',
    });
  });

  it('can be read before the columns are known', () => {
    const { rulebook, declarations } = CONTEXT;
    expect(parsed(withColumns('{"activity": "Anything"}'), { rulebook, declarations }).columns).toHaveLength(1);
  });

  it('may read two facts from one column', () => {
    expect(parsed(withColumns('{"activity": "Fee", "for_a_fee": "Fee"}')).columns).toHaveLength(2);
  });
});

describe('a wrong map file', () => {
  it.each<[string, string, string, string, string | undefined]>([
    ['', 'wrong_map', 'book.map.json:1:1', 'ends too early', undefined],
    ['{"rulebook": "us/wechat",}', 'wrong_map', 'book.map.json:1:26', 'comma stands before', undefined],
    ['{"rulebook": "us/wechat"', 'wrong_map', 'book.map.json:1:25', 'comma or }', undefined],
    ['{"rulebook": "us/wechat"} x', 'wrong_map', 'book.map.json:1:27', 'follows after the end', undefined],
    ["{'rulebook': 1}", 'wrong_map', 'book.map.json:1:2', 'double quotes', undefined],
    ['{"rulebook": "us', 'wrong_map', 'book.map.json:1:14', 'not closed', undefined],
    ['['.repeat(100_000), 'wrong_map', 'book.map.json:1:22', 'nested too deeply', undefined],
    ['[]', 'wrong_map', 'book.map.json:1:1', 'an object', undefined],
    ['{}', 'wrong_map', 'book.map.json:1:1', 'for which rulebook', undefined],
    ['{"rulebook": 7}', 'wrong_map', 'book.map.json:1:2, rulebook', 'a text', undefined],
    ['{"rulebook": "us/tiktok"}', 'wrong_map', 'book.map.json:1:2, rulebook', 'not for us/wechat', undefined],
    [
      '{"rulebook": "us/wechat", "colums": {}}',
      'wrong_map',
      'book.map.json:1:27, colums',
      'no member',
      'did you mean columns?',
    ],
    [
      '{"rulebook": "us/wechat", "__proto__": {}}',
      'wrong_map',
      'book.map.json:1:27, __proto__',
      'no member',
      undefined,
    ],
    ['{"rulebook": "us/wechat", "columns": []}', 'wrong_map', 'book.map.json:1:27, columns', 'an object', undefined],
    [
      '{"rulebook": "us/wechat", "columns": {}, "columns": {}}',
      'wrong_map',
      'book.map.json:1:42, columns',
      'twice',
      undefined,
    ],
    [
      '{"rulebook": "us/wechat", "not_mapped": "x"}',
      'wrong_map',
      'book.map.json:1:27, not_mapped',
      'a list',
      undefined,
    ],
    [
      '{"rulebook": "us/wechat", "not_mapped": ["activity", "activity"]}',
      'wrong_map',
      'book.map.json:1:54, not_mapped.2',
      'twice',
      undefined,
    ],
    [
      '{"rulebook": "us/wechat", "columns": {"activity": "Fee"}, "not_mapped": ["activity"]}',
      'wrong_map',
      'book.map.json:1:74, not_mapped.1',
      'among the facts that are not',
      undefined,
    ],
    [
      withColumns('{"activity": null}'),
      'wrong_map',
      'book.map.json:2:14, columns.activity',
      'name of a column',
      undefined,
    ],
    [
      withColumns('{"activity": {"values": {}}}'),
      'wrong_map',
      'book.map.json:2:14, columns.activity',
      'names no column',
      undefined,
    ],
    [
      withColumns('{"activity": {"column": "Fee", "value": {}}}'),
      'wrong_map',
      'book.map.json:2:44, columns.activity.value',
      'no member',
      'did you mean values?',
    ],
    [
      withColumns('{"activity": {"column": "Fee", "zone": "UTC"}}'),
      'wrong_map',
      'book.map.json:2:44, columns.activity.zone',
      'no date',
      'leave the zone out',
    ],
    [
      withColumns('{"for_a_fee": {"column": "Fee", "values": {"x": true, "x ": false}}}'),
      'wrong_map',
      'book.map.json:2:67, columns.for_a_fee.values."x "',
      'twice',
      undefined,
    ],
    [
      '{"rulebook": "us/wechat", "empty": "N/A"}',
      'wrong_map',
      'book.map.json:1:27, empty',
      'a list of words',
      undefined,
    ],
    [
      '{"rulebook": "us/wechat", "empty": ["N/A", 7]}',
      'wrong_map',
      'book.map.json:1:44, empty.2',
      'a text in double quotes',
      undefined,
    ],
    [
      '{"rulebook": "us/wechat", "empty": ["-", " - "]}',
      'wrong_map',
      'book.map.json:1:42, empty.2',
      'twice',
      undefined,
    ],
    [
      '{"rulebook": "us/wechat", "empty": [" "]}',
      'wrong_map',
      'book.map.json:1:37, empty.1',
      'no word',
      'leave it out',
    ],
    [
      withColumns('{"territory": {"column": "Fee", "empty": ["N/A", "NA"]}}'),
      'wrong_map',
      'book.map.json:2:62, columns.territory.empty.2',
      '"NA" is a value of territory',
      'cannot mean an empty cell',
    ],
    [
      withColumns('{"for_a_fee": {"column": "Fee", "empty": ["No"]}}'),
      'wrong_map',
      'book.map.json:2:55, columns.for_a_fee.empty.1',
      '"No" is a value of for_a_fee',
      undefined,
    ],
    [
      withColumns('{"for_a_fee": {"column": "Fee", "values": {"-": false}, "empty": ["-"]}}'),
      'wrong_map',
      'book.map.json:2:79, columns.for_a_fee.empty.1',
      'is a value of for_a_fee',
      undefined,
    ],
    [
      withColumns('{"activty": "Fee"}'),
      'unknown_fact',
      'book.map.json:2:14, columns.activty',
      'no fact',
      'did you mean activity?',
    ],
    [
      withColumns('{"__proto__": "Fee"}'),
      'unknown_fact',
      'book.map.json:2:14, columns.__proto__',
      'no fact',
      undefined,
    ],
    [
      withColumns('{"subsidiary": "Fee"}'),
      'unknown_fact',
      'book.map.json:2:14, columns.subsidiary',
      'is a defined term',
      'map the facts it is computed from: parent_ownership_percent, parent_controls',
    ],
    [
      '{"rulebook": "us/wechat", "not_mapped": ["actvity"]}',
      'unknown_fact',
      'book.map.json:1:42, not_mapped.1',
      'no fact',
      'did you mean activity?',
    ],
    [
      withColumns('{"activity": "Service typ"}'),
      'no_column',
      'book.map.json:2:14, columns.activity',
      'no column "Service typ"',
      'did you mean Service type?',
    ],
    [
      withColumns('{"activity": "constructor"}'),
      'no_column',
      'book.map.json:2:14, columns.activity',
      'no column',
      undefined,
    ],
    [
      '{"rulebook": "us/wechat", "as_of": "Dat"}',
      'no_column',
      'book.map.json:1:27, as_of',
      'no column',
      'did you mean Date?',
    ],
    [
      withColumns('{"activity": "Fee", "activity": "Date"}'),
      'fact_mapped_twice',
      'book.map.json:2:33, columns.activity',
      'twice',
      undefined,
    ],
    [
      '{"rulebook": "us/wechat", "columns": {"activity": "Fee"}, "constants": {"activity": "other"}}',
      'fact_mapped_twice',
      'book.map.json:1:73, constants.activity',
      'twice',
      undefined,
    ],
    [
      withColumns('{"activity": {"column": "Fee", "values": {"Hosting": "internet_hostng"}}}'),
      'unknown_value',
      'book.map.json:2:55, columns.activity.values.Hosting',
      'no value of activity',
      'did you mean internet_hosting?',
    ],
    [
      withColumns('{"territory": {"column": "Fee", "values": {"USA": "USA"}}}'),
      'unknown_value',
      'book.map.json:2:56, columns.territory.values.USA',
      'no value of territory',
      'ISO 3166-1',
    ],
    [
      '{"rulebook": "us/wechat", "constants": {"application": "weChat"}}',
      'unknown_value',
      'book.map.json:1:41, constants.application',
      'not allowed',
      'did you mean wechat?',
    ],
    [
      '{"rulebook": "us/wechat", "constants": {"application": null}}',
      'unknown_value',
      'book.map.json:1:41, constants.application',
      'null',
      undefined,
    ],
    [
      '{"rulebook": "us/wechat", "as_of": {"column": "Date", "zone": "America/New_Yrok"}}',
      'no_zone',
      'book.map.json:1:55, as_of.zone',
      'no time zone',
      'did you mean America/New_York?',
    ],
    [
      '{"rulebook": "us/wechat", "as_of": {"column": "Date", "zone": "+08:00"}}',
      'no_zone',
      'book.map.json:1:55, as_of.zone',
      'no time zone',
      undefined,
    ],
  ])('%s', (text, code, where, message, hint) => {
    const error = refused(text);
    expect({ code: error.code, where: error.where }).toEqual({ code, where });
    expect(error.message).toContain(message);
    if (hint !== undefined) expect(error.hint).toContain(hint);
    if (code === 'wrong_map') expect(error.values.problem).toMatch(/^[a-z_]+$/);
  });
});

describe('the schema of map files', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

  it.each([
    [WHOLE, true],
    ['{"$schema": "map.schema.json", "rulebook": "us/wechat"}', true],
    [withColumns('{"activity": {"column": "Fee"}}'), true],
    [withColumns('{"for_a_fee": {"column": "Fee", "values": {"x": true}}}'), true],
    ['{"rulebook": "us/wechat", "as_of": "Date"}', true],
    ['{"rulebook": "us/wechat", "empty": ["N/A", "未知"]}', true],
    ['{"rulebook": "us/wechat", "empty": []}', true],
    ['{"rulebook": "us/wechat", "empty": ["N/A", "N/A"]}', false],
    ['{"rulebook": "us/wechat", "empty": [" "]}', false],
    ['{"rulebook": "us/wechat", "empty": {"N/A": true}}', false],
    [withColumns('{"activity": {"column": "Fee", "empty": ["?"]}}'), true],
    [withColumns('{"activity": {"column": "Fee", "empty": "?"}}'), false],
    [withColumns('{"activity": {"column": "Fee", "empty": [1]}}'), false],
    ['{}', false],
    ['[]', false],
    ['{"rulebook": 7}', false],
    ['{"rulebook": "us/wechat", "rows": []}', false],
    ['{"rulebook": "us/wechat", "$schema": 1}', false],
    [withColumns('[]'), false],
    [withColumns('{"activity": null}'), false],
    [withColumns('{"activity": 1}'), false],
    [withColumns('{"activity": {}}'), false],
    [withColumns('{"activity": {"column": 1}}'), false],
    [withColumns('{"activity": {"column": "Fee", "x": 1}}'), false],
    [withColumns('{"activity": {"column": "Fee", "values": []}}'), false],
    [withColumns('{"activity": {"column": "Fee", "values": {"a": null}}}'), false],
    [withColumns('{"activity": {"column": "Fee", "values": {"a": []}}}'), false],
    [withColumns('{"activity": {"column": "Fee", "values": {" ": "other"}}}'), false],
    [withColumns('{"contract_signed_on": {"column": "Fee", "zone": 1}}'), false],
    ['{"rulebook": "us/wechat", "as_of": {}}', false],
    ['{"rulebook": "us/wechat", "as_of": {"column": "Date", "values": {}}}', false],
    ['{"rulebook": "us/wechat", "constants": []}', false],
    ['{"rulebook": "us/wechat", "constants": {"activity": null}}', false],
    ['{"rulebook": "us/wechat", "constants": {"activity": {}}}', false],
    ['{"rulebook": "us/wechat", "not_mapped": {}}', false],
    ['{"rulebook": "us/wechat", "not_mapped": [1]}', false],
    ['{"rulebook": "us/wechat", "not_mapped": ["activity", "activity"]}', false],
  ])('agrees with the reader on %s', (text, right) => {
    expect(validate(JSON.parse(text))).toBe(right);
    if (right) parsed(text);
    else expect(['wrong_map', 'unknown_value']).toContain(refused(text).code);
  });
});

describe('a map that is written and read', () => {
  it('is the same', () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom('__proto__', 'constructor', '1', '是'),
    );
    const trimmed = word.map((text) => text.trim()).filter((text) => text !== '');
    const entry = fc.record(
      {
        fact: fc.constantFrom('activity', 'counterparty', 'application', 'evasion', 'distribution_act'),
        column: word,
        words: fc.uniqueArray(trimmed, { maxLength: 4 }),
        empty: fc.uniqueArray(
          trimmed.map((text) => `no ${text}`),
          { maxLength: 2 },
        ),
        pick: fc.nat(1),
      },
      { requiredKeys: ['fact', 'column', 'pick'] },
    );
    const nameOfValue = (fact: string, index: number) => {
      const { type } = WECHAT.facts.find(({ name }) => name === fact) ?? {};
      const enumeration = WECHAT.enumerations.find(
        ({ name }) => type?.kind === 'enumeration' && name === type.enumeration,
      );
      return enumeration?.values[index]?.name ?? '';
    };
    const date = fc.record(
      { column: word, zone: fc.constantFrom('America/New_York', 'UTC', 'Asia/Shanghai') },
      { requiredKeys: ['column'] },
    );
    const map = fc.record(
      {
        schema: word,
        rulebook: fc.constant('us/wechat'),
        columns: fc.uniqueArray(entry, { selector: ({ fact }) => fact }),
        empty: fc.uniqueArray(trimmed, { maxLength: 3 }),
        asOf: date,
        constants: fc.subarray([
          { fact: 'territory', value: 'US' },
          { fact: 'for_a_fee', value: false },
          { fact: 'parent_ownership_percent', value: '33.25' },
        ]),
        notMapped: fc.subarray(['parent_controls', 'is_compensation', 'licence_covers']),
      },
      { requiredKeys: ['rulebook', 'columns', 'constants', 'notMapped'] },
    );
    fc.assert(
      fc.property(map, ({ columns, ...rest }) => {
        const made: ScreenMap = {
          ...rest,
          columns: columns.map(({ fact, column, words, empty, pick }) => {
            const values = Object.fromEntries((words ?? []).map((text) => [text, nameOfValue(fact, pick)]));
            const mayHave = empty?.filter((word) => !Object.hasOwn(values, word));
            return {
              fact,
              column,
              ...(words === undefined ? {} : { values }),
              ...(mayHave === undefined ? {} : { empty: mayHave }),
            };
          }),
        };
        const { rulebook, declarations } = CONTEXT;
        const text = printMap(made);
        const read = parsed(text, { rulebook, declarations });
        expect(read).toEqual(made);
        expect(printMap(read)).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });
});
