import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Service, shelfOf } from '@proviso/service';
import { expect, test } from 'vitest';
import { dayOfCell, instantOfCell } from '../src/screenings/row-times.ts';
import { post, send, temporaryFolder, testService } from './helpers.ts';
import { ended, upload } from './screening-requests.ts';

const RULEBOOK = `# Boxes

\`\`\`proviso
rulebook test/boxes
  title en "Boxes" zh "箱"
  zone America/New_York

instrument ORDER
  kind executive_order
  title en "Order on boxes" zh "装箱令"
  citation "1 B 1"

provision ORDER-1 of ORDER at en "s. 1" zh "第1条"
  gist en "No late boxes" zh "禁止迟装"

event start
  effective ORDER on 2020-09-20T12:00-04:00
  label en "Order takes effect" zh "命令生效"

fact packed instant
  label en "Packed at" zh "装箱时刻"
  question en "When was it packed?" zh "何时装箱？"

fact due date
  label en "Due on" zh "到期日"
  question en "When is it due?" zh "何时到期？"

prohibition shipping per ORDER-1
  when packed is on or after 2020-09-20T20:00:00-04:00 and due is after 2020-09-20

example "packed late"
  as of 2040-01-01
  given packed is 2020-09-21T00:00:00-04:00, due is 2020-09-21
  expect prohibited
\`\`\`
`;

/** Rows of clock times and dates, as a Parquet file. */
async function timedRows(): Promise<Buffer> {
  const path = join(temporaryFolder(), 'timed.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = [
    ['2020-09-21 07:59:59.999', '2020-09-20', '2020-09-21 00:00:00'],
    ['2020-09-21 08:00:00.000123', '2020-09-21', '2020-09-21 00:00:00'],
    ['2020-09-21 08:00:00', '2020-09-20', '2020-09-21 00:00:00'],
    ['2020-09-21 08:00:00', '2020-09-21', '2020-09-20 23:59:59.9'],
  ].map(([packed, due, booked]) => {
    // Of every day the last second, as a clock time and as an instant: in UTC that is the next day already.
    const last = [`TIMESTAMP '${due} 23:59:59'`, `TIMESTAMPTZ '${due} 23:59:59-04'`];
    return `(TIMESTAMP '${packed}', DATE '${due}', TIMESTAMP '${booked}', ${last.join(', ')})`;
  });
  const names = 'packed, due, booked, due_clock, due_instant';
  await connection.run(`COPY (FROM (VALUES ${rows.join(', ')}) AS rows(${names})) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return readFileSync(path);
}

const zoned = (due: unknown) => ({
  rulebook: 'test/boxes',
  columns: { packed: { column: 'packed', zone: 'Asia/Shanghai' }, due },
  as_of: { column: 'booked', zone: 'Asia/Shanghai' },
});

async function boxes(): Promise<Service & { readonly upload: string }> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'test', 'boxes'), { recursive: true });
  writeFileSync(join(folder, 'test', 'boxes', 'rulebook.md'), RULEBOOK);
  const service = await testService({ rulebooks: shelfOf([folder]) });
  return { ...service, upload: (await upload(service, await timedRows(), 'timed.parquet')).json().id };
}

test.each([
  ['days', 'due'],
  ['clock times', 'due_clock'],
  ['instants', { column: 'due_instant', zone: 'America/New_York' }],
])('a row of times and %s, read back as a question, has the verdict that the screening gave it', async (_, due) => {
  const service = await boxes();
  const order = { upload: service.upload, rulebook: 'test/boxes', map: JSON.stringify(zoned(due)) };
  const { id } = (await post(service, '/v1/screenings', order)).json();
  expect(await ended(service, id)).toMatchObject({ state: 'done', failure: null });
  const verdicts: unknown[] = [];
  const questions: unknown[] = [];
  for (const row of [1, 2, 3, 4]) {
    const { cells, question } = (await send(service, { url: `/v1/screenings/${id}/rows/${row}` })).json();
    const decided = await post(service, '/v1/decisions', question);
    expect(decided.statusCode, decided.body).toBe(200);
    expect(decided.json().verdict).toBe(cells.verdict);
    verdicts.push(cells.verdict);
    questions.push(question);
  }
  expect(verdicts).toEqual(['not_restricted', 'prohibited', 'not_restricted', 'not_restricted']);
  expect(questions[1]).toMatchObject({
    asOf: '2020-09-21T00:00:00+08:00',
    facts: { due: '2020-09-21' },
  });
});

test('cells of times become instants', () => {
  const clock = { stored: 'timestamp', zone: 'America/New_York' };
  expect(instantOfCell('2020-09-20 23:30:00', clock)).toBe('2020-09-20T23:30:00-04:00');
  // Shown twice, and never.
  expect(instantOfCell('2020-11-01 01:30:00', clock)).toBe('2020-11-01T01:30:00-04:00');
  expect(instantOfCell('2020-03-08 02:30:00', clock)).toMatch(/^2020-03-08T0[13]:30:00-0[45]:00$/);
  for (const written of ['2020-09-21 03:30:00+00', '2020-09-21 09:00:00+05:30', '2020-09-20 23:30:00-04'])
    expect(instantOfCell(written, { stored: 'instant' })).toBe('2020-09-21T03:30:00+00:00');
  for (const other of ['', '2020-09-20', 'infinity', null, 3]) expect(instantOfCell(other, clock)).toBe(other);
  expect(instantOfCell('2020-09-20 23:30:00', { stored: 'text' })).toBe('2020-09-20 23:30:00');
});

test('cells of times become days', () => {
  const instant = { stored: 'instant', zone: 'America/New_York' };
  expect(dayOfCell('2020-09-20 23:30:00.5', { stored: 'timestamp' })).toBe('2020-09-20');
  expect(dayOfCell('2020-09-21 03:59:59+00', instant)).toBe('2020-09-20');
  expect(dayOfCell('2020-09-21 04:00:00+00', instant)).toBe('2020-09-21');
  for (const other of ['', '2020-09-20', 'infinity', null, 3]) expect(dayOfCell(other, instant)).toBe(other);
});
