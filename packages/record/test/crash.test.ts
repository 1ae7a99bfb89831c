import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { digestOf } from '@proviso/language';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { KINDS } from './store.ts';

const WRITER = fileURLToPath(new URL('../../../node_modules/.cache/proviso/test-record-writer.mjs', import.meta.url));

beforeAll(() =>
  build({
    entryPoints: [fileURLToPath(new URL('writer.ts', import.meta.url))],
    outfile: WRITER,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['proviso-source'],
    external: ['pg'],
    logLevel: 'error',
  }),
);

for (const { name, here, place } of KINDS) {
  test.skipIf(!here)(`kill -9 during writes to ${name} loses no acknowledged decision`, async () => {
    const { address, open } = await place();
    const acknowledged = new Set<string>();
    for (const wait of [60, 90, 140]) {
      const process = spawn(global.process.execPath, [WRITER, address], { stdio: ['ignore', 'pipe', 'inherit'] });
      let told = '';
      process.stdout.setEncoding('utf8').on('data', (text: string) => {
        told += text;
      });
      await once(process.stdout, 'data');
      await sleep(wait);
      process.kill('SIGKILL');
      await once(process, 'close');
      for (const id of told.slice(0, told.lastIndexOf('\n')).split('\n')) acknowledged.add(id);

      const store = await open();
      expect(await store.verify({ digestOfTexts: digestOf })).toMatchObject({
        entries: store.head.entries,
        problems: [],
        unfinished: 0,
      });
      const found = await Promise.all([...acknowledged].map(async (id) => [id, await store.read(id)] as const));
      expect(found.filter(([, written]) => written === undefined)).toEqual([]);
      await store.close();
    }
    expect(acknowledged.size).toBeGreaterThan(20);
  });
}
