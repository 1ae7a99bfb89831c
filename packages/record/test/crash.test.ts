import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { digestOf } from '@proviso/language';
import { DecisionLog, verifyLog } from '@proviso/record/log';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { temporaryFolder } from './helpers.ts';

test('kill -9 during writes loses no acknowledged decision', async () => {
  const folder = temporaryFolder();
  const writer = join(temporaryFolder(), 'writer.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('writer.ts', import.meta.url))],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['proviso-source'],
    logLevel: 'error',
  });
  const acknowledged = new Set<string>();
  for (const wait of [60, 90, 140]) {
    const process = spawn(global.process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    process.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    await once(process.stdout, 'data');
    await sleep(wait);
    process.kill('SIGKILL');
    await once(process, 'close');
    for (const id of told.slice(0, told.lastIndexOf('\n')).split('\n')) acknowledged.add(id);

    expect(await verifyLog(folder, { digestOfTexts: digestOf })).toMatchObject({ problems: [] });
    const log = await DecisionLog.open(folder);
    const lost = [...acknowledged].filter((id) => log.index.find(id) === undefined);
    expect(lost).toEqual([]);
    await log.close();
  }
  expect(acknowledged.size).toBeGreaterThan(20);
});
