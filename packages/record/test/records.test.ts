import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { digestOf } from '@proviso/language';
import { ENGINE_VERSION } from '@proviso/logic';
import { canonical, makeRecord, type RecordedRulebook, readRecord, replay } from '@proviso/record';
import { RulebookStore } from '@proviso/record/log';
import { describe, expect, test } from 'vitest';
import { programOf, SMALL, WECHAT } from './helpers.ts';

// Records that every release has written, in a folder named after it: later releases must go on giving the same bytes.
// `PROVISO_RECORDS=write` adds those of this release; what is there is never changed.
const FOLDER = new URL('records/', import.meta.url);
const store = new RulebookStore(fileURLToPath(new URL('rulebooks/', FOLDER)));
if (process.env.PROVISO_RECORDS === 'write') await writeRecords();

const releases = readdirSync(FOLDER).filter((name) => name !== 'rulebooks');

test('this release has written its records', () => {
  expect(releases).toContain(ENGINE_VERSION);
});

describe.each(releases)('records of release %s', (release) => {
  test.each(readdirSync(new URL(`${release}/`, FOLDER)))('%s gives the same bytes', async (name) => {
    const text = readFileSync(new URL(`${release}/${name}`, FOLDER), 'utf8');
    const record = readRecord(JSON.parse(text));
    expect(canonical(record), 'the file is canonical').toBe(text.trimEnd());
    expect(record.engine).toBe(release);
    const { same, differences, problems, bytes } = await replay(record, resolve, { digestOfTexts: digestOf });
    expect({ differences, problems }).toEqual({ differences: [], problems: [] });
    expect(same).toBe(true);
    expect(bytes).toBe(canonical(record.answer));
  });
});

/** The version that a record carries, or the one that is kept by its digest. */
async function resolve({ digest, documents }: RecordedRulebook) {
  const found = documents ?? (await store.read(digest));
  return found === undefined ? undefined : programOf(found);
}

async function writeRecords(): Promise<void> {
  const folder = new URL(`${ENGINE_VERSION}/`, FOLDER);
  mkdirSync(folder, { recursive: true });
  const wechat = { application: 'wechat', counterparty: 'unrelated', us_jurisdiction: true, territory: 'US' };
  const transit = { ...wechat, activity: 'internet_transit_or_peering', transit_arrangement: 'incidental_carriage' };
  const cases = [
    ['small-prohibited', SMALL, { asOf: '2020-02-01' }, { goods: 'fireworks', share: '60' }],
    [
      'small-unknown-share',
      SMALL,
      { asOf: '2020-02-01T00:00Z' },
      { goods: 'fireworks', share: null, remark: 'é 微信 😀' },
    ],
    ['small-now', SMALL, {}, { goods: 'books' }],
    ['wechat-open-reading', WECHAT, { asOf: '2020-09-21', knownOn: '2020-09-18' }, transit],
    ['wechat-enjoined', WECHAT, { asOf: '2020-11-01' }, { application: 'wechat', activity: 'internet_hosting' }],
    [
      'wechat-strict',
      WECHAT,
      { asOf: '2020-09-21', knownOn: '2020-09-18', readings: { transit_scope: 'strict' } },
      transit,
    ],
    ['wechat-within-the-day', WECHAT, { asOf: '2020-09-20' }, { application: 'wechat', activity: 'internet_hosting' }],
  ] as const;
  for (const [id, documents, question, facts] of cases) {
    const madeAt = Date.UTC(2026, 10, 24, 12);
    const program = programOf(documents);
    const carried = documents === SMALL ? { documents } : {};
    const record = makeRecord({ id, madeAt, program, question, facts, ...carried });
    if (documents !== SMALL) await store.keep(program.digest, documents);
    const file = new URL(`${id}.json`, folder);
    if (!existsSync(file)) writeFileSync(file, `${canonical(record)}\n`);
  }
}
