import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from '@proviso/language';
import { compile, type Program } from '@proviso/logic';
import { isVocabulary } from '@proviso/model';
import { describe, expect, test } from 'vitest';
import { type Against, Comparing, type ScreeningOptions } from '../../src/job/index.ts';
import { programOf as booked } from '../sql/small-book.ts';
import { csvLine, Place, screening } from './screened.ts';

const place = new Place();

/** A ban that a court stops on 1 March, an exemption from it, and an exception to the exemption that ends on 1 February. */
const RULES = `rulebook test/causes
  title en "Causes"
  zone UTC
instrument ORDER kind statute title en "Order"
provision BAN of ORDER at en "s. 1"
provision OUT of ORDER at en "s. 2"
provision BUT of ORDER at en "s. 3"
provision DEF of ORDER at en "s. 4"
instrument COURT kind court_order title en "Court"
event starts effective ORDER on start of 2020-01-01
event stops enjoined BAN by COURT on start of 2020-03-01
event ends revoked BUT on start of 2020-02-01
event voids revoked DEF on start of 2020-05-01
fact goods one of oil, timber, coal
fact small yes or no
fact foreign yes or no
prohibition ban per BAN label en "ban" when goods is oil
prohibition coal_ban per OUT, DEF label en "coal" when goods is coal
exemption out per OUT label en "out" lifts ban, coal_ban when small
exemption but per BUT label en "but" lifts out when foreign
`;
const ROWS = [
  ['goods', 'small', 'foreign'],
  ['oil', 'true', 'false'],
  ['oil', 'true', 'true'],
  ['oil', 'false', 'false'],
  ['coal', 'true', 'false'],
  ['timber', 'true', 'true'],
  ['', 'true', 'false'],
];

function program(): Program {
  const { document, diagnostics } = parse(`\`\`\`proviso\n${RULES}\n\`\`\`\n`);
  if (document === undefined || isVocabulary(document)) throw new Error(JSON.stringify(diagnostics));
  return compile(document);
}

async function whyOf(asOf: string, against: Against, more: Partial<ScreeningOptions> = {}): Promise<readonly string[]> {
  const source = { kind: 'file', paths: [place.write('rows.csv', ROWS.map(csvLine).join(''))] } as const;
  const path = place.path('changed.jsonl');
  return screening({ program: program(), source, asOf, ...more }, async (opened) => {
    const comparing = new Comparing(opened, against);
    await comparing.write({ path, overwrite: true });
    const { otherwise, changed, transitions, provisions } = await comparing.comparison();
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    expect(lines.length).toBe(changed.rows);
    expect(otherwise.rows).toBe(lines.filter((line) => JSON.parse(line).why.length === 0).length);
    const named = new Set(transitions.flatMap(({ because }) => because));
    expect(new Set(provisions.map(({ provision }) => provision))).toEqual(named);
    return lines.map((line) => {
      const { goods, small, foreign, verdict_before, verdict, why } = JSON.parse(line);
      return `${goods} ${small} ${foreign}: ${verdict_before} -> ${verdict}; ${why.join('; ')}`;
    });
  });
}

const STOPPED = 'BAN: in_force (starts) -> enjoined (stops)';

describe('why an answer changed where no provision that decides it did', () => {
  test('a ban from which the row was exempt is stopped', async () => {
    expect(await whyOf('2020-03-15', { asOf: '2020-02-15' })).toEqual([
      `oil true false: exempt -> not_restricted; ${STOPPED}`,
      `oil true true: exempt -> not_restricted; ${STOPPED}`,
      `oil false false: prohibited -> not_restricted; ${STOPPED}`,
    ]);
  });

  test('it begins again, seen the other way round', async () => {
    expect((await whyOf('2020-02-15', { asOf: '2020-03-15' }))[0]).toBe(
      'oil true false: not_restricted -> exempt; BAN: enjoined (stops) -> in_force (starts)',
    );
  });

  test('an exception to an exemption ends, or a definition that a rule hangs on', async () => {
    expect(await whyOf('2020-02-15', { asOf: '2020-01-15' })).toEqual([
      'oil true true: prohibited -> exempt; BUT: in_force (starts) -> revoked (ends)',
    ]);
    expect(await whyOf('2020-05-15', { asOf: '2020-04-15' })).toEqual([
      'coal true false: exempt -> not_restricted; DEF: in_force (starts) -> revoked (voids)',
      'null true false: exempt -> not_restricted; DEF: in_force (starts) -> revoked (voids)',
    ]);
  });

  test('where each row has its own date no provision is named', async () => {
    const rows = ROWS.map((row, at) => csvLine([at === 0 ? 'on' : '2020-03-15', ...row])).join('');
    const source = { kind: 'file', paths: [place.write('dated.csv', rows)] } as const;
    const against = { asOf: '2020-02-15' };
    const why = await whyOf('', against, { source, asOfColumn: { column: 'on' } });
    expect(why[0]).toBe('oil true false: exempt -> not_restricted; ');
  });
});

describe('the files of a comparison', () => {
  const against = { asOf: '2020-02-15' };
  const changed = async (name: string) => {
    const source = { kind: 'file', paths: [place.write('rows.csv', ROWS.map(csvLine).join(''))] } as const;
    const path = place.path(name);
    await screening({ program: program(), source, asOf: '2020-03-15' }, async (opened) => {
      await new Comparing(opened, against).write({ path, overwrite: true });
    });
    return path;
  };

  test('have real lists in JSON lines, and null where nothing holds back', async () => {
    const lines = readFileSync(await changed('lists.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      goods: 'oil',
      small: 'true',
      foreign: 'false',
      verdict_before: 'exempt',
      verdict: 'not_restricted',
      may_proceed_before: 'yes',
      may_proceed: 'yes',
      provisions_before: ['OUT'],
      provisions: [],
      held_back_before: null,
      held_back: null,
      why: [STOPPED],
    });
  });

  test('have real lists in Parquet', async () => {
    const path = await changed('lists.parquet');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      const reader = await connection.runAndReadAll(
        `SELECT typeof(provisions_before), typeof(provisions), typeof(why), typeof(held_back), why[1] FROM read_parquet('${path}') LIMIT 1`,
      );
      expect(reader.getRows()).toEqual([['VARCHAR[]', 'VARCHAR[]', 'VARCHAR[]', 'VARCHAR', STOPPED]]);
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  });

  test('have joined lists in CSV', async () => {
    const lines = readFileSync(await changed('lists.csv'), 'utf8')
      .trim()
      .split('\n');
    expect(lines[1]?.replaceAll('""', '')).toBe(`oil,true,false,exempt,not_restricted,yes,yes,OUT,,,,${STOPPED}`);
  });
});

describe('numbers that only the library reads', () => {
  test('are read for each version of a rulebook by itself, and are no rows without a verdict', async () => {
    const book = (least: number) =>
      booked(`fact share decimal from 0 to 100
prohibition p per P label en "p" when share >= ${least}`);
    const source = { kind: 'file', paths: [place.write('odd.csv', 'share\n101/2\n55\n1/2\n')] } as const;
    await screening({ program: book(60), source, asOf: '2020-06-01' }, async (opened) => {
      const comparing = new Comparing(opened, { program: book(50) });
      const path = place.path('odd.jsonl');
      await comparing.write({ path, overwrite: true });
      const rows = readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(rows.map((row) => [row.share, row.verdict_before, row.verdict])).toEqual([
        ['101/2', 'prohibited', 'not_restricted'],
        ['55', 'prohibited', 'not_restricted'],
      ]);
      expect(await comparing.comparison()).toMatchObject({ changed: { rows: 2 }, unchanged: { rows: 1 } });
    });
  });
});
