import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ScreenError } from '../../src/errors.ts';
import { DIALECT_LIMITS, DIALECTS } from '../../src/sql/index.ts';
import { duckdbEngine } from './duckdb-engine.ts';
import type { Engine } from './engine.ts';
import { pgliteEngine } from './pglite-engine.ts';
import { PYTHON, pythonEngine } from './python-engine.ts';
import { type Column, sqlFor, type Table, verdicts } from './small-book.ts';

const ENGINES: readonly { readonly name: string; readonly make: () => Promise<Engine>; readonly skip: boolean }[] = [
  { name: 'DuckDB', make: duckdbEngine, skip: false },
  { name: 'PostgreSQL', make: pgliteEngine, skip: false },
  { name: 'Spark (needs PROVISO_SQL_PYTHON)', make: () => pythonEngine('spark'), skip: PYTHON === undefined },
  { name: 'ClickHouse (needs PROVISO_SQL_PYTHON)', make: () => pythonEngine('clickhouse'), skip: PYTHON === undefined },
];

const GOODS: Column = { fact: 'goods', stored: 'text' };
const FLAG: Column = { fact: 'flag', stored: 'boolean' };
const SHARE: Column = { fact: 'share', stored: 'text' };
const at50 = `fact share decimal from 0 to 100
prohibition p per P label en "p" when share >= 50`;
const books = `fact goods one of books, maps
prohibition p per P label en "p" when not (goods is books)`;

for (const { name, make, skip } of ENGINES) {
  describe.skipIf(skip)(`traps on ${name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await make();
    });
    afterAll(() => engine?.close());
    const judge = (table: Table) => verdicts(engine, table);

    test('an unknown value under a negation stays unknown', async () => {
      const rows = [['books'], ['maps'], [null]];
      expect(await judge({ rules: books, columns: [GOODS], rows })).toEqual([
        'not_restricted',
        'prohibited',
        'undetermined',
      ]);
    });

    test('an unknown value is neither in a list nor outside of it', async () => {
      const rules = `list friends of country CA, DE
fact origin country
prohibition p per P label en "p" when origin is not in friends`;
      const rows = [['CA'], ['FR'], [null], ['XX']];
      expect(await judge({ rules, columns: [{ fact: 'origin', stored: 'text' }], rows })).toEqual([
        'not_restricted',
        'prohibited',
        'undetermined',
        'bad: origin',
      ]);
    });

    test("a word for don't know is an empty cell: it keeps what is open open, and drops a presumption", async () => {
      const rules = `fact goods one of books, maps
fact share decimal from 0 to 100
fact licensed yes or no presumed no
prohibition p per P label en "p" when goods is books and share >= 50 and not licensed`;
      const columns: readonly Column[] = [
        { fact: 'goods', stored: 'text', empty: ['N/A', "it's \\ ?"] },
        { fact: 'share', stored: 'text', empty: ['-', '0'] },
        { fact: 'licensed', stored: 'integer', empty: ['9'] },
      ];
      const rows = [
        ['books', '50', '0'],
        ['N/A', '50', '0'],
        [" it's \\ ? ", '50', '0'],
        ['n/a', '50', '0'],
        ['books', ' - ', '0'],
        ['books', '0', '0'],
        ['books', '0.0', '0'],
        ['books', '50', '9'],
        ['books', '50', '8'],
      ];
      expect(await judge({ rules, columns, rows })).toEqual([
        'prohibited',
        'undetermined',
        'undetermined',
        'bad: goods',
        'undetermined',
        'undetermined',
        'not_restricted',
        'undetermined',
        'bad: licensed',
      ]);
    });

    test('what holds either way holds for an unknown value', async () => {
      const rules = `fact flag yes or no
fact goods one of books, maps
prohibition p per P label en "p" when flag or not flag
prohibition q per P label en "q" when goods is books and not (goods is books)`;
      expect(
        await judge({
          rules,
          columns: [FLAG, GOODS],
          rows: [
            [null, null],
            ['true', 'maps'],
          ],
        }),
      ).toEqual(['prohibited', 'prohibited']);
    });

    test('two conditions on one column are never met by two values', async () => {
      const rules = `fact share decimal
fact flag yes or no
prohibition p per P label en "p" when share > 60 and share < 40
prohibition q per P label en "q" when (share >= 50 or share < 50) and flag`;
      const rows = [
        [null, 'false'],
        [null, 'true'],
        ['50', null],
      ];
      expect(await judge({ rules, columns: [SHARE, FLAG], rows })).toEqual([
        'not_restricted',
        'prohibited',
        'undetermined',
      ]);
    });

    test('a reading that cancels out decides nothing', async () => {
      const rules = `fact flag yes or no
reading scope question en "?" per P alternative narrow en "n" alternative strict en "s"
prohibition p per P label en "p" when (scope is strict and flag) or (scope is narrow and flag)`;
      expect(await judge({ rules, columns: [FLAG], rows: [['true'], ['false'], [null]] })).toEqual([
        'prohibited',
        'not_restricted',
        'undetermined',
      ]);
    });

    test('decimals are compared to their last digit', async () => {
      const rows = [
        ['49.999999999999999999'],
        ['50.000000000000000000'],
        ['050'],
        ['+50.0'],
        ['5e1'],
        ['50,0'],
        ['-0.0'],
        ['100.000000000000000001'],
        ['1/2'],
        ['5\n'],
      ];
      expect(await judge({ rules: at50, columns: [SHARE], rows })).toEqual([
        'not_restricted',
        'prohibited',
        'prohibited',
        'prohibited',
        'bad: share',
        'bad: share',
        'not_restricted',
        'bad: share',
        'bad: share',
        'bad: share',
      ]);
    });

    test('a binary number that no short decimal stands for is refused', async () => {
      const rules = `fact share decimal
prohibition p per P label en "p" when share >= 0.3`;
      const rows = [['0.3'], ['0.30000000000000004'], ['0.29'], ['NaN'], ['Infinity'], ['9007199254740991'], ['1e-7']];
      expect(await judge({ rules, columns: [{ fact: 'share', stored: 'double' }], rows })).toEqual([
        'prohibited',
        'bad: share',
        'not_restricted',
        'bad: share',
        'bad: share',
        'prohibited',
        'not_restricted',
      ]);
    });

    test('a third is met by no decimal', async () => {
      const rules = `fact part fraction
prohibition p per P label en "p" when part >= 1/3`;
      const rows = [['0.3333333333'], ['0.3333333334']];
      const expected = ['not_restricted', 'prohibited'];
      expect(await judge({ rules, columns: [{ fact: 'part', stored: 'text' }], rows })).toEqual(expected);
      expect(await judge({ rules, columns: [{ fact: 'part', stored: 'decimal' }], rows })).toEqual(expected);
      expect(await judge({ rules, columns: [{ fact: 'part', stored: 'double' }], rows })).toEqual(expected);
    });

    test('one moment is one moment in every offset', async () => {
      const rules = `fact shipped instant
prohibition p per P label en "p" when shipped is on or after 2020-06-01T12:00:00Z`;
      const rows = [
        ['2020-06-01T08:00:00-04:00'],
        ['2020-06-01T20:00+08:00'],
        ['2020-06-01T11:59:59.999Z'],
        ['2020-06-01T12:00:00'],
        ['2020-06-31T12:00:00Z'],
      ];
      expect(await judge({ rules, columns: [{ fact: 'shipped', stored: 'text' }], rows })).toEqual([
        'prohibited',
        'prohibited',
        'not_restricted',
        'bad: shipped',
        'bad: shipped',
      ]);
    });

    test('an empty text is an empty cell, for facts of every type', async () => {
      const rules = `${books}
fact remark text
prohibition q per P label en "q" when remark is "secret"`;
      const rows = [
        ['', '  '],
        ['books', ' secret '],
        ['books', 'Secret'],
      ];
      expect(await judge({ rules, columns: [GOODS, { fact: 'remark', stored: 'text' }], rows })).toEqual([
        'undetermined',
        'prohibited',
        'not_restricted',
      ]);
    });

    test('an unknown word is a bad row, even where the fact decides nothing', async () => {
      const rules = `${at50}
fact goods one of books, maps`;
      const rows = [
        ['60', 'atlases'],
        ['60', 'Books'],
        ['10', 'books'],
        ['110', 'atlases'],
        ['10', null],
      ];
      expect(await judge({ rules, columns: [SHARE, GOODS], rows })).toEqual([
        'bad: goods',
        'bad: goods',
        'not_restricted',
        'bad: share;goods',
        'not_restricted',
      ]);
    });

    test('words of the mapping stand for values, before anything else', async () => {
      const rules = `fact flag yes or no
prohibition p per P label en "p" when flag`;
      const columns: Column[] = [{ fact: 'flag', stored: 'text', values: { 是: 'true', 否: 'false', no: 'true' } }];
      expect(await judge({ rules, columns, rows: [['是'], ['否'], ['no'], ['NO'], ['maybe']] })).toEqual([
        'prohibited',
        'not_restricted',
        'prohibited',
        'not_restricted',
        'bad: flag',
      ]);
    });

    test('columns may be called like SQL', async () => {
      const columns: Column[] = [
        { ...GOODS, column: '"; DROP TABLE trial; --' },
        { ...FLAG, column: "` OR 1=1 -- \\' $$ {0}" },
      ];
      const rules = `${books}
fact flag yes or no
prohibition q per P label en "q" when flag`;
      expect(await judge({ rules, columns, rows: [['books', 'false']] })).toEqual(['not_restricted']);
    });

    test('each row is judged by the law of its own date', async () => {
      const rules = `${books}`;
      const asOf = { column: 'on', stored: 'text' } as const;
      const rows = [
        ['maps', '2019-12-31'],
        ['maps', '2020-01-01'],
        ['maps', '2020-01-01T04:59:59Z'],
        ['maps', '2020-01-01T00:00:00-05:00'],
        ['maps', ''],
        ['maps', 'yesterday'],
      ];
      expect(await judge({ rules, columns: [GOODS], rows, asOf })).toEqual([
        'not_restricted',
        'prohibited',
        'not_restricted',
        'prohibited',
        'bad: as_of',
        'bad: as_of',
      ]);
    });

    test('a set counts a value once, however it is spelled', async () => {
      const rules = `fact kinds set of decimal
fact goods list of text
prohibition p per P label en "p" when count of kinds >= 2
prohibition q per P label en "q" when count of goods >= 3`;
      const rows = [
        ['1;1.0; 01', 'a;a'],
        ['1;2', null],
        ['1;x', 'a'],
        ['1', 'a;a;a'],
        ['1;', 'a'],
      ];
      const columns: Column[] = [{ fact: 'kinds', stored: 'text' }, GOODS];
      expect(await judge({ rules, columns, rows })).toEqual([
        'not_restricted',
        'prohibited',
        'bad: kinds',
        'prohibited',
        'bad: kinds',
      ]);
    });

    test('keys of many columns need more than 32 bits', async () => {
      const flags = Array.from({ length: 30 }, (_, index) => `flag_${index}`);
      const rules = `${flags.map((flag) => `fact ${flag} yes or no`).join('\n')}
prohibition p per P label en "p" when ${flags.join(' and ')}`;
      const columns = flags.map((fact): Column => ({ fact, stored: 'boolean' }));
      const cells = [
        flags.map(() => 'true'),
        flags.map((_, at) => (at % 3 === 0 ? null : 'true')),
        flags.map(() => null),
      ];
      const source = await engine.table(
        [{ name: 'id', stored: 'integer' }, ...columns.map(({ fact, stored }) => ({ name: fact, stored }))],
        cells.map((row, id) => [String(id), ...row]),
      );
      const { keyed } = sqlFor(engine.dialect, { rules, columns, rows: [] }, source);
      if (keyed === undefined) throw new Error('no keys');
      const rows = [...(await engine.rows(keyed.rows(['id'])))].sort((a, b) => Number(a.id) - Number(b.id));
      const codes = rows.map((row) => keyed.codesOf(Number(row.proviso_key)));
      expect(codes.map((of) => of.map((code) => code > 0))).toEqual(
        cells.map((row) => row.map((cell) => cell !== null)),
      );
    });

    test.skipIf(name.startsWith('ClickHouse'))('clock times are read in their zone', async () => {
      const rules = `fact shipped instant
prohibition p per P label en "p" when shipped >= 2020-11-01T06:00:00Z`;
      // At that moment New York goes from -04:00 to -05:00, and shows 01:00 to 02:00 a second time.
      const columns: Column[] = [{ fact: 'shipped', stored: 'timestamp', zone: 'America/New_York' }];
      const rows = [
        ['2020-11-01 00:59:59'],
        ['2020-11-01 01:30:00'],
        ['2020-11-01 02:00:00'],
        ['2020-06-01 12:00:00'],
        ['2021-03-14 02:30:00'],
      ];
      expect(await judge({ rules, columns, rows })).toEqual([
        'not_restricted',
        'bad: shipped',
        'prohibited',
        'not_restricted',
        'prohibited',
      ]);
    });

    const onTheDay = `fact signed date
prohibition p per P label en "p" when signed = 2020-11-01`;

    test.skipIf(name.startsWith('ClickHouse'))('a clock time gives its day', async () => {
      const columns: Column[] = [{ fact: 'signed', stored: 'timestamp' }];
      const rows = [
        ['2020-10-31 23:59:59.999'],
        ['2020-11-01 00:00:00'],
        ['2020-11-01 23:59:59.999'],
        ['2020-11-02 00:00:00'],
      ];
      expect(await judge({ rules: onTheDay, columns, rows })).toEqual([
        'not_restricted',
        'prohibited',
        'prohibited',
        'not_restricted',
      ]);
    });

    test('an instant gives the day in the zone of its column', async () => {
      // In New York that day has 25 hours: it begins at -04:00 and ends at -05:00.
      const columns: Column[] = [{ fact: 'signed', stored: 'instant', zone: 'America/New_York' }];
      const rows = [
        ['2020-11-01T03:59:59.999Z'],
        ['2020-11-01T04:00:00Z'],
        ['2020-11-02T04:59:59.999Z'],
        ['2020-11-02T05:00:00Z'],
      ];
      expect(await judge({ rules: onTheDay, columns, rows })).toEqual([
        'not_restricted',
        'prohibited',
        'prohibited',
        'not_restricted',
      ]);
    });
  });
}

describe('columns that cannot give a fact are refused', () => {
  const refused = (rules: string, column: Column, dialect: (typeof DIALECTS)[number] = 'duckdb') => {
    try {
      sqlFor(dialect, { rules, columns: [column], rows: [] }).decided({ lists: 'list' });
    } catch (error) {
      if (error instanceof ScreenError) return error.code;
      throw error;
    }
    return undefined;
  };
  const shipped = `fact shipped instant
prohibition p per P label en "p" when shipped >= 2020-11-01T06:00:00Z`;
  const signed = `fact signed date
prohibition p per P label en "p" when signed >= 2020-11-01`;

  test('clock times without a zone are no instants', () => {
    expect(refused(shipped, { fact: 'shipped', stored: 'timestamp' })).toBe('no_zone');
    expect(refused(shipped, { fact: 'shipped', stored: 'timestamp', zone: 'Mars/Olympus' })).toBe('no_zone');
  });

  test('instants have no day without a zone', () => {
    expect(refused(signed, { fact: 'signed', stored: 'instant' })).toBe('no_zone');
    expect(refused(signed, { fact: 'signed', stored: 'instant', zone: 'Mars/Olympus' })).toBe('no_zone');
  });

  test('numbers are no dates, and texts no lists of something else', () => {
    expect(refused(signed, { fact: 'signed', stored: 'integer' })).toBe('wrong_type');
    expect(refused(books, { fact: 'goods', stored: 'double' })).toBe('wrong_type');
    expect(refused(books, { fact: 'goods', stored: 'integer' })).toBe('wrong_type');
    expect(refused(at50, { fact: 'share', stored: 'other' })).toBe('wrong_type');
  });

  test('words must stand for values of the fact', () => {
    expect(refused(books, { fact: 'goods', stored: 'text', values: { Atlas: 'atlases' } })).toBe('unknown_value');
    expect(refused(at50, { fact: 'share', stored: 'text', values: { lots: '101' } })).toBe('unknown_value');
  });

  test('ClickHouse has no clock times, and says so', () => {
    const column: Column = { fact: 'shipped', stored: 'timestamp', zone: 'UTC' };
    expect(refused(shipped, column, 'clickhouse')).toBe('cannot_in_dialect');
    expect(DIALECT_LIMITS.map(({ dialect }) => dialect)).toEqual(DIALECTS);
    expect(DIALECT_LIMITS.find(({ dialect }) => dialect === 'clickhouse')?.cannot.length).toBeGreaterThan(0);
  });
});
