import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { examination } from '../src/rulebooks/examination.ts';
import { Examiner } from '../src/rulebooks/examiner.ts';
import { HOSTING, RULEBOOKS, shippedShelf, temporaryFolder } from './helpers.ts';
import { examineWorker, startProcess } from './process.ts';

const { vocabularies } = shippedShelf();

/** A rulebook of prohibitions whose conditions have to do with each other in a tangled way. */
function tangled(size: number): string {
  const lines = [
    '```proviso',
    'rulebook my/tangle',
    '  title en "Tangle" zh "乱"',
    '  zone UTC',
    '',
    'instrument ORDER',
    '  kind executive_order',
    '  title en "Order" zh "令"',
    '  citation "1"',
    '',
    'provision P of ORDER at en "1" zh "1"',
    '  gist en "No" zh "否"',
    '',
    'event start',
    '  effective ORDER on 2020-02-01',
    '  label en "Effect" zh "生效"',
    '',
  ];
  for (let at = 0; at < size; at++)
    lines.push(`fact f${at} yes or no`, '  label en "B" zh "乙"', '  question en "H?" zh "何？"', '');
  for (let at = 0; at < size; at++) {
    const others = `f${(at * 7 + 3) % size} and not f${(at * 13 + 5) % size}`;
    lines.push(`prohibition r${at} per P`, `  when f${at} and ${others}`, '');
  }
  return [...lines, '```', ''].join('\n');
}

async function examiner(time?: number): Promise<Examiner> {
  const made = new Examiner(time, await examineWorker());
  onTestFinished(() => made.close());
  return made;
}

test('a thread finds what is found without one', async () => {
  const thread = await examiner();
  for (const id of ['us/wechat', 'us/eo-13971']) {
    const text = readFileSync(join(RULEBOOKS, id, 'rulebook.md'), 'utf8');
    for (const one of [
      text,
      text.replace('prohibition', 'prohibitoin'),
      text.replace(/expect \w+/, 'expect exempt'),
      '',
    ]) {
      const examinee = { text: one, file: 'a.md', vocabularies };
      expect(await thread.examine(examinee)).toEqual(JSON.parse(JSON.stringify(examination(examinee))));
    }
  }
});

test('a text that takes too long is given up, and the next one is examined', async () => {
  const thread = await examiner(500);
  const slow = thread.examine({ text: tangled(60), file: 'a.md', vocabularies });
  const next = thread.examine({ text: 'no rulebook', file: 'b.md', vocabularies });
  await expect(slow).rejects.toMatchObject({ status: 422, code: 'too_complex' });
  await expect(next).resolves.toMatchObject({ kind: null, errors: 1 });
});

test('too many texts at the same time are refused', async () => {
  const thread = await examiner();
  const asked = Array.from({ length: 20 }, () => thread.examine({ text: '', file: 'a.md', vocabularies }));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.map(({ reason }) => reason.status)).toEqual([429, 429, 429, 429]);
  await expect(thread.examine({ text: '', file: 'a.md', vocabularies })).resolves.toMatchObject({ kind: null });
});

test('decisions are answered while a text is examined', async () => {
  const { address } = await startProcess(temporaryFolder());
  const ask = async (path: string, type: string, body: string) => {
    const reply = await fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': type }, body });
    await reply.arrayBuffer();
    return reply.status;
  };
  expect(await ask('/v1/rulebooks/check', 'text/markdown', '')).toBe(200);
  let checked: number | undefined;
  const check = ask('/v1/rulebooks/check', 'text/markdown', tangled(38)).then((status) => {
    checked = status;
  });
  let answered = 0;
  for (; checked === undefined; answered++)
    expect(await ask('/v1/decisions', 'application/json', JSON.stringify(HOSTING))).toBe(200);
  await check;
  expect([200, 422]).toContain(checked);
  expect(answered).toBeGreaterThan(5);
});
