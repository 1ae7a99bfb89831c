import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '@proviso/language';
import { DecisionLog, verifyLog } from '@proviso/record/log';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './helpers.ts';
import { entry, NOON, program } from './store.ts';

const DAY = 86_400_000;

/** A folder with a log of so many entries, closed, and its only file. */
async function logOf(count: number): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder();
  const log = await DecisionLog.open(folder, { now: () => NOON });
  for (let number = 1; number <= count; number++) await log.append(entry(`d${number}`));
  await log.close();
  return { folder, file: join(folder, 'log', '2026-11-24.jsonl') };
}

describe('the log of a folder', () => {
  test('begins a file a day, and none before the last when the clock is set back', async () => {
    const folder = temporaryFolder();
    let now = NOON;
    const log = await DecisionLog.open(folder, { now: () => now });
    for (const days of [0, 1, 0, 2]) {
      now = NOON + days * DAY;
      await log.append(entry(`d${days}-${log.head.entries}`));
    }
    await log.close();
    const files = readdirSync(join(folder, 'log')).sort();
    expect(files).toEqual(['2026-11-24.jsonl', '2026-11-25.jsonl', '2026-11-26.jsonl']);
    expect(
      readFileSync(join(folder, 'log', '2026-11-25.jsonl'), 'utf8')
        .trim()
        .split('\n'),
    ).toHaveLength(2);
    expect(await verifyLog(folder)).toMatchObject({ entries: 4, problems: [] });
  });

  test('takes over from a process that has ended', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, since: null }));
    await (await DecisionLog.open(folder)).close();
    writeFileSync(join(folder, 'lock'), 'not a lock');
    await (await DecisionLog.open(folder)).close();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });
});

describe('after a crash', () => {
  test('every place at which the last entry may break off is repaired, and nothing else is lost', async () => {
    const { folder, file } = await logOf(2);
    const whole = readFileSync(file);
    const second = whole.indexOf(10) + 1;
    const cuts = [second + 1, second + 10, second + 500, whole.length - 2, whole.length - 1];
    for (const cut of cuts) {
      writeFileSync(file, whole.subarray(0, cut));
      expect(await verifyLog(folder)).toMatchObject({ entries: 1, problems: [], unfinished: cut - second });
      const log = await DecisionLog.open(folder, { now: () => NOON });
      expect(log.head.entries).toBe(1);
      expect(readFileSync(log.torn ?? '')).toEqual(whole.subarray(second, cut));
      await log.append(entry('d2'));
      await log.close();
      expect(readFileSync(file)).toEqual(whole);
    }
  });

  test('zeros where a write was not finished are repaired', async () => {
    const { folder, file } = await logOf(1);
    const { size } = { size: readFileSync(file).length };
    appendFileSync(file, Buffer.alloc(4096));
    appendFileSync(file, '"}\n');
    const log = await DecisionLog.open(folder);
    expect(log.head.entries).toBe(1);
    await log.close();
    expect(readFileSync(file)).toHaveLength(size);
  });

  test('an end cut between two entries is sound, and shows beside a head that was noted', async () => {
    const { folder, file } = await logOf(2);
    const before = (await verifyLog(folder)).head;
    truncateSync(file, readFileSync(file).indexOf(10) + 1);
    const after = await verifyLog(folder);
    expect(after).toMatchObject({ entries: 1, problems: [] });
    expect(after.head).not.toBe(before);
  });
});

describe('a change to the log shows and is not repaired', () => {
  const change = async (edit: (lines: string[]) => string[]) => {
    const { folder, file } = await logOf(3);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(file, `${edit(lines).join('\n')}\n`);
    const changed = readFileSync(file);
    await expect(DecisionLog.open(folder)).rejects.toMatchObject({ code: 'log_damaged' });
    expect(readFileSync(file)).toEqual(changed);
    return (await verifyLog(folder)).problems.map(({ place }) => place);
  };

  test('a word of an entry', async () => {
    expect(await change((lines) => lines.map((line) => line.replace('"d2"', '"x2"')))).toEqual(['2026-11-24.jsonl:2']);
  });
  test('of the last one too', async () => {
    expect(await change((lines) => lines.map((line) => line.replace('"d3"', '"x3"')))).toEqual(['2026-11-24.jsonl:3']);
  });
  test('an entry left out', async () => {
    expect(await change((lines) => lines.toSpliced(1, 1))).toEqual(['2026-11-24.jsonl:2']);
  });
  test('two entries in the other order', async () => {
    expect(await change(([one = '', two = '', three = '']) => [two, one, three])).toEqual(['2026-11-24.jsonl:1']);
  });

  test('the texts of a rulebook', async () => {
    const { folder } = await logOf(1);
    const [name = ''] = readdirSync(join(folder, 'rulebooks'));
    const file = join(folder, 'rulebooks', name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('fireworks', 'firewurks'));
    const { problems } = await verifyLog(folder, { digestOfTexts: digestOf });
    expect(problems).toEqual([{ place: `rulebook ${program.digest}`, message: expect.stringContaining('not those') }]);
  });
});
