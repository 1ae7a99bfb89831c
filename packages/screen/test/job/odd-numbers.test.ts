import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from '@proviso/language';
import { compile, type Program } from '@proviso/logic';
import { isVocabulary } from '@proviso/model';
import { describe, expect, test } from 'vitest';
import { programOf } from '../../../../test/rulebooks/load.ts';
import type { ScreeningOptions } from '../../src/job/index.ts';
import { csvLine, judgedBy, judgedRows, Place, screening } from './screened.ts';

const place = new Place();
const program = programOf('us/wechat');
const KNOWN = { asOf: '2020-09-21', knownOn: '2020-09-18' } as const;
/** A transaction for which all depends on whether the parent holds more than half. */
const FACTS = {
  application: 'wechat',
  counterparty: 'affiliate',
  us_jurisdiction: 'true',
  business_to_business: 'true',
  territory: 'US',
  is_compensation: 'false',
  is_user_exchange: 'false',
  is_outside_us_app_activity: 'false',
  is_user_data_storage_in_us: 'false',
  activity: 'internet_hosting',
  enables_functioning_or_optimization: 'true',
  for_a_fee: 'true',
  service_through_app: 'true',
  parent_controls: 'false',
} as const;
const SHARE = 'parent_ownership_percent';

async function judge(source: ScreeningOptions['source']) {
  return screening({ program, source, ...KNOWN }, async (opened) => ({
    rows: await judgedRows(opened, place.path('out.jsonl')),
    counted: await opened.count(),
  }));
}

function byLibrary(share: string | null) {
  const facts = Object.fromEntries(
    Object.entries(FACTS).map(([name, cell]) => [name, cell === 'true' || cell === 'false' ? cell === 'true' : cell]),
  );
  return judgedBy(program.at(KNOWN).decide(program.readFacts({ ...facts, [SHARE]: share })));
}

describe('numbers in a text', () => {
  const SHARES = [
    '50',
    '49.999999999999999999999999999999',
    '50.000000000000000000000001',
    '49.999999999999999999',
    '50.00',
    '+50',
    '0050',
    '1/2',
    '99/2',
    '100/2',
    '101/2',
    '99999999999999/2000000000000',
    '100000000000001/2000000000000',
    `${'0'.repeat(40)}51`,
    '0',
    '100',
    '',
  ];

  test('are judged as the library reads them, digit by digit', async () => {
    const table = [[...Object.keys(FACTS), SHARE], ...SHARES.map((share) => [...Object.values(FACTS), share])];
    const path = place.write('shares.csv', table.map(csvLine).join(''));
    const { rows, counted } = await judge({ kind: 'file', paths: [path] });
    expect([counted.good, counted.badCells]).toEqual([SHARES.length, 0]);
    const wanted = SHARES.map((share) => [share, byLibrary(share === '' ? null : share)]);
    expect(rows.map(({ cells, judged }) => [cells[SHARE] ?? '', judged])).toEqual(wanted);
    expect(new Set(rows.map(({ judged }) => judged.verdict)).size).toBeGreaterThan(1);
  });

  test('that the library does not read either are bad cells', async () => {
    const shares = [
      '1/0',
      'fifty',
      '1e2',
      '50,0',
      '50%',
      '100.0000000000000000000000001',
      '-1/2',
      '100/3',
      '½',
      `1${'0'.repeat(30)}/3`,
    ];
    const table = [[...Object.keys(FACTS), SHARE], ...shares.map((share) => [...Object.values(FACTS), share])];
    const path = place.write('bad.csv', table.map(csvLine).join(''));
    const { rows, counted } = await judge({ kind: 'file', paths: [path] });
    expect(rows.map(({ cells }) => cells[SHARE])).toEqual([]);
    expect(counted.badCells).toBe(shares.length);
  });
});

/** A rulebook in which half is enough. */
function halfIsEnough(): Program {
  const text = `rulebook test/half
    title en "Half"
    zone UTC
    instrument ORDER kind statute title en "Order"
    provision P of ORDER at en "s. 1"
    event starts effective ORDER on 2020-01-01
    fact share decimal
    prohibition owned per P label en "Owned" when share >= 50`;
  const { document, diagnostics } = parse(`\`\`\`proviso\n${text}\n\`\`\`\n`);
  if (document === undefined || isVocabulary(document)) throw new Error(JSON.stringify(diagnostics));
  return compile(document);
}

describe('numbers of a database', () => {
  test('14.36 + 17.74 + 17.90 reach 50 as exact decimals', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const path = place.path('shares.parquet');
    await connection.run(
      `COPY (SELECT a + b + c AS share FROM (VALUES
        (14.36::DECIMAL(5,2), 17.74::DECIMAL(5,2), 17.90::DECIMAL(5,2)),
        (14.36::DECIMAL(5,2), 17.74::DECIMAL(5,2), 17.89::DECIMAL(5,2))) AS parts(a, b, c))
       TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    const source = { kind: 'file', paths: [path] } as const;
    const options = { program: halfIsEnough(), source, asOf: '2020-09-21' };
    const rows = await screening(options, (opened) => judgedRows(opened, place.path('out.jsonl')));
    expect(rows.map(({ judged }) => judged.verdict)).toEqual(['prohibited', 'not_restricted']);
  });

  test('that were added as binary fractions are judged as what they are', async () => {
    const sum = 14.36 + 17.74 + 17.9;
    expect(sum).toBeLessThan(50);
    const path = place.write('sum.jsonl', `${JSON.stringify({ share: sum })}\n{"share": 50}\n{"share": "50"}\n`);
    const source = { kind: 'file', paths: [path] } as const;
    const options = { program: halfIsEnough(), source, asOf: '2020-09-21' };
    const rows = await screening(options, (opened) => judgedRows(opened, place.path('out.jsonl')));
    expect(rows.map(({ judged }) => judged.verdict)).toEqual(['not_restricted', 'prohibited', 'prohibited']);
  });
});
